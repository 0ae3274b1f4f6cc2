// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/Fuzz.h"

#include "models/base/Base32.h"
#include "models/base/OtpAuthUri.h"

using namespace castellan;

/// What is accepted has a seed, and numbers that a code can be made of.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto uri = OtpAuthUri::parse(Secret::fromUtf8(inputOf(data, size).toByteArray()));
    if (!uri)
        return 0;
    const auto seed = Base32::decode(uri.value().secretBase32.view());
    FUZZ_HOLDS(seed && !seed.value().isEmpty());
    FUZZ_HOLDS(uri.value().digits >= 6 && uri.value().digits <= 8);
    FUZZ_HOLDS(uri.value().period > 0);
    const QString code =
        Totp::code(seed.value().view(), 1, uri.value().digits, uri.value().algorithm);
    FUZZ_HOLDS(code.size() == uri.value().digits);
    return 0;
}
