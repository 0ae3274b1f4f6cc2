#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large files and functions are. Reports the medians and fails on what is beyond its limit."""

import statistics
import subprocess
import sys

import common

FILE_LIMIT = 500
TEST_LIMIT = 700  # a row of cases is read one by one
FUNCTION_LIMIT = 80
SOURCES = ("models/**/*.h", "models/**/*.cpp", "ui/**/*.h", "ui/**/*.cpp", "app/**/*.h", "app/**/*.cpp")
TESTS = ("tests/**/*.h", "tests/**/*.cpp")
MAIN_WINDOW_LIMIT = 400


def file_sizes(root, patterns):
    return {name: common.read(root, name).count("\n") for name in common.files(root, *patterns)}


def function_sizes(root, names):
    """(path, line, function) to its number of lines, by universal-ctags."""
    if not names:
        return {}
    try:
        listed = subprocess.run(
            ["ctags", "--languages=C++", "--kinds-C++=f", "--fields=+ne", "-f", "-", "-L", "-"],
            cwd=root, input="\n".join(names), capture_output=True, text=True, check=True)
    except FileNotFoundError:
        sys.exit("ctags is missing (Debian: universal-ctags)")
    sizes = {}
    for row in listed.stdout.splitlines():
        name, path, *rest = row.split("\t")
        fields = dict(field.split(":", 1) for field in rest if ":" in field)
        if "end" in fields and "line" in fields:
            begin = int(fields["line"])
            sizes[path, begin, name] = int(fields["end"]) - begin + 1
    return sizes


def body(size):
    """Lines between the braces: what a reader has to follow."""
    return max(1, size - 3)


def check(root):
    product, tests = file_sizes(root, SOURCES), file_sizes(root, TESTS)
    functions = function_sizes(root, list(product) + list(tests))
    of_product = [size for (path, _, _), size in functions.items() if path in product]
    if product:
        print(f"{len(product)} source files, median {statistics.median(product.values()):.0f} lines,"
              f" largest {max(product.values())}")
    if of_product:
        print(f"{len(of_product)} functions, median {statistics.median(map(body, of_product)):.0f} lines,"
              f" largest {max(of_product)}")
    for name, lines in (product | tests).items():
        limit = TEST_LIMIT if name in tests else FILE_LIMIT
        if name.endswith("/MainWindow.cpp"):
            limit = MAIN_WINDOW_LIMIT
        if lines > limit:
            yield common.Finding(name, lines, f"{lines} lines: no file has more than {limit}")
    for (path, line, name), lines in functions.items():
        if lines > FUNCTION_LIMIT:
            yield common.Finding(path, line, f"{name}: {lines} lines, no function has more than {FUNCTION_LIMIT}")


if __name__ == "__main__":
    common.run(check)
