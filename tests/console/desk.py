# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace, the console in front of it, and an operator who does what operators do there."""

import json
import os
import re

from authenticator import OtpAuth, Phone
from screen import Screen
from stage import Program, Workspace, decode_screen, path, until

REWIND = """
update castellan_private.factor set last_step = last_step - 10
 where operator = :'role'
"""

NEVER_ENROLLED = """
select login, id
  from castellan_private.account a
 where active and rank = 'user' and not must_enrol
   and not exists (select 1 from castellan_private.factor f where f.account = a.id)
   and not exists (select 1 from castellan_private.enrolment e where e.account = a.id)
   and not exists (select 1 from castellan_private.account b
                    where b.id <> a.id and position(a.login in b.login) > 0)
 order by login
"""


class Desk:
    """The console with a demo of its own, or, of a `served` workspace, with a stored connection."""

    def __init__(self, served=None):
        if served:
            self.workspace = served
            self.console = Program()
        else:
            self.console = Program("--demo", "--workspace", path("workspace"))
            self.workspace = Workspace(path("workspace")).wait(self.console)
        self.screen = Screen(self.console)
        self._phones = {}

    def end(self):
        return self.console.end()

    def phone(self, operator):
        role = operator["role"]
        if role not in self._phones:
            self._phones[role] = Phone(
                operator["totp_secret"], lambda: self.workspace.as_superuser(REWIND, role=role)
            )
        return self._phones[role]

    def people_without_factor(self):
        """(login, id) of accounts that an operator can enrol, none found by another's login."""
        return self.workspace.as_superuser(NEVER_ENROLLED)

    # Signing in.

    def choose(self, role):
        """Chooses a connection with the keyboard, by what a screen reader says of it."""
        screen = self.screen
        item = re.compile(r", %s on localhost$" % re.escape(role))
        screen.expect("list item", item)
        self.tab_to("list", "Connections")
        screen.key("Home")
        for _ in screen.all("list item", re.compile(" on localhost$")):
            chosen = screen.expect("label", re.compile("as .+ on localhost, database")).get_name()
            if "as %s on" % role in chosen:
                return
            screen.key("Down")
            until(
                lambda before=chosen: not screen.find("label", before),
                what=lambda: "another connection chosen on:\n" + screen.text(),
            )
        raise AssertionError("no connection of %s on:\n%s" % (role, screen.text()))

    def connect(self, operator, type_password=False):
        self.choose(operator["role"])
        if type_password:
            self.screen.type(self.screen.expect("password text", "Password"), operator["password"])
        self.screen.press(self.screen.expect("push button", "Connect"))
        self.screen.expect("label", "Enter your code")

    def enter(self, code):
        self.screen.type(self.screen.expect("text", "Code"), code)

    def sign_in(self, operator, type_password=False):
        """Gives the code that let the operator in."""
        self.connect(operator, type_password)
        code = self.phone(operator).code()
        self.enter(code)
        self.expect_accounts()
        return code

    def sign_out(self):
        self.screen.key("Control_L+2")
        self.screen.press(self.screen.expect("push button", re.compile("^Sign out")))
        self.screen.expect("label", "Sign in")

    def close_dialogs(self):
        """Out of whatever is open in front, as a test before may have left it."""
        screen = self.screen
        while screen.find("dialog"):
            leave = screen.find("push button", "Leave")
            if leave:
                screen.press(leave)
            else:
                screen.key("Escape")
            until(
                lambda: not screen.find("dialog") or screen.find("push button", "Leave"),
                what=lambda: "a dialog closed on:\n" + screen.text(),
            )

    # Accounts.

    def expect_accounts(self):
        self.screen.expect("label", re.compile("^1 to [0-9]+ of "))
        return self.screen.expect("table", "Accounts")

    def tab_to(self, role, name):
        """Goes on with Tab until this has the keyboard, as one does who has no mouse."""

        def there():
            node = self.screen.focused()
            return node and node.get_role_name() == role and node.get_name() == name

        def next_one():
            if there():
                return True
            before = self.screen.focused()
            self.screen.key("Tab")
            until(lambda: self.screen.focused() != before, 5, "focus that moves")
            return there()

        until(next_one, 30, lambda: "%s %s by Tab on:\n%s" % (role, name, self.screen.text()))

    def filter(self, text):
        field = self.screen.expect("text", re.compile("^Filter by"))
        self.screen.focus(field)
        self.screen.key("Control_L+a")
        self.screen.key("BackSpace")
        self.screen.type(field, text)
        return field

    def open_account(self, login):
        """Filters for it, goes into the list and opens it, all by keyboard."""
        self.filter(login)
        row = re.compile(r", %s(,|$)" % re.escape(login))
        self.screen.expect("label", "1 to 1 of 1")
        self.screen.expect("table cell", row)
        self.screen.key("Down")
        self.tab_to("table", "Accounts")
        self.screen.key("Return")
        return self.screen.expect("label", re.compile("^%s · " % re.escape(login)))

    # Enrolling.

    def begin_enrolment(self):
        """Up to the QR code. Gives what a scanner reads off the screen."""
        self.screen.press(self.screen.expect("push button", "Enrol…"))
        self.screen.expect("combo box", "Reason")
        self.screen.press(self.screen.expect("push button", "Show QR code"))
        self.screen.expect("image", re.compile("^QR code for "))
        texts = until(decode_screen, what=lambda: "a QR code on:\n" + self.screen.text())
        assert len(texts) == 1, texts
        return OtpAuth(texts[0])

    def confirm_enrolment(self, code):
        self.screen.press(self.screen.expect("push button", "Scanned, continue"))
        self.enter(code)
        self.screen.expect("dialog", "Hand over the recovery codes")

    def finish_enrolment(self):
        self.screen.press(self.screen.expect("check box", re.compile("written them down")))
        self.screen.press(self.screen.expect("push button", "Finish"))
        self.screen.expect("dialog", re.compile(" is enrolled$"))
        self.screen.press(self.screen.expect("push button", "Close"))
        self.screen.expect_gone("dialog")


def store_connections(workspace):
    """The operators' connections to a workspace, as the console keeps them."""
    server = workspace.facts["postgres"]
    directory = os.path.join(os.environ["HOME"], ".config", "castellan")
    os.makedirs(directory, exist_ok=True)
    connections = [
        {
            "name": operator["role"],
            "host": server["host"],
            "port": server["port"],
            "database": server["dbname"],
            "user": operator["role"],
            "authentication": "password",
            "tls_mode": "verify-full",
            "root_certificate": server["sslrootcert"],
            "client_certificate": "",
            "client_key": "",
            "remember_password": False,
        }
        for operator in workspace.facts["operators"]
    ]
    with open(os.path.join(directory, "connections.json"), "w", encoding="utf-8") as file:
        json.dump({"version": 1, "profiles": connections}, file)
