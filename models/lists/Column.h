// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QtGlobal>

namespace castellan {

/// What a column's values are, which decides how they are painted, copied, compared and exported.
enum class ColumnKind : quint8 {
    Name, ///< the text that names the row; has a second line and takes the width that is left
    Text,
    Chip, ///< a state: shape, word and colour
    Number, ///< qint64 or double, by locale, to the right
    Time, ///< QDateTime in UTC, shown as relative time, the exact one in the tooltip
    Identifier, ///< an address or an id, in monospace
};

enum class ColumnAlignment : quint8 { Leading, Trailing };

/// One column of a list. Plain data: the page that makes it supplies the translated title.
struct Column {
    QString
        id; ///< the field of ListRow::values it shows, and its name in saved layouts and exports
    QString title = {}; ///< translated
    ColumnKind kind = ColumnKind::Text;
    /// Columns of the lowest priority fold into the second line first; Name columns never do.
    int priority = 100;
    int width = 120; ///< preferred, pixels at 100 %
    int minimumWidth = 64; ///< pixels at 100 %
    QString sort = {}; ///< the server's sort word; empty: can't be sorted by it
    bool descendingFirst = false; ///< the first click sorts downwards (times, counts)
    bool shown = true; ///< shown until the person chooses otherwise

    ColumnAlignment alignment() const
    {
        return kind == ColumnKind::Number ? ColumnAlignment::Trailing : ColumnAlignment::Leading;
    }
};

using Columns = QList<Column>;

} // namespace castellan
