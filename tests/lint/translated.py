#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The .ts files say what the sources say (lupdate would change nothing), and every sentence has its
translation with all its plural forms. The file of English needs its plurals only."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import common

OPTIONS = ["-locations", "none", "-no-obsolete"]


def lupdate():
    for candidate in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate6"), shutil.which("lupdate")):
        if candidate and pathlib.Path(candidate).exists():
            return candidate
    sys.exit("lupdate is missing (Debian: qt6-l10n-tools)")


def messages(path):
    """(context, source, comment) to its translation element."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            found[name, message.findtext("source"), message.findtext("comment")] = message
    return found


def is_complete(message):
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = [form.text for form in translation.iter("numerusform")]
    return all(forms) if message.get("numerus") == "yes" else bool(translation.text)


PLACE = re.compile(r"%(?:n|L?\d)")


def same_places(message):
    """%1, %2 … are in the translation as in the source; a plural form may leave out %n."""
    wanted = set(PLACE.findall(message.findtext("source") or ""))
    translation = message.find("translation")
    texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return all(set(PLACE.findall(text)) | ({"%n"} & wanted) == wanted for text in texts)


def fresh(root, name, directory):
    """What lupdate would make of a .ts file."""
    copy = pathlib.Path(directory) / pathlib.PurePath(name).name
    shutil.copy(root / name, copy)
    sources = common.files(root, "models/**/*.h", "models/**/*.cpp", "ui/**/*.h", "ui/**/*.cpp",
                           "app/**/*.h", "app/**/*.cpp")
    more = ["-pluralonly"] if name.endswith("_en.ts") else []
    subprocess.run([lupdate(), *OPTIONS, *more, "-I", ".", *sources, "-ts", copy], cwd=root, check=True,
                   capture_output=True)
    return messages(copy)


def check(root):
    names = common.files(root, "translations/*.ts")
    with tempfile.TemporaryDirectory() as directory:
        for name in names:
            present, wanted = messages(root / name), fresh(root, name, directory)
            for context, source, _ in sorted(wanted.keys() - present.keys(), key=str):
                yield common.Finding(name, 1, f"{context}: not there yet: {source!r} (target update_translations)")
            for context, source, _ in sorted(present.keys() - wanted.keys(), key=str):
                yield common.Finding(name, 1, f"{context}: no longer said: {source!r} (target update_translations)")
            for key, message in present.items():
                if not is_complete(message):
                    yield common.Finding(name, 1, f"{key[0]}: no translation of {key[1]!r}")
                elif not same_places(message):
                    yield common.Finding(name, 1, f"{key[0]}: %1 or its like differ in {key[1]!r}")


if __name__ == "__main__":
    common.run(check)
