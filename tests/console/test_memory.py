# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No secret stays in the console's memory longer than it is needed.

The console is not the demo's, which holds the demo people's passwords by its nature, but one that
connects to a served workspace as to any server. Passwords and codes are typed, not put in by
accessibility, and what is shown is not asked for by name: what an assistive tool hears passes
through the accessibility bus, whose messages are nobody's secret store."""

import hashlib
import os
import re
import signal
import subprocess
import unittest

import stage
from authenticator import Phone
from desk import Desk, store_connections
from memory import Snapshot, regions, seed_forms, text_forms
from screen import Screen

RECOVERY_CODE = r"[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}"
TICKET = r"[0-9a-f]{64}"
# libpq keeps the password of each of the two connections, once as given and once for SCRAM.
COPIES_OF_LIBPQ = 2 * 2
UNPRIVILEGED = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]


def setUpModule():
    global server, desk
    if os.geteuid() != 0:
        raise unittest.SkipTest("memory of a process that is not dumpable is read by root alone")
    server = stage.Program("--demo", "--headless", "--workspace", stage.path("workspace"))
    workspace = stage.Workspace(stage.path("workspace")).wait(server)
    store_connections(workspace)
    desk = Desk(served=workspace)


def tearDownModule():
    desk.end()
    assert server.end() == 0, server.log()


def codes_forms(codes):
    forms = {}
    for number, code in enumerate(codes):
        forms.update(text_forms("recovery code %d" % number, code))
        forms.update(text_forms("recovery code %d, plain" % number, code.replace("-", "")))
    return forms


class Memory(unittest.TestCase):
    def snapshot(self):
        return Snapshot(desk.console.pid)

    def assert_nowhere(self, secrets, when):
        memory = self.snapshot()
        for name, forms in secrets.items():
            with self.subTest(secret=name, when=when):
                self.assertEqual([str(place) for place in memory.find(forms)], [])

    def unseen_code(self, operator):
        """A fresh code whose digits do not lie about in the memory for another reason."""
        phone = desk.phone(operator)
        memory = self.snapshot()
        code = phone.code()
        if memory.find(text_forms("code", code)):
            code = phone.code()
            self.assertEqual(memory.find(text_forms("code", code)), [])
        return code

    def sign_in(self, operator):
        """With everything typed. Gives the secrets that went in, and the ticket that came back."""
        desk.choose(operator["role"])
        screen = desk.screen
        screen.type(screen.expect("password text", "Password"), operator["password"])
        self.proceed()
        code = self.unseen_code(operator)
        desk.enter(code)
        desk.expect_accounts()
        secrets = {
            "password": text_forms("password", operator["password"]),
            "code of the sign-in": text_forms("code", code),
            "ticket": text_forms("ticket", self.ticket(operator)),
        }
        return secrets

    def proceed(self):
        screen = desk.screen
        screen.press(screen.expect("push button", re.compile("^(Connect|Unlock)$")))
        screen.expect("label", "Enter your code")

    def ticket(self, operator):
        """The server has its hash only; the console has it in a Secret while it needs it."""
        wanted = {
            row[0]
            for row in desk.workspace.as_superuser(
                "select encode(ticket_sha256, 'hex') from castellan_private.elevation"
            )
        }
        for candidate in self.snapshot().find_all(TICKET, locked_only=True):
            if hashlib.sha256(candidate.encode()).hexdigest() in wanted:
                return candidate
        raise AssertionError("no ticket of %s in the secure heap" % operator["role"])

    def test_nothing_stays(self):
        operator = desk.workspace.operator("admin")
        secrets = self.sign_in(operator)
        self.while_signed_in(secrets)
        secrets.update(self.enrol())
        self.while_signed_in(secrets)

        desk.screen.key("Control_L+l")
        desk.screen.expect("label", "Locked")
        self.wait_until_closed(operator)
        self.assert_nowhere(secrets, "locked")

        again = self.sign_in_after_lock(operator)
        desk.sign_out()
        self.wait_until_closed(operator)
        for name, forms in again.items():
            secrets[name + ", the second time"] = forms
        self.assert_nowhere(secrets, "signed out")
        self.assert_not_in_core(secrets)

    def sign_in_after_lock(self, operator):
        screen = desk.screen
        screen.type(screen.expect("password text", "Password"), operator["password"])
        self.proceed()
        code = self.unseen_code(operator)
        desk.enter(code)
        desk.expect_accounts()
        return {
            "code of the sign-in": text_forms("code", code),
            "ticket": text_forms("ticket", self.ticket(operator)),
        }

    def wait_until_closed(self, operator):
        """Signing out tells the server first, in the background."""
        count = "select count(*) from pg_stat_activity where usename = :'role'"
        stage.until(
            lambda: desk.workspace.as_superuser(count, role=operator["role"])[0][0] == "0",
            what="connections closed",
        )

    def while_signed_in(self, secrets):
        needed = ("password", "ticket")
        left = {name: forms for name, forms in secrets.items() if name not in needed}
        self.assert_nowhere(left, "signed in")
        memory = self.snapshot()
        outside = [p for p in memory.find(secrets["ticket"]) if p.region != "secure heap"]
        self.assertEqual([str(place) for place in outside], [], "ticket")
        outside = [p for p in memory.find(secrets["password"]) if p.region != "secure heap"]
        told = [str(place) for place in outside]
        self.assertEqual([place for place in told if "UTF-16" in place], [], "password")
        self.assertLessEqual(len(told), COPIES_OF_LIBPQ, told)

    def enrol(self):
        """Enrols somebody; gives the secrets that were shown and typed, each looked for again once
        its page was left."""
        screen = desk.screen
        login = desk.people_without_factor()[0][0]
        desk.open_account(login)
        before = self.snapshot()
        seed = desk.begin_enrolment().seed
        secrets = {"seed": seed_forms(seed)}
        self.assertTrue(self.snapshot().find(secrets["seed"]), "the search finds what is there")

        phone = Phone(seed)
        code = phone.code()
        if before.find(text_forms("code", code)):
            code = phone.code()
        screen.press(screen.expect("push button", "Scanned, continue"))
        screen.expect("text", "Code")
        self.assert_nowhere(secrets, "the scan page was left")
        desk.enter(code)
        secrets["code of the enrolment"] = text_forms("code", code)
        screen.expect("dialog", "Hand over the recovery codes")
        shown = self.snapshot().find_all(RECOVERY_CODE)
        self.assertEqual(len(shown), 10, list(shown))
        desk.finish_enrolment()
        secrets["recovery codes"] = codes_forms(shown)
        return secrets

    def assert_not_in_core(self, secrets):
        core = stage.path("core")
        subprocess.run(
            ["gcore", "-o", core, str(desk.console.pid)],
            check=True,
            capture_output=True,
        )
        with open("%s.%d" % (core, desk.console.pid), "rb") as file:
            content = file.read()
        self.assertGreater(len(content), 10_000_000)
        for name, forms in secrets.items():
            for form, needle in forms.items():
                with self.subTest(secret=name, form=form, when="in a core"):
                    self.assertNotIn(needle, content)


class Hardening(unittest.TestCase):
    """Nobody of the same user looks into it, and it leaves no core. Root still can."""

    def read(self, pid):
        command = ["head", "-c", "1", "/proc/%d/maps" % pid]
        return subprocess.run(UNPRIVILEGED + command, capture_output=True, check=False).stdout

    def test_same_user_may_not_look(self):
        """The same user without the right to look into what is not dumpable: root is used to it."""
        ordinary = subprocess.Popen(UNPRIVILEGED + ["sleep", "60"])
        console = stage.Program(through=UNPRIVILEGED)
        try:
            stage.until(lambda: self.read(ordinary.pid), what="what is dumpable can be read")
            Screen(console)  # by then it has hardened itself
            self.assertEqual(self.read(console.pid), b"")
            self.assertGreater(len(regions(console.pid)), 10)
        finally:
            for process in (ordinary, console):
                os.kill(process.pid, signal.SIGKILL)
            ordinary.wait()
            console.end()

    def test_no_core_is_left(self):
        with open("/proc/%d/limits" % desk.console.pid, encoding="utf-8") as file:
            limit = next(line for line in file if line.startswith("Max core file size"))
        self.assertRegex(limit, r"Max core file size +0 +0 ")


if __name__ == "__main__":
    stage.main()
