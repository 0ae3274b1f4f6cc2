# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program's memory, searched from outside for what must not lie in it."""

import base64
import os
import re
import signal
from typing import NamedTuple

CHUNK = 16 * 1024 * 1024
OVERWRITTEN = 16  # bytes at the beginning of a freed block
LEAST = 12  # characters that are no coincidence


class Place(NamedTuple):
    form: str
    address: int
    region: str

    def __str__(self):
        return "%s at %#x in %s" % (self.form, self.address, self.region)


class Region(NamedTuple):
    start: int
    end: int
    name: str
    is_locked: bool  # of OpenSSL's secure heap: never swapped, never in a core


def regions(pid):
    """What can be read and is not just a file of the program as it is on disk."""
    found = []
    with open("/proc/%d/smaps" % pid, encoding="utf-8") as file:
        for line in file:
            head = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+) *(.*)$", line)
            if head:
                start, end, mode, inode, name = head.groups()
                is_file_as_it_is = inode != "0" and "w" not in mode
                if mode.startswith("r") and not is_file_as_it_is and name not in ("[vvar]",):
                    found.append(Region(int(start, 16), int(end, 16), name or "anonymous", False))
                    current = len(found) - 1
                else:
                    current = None
            elif line.startswith("VmFlags:") and current is not None:
                flags = line.split()[1:]
                if "lo" in flags and "dd" in flags:
                    found[current] = found[current]._replace(is_locked=True, name="secure heap")
    return found


class Snapshot:
    """All of it at one moment, while the program is held still."""

    def __init__(self, pid):
        os.kill(pid, signal.SIGSTOP)
        try:
            self._parts = []
            with open("/proc/%d/mem" % pid, "rb", buffering=0) as memory:
                for region in regions(pid):
                    self._parts.append((region, self._read(memory, region)))
        finally:
            os.kill(pid, signal.SIGCONT)

    @staticmethod
    def _read(memory, region):
        content = bytearray()
        try:
            memory.seek(region.start)
            while len(content) < region.end - region.start:
                part = memory.read(min(CHUNK, region.end - region.start - len(content)))
                if not part:
                    break
                content += part
        except OSError:
            pass  # a guard page, or memory of a device
        return bytes(content)

    def size(self):
        return sum(len(content) for _, content in self._parts)

    def find(self, secret):
        """Each place where one of the secret's forms lies."""
        places = []
        for form, needle in secret.items():
            for region, content in self._parts:
                at = content.find(needle)
                while at >= 0:
                    places.append(Place(form, region.start + at, region.name))
                    at = content.find(needle, at + 1)
        return places

    def find_all(self, pattern, locked_only=False):
        """Every text that the pattern (of ASCII) matches, as UTF-8 or UTF-16: text to places."""
        wide = re.compile(_widened(pattern))
        narrow = re.compile(pattern.encode())
        found = {}
        for region, content in self._parts:
            if locked_only and not region.is_locked:
                continue
            for form, finder, codec in (("UTF-8", narrow, "ascii"), ("UTF-16", wide, "utf-16-le")):
                for match in finder.finditer(content):
                    place = Place(form, region.start + match.start(), region.name)
                    found.setdefault(match.group().decode(codec), []).append(place)
        return found


def _widened(pattern):
    """The same for UTF-16: a pattern made of classes, counts, groups and hyphens."""
    wide = ""
    for token in re.findall(r"\[[^]]*\]|\(\?[:!=<][!=]?|[(){}?*+]|\{[^}]*\}|.", pattern):
        is_class = token.startswith("[") or token == "-"
        wide += "(?:%s\\x00)" % token if is_class else token
    return wide.encode()


def text_forms(name, text):
    """Of a longer text its end: of a block that was freed the allocator overwrites the beginning,
    and what is left says too much."""
    text = text[OVERWRITTEN:] if len(text) >= OVERWRITTEN + LEAST else text
    return {
        "%s, UTF-8" % name: text.encode(),
        "%s, UTF-16" % name: text.encode("utf-16-le"),
    }


def seed_forms(base32):
    """A TOTP seed as it is sent, shown, typed and used."""
    raw = base64.b32decode(base32)
    grouped = " ".join(base32[i : i + 4] for i in range(0, 16, 4))
    return {
        **text_forms("seed", base32),
        **text_forms("seed's first line", grouped),
        **text_forms("seed in hexadecimal", raw.hex()),
        "seed, raw": raw,
    }
