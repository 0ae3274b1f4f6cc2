// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a PagedModel follows what changes on the server: reloading, polling, and the hold.
#include "models/lists/ListFollower.h"
#include "models/lists/PagedModel.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace castellan {

namespace {

constexpr int kAround = 40; ///< rows beyond the visible ones that a live refresh fetches too
constexpr int kRoom = 100; ///< new rows that it can take in at once
constexpr qint64 kCountEveryMs = 5000; ///< counting is dearer than fetching

bool hasRow(const QList<ListRow> &rows, const QString &id)
{
    return std::any_of(rows.cbegin(), rows.cend(),
                       [&](const ListRow &row) { return row.id == id; });
}

} // namespace

void PagedModel::reload()
{
    const bool sameQuestion = m_state == ListState::Ready || m_reloading;
    if (!sameQuestion || rowCount() == 0) {
        jump(m_state == ListState::Idle ? Jump() : m_lastJump);
        return;
    }
    dropRequests();
    m_reloading = true;
    setState(ListState::Loading);
    m_facts->refresh();
    refresh(0, rowCount(), true);
}

void PagedModel::refreshVisible(bool asked)
{
    const int first = std::max(0, firstVisible() - kAround);
    const int last = std::min(rowCount() - 1, lastVisible() + kAround);
    refresh(first, last - first + 1, asked);
}

void PagedModel::refresh(int first, int count, bool asked)
{
    Refresh stretch { {}, window().before, std::min(count + kRoom, kWindow), asked };
    QJsonObject at;
    if (first > 0) {
        stretch.behind = rowAt(first - 1)->id;
        at = rowAt(first - 1)->place();
    } else if (!atStart()) {
        at = window().before;
        at.insert(QLatin1String("inclusive"), true);
    }
    m_refreshRequest.deliver(m_source->page(m_query, at, false, stretch.limit,
                                            asked ? Purpose::Person : Purpose::Background),
                             this, [this, stretch](Result<RowPage> answer) {
                                 refreshArrived(stretch, std::move(answer));
                             });
}

/// The row that a refresh begins with now; -1 when the window has slid away from it.
int PagedModel::beginning(const Refresh &refresh) const
{
    if (refresh.behind.isEmpty())
        return refresh.before == window().before ? 0 : -1;
    const int row = rowOf(refresh.behind);
    return row < 0 ? -1 : row + 1;
}

void PagedModel::refreshArrived(const Refresh &refresh, Result<RowPage> answer)
{
    const QScopedValueRollback purpose(m_purpose,
                                       refresh.asked ? Purpose::Person : Purpose::Background);
    if (!answer) {
        if (m_reloading)
            setState(ListState::Failed, answer.error());
        m_unsettled = true;
        m_settledFirst.clear();
    } else if (const int first = beginning(refresh); first >= 0) {
        applyRefreshed(first, answer.value().rows, refresh);
    } else {
        m_unsettled = true;
        m_settledFirst.clear();
    }
    m_follower->next();
    fetchEdges();
}

void PagedModel::applyRefreshed(int first, const QList<ListRow> &rows, const Refresh &refresh)
{
    const bool reachedEnd = rows.size() < refresh.limit;
    RefreshedWindow next =
        refreshed(window(), first, rows, reachedEnd, refresh.asked ? QSet<QString>() : lingering());
    if (m_holds != Holds() && !refresh.asked) {
        for (const ListRow &row : rows) {
            if (const int at = rowOf(row.id); at >= 0)
                replaceRow(at, row);
        }
        if (next.window.atStart && next.window.atEnd)
            endAllBut(next.window);
        m_unsettled = true;
        m_settledFirst.clear();
        setArrivals({ next.arrivals.cbegin(), next.arrivals.cend() });
        return;
    }
    next.window.trim(kWindow, firstVisible() > rowCount() / 2);
    apply(next.window, Overlap::Much);
    if (refresh.asked)
        m_endedSince.clear();
    m_reloading = false;
    // what stands outside is looked at when it comes into view
    m_unsettled = first > 0 || rows.size() < rowCount();
    m_settledFirst = rows.isEmpty() ? QString() : rows.first().id;
    m_settledLast = rows.isEmpty() ? QString() : rows.last().id;
    settled();
    Q_EMIT positionChanged();
    if (rowCount() == 0 && !atStart())
        jumpToEnd();
}

/// Rows that may not vanish now are shown as what they are: no longer in the list.
void PagedModel::endAllBut(const ListWindow &whole)
{
    for (int at = 0; at < rowCount(); ++at) {
        ListRow row = *rowAt(at);
        if (row.ended || whole.rowOf(row.id) >= 0)
            continue;
        row.ended = true;
        m_endedSince.insert(row.id, m_uptime.elapsed());
        replaceRow(at, row);
    }
}

/// Whether what is visible may be other than on the server, or ended rows have been seen enough.
bool PagedModel::hasNews() const
{
    const bool linger = std::none_of(m_endedSince.cbegin(), m_endedSince.cend(), [&](qint64 since) {
        return m_uptime.elapsed() - since >= m_lingering.count();
    });
    if (!linger)
        return true;
    const int first = rowOf(m_settledFirst);
    const int last = rowOf(m_settledLast);
    const bool lookedAt = first >= 0 && first <= firstVisible() && lastVisible() <= last;
    return m_unsettled && !lookedAt;
}

/// The ended rows that have not been seen long enough.
QSet<QString> PagedModel::lingering()
{
    QSet<QString> ids;
    m_endedSince.removeIf([&](QHash<QString, qint64>::iterator ended) {
        return m_uptime.elapsed() - ended.value() >= m_lingering.count();
    });
    for (auto ended = m_endedSince.cbegin(); ended != m_endedSince.cend(); ++ended)
        ids.insert(ended.key());
    return ids;
}

void PagedModel::setLive(bool live)
{
    m_follower->setRunning(live);
}

void PagedModel::setPollInterval(std::chrono::milliseconds interval)
{
    m_follower->setInterval(interval);
}

void PagedModel::followed(const QStringList &ids)
{
    if (m_state != ListState::Ready) {
        m_follower->next();
        return;
    }
    if (!ids.isEmpty() || m_countDue)
        refreshCounts();
    QStringList known;
    std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(known),
                 [&](const QString &id) { return rowOf(id) >= 0; });
    if (!known.isEmpty()) {
        m_updateRequest.deliver(m_source->rows(known), this,
                                [this, known](Result<QList<ListRow>> answer) {
                                    if (answer)
                                        updateRows(known, answer.value());
                                    refreshVisible(false);
                                });
    } else if (!ids.isEmpty() || (m_holds == Holds() && hasNews())) {
        refreshVisible(false);
    } else {
        m_follower->next();
    }
}

/// What comes too soon after the last time is made good at a later poll.
void PagedModel::refreshCounts()
{
    m_countDue = m_countedAt != 0 && m_uptime.elapsed() - m_countedAt < kCountEveryMs;
    if (m_countDue)
        return;
    m_countedAt = m_uptime.elapsed();
    m_facts->refreshCounts();
}

void PagedModel::update(const QStringList &ids)
{
    deliver(m_source->rows(ids), this, [this, ids](Result<QList<ListRow>> answer) {
        if (answer)
            updateRows(ids, answer.value());
        if (m_state != ListState::Ready)
            return;
        m_facts->refreshCounts(); // it may be in the list no longer, or in another facet
        refreshVisible(false);
    });
}

void PagedModel::updateRows(const QStringList &ids, const QList<ListRow> &rows)
{
    for (const ListRow &row : rows) {
        const int at = rowOf(row.id);
        if (at >= 0 && row.version >= rowAt(at)->version)
            replaceRow(at, row);
    }
    for (const QString &id : ids) {
        const int at = rowOf(id);
        if (at < 0)
            continue;
        ListRow row = *rowAt(at);
        row.ended = row.ended || !hasRow(rows, id);
        if (row.ended && !m_endedSince.contains(id))
            m_endedSince.insert(id, m_uptime.elapsed());
        replaceRow(at, row);
    }
}

void PagedModel::setHold(Hold reason, bool on)
{
    const bool wasHeld = m_holds != Holds();
    m_holds.setFlag(reason, on);
    if (wasHeld && m_holds == Holds() && m_unsettled && m_state == ListState::Ready)
        refreshVisible(false);
}

void PagedModel::setArrivals(const QSet<QString> &ids)
{
    if (m_arrivals == ids)
        return;
    m_arrivals = ids;
    Q_EMIT arrivalsChanged();
}

void PagedModel::showArrivals()
{
    if (m_state == ListState::Ready)
        refreshVisible(true);
}

} // namespace castellan
