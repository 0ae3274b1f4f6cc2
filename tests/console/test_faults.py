# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the operator sees when the connection or the server goes away, at each place where one can
be, and what is needed to go on."""

import re
import unittest

import stage
from authenticator import Phone
from desk import Desk, store_connections
from server import Server

LOST = re.compile("^The connection to the server is lost. What you see stays")
BACKENDS = "select pid from pg_stat_activity where usename = :'role'"
TERMINATE = "select pg_terminate_backend(pid) from pg_stat_activity where usename = :'role'"


def setUpModule():
    global server, desk
    maker = stage.Program("--demo", "--headless", "--workspace", stage.path("workspace"))
    workspace = stage.Workspace(stage.path("workspace")).wait(maker)
    assert maker.end() == 0, maker.log()
    store_connections(workspace)
    server = Server(workspace)
    server.start()
    desk = Desk(served=workspace)


def tearDownModule():
    desk.end()
    server.stop("fast")


class FaultTest(unittest.TestCase):
    def setUp(self):
        self.operator = desk.workspace.operator("admin")
        server.stop("fast")
        server.start()
        desk.close_dialogs()
        self.leave()

    def leave(self):
        """At the sign-in form, wherever the test before ended, by whatever leads there."""
        screen = desk.screen
        if screen.find("page tab", "Accounts"):
            screen.expect_gone("alert", LOST, 60)
        ends = lambda: screen.find("label", "Sign in") or screen.find("label", "Enter your code")
        if screen.find("page tab", "Accounts") and not ends():
            desk.sign_out()
        if screen.find("label", "Enter your code"):
            screen.press(screen.expect("push button", "Back"))
        screen.expect("label", "Sign in")

    def sign_in(self):
        desk.sign_in(self.operator, type_password=True)

    def backends(self):
        return {row[0] for row in desk.workspace.as_superuser(BACKENDS, role=self.operator["role"])}

    def people(self):
        """Who is on the screen, in the order of the list."""
        cells = desk.screen.all("table cell", re.compile("@example"))
        return [cell.get_name() for cell in cells]

    def check_works(self):
        """The list answers again: what is asked for comes from the server."""
        login = desk.people_without_factor()[1][0]
        desk.filter(login)
        desk.screen.expect("table cell", re.compile(", %s," % re.escape(login)))
        desk.filter("")
        desk.screen.expect("label", re.compile("^1 to [0-9]+ of 500$"))


class SignedIn(FaultTest):
    def test_a_stopped_server_is_told_and_comes_back_by_itself(self):
        self.sign_in()
        desk.filter("example.org")
        desk.screen.expect("label", re.compile("^1 to [0-9]+ of 1[0-9][0-9]$"))
        shown = self.people()
        server.stop("fast")
        desk.screen.expect("alert", LOST)
        desk.screen.expect("label", "Connection lost")
        still = self.people()  # less of them: the banner takes the place of a row
        self.assertGreater(len(still), 5)
        self.assertEqual(still, shown[: len(still)])
        server.start()
        desk.screen.expect_gone("alert", LOST, 60)
        desk.screen.expect("label", "localhost · TLS")
        stage.until(
            lambda: self.people() == shown, what=lambda: "the same on:\n" + desk.screen.text()
        )
        self.check_works()

    def test_terminated_backends_are_replaced(self):
        self.sign_in()
        stage.until(lambda: len(self.backends()) == 2, what="both connections")
        before = self.backends()
        desk.workspace.as_superuser(TERMINATE, role=self.operator["role"])
        stage.until(
            lambda: len(self.backends() - before) == 2,
            60,
            lambda: "both connections anew on:\n" + desk.screen.text(),
        )
        desk.screen.expect_gone("alert", LOST, 60)
        self.assertIsNone(desk.screen.find("label", "Enter your code"))
        self.check_works()

    def test_after_a_crash_a_code_is_asked_for(self):
        self.sign_in()
        server.stop("immediate")
        desk.screen.expect("alert", LOST)
        server.start()
        desk.screen.expect("label", "Enter your code", 60)
        desk.screen.expect("label", re.compile("^Your session on the server has ended: by a "))
        self.assertIsNone(desk.screen.find("table"))
        desk.enter(desk.phone(self.operator).code())
        desk.expect_accounts()
        self.check_works()


class InTheWizard(FaultTest):
    def test_it_waits_and_goes_on(self):
        self.sign_in()
        desk.open_account(desk.people_without_factor()[0][0])
        scanned = desk.begin_enrolment()
        server.stop("fast")
        desk.screen.expect("alert", re.compile("The connection is lost"))
        self.assertTrue(desk.screen.find("dialog", "Scan with the authenticator"))
        server.start()
        desk.screen.expect_gone("alert", re.compile("The connection is lost"), 60)
        desk.confirm_enrolment(Phone(scanned.seed).code())
        desk.finish_enrolment()
        desk.screen.expect("label", "Active")


class SigningIn(FaultTest):
    def test_no_server_is_told_and_nothing_is_lost(self):
        screen = desk.screen
        desk.choose(self.operator["role"])
        server.stop("fast")
        screen.type(screen.expect("password text", "Password"), self.operator["password"])
        screen.press(screen.expect("push button", "Connect"))
        screen.expect("alert", re.compile("localhost"))
        server.start()
        self.sign_in()

    def test_lost_before_the_code(self):
        screen = desk.screen
        desk.connect(self.operator, type_password=True)
        server.stop("fast")
        desk.enter(desk.phone(self.operator).wrong_code())
        told = re.compile("connection|server", re.IGNORECASE)
        stage.until(
            lambda: screen.find("alert", told)
            or [one for one in screen.all("label", told) if "authenticator" not in one.get_name()],
            what=lambda: "what happened on:\n" + screen.text(),
        )
        server.start()
        stage.until(self.backends, 60, "the connection, by itself")
        desk.enter(desk.phone(self.operator).wrong_code())
        screen.expect("label", re.compile("^That code is not right"))
        desk.enter(desk.phone(self.operator).code())
        desk.expect_accounts()


if __name__ == "__main__":
    stage.main()
