// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ScrollMeter.h"

#include "models/lists/PagedModel.h"
#include "ui/kit/ListView.h"

#include <QFile>
#include <QScrollBar>

#include <algorithm>

#include <malloc.h>
#include <time.h>
#include <unistd.h>

namespace castellan {

namespace {

double residentMegabytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return double(file.readAll().split(' ').value(1).toLongLong()) * double(sysconf(_SC_PAGESIZE))
        / 1048576.0;
}

double cpuMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

QString figures(QList<double> &times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times.at(qsizetype(share * double(times.size() - 1)));
    };
    return QStringLiteral("p50 %1 ms, p99 %2 ms, max %3 ms")
        .arg(at(0.5), 0, 'f', 2)
        .arg(at(0.99), 0, 'f', 2)
        .arg(times.last(), 0, 'f', 2);
}

} // namespace

ScrollMeter::ScrollMeter(ListPage &page, int step, int seconds,
                         std::function<void(const QString &)> done)
    : m_page(page)
    , m_done(std::move(done))
    , m_seconds(seconds)
    , m_step(step)
{
    connect(&m_timer, &QTimer::timeout, this, &ScrollMeter::tick);
}

void ScrollMeter::start()
{
    m_before = residentMegabytes();
    m_peak = m_before;
    m_whole.start();
    m_timer.start(0);
}

void ScrollMeter::tick()
{
    if (m_turn.isValid()) {
        m_busy.append(double(m_turn.nsecsElapsed()) / 1e6);
        m_cpu.append(cpuMilliseconds() - m_cpuThen);
    }
    m_turn.invalidate();
    if (m_whole.elapsed() > m_seconds * 1000 && m_reachedEnd)
        return finish();
    if (turnsRound())
        return;
    m_turn.start();
    m_cpuThen = cpuMilliseconds();
    move();
    if (++m_steps % 500 == 0) {
        m_peak = std::max(m_peak, residentMegabytes());
        m_turn.invalidate(); // reading the memory is not scrolling
    }
}

void ScrollMeter::move()
{
    QScrollBar *bar = m_page.view()->verticalScrollBar();
    bar->setValue(bar->value() + m_direction * m_step * m_page.view()->rowHeight());
    m_page.view()->viewport()->repaint();
}

/// At an edge of what is loaded: waits for more, or turns at the list's own.
bool ScrollMeter::turnsRound()
{
    const QScrollBar *bar = m_page.view()->verticalScrollBar();
    const bool down = m_direction > 0;
    if (down ? bar->value() < bar->maximum() : bar->value() > bar->minimum())
        return false;
    ++m_waits;
    if (down ? m_page.model()->atEnd() : m_page.model()->atStart()) {
        m_reachedEnd = m_reachedEnd || down;
        m_direction = -m_direction;
    }
    return true;
}

void ScrollMeter::finish()
{
    m_timer.stop();
    m_peak = std::max(m_peak, residentMegabytes());
    const auto &count = m_page.model()->facts().count();
    m_done(QStringLiteral("rows: %1, scrolled %2 s in %3 steps of %4, %5 waits at an edge\n"
                          "resident memory: %6 MB before, grew by %7 MB (bound: 20)\n"
                          "GUI thread a step: %8 (bounds: p99 16, max 50)\n"
                          "of which its own CPU: %9\n")
               .arg(count ? count->count : m_page.model()->rowCount())
               .arg(m_whole.elapsed() / 1000)
               .arg(m_steps)
               .arg(m_step)
               .arg(m_waits)
               .arg(m_before, 0, 'f', 1)
               .arg(m_peak - m_before, 0, 'f', 1)
               .arg(figures(m_busy), figures(m_cpu)));
}

} // namespace castellan
