// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

namespace castellan {

/// What an operator's new password must be. Length alone (NIST SP 800-63B-4, 3.1.1.2): PostgreSQL
/// checks the password before any second factor, and lets anybody guess without end.
class PasswordRule {
public:
    static constexpr int kLeastCharacters = 15;

    /// InvalidArgument with reason "too_short" and "least" for fewer code points of UTF-8.
    static Result<void> check(const Secret &password);
};

} // namespace castellan
