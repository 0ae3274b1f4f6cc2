// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace castellan {

/// The program: a command of the schema, the demo without a window, or the console. Returns the
/// exit status: 0, 1 when something failed, 2 when the arguments are not understood.
int run(int argc, char *argv[]);

} // namespace castellan
