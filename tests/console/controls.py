# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a control unusable with a screen reader."""

from gi.repository import GLib

# What can have the keyboard, as one expects to hear it called.
KEYBOARD_ROLES = {
    "check box",
    "combo box",
    "label",  # text that can be marked and copied
    "list",
    "list item",
    "menu item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "spin button",
    "split pane",
    "table",
    "table cell",
    "text",
    "toggle button",
}
# What has to have a name though the keyboard never gets there.
NAMED_ROLES = {"alert", "dialog", "heading", "push button", "check box", "table column header"}


def faults(screen):
    """One line for each control that says too little or something odd."""
    found = []
    for node in screen.nodes():
        try:
            found += _faults_of(screen, node)
        except GLib.Error:
            continue  # gone meanwhile
    return found


def _faults_of(screen, node):
    role, name, description = node.get_role_name(), screen.name(node), node.get_description()
    said = "%s %r (%s)" % (role, name, description)
    can_have_keyboard = screen.is_focusable(node)
    if can_have_keyboard and role not in KEYBOARD_ROLES:
        yield "the keyboard reaches " + said
    if (can_have_keyboard or role in NAMED_ROLES) and not name.strip():
        yield "no name: " + said
    if role == "unknown":
        yield "no role: " + said
    if "<qt>" in name + description:
        yield "markup is read aloud: " + said
    if "&" in name and "& " not in name:
        yield "a mnemonic is read aloud: " + said
