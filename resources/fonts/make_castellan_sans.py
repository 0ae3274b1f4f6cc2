#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make one weight of "Castellan Sans" from Inter: a renamed copy whose digits are tabular.

Inter's own digits are proportional and Qt 6.4 cannot ask a font for its 'tnum' feature, so the
tabular glyphs are mapped to the digits here. Features that Qt would apply unasked and that would
undo this (contextual alternates) or that nobody can ask for (stylistic sets) are left out.

usage: make_castellan_sans.py INPUT.otf OUTPUT.otf STYLE
"""

import sys

from fontTools import subset, ttLib

FAMILY = "Castellan Sans"
KEPT_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "cpsp"]


def tabular_glyphs(font):
    """Glyph name -> glyph name, as the font's 'tnum' feature substitutes."""
    table = font["GSUB"].table
    mapping = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[index].SubTable:
                mapping.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return mapping


def map_digits(font):
    tabular = tabular_glyphs(font)
    original = font.getBestCmap()
    digits = {code: tabular[original[code]] for code in range(0x30, 0x3A)}
    for cmap in font["cmap"].tables:  # subtables may share one dictionary: always set, never chain
        cmap.cmap.update({code: glyph for code, glyph in digits.items() if code in cmap.cmap})
    # Inter's tabular digits differ by a unit or two; U+2007 FIGURE SPACE holds a digit's place.
    width = max(font["hmtx"][glyph][0] for glyph in digits.values())
    same = [*digits.values(), original.get(0x2007)]
    for glyph in filter(None, same):
        font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])


def rename(font, style):
    full = f"{FAMILY} {style}"
    basic = style == "Regular"
    names = {
        1: FAMILY if basic else full,
        2: style if basic else "Regular",
        3: f"Castellan;{full}",
        4: full,
        6: full.replace(" ", ""),
        16: FAMILY,
        17: style,
    }
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for identifier, text in names.items():
        table.setName(text, identifier, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = FAMILY, full, style


def main():
    source, target, style = sys.argv[1:4]
    font = ttLib.TTFont(source)
    map_digits(font)
    rename(font, style)
    options = subset.Options()
    options.layout_features = KEPT_FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)
    # A fixed time stamp, so that the same input gives the same bytes.
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    font.save(target)


if __name__ == "__main__":
    main()
