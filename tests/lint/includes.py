#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the rooms: what each may include directly. Anything else fails."""

import functools
import pathlib
import re

import common

# Rooms by what they may include of the project. "types" stands for the types.h of any feature.
ROOMS = {
    "models/base": set(),
    "models/lists": {"models/base"},
    "models/database": {"models/base", "models/lists"},
    "models/http": {"models/base"},
    "models/vault": {"models/base"},
    "ui/kit": {"models/base", "models/lists"},
    "ui/charts": {"models/base", "ui/kit"},
    "ui/shell": {"ui/kit", "models/base", "models/lists", "models/vault", "models/operators",
                 "models/database:state"},
    "app/workspace": {"models/base", "models/database"},
    "app/agent": {"models/*"},
    "app/console": {"*"},
}
MODEL_FEATURE = {"models/base", "models/lists", "models/database", "models/http", "types"}
UI_FEATURE = {"ui/kit", "ui/charts", "models/base", "models/lists", "types"}

# The headers of models/database that tell of a connection without making one.
STATE_HEADERS = re.compile(r"models/database/\w*(Profile|State)\w*\.h$")

QT_MODULES = {
    "models/database": {"QtCore", "QtSql"},
    "models/http": {"QtCore", "QtNetwork"},
    "models/vault": {"QtCore"},
    "ui/kit": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport", "QtDBus"},
    "ui/charts": {"QtCore", "QtGui", "QtWidgets", "QtCharts"},
    "app/console": {"*"},
}
MODEL_QT = {"QtCore"}
UI_QT = {"QtCore", "QtGui", "QtWidgets"}

# Libraries by the beginning of their headers: where they may be included, and whether from .cpp only.
LIBRARIES = [
    (r"(libpq-fe|libpq/|postgres_ext|pg_config)", {"models/database"}, True, "libpq"),
    (r"openssl/", {"models/base", "app/workspace"}, True, "OpenSSL"),
    (r"qrencode", {"models/base"}, True, "libqrencode"),
    (r"qt6?keychain/", {"models/vault"}, True, "QtKeychain"),
]
CPP_ONLY_QT = {"QtSql"}
# Headers that other rooms may not include, so that what they include stays inside the room.
PRIVATE_HEADERS = {"models/database/PgHandle.h", "models/database/PgLibrary.h"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def room_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 and parts[0] in ("models", "ui", "app") else None


@functools.lru_cache(maxsize=None)
def qt_headers():
    """Header name to Qt module, from the installed headers; the plain name and the module's."""
    modules = {}
    for base in ("/usr/include/x86_64-linux-gnu/qt6", "/usr/include/aarch64-linux-gnu/qt6",
                 "/usr/include/qt6"):
        for module in pathlib.Path(base).glob("Qt*"):
            for header in module.iterdir():
                if header.is_file():
                    modules.setdefault(header.name, module.name)
    return modules


def qt_module(header):
    if "/" in header:
        head = header.split("/")[0]
        return head if head.startswith("Qt") and head != "QtKeychain" else None
    return qt_headers().get(header)


def allowed_rooms(room):
    if room in ROOMS:
        return ROOMS[room]
    layer, feature = room.split("/")
    if layer == "models":
        return MODEL_FEATURE
    return UI_FEATURE | {f"models/{feature}"}


def project_include_ok(room, target):
    other = room_of(target)
    if other is None or other == room:
        return True
    allowed = allowed_rooms(room)
    if "*" in allowed or other in allowed or f"{other.split('/')[0]}/*" in allowed:
        return True
    if "types" in allowed and target.endswith("/types.h") and other.startswith("models/"):
        return True
    return f"{other}:state" in allowed and bool(STATE_HEADERS.match(target))


def qt_allowed(room):
    return QT_MODULES.get(room, UI_QT if room.startswith("ui/") else MODEL_QT)


def check_system(room, name, header):
    """What is wrong with including a header that isn't ours, or None."""
    for pattern, rooms, cpp_only, library in LIBRARIES:
        if re.match(pattern, header):
            if room != "app/console" and room not in rooms:
                return f"{library} may not be used in {room}"
            if cpp_only and name.endswith(".h") and name not in PRIVATE_HEADERS:
                return f"{library} belongs in .cpp files only"
            return None
    module = qt_module(header)
    if module is None:
        return None
    allowed = qt_allowed(room)
    if "*" not in allowed and module not in allowed:
        return f"{module} ({header}) may not be used in {room}"
    if module in CPP_ONLY_QT and name.endswith(".h"):
        return f"{module} belongs in .cpp files only"
    return None


def check(root):
    dbus_files = set()
    for name in common.files(root, "models/**/*.h", "models/**/*.cpp", "ui/**/*.h", "ui/**/*.cpp",
                             "app/**/*.h", "app/**/*.cpp"):
        room = room_of(name)
        if room is None:
            continue
        text = common.read(root, name)
        for match in INCLUDE.finditer(text):
            quote, header = match.groups()
            line = common.line_of(text, match.start())
            if quote == '"' and "/" not in header:
                if not header.endswith(".moc"):
                    yield common.Finding(name, line, f'include "{header}" by its path in the project')
            elif quote == '"':
                if header in PRIVATE_HEADERS and room != room_of(header):
                    yield common.Finding(name, line, f"{header} is private to its room")
                if not project_include_ok(room, header):
                    yield common.Finding(name, line, f"{room} may not include {header}")
            else:
                problem = check_system(room, name, header)
                if problem:
                    yield common.Finding(name, line, problem)
                if qt_module(header) == "QtDBus":
                    dbus_files.add(pathlib.PurePath(name).stem)
        if room == "ui/kit" and len(dbus_files) > 1:
            yield common.Finding(name, 1, "Qt DBus is used in more than one place: "
                                 + ", ".join(sorted(dbus_files)))
            dbus_files.clear()


if __name__ == "__main__":
    common.run(check)
