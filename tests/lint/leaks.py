#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that must not leave a workplace: keys, seeds, passwords; paths of a machine; and the
licence lines that every file begins with."""

import re

import common

TEXT = re.compile(r".*\.(h|cpp|c|py|sh|sql|txt|cmake|md|json|ts|qss|in|yml|yaml|svg|conf)$|^\.ci/|.*CMakeLists\.txt$")
BEGINS_WITH_LICENCE = re.compile(r".*\.(h|cpp|py|sh|sql|cmake)$|^\.ci/")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # of Base32 itself

# Base32 of 20 bytes has 32 letters; shorter runs occur in ordinary constants.
RULES = [
    (r"-----BEGIN [A-Z ]*PRIVATE KEY-----", "a private key", r"(?!)"),
    (r"otpauth://[a-z]+/[^\s\"']*[?&]secret=[A-Z2-7]{16,}", "a seed in an otpauth URI", r"tests/|docs/|ui/kit/Gallery"),
    (r"(?<![A-Za-z0-9/+=_])(?=[A-Z2-7]*[2-7])(?=[A-Z2-7]*[A-Z])[A-Z2-7]{32,}(?![A-Za-z0-9/+=_])", "what looks like a seed in Base32", r"tests/|docs/"),
    (r"\b(AKIA|ASIA)[A-Z0-9]{16}\b", "an access key", r"(?!)"),
    (r"(?i)\bpassword\s*[=:]\s*[\"'][^\"'%$@{}<\s]{6,}[\"']", "a password", r"tests/"),
    (r"(?<![\w.])/(work|farm|root)/[\w.]+", "a path of somebody's machine", r"(?!)"),
    (r"/home/[a-z]\w+", "a path of somebody's machine", r"tests/"),
]


def check_file(name, text):
    for pattern, what, fine in RULES:
        if re.match(fine, name) or name.startswith("tests/lint/"):
            continue
        for match in re.finditer(pattern, text):
            if match.group(0) == ALPHABET:
                continue
            yield common.Finding(name, common.line_of(text, match.start()), f"{what} does not belong here")
    if BEGINS_WITH_LICENCE.match(name) and "SPDX-License-Identifier" not in text[:400]:
        yield common.Finding(name, 1, "the SPDX lines are missing at the beginning")


def check(root):
    for name in common.files(root, "*", "**/*"):
        if TEXT.match(name):
            yield from check_file(name, common.read(root, name))


if __name__ == "__main__":
    common.run(check)
