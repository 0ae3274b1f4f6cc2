// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"

namespace castellan {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock {
public:
    explicit FakeClock(QDateTime start = QDateTime({ 2026, 1, 15 }, { 12, 0 }, Qt::UTC))
        : m_now(std::move(start))
    {
    }
    QDateTime utcNow() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonic; }

    void advance(qint64 ms)
    {
        m_now = m_now.addMSecs(ms);
        m_monotonic += ms;
    }
    /// The time of day jumps, as when somebody sets it; durations do not.
    void jumpTo(const QDateTime &time) { m_now = time; }

private:
    QDateTime m_now;
    qint64 m_monotonic = 1'000'000;
};

} // namespace castellan
