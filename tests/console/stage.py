# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the real window run on: a display, an accessibility bus, a workspace.

    python3 tests/console/test_window.py BUILD/bin/castellan [unittest arguments]

starts itself again inside a display and a session bus of its own, with directories of its own, so
that nothing of the person who runs it is touched; main() below does that.
"""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import warnings

STAGE = "CASTELLAN_STAGE"
SCREEN = "1600x1000x24"
SKIPPED = 77


def until(condition, within=30, what="what is waited for"):
    """The condition's first true value; looks again and again, at most so many seconds."""
    deadline = time.monotonic() + within
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            told = what() if callable(what) else what
            raise AssertionError("not within %d s: %s" % (within, told))
        time.sleep(0.05)


def main():
    """Runs the tests of the calling file; the program to drive is the first argument."""
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit("usage: %s BUILD/bin/castellan [unittest arguments]" % sys.argv[0])
    if STAGE not in os.environ:
        sys.exit(_run_inside_display())
    warnings.simplefilter("ignore")  # of the accessibility library about its own names
    manager = _window_manager()
    try:
        result = unittest.main(
            argv=[sys.argv[0]] + sys.argv[2:], verbosity=2, warnings="ignore", exit=False
        ).result
    finally:
        manager.terminate()
        manager.wait()
    # What was left out is told to ctest, which would take it for passed.
    sys.exit(1 if not result.wasSuccessful() else SKIPPED if result.skipped else 0)


def _run_inside_display():
    directory = tempfile.mkdtemp(prefix="castellan-console-")
    os.chmod(directory, 0o755)  # as root, the server's account passes through to its data
    for name, mode in (("run", 0o700), ("home", 0o700), ("screen", 0o700)):
        os.mkdir(os.path.join(directory, name))
        os.chmod(os.path.join(directory, name), mode)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "QT_", "PG", "DBUS_", "WAYLAND_", "LC_", "LANG"))
    }
    environment.update(
        {
            STAGE: directory,
            "HOME": os.path.join(directory, "home"),
            "XDG_RUNTIME_DIR": os.path.join(directory, "run"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_FORCE_STDERR_LOGGING": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
    )
    server = "-screen 0 %s -fbdir %s" % (SCREEN, os.path.join(directory, "screen"))
    command = ["xvfb-run", "-a", "-s", server, "dbus-run-session", "--"]
    try:
        return subprocess.call(command + [sys.executable, "-B"] + sys.argv, env=environment)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _window_manager():
    """Without one no window is ever active, and nothing has the keyboard's focus."""
    manager = subprocess.Popen(["openbox", "--sm-disable"], stderr=subprocess.DEVNULL)
    x11 = Keyboard.library()
    display = x11.XOpenDisplay(None)
    owned = x11.XInternAtom(display, b"WM_S0", 0)
    until(lambda: x11.XGetSelectionOwner(display, owned), what="the window manager")
    x11.XCloseDisplay(display)
    return manager


def path(name):
    """A file or folder of this run alone."""
    return os.path.join(os.environ[STAGE], name)


def program():
    return os.path.abspath(sys.argv[1])


def decode_screen():
    """What a scanner reads off the whole screen: the texts of its QR codes."""
    picture = "xwd:" + path("screen/Xvfb_screen0")
    answer = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture],
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.split()


class Keyboard:
    """The bits of Xlib that tell where a key is."""

    @staticmethod
    def library():
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        x11.XInternAtom.restype = ctypes.c_ulong
        x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        x11.XGetSelectionOwner.restype = ctypes.c_ulong
        x11.XStringToKeysym.argtypes = [ctypes.c_char_p]
        x11.XStringToKeysym.restype = ctypes.c_ulong
        x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        return x11

    def __init__(self):
        self._x11 = Keyboard.library()
        self._display = self._x11.XOpenDisplay(None)

    def symbol(self, name):
        symbol = self._x11.XStringToKeysym(name.encode())
        assert symbol, name
        return symbol

    def code(self, name):
        return self._x11.XKeysymToKeycode(self._display, self.symbol(name))


class Program:
    """A running castellan. Its words on stderr are kept, to be shown when a test fails."""

    def __init__(self, *arguments, through=()):
        self._log = open(path("castellan-%d.log" % time.monotonic_ns()), "w+b")
        self._process = subprocess.Popen(
            [*through, program(), *arguments], stdout=self._log, stderr=self._log
        )
        self.pid = self._process.pid

    def is_running(self):
        return self._process.poll() is None

    def log(self):
        with open(self._log.name, encoding="utf-8", errors="replace") as file:
            return file.read()

    def end(self):
        """As a desktop ends it. Gives the exit status."""
        if self.is_running():
            self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise


class Workspace:
    """The facts of a workspace.json, and its database as the people in it see it."""

    def __init__(self, directory):
        self.directory = directory
        self._file = os.path.join(directory, "workspace.json")

    def wait(self, process):
        def written():
            assert process.is_running(), process.log()
            return os.path.exists(self._file)

        until(written, 120, lambda: "workspace.json\n" + process.log())
        with open(self._file, encoding="utf-8") as file:
            self.facts = json.load(file)
        return self

    def operator(self, kind, number=0):
        return [one for one in self.facts["operators"] if one["kind"] == kind][number]

    def connection(self, who):
        """psql's environment for one of the people of the file."""
        server = self.facts["postgres"]
        return {
            **os.environ,
            "PGHOST": server["host"],
            "PGPORT": str(server["port"]),
            "PGDATABASE": server["dbname"],
            "PGSSLMODE": "verify-full",
            "PGSSLROOTCERT": server["sslrootcert"],
            "PGUSER": who["role"],
            "PGPASSWORD": who["password"],
        }

    def rows(self, who, statement, **values):
        """The rows of a statement by psql, whose variables are written :'name'."""
        command = ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1"]
        for name, value in values.items():
            command += ["-v", "%s=%s" % (name, value)]
        answer = subprocess.run(
            command,
            input=statement,
            env=self.connection(who),
            capture_output=True,
            text=True,
            check=False,
        )
        assert answer.returncode == 0, answer.stderr
        return [line.split("\t") for line in answer.stdout.splitlines()]

    def as_superuser(self, statement, **values):
        return self.rows(self.facts["superuser"], statement, **values)

    def as_application(self, statement, **values):
        return self.rows(self.facts["application"], statement, **values)
