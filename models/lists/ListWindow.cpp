// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/ListWindow.h"

#include "models/lists/RowDifference.h"

#include <QHash>

namespace castellan {

int ListWindow::rowOf(const QString &id) const
{
    for (int row = 0; row < size(); ++row) {
        if (rows.at(row).id == id)
            return row;
    }
    return -1;
}

void ListWindow::trim(int limit, bool fromStart)
{
    const int excess = size() - limit;
    if (excess <= 0)
        return;
    rows.remove(fromStart ? 0 : limit, excess);
    if (fromStart) {
        atStart = false;
        before = rows.first().place();
        if (offset)
            *offset += excess;
    } else {
        atEnd = false;
        after = rows.last().place();
    }
}

namespace {

/// Where the fetched stretch and the window last agree, judged by the rows that kept their order:
/// one that moved says nothing about where the stretch ends. -1: nowhere.
struct Agreement {
    int windowRow = -1;
    int freshRow = -1;
};

Agreement lastAgreement(const ListWindow &window, int first, const QList<ListRow> &fresh)
{
    QHash<QString, int> rowOf;
    for (int row = first; row < window.size(); ++row)
        rowOf.insert(window.rows.at(row).id, row);
    QList<int> origin;
    for (const ListRow &row : fresh)
        origin.append(rowOf.value(row.id, -1));
    const QList<int> stable = longestRising(origin);
    if (stable.isEmpty())
        return {};
    return { origin.at(stable.last()), stable.last() };
}

QSet<QString> idsOf(const QList<ListRow> &rows)
{
    QSet<QString> ids;
    for (const ListRow &row : rows)
        ids.insert(row.id);
    return ids;
}

/// Puts the rows that may not vanish yet back behind the row that they stood behind.
void putBack(QList<ListRow> &rows, const ListWindow &window, int first, int last,
             const QSet<QString> &kept)
{
    QHash<QString, int> present;
    for (int row = 0; row < rows.size(); ++row)
        present.insert(rows.at(row).id, row);
    int inserted = 0;
    int behind = first;
    for (int row = first; row <= last; ++row) {
        const ListRow &old = window.rows.at(row);
        if (const auto found = present.constFind(old.id); found != present.cend())
            behind = qMax(behind, *found + 1);
        else if (kept.contains(old.id))
            rows.insert(qMin<qsizetype>(behind + inserted++, rows.size()), old);
    }
}

} // namespace

RefreshedWindow refreshed(const ListWindow &window, int first, const QList<ListRow> &fresh,
                          bool reachedEnd, const QSet<QString> &kept)
{
    const Agreement agreed = lastAgreement(window, first, fresh);
    const bool beyondStays =
        !reachedEnd && agreed.windowRow >= 0 && agreed.windowRow < window.size() - 1;
    const QSet<QString> freshIds = idsOf(fresh);
    const QSet<QString> oldIds = idsOf(window.rows);

    RefreshedWindow result { window, {} };
    QList<ListRow> &rows = result.window.rows;
    rows.clear();
    const auto addOld = [&](int from, int to) {
        for (int row = from; row < to; ++row) {
            if (!freshIds.contains(window.rows.at(row).id))
                rows.append(window.rows.at(row));
        }
    };
    addOld(0, first);
    rows.append(fresh);
    if (beyondStays)
        addOld(agreed.windowRow + 1, window.size());
    putBack(rows, window, first, beyondStays ? agreed.windowRow : window.size() - 1, kept);

    // what follows the last row of a window that does not end the list has not arrived: it was
    // there
    const bool tailArrived = window.atEnd || beyondStays;
    for (int row = 0; row < fresh.size() && (tailArrived || row <= agreed.freshRow); ++row) {
        if (!oldIds.contains(fresh.at(row).id))
            result.arrivals.append(fresh.at(row).id);
    }
    if (!beyondStays) {
        result.window.atEnd = reachedEnd;
        result.window.after = fresh.isEmpty() ? window.after : fresh.last().place();
    }
    return result;
}

} // namespace castellan
