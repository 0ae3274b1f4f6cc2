#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy or clazy over the sources that changed: analyse.py TOOL BUILD.

Changed means: since the commit that main on the server stands at, or, where that is this commit,
since the last one that is older than four hours; and whatever is not committed. A source whose text
and headers were found clean before is not looked at again. With CASTELLAN_ANALYSE=all everything is
looked at; otherwise the newest first for CASTELLAN_ANALYSE_SECONDS (240), and what is left is told."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

import common

# qstring-ref is about Qt 5 (QStringView has no leftRef); the others off are about QML and Qt 5 too.
CLAZY_CHECKS = "level1,no-qstring-ref,no-overloaded-signal,no-qproperty-without-notify"
# About start-up time and spared copies, which matter to nobody in a test.
CLAZY_NOT_IN_TESTS = ("non-pod-global-static", "detaching-temporary", "container-anti-pattern",
                      "use-static-qregularexpression")
WARNING = re.compile(r"^(/[^\s:]+):(\d+):\d+: (?:warning|error): (.*)$", re.M)


def git(root, *arguments):
    answer = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=False)
    return answer.stdout.split() if answer.returncode == 0 else []


def changed_files(root):
    head = git(root, "rev-parse", "HEAD")
    base = git(root, "merge-base", "HEAD", "origin/main")
    if not base or base == head:
        base = git(root, "rev-list", "-1", "--before=4 hours ago", "HEAD")
    untracked = git(root, "ls-files", "-o", "--exclude-standard")
    if not base:  # younger than that altogether
        return set(common.files(root, "**/*.h", "**/*.cpp"))
    return set(git(root, "diff", "--name-only", "--diff-filter=d", base[0])) | set(untracked)


def sources_of(root, changed, commands):
    """The translation units to look at; a header is looked at through the source of its name."""
    units = set()
    for name in changed:
        path = (root / name).with_suffix(".cpp")
        if str(path) in commands:
            units.add(str(path))
    return sorted(units, key=lambda unit: -os.path.getmtime(unit))


def dependencies(build):
    """Source to the project's own files that it includes, as the last build saw it."""
    listed = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=False)
    found, current = {}, []
    for line in listed.stdout.splitlines():
        if line.startswith("    "):
            path = os.path.normpath(os.path.join(build, line.strip()))
            if not current:
                found[path] = current
            current.append(path)
        else:
            current = []
    return found


class Seen:
    """Sources that were clean, by everything the verdict depends on."""

    def __init__(self, tool, root, build):
        self.directory = pathlib.Path(build) / "analysis" / tool
        self.directory.mkdir(parents=True, exist_ok=True)
        version = subprocess.run([tool, "--version"], capture_output=True, check=False).stdout
        files = [root / ".clang-tidy", root / "tests" / ".clang-tidy"]
        configuration = b"".join(file.read_bytes() for file in files) + CLAZY_CHECKS.encode()
        self.base = hashlib.sha256(version + configuration).digest()
        self.dependencies = dependencies(build)
        self.root = str(root)
        self.contents = {}

    def content(self, path):
        if path not in self.contents:
            self.contents[path] = hashlib.sha256(pathlib.Path(path).read_bytes()).digest()
        return self.contents[path]

    def stamp(self, source, command):
        whole = hashlib.sha256(self.base + command.encode())
        for path in self.dependencies.get(source, [source]):
            if path.startswith(self.root) and os.path.exists(path):
                whole.update(self.content(path))
        return self.directory / whole.hexdigest()


def command_line(tool, build, source):
    if tool == "clang-tidy":
        return [tool, "-p", build, "--quiet", source]
    checks = CLAZY_CHECKS
    if "/tests/" in str(source) or str(source).startswith("tests/"):
        checks = ",".join([checks, *(f"no-{check}" for check in CLAZY_NOT_IN_TESTS)])
    return [tool, "-p", build, f"-checks={checks}", "--ignore-dirs=(/usr/.*|.*_autogen.*)", source]


def analyse(tool, root, build, source):
    told = subprocess.run(command_line(tool, build, source), capture_output=True, text=True, check=False)
    for path, line, message in set(WARNING.findall(told.stdout + told.stderr)):
        path = os.path.normpath(path)
        ours = path.startswith(str(root) + "/") and "_autogen" not in path and not path.startswith(str(build))
        if ours and not message.startswith("unknown"):
            yield common.Finding(os.path.relpath(path, root), int(line), message)
    if told.returncode < 0:
        yield common.Finding(os.path.relpath(source, root), 1, f"{tool} died by signal {-told.returncode}")


def main(tool, build):
    root = common.ROOT
    everything = os.environ.get("CASTELLAN_ANALYSE") == "all"
    seconds = float(os.environ.get("CASTELLAN_ANALYSE_SECONDS", "240"))
    entries = json.loads((pathlib.Path(build) / "compile_commands.json").read_text())
    commands = {entry["file"]: entry["command"] for entry in entries
                if entry["file"].startswith(str(root)) and "_autogen" not in entry["file"]}
    changed = common.files(root, "**/*.cpp") if everything else changed_files(root)
    units = sources_of(root, changed, commands)
    seen, findings, looked, known = Seen(tool, root, build), set(), 0, 0
    deadline = time.monotonic() + seconds
    for unit in units:
        stamp = seen.stamp(unit, commands[unit])
        if stamp.exists():
            known += 1
            continue
        if not everything and time.monotonic() > deadline:
            continue
        looked += 1
        found = set(analyse(tool, root, build, unit))
        for finding in sorted(found - findings):
            print(finding, flush=True)
        findings |= found
        if not found:
            stamp.touch()
    print(f"{tool}: {looked} sources looked at, {known} known to be clean,"
          f" {len(units) - looked - known} left for `packaging/test.sh full`; {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], os.path.abspath(sys.argv[2])))
