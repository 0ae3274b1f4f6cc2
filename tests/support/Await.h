// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"

#include <QTest>

#include <optional>

namespace castellan {

constexpr int kAwaitMs = 60'000;

/// Runs the event loop until the answer is there. For tests only: nothing else waits.
template <typename T> Result<T> await(const QFuture<Result<T>> &future, int timeoutMs = kAwaitMs)
{
    std::optional<Result<T>> got;
    QObject receiver;
    deliver(future, &receiver, [&got](Result<T> answer) { got.emplace(std::move(answer)); });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, timeoutMs))
        return Error { ErrorCode::Timeout, {}, QStringLiteral("the test waited too long") };
    return std::move(*got);
}

} // namespace castellan
