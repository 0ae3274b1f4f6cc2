// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Clock.h"

#include <QDeadlineTimer>

namespace castellan {

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMs() const
{
    return QDeadlineTimer::current().deadline();
}

} // namespace castellan
