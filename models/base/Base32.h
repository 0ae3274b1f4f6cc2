// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

namespace castellan {

/// RFC 4648 section 6: upper case, without padding, as authenticator apps want seeds.
class Base32 {
public:
    static Secret encode(QByteArrayView bytes);
    /// Takes either case; spaces, hyphens and padding at the end are skipped, as people type them.
    /// Malformed on any other character, an impossible length or stray bits.
    static Result<Secret> decode(QByteArrayView text);
};

} // namespace castellan
