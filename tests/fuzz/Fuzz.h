// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// A property that must hold for every input; what breaks it is kept by the fuzzer.
#define FUZZ_HOLDS(condition)                                                                      \
    do {                                                                                           \
        if (!(condition))                                                                          \
            std::abort();                                                                          \
    } while (false)

namespace castellan {

inline QByteArrayView inputOf(const std::uint8_t *data, std::size_t size)
{
    return { reinterpret_cast<const char *>(data), qsizetype(size) };
}

} // namespace castellan

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
