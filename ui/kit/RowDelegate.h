// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Column.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace castellan {

class RowTextModel;
struct RowCell;

/// Paints the cells of a ListView: name with its second line, chips, numbers, times; and the row's
/// ground, its hairline, the bar of a marked row and the ring of the current one. What the view
/// knows of a row beyond Qt's states it sets before painting.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Pixels between a cell's edge and its text; the list's own edges have more.
    static constexpr int kPadding = 12;
    static constexpr int kEdgePadding = 16;

    explicit RowDelegate(const RowTextModel *model, QObject *parent = nullptr);

    /// Takes the type of the theme anew. Fonts are kept: a fresh one is looked up at every use.
    void restyle();
    void setHovered(int row) { m_hovered = row; }
    void setRinged(int row) { m_ringed = row; }
    /// The first and last column as they stand on the screen.
    void setEnds(int first, int last);
    /// What is shown is being fetched anew.
    void setStale(bool stale) { m_stale = stale; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The exact value, or the whole text when it is cut; plain text always.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, int row,
                     int column) const;
    void paintRing(QPainter *painter, const QStyleOptionViewItem &option, int column) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const RowCell &cell, int row, int column) const;
    QRect contentRect(const QStyleOptionViewItem &option, int column) const;
    QString tipFor(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const QFont &fontOf(const Column &column) const;

    const RowTextModel *m_model;
    QFont m_strong;
    QFont m_body;
    QFont m_mono;
    QFont m_small;
    int m_hovered = -1;
    int m_ringed = -1;
    int m_first = 0;
    int m_last = 0;
    bool m_stale = false;
};

} // namespace castellan
