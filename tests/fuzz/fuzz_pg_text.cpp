// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/Fuzz.h"

#include "models/database/PgText.h"

#include <limits>

using namespace castellan;

/// Values as a hostile server may write them. What is understood is written and read back the same.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text = inputOf(data, size);
    if (const auto micros = PgText::micros(text)) {
        const bool finite = *micros != std::numeric_limits<qint64>::max()
            && *micros != std::numeric_limits<qint64>::min();
        if (finite)
            FUZZ_HOLDS(PgText::micros(PgText::timestamp(*micros)) == micros);
    }
    if (const auto elements = PgText::array(text))
        FUZZ_HOLDS(PgText::array(PgText::array(*elements)) == elements);
    if (const auto bytes = PgText::bytes(text))
        FUZZ_HOLDS(bytes->size() * 2 + 2 == text.size());
    return 0;
}
