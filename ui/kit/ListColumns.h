// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Column.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace castellan {

/// Which columns a list shows, in which order and how wide: what the page proposed, as the person
/// changed it, fitted into the room there is. Columns are numbered as the model numbers them.
class ListColumns {
public:
    static constexpr int kNameLeast = 220; ///< pixels at 100 %: below this, columns fold

    struct Fit {
        QList<int> shown; ///< in visual order, the name first
        QList<int> widths; ///< of the shown ones, pixels
        QList<int> folded; ///< told in the second line, the most important first
    };

    explicit ListColumns(Columns columns);

    const Columns &columns() const { return m_columns; }
    /// `scale` is the text scale; the widths fill `available` exactly.
    Fit fit(int available, double scale, bool canFold) const;

    bool isChosen(int column) const { return !m_hidden.contains(m_columns.at(column).id); }
    bool isName(int column) const { return m_columns.at(column).kind == ColumnKind::Name; }
    void choose(int column, bool shown); ///< a name is always shown
    void setWidth(int column, int width); ///< pixels at 100 %
    void setOrder(const QList<int> &order);
    void reset();

    QJsonObject save() const;
    /// Takes what fits the columns there are and ignores the rest.
    void restore(const QJsonObject &layout);

private:
    int width(int column, double scale) const;
    int indexOf(const QString &id) const;

    Columns m_columns;
    QList<int> m_order;
    QHash<QString, int> m_widths;
    QSet<QString> m_hidden;
};

} // namespace castellan
