// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/Fuzz.h"

#include "models/base/DisplayText.h"

using namespace castellan;

/// Whatever comes in, nothing that turns, hides or breaks a line goes out.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString shown = DisplayText::visible(QString::fromUtf8(inputOf(data, size)), 40);
    for (const QChar c : shown) {
        FUZZ_HOLDS(c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() > 0x9f));
        FUZZ_HOLDS(c.unicode() < 0x202a || c.unicode() > 0x202e);
        FUZZ_HOLDS(c.unicode() < 0x2066 || c.unicode() > 0x2069);
        FUZZ_HOLDS(c.unicode() != 0x2028 && c.unicode() != 0x2029);
    }
    return 0;
}
