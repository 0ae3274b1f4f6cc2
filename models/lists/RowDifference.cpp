// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/RowDifference.h"

#include <QHash>

#include <algorithm>

namespace castellan {

namespace {

void append(QList<RowDifference::Range> &ranges, int row)
{
    if (!ranges.isEmpty() && ranges.last().first + ranges.last().count == row)
        ++ranges.last().count;
    else
        ranges.append({ row, 1 });
}

} // namespace

QList<int> longestRising(const QList<int> &sequence)
{
    QList<int> tails; // tails[n]: index of the smallest end of a rising run of n + 1
    QList<int> previous(sequence.size(), -1);
    for (int i = 0; i < sequence.size(); ++i) {
        if (sequence.at(i) < 0)
            continue;
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), sequence.at(i),
                             [&](int index, int value) { return sequence.at(index) < value; });
        const auto length = place - tails.begin();
        previous[i] = length > 0 ? tails.at(length - 1) : -1;
        if (place == tails.end())
            tails.append(i);
        else
            *place = i;
    }
    QList<int> run(tails.size());
    int index = tails.isEmpty() ? -1 : tails.last();
    for (auto at = run.rbegin(); at != run.rend(); ++at, index = previous.at(index))
        *at = index;
    return run;
}

RowDifference RowDifference::between(const QList<ListRow> &before, const QList<ListRow> &after)
{
    QHash<QString, int> oldRow;
    oldRow.reserve(before.size());
    for (int row = 0; row < before.size(); ++row)
        oldRow.insert(before.at(row).id, row);

    QList<int> origin;
    origin.reserve(after.size());
    for (const ListRow &row : after)
        origin.append(oldRow.value(row.id, -1));

    RowDifference difference;
    QList<bool> stays(before.size(), false);
    int next = 0;
    for (const int row : longestRising(origin)) {
        for (; next < row; ++next)
            append(difference.insertions, next);
        next = row + 1;
        stays[origin.at(row)] = true;
        if (before.at(origin.at(row)) != after.at(row))
            append(difference.updates, row);
    }
    for (; next < after.size(); ++next)
        append(difference.insertions, next);
    for (int row = 0; row < before.size(); ++row) {
        if (!stays.at(row))
            append(difference.removals, row);
    }
    return difference;
}

} // namespace castellan
