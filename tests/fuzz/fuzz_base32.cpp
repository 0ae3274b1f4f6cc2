// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/Fuzz.h"

#include "models/base/Base32.h"

using namespace castellan;

/// What can be decoded is written back as it was, but for case, gaps and padding.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = inputOf(data, size);
    const auto decoded = Base32::decode(text);
    if (decoded) {
        const Secret encoded = Base32::encode(decoded.value().view());
        QByteArray plain = text.toByteArray().toUpper();
        plain.replace(' ', "").replace('-', "");
        while (plain.endsWith('='))
            plain.chop(1);
        FUZZ_HOLDS(encoded.view() == plain);
    }
    const Secret encoded = Base32::encode(text);
    const auto again = Base32::decode(encoded.view());
    FUZZ_HOLDS(again && again.value().view() == text);
    return 0;
}
