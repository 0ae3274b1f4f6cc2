// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFontMetrics;
class QWidget;

namespace castellan {

/// Tooltips guess whether their text is HTML and would load local images. This makes one that
/// shows the text as it is, line breaks included, wrapped at a readable width.
QString plainToolTip(const QString &text);

/// Sets the tooltip of a widget from plain text; empty takes it away.
void setPlainToolTip(QWidget *widget, const QString &text);

/// A literal text for places where "&" would mark a mnemonic (buttons, menus, tabs).
QString withoutMnemonic(const QString &text);

/// Pixels of the longest word: where there is so much room, nothing has to break within one.
int widestWord(const QString &text, const QFontMetrics &metrics);

/// The text with places to break in words that no line of this width holds, where wrapping would
/// cut them. For measuring and drawing alone: who copies it gets them too.
QString withBreaks(const QString &text, const QFontMetrics &metrics, int width);

} // namespace castellan
