// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace castellan {

/// How long to wait before the next try: doubled each time up to a limit, and shortened by up to
/// half at random, so that all consoles of a restarted server do not come at once. Milliseconds.
class Backoff {
public:
    Backoff(int firstMs, int longestMs)
        : m_firstMs(firstMs)
        , m_longestMs(longestMs)
    {
    }
    int next();
    void reset() { m_tries = 0; }

private:
    int m_firstMs;
    int m_longestMs;
    int m_tries = 0;
};

} // namespace castellan
