// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

namespace castellan {

/// What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5802): made here, so that the password
/// itself stands in no statement.
class ScramVerifier {
public:
    /// As text for `alter role … password`. InvalidArgument without a password.
    static Result<Secret> make(const Secret &password);
};

} // namespace castellan
