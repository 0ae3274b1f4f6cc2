// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace castellan {

/// Runs a command of the schema (`castellan schema …`) to its end, without a display, and returns
/// its exit status; nothing when the arguments, without the program's name, are no command. The
/// status: 0 done, 1 failed (a sentence says what has been changed), 2 not understood, 3 `status`
/// found work to do. Runs the event loop of the QCoreApplication that is there.
/// PgEnvironment::scrub() comes before it.
std::optional<int> runCommand(const QStringList &arguments);

} // namespace castellan
