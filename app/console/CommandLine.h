// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QCoreApplication>
#include <QStringList>

namespace castellan {

/// What the console was started for.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(castellan::CommandLine)
public:
    bool demo = false;
    bool headless = false;
    QString workspace; ///< a folder to keep the demo in; empty: a new one that goes away
    QString tour; ///< a folder for pictures; empty: no tour
    qint64 accounts = 500; ///< of the demo
    bool help = false;
    bool version = false;

    bool needsDisplay() const { return !headless && !help && !version; }

    /// InvalidArgument with the facts "argument" and "reason". The first argument is the program
    /// itself.
    static Result<CommandLine> parse(const QStringList &arguments);
    /// One sentence for such an error.
    static QString misunderstanding(const Error &error);
    static QString helpText();
};

} // namespace castellan
