// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace castellan {

/// Notices when nobody has touched keyboard or mouse for a while. Sees every event of the
/// application, so it only compares a type and notes the time. GUI thread.
class LockWatch : public QObject {
    Q_OBJECT

public:
    explicit LockWatch(const Clock &clock, QObject *parent = nullptr);

    void setLimit(std::chrono::minutes limit) { m_limit = limit; }
    void start();
    void stop();
    bool isStarted() const { return m_timer.isActive(); }
    std::chrono::seconds left() const;

Q_SIGNALS:
    /// Once a second while started.
    void ticked();
    /// Somebody is there; at most once a second.
    void touched();
    /// The limit has passed; stopped until start().
    void due();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tick();

    const Clock &m_clock;
    std::chrono::minutes m_limit { 10 };
    qint64 m_touchedMs = 0;
    bool m_touchedSinceTick = false;
    QTimer m_timer;
};

} // namespace castellan
