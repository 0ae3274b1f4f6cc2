// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace castellan {

/// Before anything else runs: no core dumps, no reading of this process by others of the same user,
/// and no say for environment variables that load code. What the system refuses is left as it is.
void hardenProcess();

} // namespace castellan
