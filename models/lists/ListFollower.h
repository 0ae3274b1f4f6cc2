// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/lists/ListSource.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace castellan {

/// Asks a source each 1.5 s what changed since the last time, while it is running. One question at
/// a time: the next is asked an interval after next() says that the answer was dealt with. After
/// failures it asks less often, up to every 30 s, and says nothing: the session itself tells of a
/// lost connection.
class ListFollower : public QObject {
    Q_OBJECT
public:
    explicit ListFollower(std::shared_ptr<ListSource> source, QObject *parent = nullptr);

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }
    /// Stopping keeps the cursor, so that starting again finds what changed meanwhile.
    void setRunning(bool running);
    bool isRunning() const { return m_running; }
    void next();

Q_SIGNALS:
    /// Empty when nothing changed. The receiver calls next() when it is done.
    void answered(const QStringList &ids);

private:
    void ask();

    static constexpr int kLimit = 1000;

    std::shared_ptr<ListSource> m_source;
    QTimer m_timer;
    std::chrono::milliseconds m_interval { 1500 };
    QJsonObject m_cursor;
    LatestQuery m_request;
    int m_failures = 0;
    bool m_running = false;
};

} // namespace castellan
