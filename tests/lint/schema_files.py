#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the schema: their names and headers, one function a file, each with its comment and
its revoke, and what a SECURITY DEFINER function must say about its search path."""

import re

import common

OWNERS = {"castellan_owner", "castellan_key", "castellan_roles", "castellan_backends"}
FEATURES = {"base", "accounts", "factors", "operators", "audit", "settings", "approvals", "sessions",
            "overview", "limits", "backups", "monitoring", "compliance", "protection"}
CREATE = re.compile(r"^create\s+(?:or\s+replace\s+)?(?:function|procedure)\s+([\w.]+)\s*\(", re.I | re.M)
PATH = re.compile(r"\bset\s+search_path\s*(=|to)\s*pg_catalog\s*,\s*pg_temp\b", re.I)


def header(text, word):
    match = re.search(rf"^-- {word}: *(.+)$", text[:600], re.M)
    return match.group(1).strip() if match else None


def without_bodies(sql):
    """Without comments, strings and the bodies of functions."""
    sql = re.sub(r"(\$\w*\$).*?\1", "''", sql, flags=re.S)
    return re.sub(r"--[^\n]*|'(?:[^']|'')*'", lambda m: re.sub(r"[^\n]", " ", m.group(0)), sql)


def check_migrations(root):
    numbers = set()
    for name in common.files(root, "resources/schema/migrations/*"):
        match = re.match(r"(\d{4})_[a-z]+_[a-z0-9_]+\.sql$", name.rsplit("/", 1)[1])
        if not match:
            yield common.Finding(name, 1, "a migration is named NNNN_verb_object.sql")
            continue
        if match.group(1) in numbers:
            yield common.Finding(name, 1, f"{match.group(1)} is taken")
        numbers.add(match.group(1))
        text = common.read(root, name)
        if not header(text, "purpose"):
            yield common.Finding(name, 1, "-- purpose: is missing")
        if (header(text, "as") or "castellan_owner") not in ("superuser", "castellan_owner"):
            yield common.Finding(name, 1, "-- as: is superuser or castellan_owner")
        for match in re.finditer(r"\bcreate table (?:if not exists )?([\w.]+)", without_bodies(text), re.I):
            table = match.group(1)
            partition = re.match(r"[\s\w.]*partition of", text[match.end():match.end() + 200], re.I)
            if not partition and f"comment on table {table}" not in text:
                yield common.Finding(name, common.line_of(text, match.start()), f"{table} has no comment")


def check_function(name, text):
    feature, file = name.split("/")[-2:]
    if feature not in FEATURES:
        yield common.Finding(name, 1, f"{feature} is no feature")
    if (header(text, "owner") or "castellan_owner") not in OWNERS:
        yield common.Finding(name, 1, "-- owner: is one of " + ", ".join(sorted(OWNERS)))
    outside = without_bodies(text)
    created = CREATE.findall(outside)
    if len(created) != 1:
        yield common.Finding(name, 1, f"one function a file, here are {len(created)}")
        return
    function = created[0]
    schema, _, short = function.rpartition(".")
    if schema not in ("castellan", "castellan_private"):
        yield common.Finding(name, 1, f"{function} is in neither castellan nor castellan_private")
    if short + ".sql" != file:
        yield common.Finding(name, 1, f"the file of {short} is {short}.sql")
    if f"comment on function {function}" not in outside:
        yield common.Finding(name, 1, f"{short} has no comment")
    if not re.search(rf"^revoke\s+(all|execute).*{re.escape(function)}.*from\s+public", outside, re.I | re.M | re.S):
        yield common.Finding(name, 1, f"{short} is not revoked from public")
    if re.search(r"\bsecurity\s+definer\b", outside, re.I) and not PATH.search(outside):
        yield common.Finding(name, 1, "a definer function sets search_path = pg_catalog, pg_temp")
    if schema == "castellan" and not re.search(r"\bsecurity\s+definer\b", outside, re.I):
        yield common.Finding(name, 1, "people hold no rights on tables: a function of castellan is a definer")
    if schema == "castellan_private" and re.search(r"^grant\b.*\bto\s+(castellan_(admin|helpdesk|auditor|app|agent)|public)\b", outside, re.I | re.M):
        yield common.Finding(name, 1, "nobody but owners may call into castellan_private")
    if re.search(r"\bnotify\b|\bpg_notify\b", text, re.I) and feature in ("factors", "audit", "accounts"):
        yield common.Finding(name, 1, "NOTIFY holds a lock of the whole database through the flush")


def check(root):
    yield from check_migrations(root)
    seen = {}
    for name in common.files(root, "resources/schema/api/**/*"):
        if not re.match(r"resources/schema/api/\w+/\w+\.sql$", name):
            yield common.Finding(name, 1, "a function's file is resources/schema/api/<feature>/<function>.sql")
            continue
        text = common.read(root, name)
        yield from check_function(name, text)
        file = name.rsplit("/", 1)[1]
        if file in seen:
            yield common.Finding(name, 1, f"{file} is also {seen[file]}")
        seen[file] = name


if __name__ == "__main__":
    common.run(check)
