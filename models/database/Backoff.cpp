// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/Backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace castellan {

int Backoff::next()
{
    constexpr int kMostDoublings = 20;
    const qint64 wait =
        std::min<qint64>(m_longestMs, qint64(m_firstMs) << std::min(m_tries, kMostDoublings));
    ++m_tries;
    const auto half = static_cast<int>(wait / 2);
    return static_cast<int>(wait) - QRandomGenerator::global()->bounded(half + 1);
}

} // namespace castellan
