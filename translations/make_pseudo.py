#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pseudo-language from any complete .ts file: make_pseudo.py IN.ts OUT.ts.

Every sentence gets accents (an untranslated one stands out), a third more length (what is too narrow
shows) and brackets (what is cut off, or put together from pieces, shows). Placeholders, shortcuts
(&File) and markup stay."""

import re
import sys
import xml.etree.ElementTree as xml

ACCENTS = str.maketrans("AaBbCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz",
                        "ÅåƁƀÇçÐđÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
KEEP = re.compile(r"(%n|%L?\d+|&\w|&amp;|&lt;|&gt;|<[^>]*>|\\n|\{\w*\})")
PADDING = "lörem îpsûm dölör šît åmét çöñšéçţéţûŕ "


def pseudo(text):
    pieces = KEEP.split(text)
    accented = "".join(piece if KEEP.fullmatch(piece) else piece.translate(ACCENTS) for piece in pieces)
    wanted = max(1, round(len(text) * 0.3))
    padding = (PADDING * (wanted // len(PADDING) + 1))[:wanted].strip()
    return f"[{accented} {padding}]"


def main(source, target):
    tree = xml.parse(source)
    root = tree.getroot()
    root.set("language", "en")
    for message in root.iter("message"):
        text = pseudo(message.findtext("source") or "")
        translation = message.find("translation")
        if translation is None:
            translation = xml.SubElement(message, "translation")
        translation.clear()
        if message.get("numerus") == "yes":
            for _ in range(2):  # English has two forms
                xml.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
