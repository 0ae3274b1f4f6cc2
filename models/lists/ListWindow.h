// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListRow.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace castellan {

/// The rows that are loaded: one contiguous stretch of a list, with what is known of its place.
struct ListWindow {
    QList<ListRow> rows;
    bool atStart = true; ///< the first row is the list's first
    bool atEnd = true;
    /// Keys to go on from at either end. Kept apart from the rows, whose own position may be newer
    /// than the place they stand in.
    QJsonObject before;
    QJsonObject after;
    std::optional<qint64> offset; ///< rows of the list before the first one
    bool offsetExact = false;

    int size() const { return static_cast<int>(rows.size()); }
    int rowOf(const QString &id) const;
    /// Drops what is more than `limit` rows, at the start or at the end.
    void trim(int limit, bool fromStart);
};

/// A window after part of it was fetched anew.
struct RefreshedWindow {
    ListWindow window;
    QStringList arrivals; ///< inside the stretch that was fetched and not in the old window
};

/// Merges `fresh`, what now stands from the window's row `first` on, into the window; `reachedEnd`
/// says that the list ends with it. Rows beyond what was fetched stay. Rows inside that were not
/// fetched go, but those named in `kept` stay behind the row that they stood behind.
RefreshedWindow refreshed(const ListWindow &window, int first, const QList<ListRow> &fresh,
                          bool reachedEnd, const QSet<QString> &kept);

} // namespace castellan
