// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Column.h"
#include "models/lists/ListWindow.h"

#include <QAbstractTableModel>

namespace castellan {

/// A ListWindow as a Qt model: what it holds, and how it changes from one window to the next,
/// always by a keyed difference between windowAboutToChange() and windowChanged(), never by a
/// reset. It fetches nothing; PagedModel does.
class WindowModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        ValueRole, ///< the plain value of the cell's column
        VersionRole, ///< qint64
        EndedRole, ///< bool: shown dimmed
    };

    explicit WindowModel(Columns columns, QObject *parent = nullptr);

    const Columns &columns() const { return m_columns; }
    const ListRow *rowAt(int row) const; ///< nullptr outside the window; valid until it changes
    const ListRow *rowById(const QString &id) const;
    int rowOf(const QString &id) const { return m_window.rowOf(id); } ///< -1: not in the window
    bool atStart() const { return m_window.atStart; }
    bool atEnd() const { return m_window.atEnd; }
    int firstVisible() const { return m_visibleFirst; }
    int lastVisible() const { return m_visibleLast; } ///< inclusive

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void windowAboutToChange();
    void windowChanged();

protected:
    const ListWindow &window() const { return m_window; }
    void setVisible(int first, int last);
    /// What is known of the window's place, without touching a row.
    void setOffset(std::optional<qint64> offset, bool exact);
    /// How many rows of a new window are thought to be in this one.
    enum class Overlap { Little, Much };
    /// Makes the window this one; where the two overlap much, by the smallest difference.
    void apply(const ListWindow &next, Overlap overlap);
    /// Adds rows before the first or behind the last, but those it has; then drops at the other end
    /// what is more than `limit`, never a row that is visible or within `margin` of one.
    void prepend(const QList<ListRow> &rows, bool reachedStart, int limit, int margin);
    void append(const QList<ListRow> &rows, bool reachedEnd, int limit, int margin);
    /// Puts new values into a row. It keeps its place, and so its position.
    void replaceRow(int row, ListRow next);

private:
    void insertRange(int row, const QList<ListRow> &rows);
    void removeRange(int row, int count);
    /// Takes these rows of `next`, which has them at the same place.
    void changeRange(int row, int count, const QList<ListRow> &next);
    void replaceRows(const QList<ListRow> &next);
    void applyRows(const QList<ListRow> &next);
    QList<ListRow> unknown(const QList<ListRow> &rows) const;
    void dropFirst(int count);
    void dropLast(int count);

    Columns m_columns;
    ListWindow m_window;
    int m_visibleFirst = 0;
    int m_visibleLast = 0;
};

} // namespace castellan
