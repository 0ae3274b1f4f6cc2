// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ListPage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace castellan {

/// Scrolls a list page as fast as it will go and tells what that costs: how much memory stays, and
/// how long the GUI thread is busy from one step to the next, with the repaint and all that the
/// step set off. Turns round at the end, until the time is over and the end was reached.
class ScrollMeter : public QObject {
public:
    /// The page is on the screen and has its first rows. `step`: rows. Calls `done` with the
    /// report.
    ScrollMeter(ListPage &page, int step, int seconds, std::function<void(const QString &)> done);

    void start();

private:
    void tick();
    void move();
    bool turnsRound();
    void finish();

    ListPage &m_page;
    std::function<void(const QString &)> m_done;
    QTimer m_timer;
    QElapsedTimer m_whole;
    QElapsedTimer m_turn;
    double m_cpuThen = 0;
    QList<double> m_busy;
    QList<double> m_cpu; ///< says on a loaded machine what the step itself takes
    double m_before = 0; ///< megabytes
    double m_peak = 0;
    qint64 m_seconds;
    int m_step;
    int m_waits = 0;
    int m_steps = 0;
    int m_direction = 1;
    bool m_reachedEnd = false;
};

} // namespace castellan
