// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/LockWatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace castellan {

LockWatch::LockWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &LockWatch::tick);
}

void LockWatch::start()
{
    m_touchedMs = m_clock.monotonicMs();
    m_touchedSinceTick = false;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void LockWatch::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

std::chrono::seconds LockWatch::left() const
{
    const std::chrono::milliseconds idle(m_clock.monotonicMs() - m_touchedMs);
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_limit - idle);
    return std::max(left, std::chrono::seconds(0));
}

void LockWatch::tick()
{
    if (left() == std::chrono::seconds(0)) {
        stop();
        Q_EMIT due();
        return;
    }
    if (std::exchange(m_touchedSinceTick, false))
        Q_EMIT touched();
    Q_EMIT ticked();
}

bool LockWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_touchedMs = m_clock.monotonicMs();
        m_touchedSinceTick = true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace castellan
