// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/QrCode.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QString>

namespace castellan {

/// The terminal: lines out, passwords in. What a server said is in these lines too: nothing in them
/// reaches the terminal as a control sequence.
class Console {
public:
    void print(const QString &text);
    void complain(const QString &text);
    /// A secret is printed from its own memory, never through a QString.
    void print(const Secret &text);
    /// Replaces the line printed before, on a terminal; says nothing elsewhere.
    void showProgress(const QString &text);

    /// Asks on the terminal without showing what is typed; reads a line from standard input where
    /// that is no terminal. Empty when there is none. InvalidArgument with the facts "reason" =
    /// "too_long" and "most" (bytes) when the line is longer; all of it is taken then.
    Result<Secret> askSecret(const QString &prompt);

    /// With half blocks, two modules a line, and the quiet zone; black on white whatever the
    /// terminal's own colours are.
    void draw(const QrCode &code);

private:
    void endProgress();

    bool m_inProgress = false;
};

} // namespace castellan
