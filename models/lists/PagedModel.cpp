// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/PagedModel.h"

#include "models/lists/ListFollower.h"

#include <algorithm>

namespace castellan {

namespace {

QJsonObject inclusive(QJsonObject position)
{
    position.insert(QLatin1String("inclusive"), true);
    return position;
}

} // namespace

PagedModel::PagedModel(std::shared_ptr<ListSource> source, Columns columns, QObject *parent)
    : WindowModel(std::move(columns), parent)
    , m_source(std::move(source))
    , m_facts(new ListFacts(m_source, this))
    , m_follower(new ListFollower(m_source, this))
{
    m_uptime.start();
    connect(m_facts, &ListFacts::changed, this, [this] {
        calibrate();
        Q_EMIT factsChanged();
        Q_EMIT positionChanged();
    });
    connect(m_follower, &ListFollower::answered, this, &PagedModel::followed);
}

PagedModel::~PagedModel() = default;

void PagedModel::setQuery(const ListQuery &query)
{
    if (m_state != ListState::Idle && query == m_query)
        return;
    m_query = query;
    Q_EMIT queryChanged();
    jump({});
}

void PagedModel::retry()
{
    if (m_state == ListState::Failed) {
        if (m_reloading)
            reload();
        else
            jump(m_lastJump);
    } else if (m_edgeFailed) {
        m_edgeFailed = false;
        Q_EMIT stateChanged();
        fetchEdges();
    }
}

void PagedModel::cancel()
{
    if (m_state != ListState::Loading)
        return;
    dropRequests();
    setState(ListState::Failed, { ErrorCode::Cancelled, {}, {} });
}

void PagedModel::setState(ListState state, const Error &error)
{
    m_state = state;
    m_error = error;
    m_edgeFailed = false;
    Q_EMIT stateChanged();
}

void PagedModel::dropRequests()
{
    m_jumpRequest.drop();
    m_refreshRequest.drop();
    m_updateRequest.drop();
    for (Edge *edge : { &m_before, &m_after }) {
        edge->request.drop();
        edge->busy = false;
    }
    m_follower->next(); // it may have been waiting for one of them
}

void PagedModel::jump(const Jump &jump)
{
    dropRequests();
    m_lastJump = jump;
    m_reloading = false;
    m_jumpRequest.deliver(
        m_source->page(m_query, jump.at, jump.backward, kPage, Purpose::Person), this,
        [this, jump](Result<RowPage> answer) { jumpArrived(jump, std::move(answer)); });
    setState(ListState::Loading); // the server is at work while the views take that in
}

void PagedModel::jumpArrived(const Jump &from, Result<RowPage> answer)
{
    if (!answer) {
        setState(ListState::Failed, answer.error());
        return;
    }
    ListWindow next;
    next.rows = std::move(answer).value().rows;
    const bool more = next.size() >= kPage;
    if (next.rows.isEmpty() && !from.at.isEmpty()) {
        jumpToEnd(); // the place was past the last row
        return;
    }
    next.atStart = from.at.isEmpty() && (!from.backward || !more);
    next.atEnd = from.backward ? from.at.isEmpty() : !more;
    if (!next.rows.isEmpty()) {
        next.before = next.rows.first().place();
        next.after = next.rows.last().place();
    }
    m_fraction = from.fraction;
    m_endedSince.clear();
    m_unsettled = false;
    QList<ListRow> old = window().rows;
    apply(next, Overlap::Little);
    m_facts->ask(m_query);
    settled();
    const bool toBottom = from.backward && from.at.isEmpty();
    const int height = lastVisible() - firstVisible();
    const int first = toBottom ? rowCount() - 1 - height : 0;
    setVisible(first, first + height);
    m_arriving = true; // what is asked for next can wait until this is shown
    Q_EMIT jumped(toBottom ? rowCount() - 1 : 0, toBottom);
    Q_EMIT positionChanged();
    m_arriving = false;
    fetchEdges();
    old.clear(); // which takes a while, and could wait until the new ones were told
}

void PagedModel::settled()
{
    m_loadedAt = QDateTime::currentDateTimeUtc();
    setArrivals({});
    calibrate();
    if (m_state != ListState::Ready)
        setState(ListState::Ready);
}

void PagedModel::setVisibleRange(int first, int last)
{
    setVisible(first, last);
    Q_EMIT positionChanged();
    fetchEdges();
}

void PagedModel::fetchEdges()
{
    if (m_state != ListState::Ready || m_edgeFailed || m_arriving || rowCount() == 0)
        return;
    if (!atEnd() && rowCount() - 1 - lastVisible() < kMargin)
        fetchEdge(false);
    if (!atStart() && firstVisible() < kMargin)
        fetchEdge(true);
}

void PagedModel::fetchEdge(bool backward)
{
    Edge &edge = backward ? m_before : m_after;
    if (edge.busy)
        return;
    edge.busy = true;
    const QJsonObject at = backward ? window().before : window().after;
    edge.request.deliver(m_source->page(m_query, at, backward, kPage, m_purpose), this,
                         [this, backward, at](Result<RowPage> answer) {
                             edgeArrived(backward, at, std::move(answer));
                         });
}

void PagedModel::edgeArrived(bool backward, const QJsonObject &at, Result<RowPage> answer)
{
    (backward ? m_before : m_after).busy = false;
    if (!answer) {
        m_edgeFailed = true;
        m_error = answer.error();
        Q_EMIT stateChanged();
        return;
    }
    // the other end may have slid past this one meanwhile
    if (at == (backward ? window().before : window().after)) {
        const QList<ListRow> rows = std::move(answer).value().rows;
        const bool reached = rows.size() < kPage;
        if (backward)
            prepend(rows, reached, kWindow, kMargin);
        else
            append(rows, reached, kWindow, kMargin);
        calibrate();
        Q_EMIT positionChanged();
    }
    fetchEdges();
}

void PagedModel::jumpToStart()
{
    const bool onItsWay = m_state == ListState::Loading && !m_reloading && m_lastJump.isToStart();
    if (m_state == ListState::Ready && atStart())
        Q_EMIT jumped(0, false);
    else if (!onItsWay)
        jump({ {}, false, 0 });
}

void PagedModel::jumpToEnd()
{
    if (m_state == ListState::Ready && atEnd())
        Q_EMIT jumped(rowCount() - 1, true);
    else
        jump({ {}, true, -1 });
}

bool PagedModel::jumpToFraction(double fraction)
{
    const Landmark *landmark = m_facts->landmarkAt(fraction);
    if (!landmark)
        return false;
    jump({ inclusive(landmark->position), false, landmark->fraction });
    return true;
}

bool PagedModel::jumpToKey(const QVariant &key)
{
    const QJsonObject position = m_source->positionOf(m_query, key);
    if (position.isEmpty())
        return false;
    jump({ inclusive(position), false, m_facts->fractionOfPrefix(key.toString()) });
    return true;
}

/// Finds out how many rows stand before the window, as exactly as can be told.
void PagedModel::calibrate()
{
    const auto &count = m_facts->count();
    const qint64 outside = count ? std::max<qint64>(0, count->count - rowCount()) : 0;
    if (atStart())
        setOffset(0, true);
    else if (atEnd() && count && !window().offsetExact)
        setOffset(outside, count->exact);
    else if (!window().offset && count && m_fraction >= 0)
        setOffset(std::clamp<qint64>(qRound64(m_fraction * double(count->count)), 1,
                                     std::max<qint64>(1, outside)),
                  false);
}

ListPosition PagedModel::position() const
{
    ListPosition position;
    if (window().offset && rowCount() > 0) {
        position.row = *window().offset + firstVisible() + 1;
        position.rowExact = window().offsetExact;
    }
    const bool whole = atStart() && atEnd();
    const auto &count = m_facts->count();
    if (count && (count->exact || !whole)) { // what is told elsewhere of the list is told here too
        position.total = std::max<qint64>(count->count, whole ? 0 : position.row.value_or(0));
        position.totalExact = count->exact;
    } else if (whole) {
        position.total = rowCount();
        position.totalExact = true;
    }
    return position;
}

double PagedModel::visibleFraction() const
{
    const int visible = lastVisible() - firstVisible() + 1;
    if (atEnd() && lastVisible() >= rowCount() - 1)
        return atStart() && firstVisible() == 0 ? 0 : 1;
    const ListPosition where = position();
    if (!where.row || !where.total)
        return m_fraction;
    const double before = double(*where.row - 1);
    return std::clamp(before / double(std::max<qint64>(1, *where.total - visible)), 0.0, 1.0);
}

} // namespace castellan
