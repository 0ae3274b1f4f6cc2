// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"
#include "models/database/ConnectionProfile.h"

#include <functional>

namespace castellan {

/// One of the demo's operators: its connection, and what fills the fields. Never stored.
struct DemoPerson {
    ConnectionProfile profile;
    std::function<Secret()> password;
    std::function<Secret()> currentCode; ///< of this moment's time step
};

} // namespace castellan
