# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job once through the real window: signing in, finding a person, enrolling a phone whose
codes the application accepts afterwards. By accessible names, roles, states, and the keyboard."""

import re
import unittest

import stage
from authenticator import Phone, by_oathtool, by_pyotp, step
from controls import faults
from desk import Desk

RECOVERY_CODE = re.compile(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}")
VERIFY = "select ok, outcome from castellan.otp_verify(:'account', :'code', '203.0.113.7')"
RECOVER = "select ok, outcome from castellan.recovery_code_verify(:'account', :'code', null)"


def setUpModule():
    global desk
    desk = Desk()


def tearDownModule():
    assert desk.end() == 0, desk.console.log()


class WindowTest(unittest.TestCase):
    maxDiff = None

    def check_controls(self, page):
        with self.subTest(page=page):
            self.assertEqual(faults(desk.screen), [], page)

    def operator(self, kind="admin"):
        return desk.workspace.operator(kind)

    def leave(self):
        """Back at the sign-in form, wherever the test before ended."""
        desk.close_dialogs()
        if not desk.screen.find("label", "Sign in"):
            if desk.screen.find("label", "Enter your code"):
                desk.screen.press(desk.screen.expect("push button", "Back"))
            else:
                desk.sign_out()
        desk.screen.expect("label", "Sign in")


class SignIn(WindowTest):
    def setUp(self):
        self.leave()

    def test_offers_every_demo_person_by_name(self):
        screen = desk.screen
        screen.expect("list item", re.compile("omar"))
        names = " ".join(item.get_name() for item in screen.all("list item"))
        for operator in desk.workspace.facts["operators"]:
            self.assertIn("%s on localhost" % operator["role"], names)
        self.assertTrue(screen.find("alert", re.compile("^This is the demo")))
        self.check_controls("sign in")

    def test_tab_goes_through_the_form_in_order(self):
        screen = desk.screen
        screen.focus(screen.expect("password text", "Password"))
        visited = []
        for _ in range(5):
            before = screen.focused()
            screen.key("Tab")
            stage.until(lambda: screen.focused() != before, 5, "focus that moves")
            visited.append((screen.focused().get_role_name(), screen.focused().get_name()))
        self.assertEqual(
            visited,
            [
                ("push button", "Connect"),
                ("push button", "Test connection"),
                ("list", "Connections"),
                ("push button", "New connection…"),
                ("password text", "Password"),
            ],
        )

    def test_refuses_a_wrong_code_and_takes_the_right_one(self):
        screen, operator = desk.screen, self.operator()
        desk.connect(operator)
        self.check_controls("code")
        desk.enter(desk.phone(operator).wrong_code())
        screen.expect("label", re.compile("^That code is not right. You are not signed in."))
        self.assertEqual(screen.length(screen.expect("text", "Code")), 0)
        self.assertIsNone(screen.find("table"))
        desk.enter(desk.phone(operator).code())
        desk.expect_accounts()
        self.assertTrue(screen.find("label", "localhost · TLS"))

    def test_names_what_a_new_connection_needs(self):
        screen = desk.screen
        screen.press(screen.expect("push button", "New connection…"))
        screen.expect("dialog", "New connection")
        for role, name in (
            ("text", "Name"),
            ("text", "Host"),
            ("spin button", "Port"),
            ("text", "Database"),
            ("text", "User"),
            ("combo box", "Authentication"),
            ("combo box", "Encryption"),
            ("text", "Root certificate"),
        ):
            self.assertTrue(screen.find(role, name), "%s %s\n%s" % (role, name, screen.text()))
        self.assertFalse(screen.is_enabled(screen.expect("push button", "Save")))
        self.check_controls("new connection")
        screen.key("Escape")
        screen.expect_gone("dialog")


class SignedIn(WindowTest):
    def setUp(self):
        desk.close_dialogs()
        if not desk.screen.find("table", "Accounts"):
            self.leave()
            desk.sign_in(self.operator())


class Accounts(SignedIn):
    def test_rows_say_who_they_are(self):
        desk.filter("")
        stage.until(lambda: len(desk.screen.all("table cell")) > 20)
        cells = [cell.get_name() for cell in desk.screen.all("table cell")]
        self.assertNotIn("", cells)
        people = [name for name in cells if "@example." in name]
        self.assertGreater(len(people), 5)
        self.check_controls("accounts")

    def test_filters_as_one_types(self):
        screen = desk.screen
        desk.filter("zzzzzz")
        screen.expect("label", re.compile("^0 |^No account"))
        login = desk.people_without_factor()[0][0]
        desk.filter(login)
        screen.expect("label", "1 to 1 of 1")
        screen.expect("table cell", re.compile(re.escape(login)))
        desk.filter("")
        screen.expect("label", re.compile("^1 to [0-9]+ of 500$"))

    def test_a_facet_can_be_switched_by_a_screen_reader(self):
        screen = desk.screen
        desk.filter("")
        screen.expect("label", re.compile(" of 500$"))
        facet = re.compile("^Locked: ")
        number = int(screen.expect("check box", facet).get_name().split(": ")[1])
        screen.press(screen.expect("check box", facet))
        screen.expect("label", re.compile(" of %d$" % number))
        self.assertTrue(screen.is_checked(screen.expect("check box", facet)))
        screen.press(screen.expect("check box", facet))
        screen.expect("label", re.compile(" of 500$"))


class Keys(SignedIn):
    def test_control_k_opens_the_palette(self):
        screen = desk.screen
        screen.key("Control_L+k")
        field = screen.expect("text", "Search pages and actions")
        stage.until(lambda: screen.has_focus(field), what="focus in the palette")
        screen.type(field, "settings")
        screen.expect("list item", re.compile("^Settings"))
        self.check_controls("palette")
        screen.key("Return")
        screen.expect("combo box", "Language")
        screen.expect_gone("text", "Search pages and actions")
        self.check_controls("settings")
        screen.key("Control_L+1")
        desk.expect_accounts()

    def test_control_l_locks_and_asks_for_password_and_code(self):
        screen, operator = desk.screen, self.operator()
        screen.key("Control_L+l")
        screen.expect("label", "Locked")
        self.assertIsNone(screen.find("table"))
        field = screen.expect("password text", "Password")
        self.check_controls("locked")
        if screen.length(field) == 0:
            screen.type(field, operator["password"])
        screen.press(screen.expect("push button", "Unlock"))
        screen.expect("label", "Enter your code")
        self.assertIsNone(screen.find("table"))
        desk.enter(desk.phone(operator).code())
        desk.expect_accounts()


class Enrolment(SignedIn):
    def test_a_phone_is_enrolled_and_its_codes_are_accepted(self):
        screen = desk.screen
        login, account = desk.people_without_factor()[0]
        desk.open_account(login)
        self.check_controls("account")
        scanned = self.scan(login)
        phone = Phone(scanned.seed)
        desk.confirm_enrolment(phone.code())
        codes = self.read_recovery_codes()
        self.assertFalse(screen.is_enabled(screen.expect("push button", "Finish")))
        desk.finish_enrolment()
        screen.expect("label", "Active")

        self.assertEqual(self.ask(VERIFY, account, phone.code()), ["t", "ok"])
        self.assertEqual(self.ask(RECOVER, account, codes[3]), ["t", "ok"])
        self.assertEqual(self.ask(RECOVER, account, codes[3]), ["f", "refused"])
        self.assertEqual(self.ask(RECOVER, account, codes[4].lower()), ["t", "ok"])

    def scan(self, login):
        desk.screen.press(desk.screen.expect("push button", "Enrol…"))
        desk.screen.expect("combo box", "Reason")
        self.check_controls("reason")
        desk.screen.press(desk.screen.expect("push button", "Cancel"))
        desk.screen.expect_gone("dialog")
        scanned = desk.begin_enrolment()
        self.check_controls("scan")
        self.assertEqual((scanned.issuer, scanned.account), ("Castellan demo", login))
        self.assertEqual(scanned.fields["issuer"], "Castellan demo")
        now = step()
        for at in (now - 1, now, now + 1):
            self.assertEqual(by_oathtool(scanned.seed, at), by_pyotp(scanned.seed, at))
        # What one types who can't scan is the same key.
        typed = desk.screen.expect("label", re.compile("^Key to type\n")).get_name()
        self.assertEqual("".join(typed.splitlines()[1:]).replace(" ", ""), scanned.seed)
        return scanned

    def read_recovery_codes(self):
        self.assertEqual(stage.decode_screen(), [])
        self.check_controls("recovery codes")
        shown = desk.screen.expect("label", re.compile("^Recovery codes\n")).get_name()
        codes = RECOVERY_CODE.findall(shown)
        self.assertEqual(len(set(codes)), 10, shown)
        return codes

    def ask(self, statement, account, code):
        return desk.workspace.as_application(statement, account=account, code=code)[0]


if __name__ == "__main__":
    stage.main()
