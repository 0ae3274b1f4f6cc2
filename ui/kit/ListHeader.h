// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Column.h"

#include <QHeaderView>

namespace castellan {

/// The quiet headings of a ListView: small and muted, the sorted one with its arrow. A click sorts,
/// a drag moves a column; the first, the name, stays.
class ListHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ListHeader(const Columns &columns, QWidget *parent = nullptr);

    void setSorted(int column, bool descending); ///< -1: none
    /// The first and last column as they stand on the screen.
    void setEnds(int first, int last);

    QSize sizeHint() const override;

Q_SIGNALS:
    void sortRequested(int column);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setHovered(int column);

    const Columns &m_columns;
    int m_sorted = -1;
    int m_hovered = -1;
    int m_first = 0;
    int m_last = 0;
    bool m_descending = false;
};

} // namespace castellan
