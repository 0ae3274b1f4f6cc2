// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/ListFollower.h"

#include <algorithm>

namespace castellan {

using namespace std::chrono_literals;

ListFollower::ListFollower(std::shared_ptr<ListSource> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ListFollower::ask);
}

void ListFollower::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    m_request.drop();
    if (running)
        ask();
    else
        m_timer.stop();
}

void ListFollower::next()
{
    if (!m_running)
        return;
    const auto patience = std::chrono::milliseconds(m_interval.count() << std::min(m_failures, 5));
    m_timer.start(std::max(m_interval, std::min<std::chrono::milliseconds>(patience, 30s)));
}

void ListFollower::ask()
{
    m_timer.stop();
    const bool hadCursor = !m_cursor.isEmpty();
    m_request.deliver(m_source->changes(m_cursor, kLimit), this,
                      [this, hadCursor](Result<RowChanges> answer) {
                          if (!answer) {
                              ++m_failures;
                              next();
                              return;
                          }
                          m_failures = 0;
                          m_cursor = answer.value().cursor;
                          Q_EMIT answered(hadCursor ? answer.value().ids : QStringList());
                      });
}

} // namespace castellan
