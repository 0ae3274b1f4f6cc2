// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

namespace castellan {

/// For a role nobody types in: 24 bytes in base64url. Internal when there is no randomness.
Result<Secret> randomPassword();

} // namespace castellan
