// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace castellan {

/// Where the time comes from, so that tests can set it. Usable from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    /// The time of day in UTC, in milliseconds; it may jump.
    virtual QDateTime utcNow() const = 0;
    /// Milliseconds since some fixed moment, time asleep included; it never goes back. For
    /// durations.
    virtual qint64 monotonicMs() const = 0;
};

class SystemClock final : public Clock {
public:
    QDateTime utcNow() const override;
    qint64 monotonicMs() const override;
};

} // namespace castellan
