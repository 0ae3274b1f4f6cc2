#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources are formatted as .clang-format says; whitespace elsewhere as .editorconfig says."""

import re
import subprocess
import sys

import common

SOURCES = ("models/**/*.h", "models/**/*.cpp", "ui/**/*.h", "ui/**/*.cpp", "app/**/*.h", "app/**/*.cpp",
           "tests/**/*.h", "tests/**/*.cpp", "resources/**/*.cpp", "resources/**/*.h")
TEXTS = ("**/*.sql", "**/*.py", "**/*.sh", "**/*.txt", "**/*.cmake", "**/*.md", "*.md", "**/*.qss")


def badly_formatted(root, names):
    if not names:
        return
    try:
        told = subprocess.run(["clang-format", "--dry-run", *names], cwd=root, capture_output=True,
                              text=True, check=False)
    except FileNotFoundError:
        sys.exit("clang-format is missing")
    seen = set()
    for match in re.finditer(r"^([^\s:]+):(\d+):\d+: warning", told.stderr, re.M):
        if match.group(1) not in seen:
            seen.add(match.group(1))
            yield common.Finding(match.group(1), int(match.group(2)), "clang-format -i would change this")


def check(root):
    yield from badly_formatted(root, common.files(root, *SOURCES))
    for name in common.files(root, *TEXTS):
        text = common.read(root, name)
        for match in re.finditer(r"[ \t]+$|\t| ?\r", text, re.M):
            yield common.Finding(name, common.line_of(text, match.start()), "blanks at the end, a tab or a CR")
        if text and not text.endswith("\n"):
            yield common.Finding(name, text.count("\n") + 1, "no line end at the end of the file")


if __name__ == "__main__":
    common.run(check)
