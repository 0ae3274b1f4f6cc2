// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/TimeLabels.h"

#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/TimeText.h"

#include <algorithm>

namespace castellan {

namespace {

/// Often enough that "31 s ago" is true, and rarely once minutes are counted.
int tickFor(qint64 age)
{
    return std::abs(age) < 60 ? 1000 : 30000;
}

} // namespace

RelativeTime::RelativeTime(const Clock &clock, QWidget *parent)
    : PlainLabel({}, TextRole::Body, Tone::Muted, parent)
    , m_clock(clock)
{
    connect(&m_tick, &QTimer::timeout, this, &RelativeTime::refresh);
}

void RelativeTime::setTime(const QDateTime &time)
{
    m_time = time;
    refresh();
}

void RelativeTime::refresh()
{
    const QDateTime now = m_clock.utcNow();
    setText(TimeText::relative(m_time, now));
    setPlainToolTip(this, TimeText::exact(m_time));
    setAccessibleDescription(TimeText::exact(m_time));
    if (m_time.isValid() && isVisible())
        m_tick.start(tickFor(m_time.secsTo(now)));
    else
        m_tick.stop();
}

bool RelativeTime::event(QEvent *event)
{
    if (isRestyle(event) || event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        const bool done = PlainLabel::event(event);
        refresh();
        return done;
    }
    return PlainLabel::event(event);
}

CountdownChip::CountdownChip(const Clock &clock, QWidget *parent)
    : StateChip(State::Information, {}, parent)
    , m_clock(clock)
{
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &CountdownChip::tick);
}

void CountdownChip::start(const QDateTime &deadline, Text text, std::chrono::seconds warnUnder)
{
    m_deadline = deadline;
    m_text = std::move(text);
    m_warnUnder = warnUnder;
    m_timer.start();
    tick();
}

void CountdownChip::stop()
{
    m_timer.stop();
}

std::chrono::seconds CountdownChip::left() const
{
    const qint64 ms = m_clock.utcNow().msecsTo(m_deadline);
    return std::chrono::seconds(std::max<qint64>(0, (ms + 999) / 1000));
}

void CountdownChip::tick()
{
    const std::chrono::seconds rest = left();
    const QString text = m_text(TimeText::countdown(rest));
    const State now = rest < m_warnUnder ? State::Warning : State::Information;
    if (text != word() || now != state())
        setState(now, text);
    if (rest.count() > 0)
        return;
    m_timer.stop();
    Q_EMIT expired();
}

} // namespace castellan
