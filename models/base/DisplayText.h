// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace castellan {

/// Text from outside, made fit to be shown: what would be invisible, move the text about (bidi
/// overrides), break the line or flood the window is written out instead. For everything that a
/// person, an application or a server named. The result is plain text, never markup.
class DisplayText {
public:
    static constexpr int kMaxLength = 200;

    /// Controls become Unicode's control pictures (␀, ␊), other invisible characters ⟨U+202E⟩; a
    /// joiner stays where a script or an emoji needs it. Longer text ends in "…".
    static QString visible(QStringView text, int maxLength = kMaxLength);
};

} // namespace castellan
