// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QTest>

namespace castellan {

/// What a failed result said, for the test's log.
inline QByteArray describe(const Error &error)
{
    QByteArray text =
        "error " + QByteArray::number(static_cast<int>(error.code)) + ": " + error.detail.toUtf8();
    for (auto it = error.facts.cbegin(); it != error.facts.cend(); ++it)
        text += " [" + it.key().toUtf8() + "=" + it.value().toString().toUtf8() + "]";
    return text;
}

} // namespace castellan

/// Fails the test, telling the error, when a Result has no value.
#define QVERIFY_RESULT(...)                                                                        \
    do {                                                                                           \
        const auto &verified = (__VA_ARGS__);                                                      \
        QVERIFY2(verified.hasValue(),                                                              \
                 verified.hasValue() ? "" : castellan::describe(verified.error()).constData());    \
    } while (false)
