#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and shapes that the code rules forbid, each with its reason and the places it is fine in."""

import re
from typing import NamedTuple

import common


class Rule(NamedTuple):
    pattern: str
    why: str
    where: str = r"(models|ui|app|tests)/"
    but: str = r"(?!)"
    strings: bool = False  # looks into comments and strings too


PRODUCT = r"(models|ui|app)/"

RULES = [
    # Nothing blocks and nothing re-enters.
    Rule(r"\bprocessEvents\b", "re-enters whatever is running: split the work or use another thread"),
    Rule(r"\bQ(Test)?EventLoop\b", "a nested loop re-enters whatever is running: answer by a signal or a QFuture"),
    Rule(r"\bwaitForFinished\s*\(\s*\)", "blocks its thread: use deliver()"),
    Rule(r"\bwaitFor(Finished|Started|ReadyRead|BytesWritten|Connected|Disconnected|Encrypted|Done)\b",
         "blocks its thread: use the signal", PRODUCT),
    Rule(r"\bqWait\s*\(|\bqSleep\s*\(", "no test sleeps: QTRY_… or qWaitFor with a condition"),
    Rule(r"\b(QThread::|std::this_thread::|\b)(m|u|nano)?sleep(_for|_until)?\s*\(",
         "nothing sleeps: wait for the thing itself"),
    Rule(r"(\.|->)exec\s*\(", "a nested loop: open() the dialog, popup() the menu", r"ui/"),
    Rule(r"\bQ(Message|Input|ProgressDialog)Box::(information|question|warning|critical|about)\b",
         "a nested loop, and it guesses HTML: the kit's dialogs"),
    Rule(r"\bQMessageBox\b", "it guesses HTML: the kit's dialogs", PRODUCT),
    Rule(r"\bQInputDialog\b|\bQFileDialog::get|\bQColorDialog::get", "a nested loop: open() an object of it",
         PRODUCT),
    # Security.
    Rule(r"\bignoreSslErrors\b|\bVerifyNone\b|\bQueryPeer\b", "a connection whose other end is not known is none"),
    Rule(r"\bQSqlQuery\b|\bQSqlDatabase\b", "SQL is spoken in models/database only",
         PRODUCT, r"models/database/"),
    Rule(r"\bPQ[a-z][A-Za-z]+\s*\(", "PgConnection is the only caller of libpq", PRODUCT, r"models/database/"),
    # A label of a picture, and labels of fields whose text is the program's own, have no choice.
    Rule(r"\bQLabel\b", "it guesses HTML and loads images: PlainLabel shows text as it is", r"ui/",
         r"ui/kit/|ui/shell/(ProfilePanel|SettingsPage)\.cpp"),
    Rule(r"\bsetTextFormat\s*\(\s*Qt::(RichText|AutoText|MarkdownText)", "text is shown as plain text, always",
         r"ui/"),
    Rule(r"\bs?rand\s*\(|\bqrand\b|\bQRandomGenerator::global\b",
         "guessable: QRandomGenerator::system() or OpenSSL where it matters", PRODUCT,
         r"models/database/Backoff\.cpp"),  # jitter is no secret
    # Robust connections and threads.
    Rule(r"\bSIGNAL\s*\(|\bSLOT\s*\(", "checked at run time only: connect to the function", PRODUCT,
         r"ui/kit/SystemBus\.cpp"),  # Qt DBus knows slots by name only
    Rule(r"\bthen\s*\(\s*this\b", "QFuture::then(context) aborts in Qt 6.4 when the context died: deliver()"),
    Rule(r"\bQ_GLOBAL_STATIC\b|\bstatic\s+\w+\s*[&*]\s*instance\s*\(", "no singletons: pass it in", PRODUCT),
    Rule(r"\b(class|struct)\s+\w*(Manager|Helper|Utils?|Utility)\b", "says nothing: name what it does", PRODUCT),
    Rule(r"\bq(Debug|Info|Warning|Critical)\s*\(", "log into a category: qCDebug(lc…)", PRODUCT),
    Rule(r"\bthrow\b(?!\s+std::bad_alloc)", "errors are values: Result<T>", PRODUCT),
    # Look: one theme.
    Rule(r"\bQColor\s*\(\s*(0x|\d|u?\"|Qt::|QStringLiteral|u?R?\")|\bQColorConstants\b|\bQt::(red|green|blue|yellow|white|black|gray|darkGray|lightGray|cyan|magenta)\b",
         "no colour is named outside the theme", r"ui/", r"ui/kit/\w*(Theme|Palette|Style|QrView|Icons|Tokens)\w*\."),
    Rule(r"\bsetStyleSheet\s*\(", "there is one style sheet, the theme's", r"ui/", r"ui/kit/"),
    # Left over.
    Rule(r"\b(TODO|FIXME|XXX|HACK)\b", "finish it, or file an issue", r"(models|ui|app|tests|resources|packaging|translations)/",
         r"tests/lint/", True),
    # Words for people.
    Rule(r'(?<!fix\()(?<!fix\(GalleryPage::)\btr\(\s*u?"\s', "no blank at the beginning: sentences are put together by the layout", PRODUCT, strings=True),
    # Two whole sentences may follow each other, with a blank between them.
    Rule(r'\btr\(\s*u?"[^"\n]*[^".\n]"\s*\)\s*\+|(?!\' \'\)|u\' \')...\S\s*\+\s*tr\(',
         "whole sentences with %1: pieces can't be translated", PRODUCT, strings=True),
    Rule(r"\btr\s*\(", "models hold no sentences: words and facts, the console makes the sentence", r"models/"),
]

SOURCES = ("models/**/*.h", "models/**/*.cpp", "ui/**/*.h", "ui/**/*.cpp", "app/**/*.h", "app/**/*.cpp",
           "tests/**/*.h", "tests/**/*.cpp")
OTHERS = ("resources/**/*", "packaging/**/*", "translations/**/*.txt")

CONNECT = re.compile(r"(?<!dis)\bconnect\s*\(")


def arguments(text, start):
    """The top-level arguments of a call whose parenthesis is at start - 1."""
    depth, begin, found = 0, start, []
    for position in range(start, len(text)):
        character = text[position]
        if character in "([{":
            depth += 1
        elif character in ")]}":
            if depth == 0:
                return found + [text[begin:position].strip()]
            depth -= 1
        elif character == "," and depth == 0:
            found.append(text[begin:position].strip())
            begin = position + 1
    return found


def lambdas_without_context(name, text):
    for match in CONNECT.finditer(text):
        given = arguments(text, match.end())
        if len(given) == 3 and given[2].startswith("["):
            yield common.Finding(name, common.line_of(text, match.start()),
                                 "connect: a lambda without a context object outlives what it uses")


def check_file(name, text):
    code = common.code_only(text) if name.endswith((".h", ".cpp")) else text
    for rule in RULES:
        if not re.match(rule.where, name) or re.match(rule.but, name):
            continue
        if not rule.strings and not name.endswith((".h", ".cpp")):
            continue
        haystack = text if rule.strings else code
        for match in re.finditer(rule.pattern, haystack):
            yield common.Finding(name, common.line_of(haystack, match.start()),
                                 f"{match.group(0).strip()}: {rule.why}")
    if name.endswith((".h", ".cpp")):
        yield from lambdas_without_context(name, code)
        if name.endswith(".h") and "#pragma once" not in text:
            yield common.Finding(name, 1, "#pragma once is missing")


def check(root):
    for name in common.files(root, *SOURCES, *OTHERS):
        if name.endswith((".png", ".svg", ".otf", ".ttf", ".qm", ".ts")):
            continue
        yield from check_file(name, common.read(root, name))


if __name__ == "__main__":
    common.run(check)
