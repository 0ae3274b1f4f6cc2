// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/Fuzz.h"

#include "models/database/ConnectionProfile.h"

using namespace castellan;

/// What is accepted survives being stored, and never holds a password.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto profile = ConnectionProfile::fromUri(QString::fromUtf8(inputOf(data, size)));
    if (!profile)
        return 0;
    const auto again = ConnectionProfile::fromJson(profile.value().toJson());
    FUZZ_HOLDS(!again || again.value() == profile.value());
    return 0;
}
