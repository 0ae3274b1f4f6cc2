# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as assistive technology sees it: names, roles, states, and the keyboard."""

import re

import gi

gi.require_version("Atspi", "2.0")
# pylint: disable=wrong-import-position
from gi.repository import Atspi, GLib

from stage import Keyboard, until

State = Atspi.StateType
HIDDEN_CELLS = 20  # more than the columns that a row can hide
CELLS_TOLD = 12
LOG_LINES = 30


def _states(node):
    return node.get_state_set()


def _matches(wanted, text):
    return wanted is None or (
        bool(wanted.search(text)) if isinstance(wanted, re.Pattern) else wanted == text
    )


class Screen:
    """One program's windows. Only what is showing is found: nobody uses anything else."""

    def __init__(self, process):
        self._process = process
        self._keyboard = Keyboard()
        self._program = until(self._find_program, 60, "the program on the accessibility bus")
        # Each look is at what is there now, not at what was when it was looked at before.
        self._program.set_cache_mask(Atspi.Cache.NONE)

    def _find_program(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(i)
            if one and one.get_process_id() == self._process.pid:
                return one
        return None

    def nodes(self, root=None):
        """Everything that shows, from the outside in; what vanishes meanwhile is left out."""
        try:
            yield from self._below(root or self._program)
        except GLib.Error:
            return

    def _below(self, node):
        is_table = node.get_role_name() == "table"
        seen, hidden = False, 0
        i = 0
        while i < node.get_child_count():
            child = node.get_child_at_index(i)
            i += 1
            try:
                if child is None or not _states(child).contains(State.SHOWING):
                    # Below the last row that shows there may be hundreds more.
                    hidden += 1
                    if is_table and seen and hidden > HIDDEN_CELLS:
                        return
                    continue
                seen, hidden = seen or child.get_role_name() == "table cell", 0
                yield child
                yield from self._below(child)
            except GLib.Error:
                continue

    def all(self, role, name=None, root=None):
        found = []
        for node in self.nodes(root):
            try:
                if node.get_role_name() == role and _matches(name, self.name(node)):
                    found.append(node)
            except GLib.Error:
                continue
        return found

    def find(self, role, name=None, root=None):
        return next(iter(self.all(role, name, root)), None)

    def expect(self, role, name=None, within=30, root=None):
        return until(
            lambda: self.find(role, name, root),
            within,
            lambda: "%s %s on:\n%s" % (role, name, self.text()),
        )

    def expect_gone(self, role, name=None, within=30):
        until(
            lambda: not self.find(role, name),
            within,
            lambda: "no %s %s on:\n%s" % (role, name, self.text()),
        )

    def text(self, root=None):
        """All of it in lines, for the message of a test that failed, with what the program said."""
        lines, cells = [], 0
        for node in self.nodes(root):
            try:
                cells += node.get_role_name() == "table cell"
                if node.get_role_name() != "table cell" or cells <= CELLS_TOLD:
                    lines.append("  %s %r" % (node.get_role_name(), node.get_name()))
            except GLib.Error:
                continue
        return "\n".join(lines + self._process.log().splitlines()[-LOG_LINES:])

    # What a person does.

    def press(self, node):
        """Presses a button, as a screen reader does."""
        until(lambda: self.is_enabled(node), what=lambda: "enabled on:\n" + self.text())
        names = [node.get_action_name(i) for i in range(node.get_n_actions())]
        wanted = next(name for name in ("Press", "Toggle") if name in names)
        assert node.do_action(names.index(wanted))

    def focus(self, node):
        until(lambda: self.is_enabled(node), what=lambda: "enabled on:\n" + self.text())
        assert node.grab_focus(), node.get_name()
        until(lambda: self.has_focus(node), what=lambda: "focus on:\n" + self.text())

    def type(self, node, text):
        """Types the text key by key, as a person does."""
        self.focus(node)
        if text:
            Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)

    def key(self, keys):
        """"Tab", or with what is held down: "Control_L+k"."""
        *held, last = keys.split("+")
        codes = [self._keyboard.code(name) for name in held]
        for code in codes:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        symbol = self._keyboard.symbol(last)
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        for code in reversed(codes):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)

    # What a screen reader says.

    @staticmethod
    def name(node):
        """A choice's own name is what is chosen; what it is for says the label beside it."""
        if node.get_role_name() != "combo box":
            return node.get_name()
        for relation in node.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                return relation.get_target(0).get_name()
        return ""

    @staticmethod
    def is_enabled(node):
        return _states(node).contains(State.ENABLED)

    @staticmethod
    def is_checked(node):
        return _states(node).contains(State.CHECKED)

    @staticmethod
    def is_focusable(node):
        return _states(node).contains(State.FOCUSABLE)

    @staticmethod
    def has_focus(node):
        return _states(node).contains(State.FOCUSED)

    def focused(self):
        """What has the keyboard: the innermost, since a container says so for what is in it. The
        current item of a list says so even when the list does not."""
        items = ("list item", "table cell")
        found = [node for node in self.nodes() if self.has_focus(node) and self.is_focusable(node)]
        outside = [node for node in found if node.get_role_name() not in items]
        return next(reversed(outside or found), None)

    @staticmethod
    def length(node):
        return node.get_text_iface().get_character_count()
