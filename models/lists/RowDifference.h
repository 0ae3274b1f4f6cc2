// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListRow.h"

#include <QList>

namespace castellan {

/// The smallest set of removals, insertions and updates, by id, that makes one list of rows
/// another. Apply the removals from last to first, then the insertions from first to last, then the
/// updates. A row that moved is one that is removed and inserted.
struct RowDifference {
    struct Range {
        int first = 0;
        int count = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };

    QList<Range> removals; ///< ascending, rows of the old list
    QList<Range> insertions; ///< ascending, rows of the new list
    QList<Range> updates; ///< ascending, rows of the new list

    bool isEmpty() const { return removals.isEmpty() && insertions.isEmpty() && updates.isEmpty(); }

    /// Both lists hold each id once. O(n log n).
    static RowDifference between(const QList<ListRow> &before, const QList<ListRow> &after);
};

/// Which elements of `sequence` form a longest rising subsequence; negative ones never do.
/// Gives the indexes, ascending.
QList<int> longestRising(const QList<int> &sequence);

} // namespace castellan
