// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace castellan {

/// Lays cards in equal columns of at least a width, as many as fit, row by row; all cards of a row
/// are as high as the highest.
class FlowCards : public QLayout {
    Q_OBJECT

public:
    explicit FlowCards(QWidget *parent = nullptr);
    ~FlowCards() override;

    void setLeastColumn(int pixels);
    /// The columns at this width.
    int columns(int width) const;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    QList<QLayoutItem *> visibleItems() const;
    int arrange(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
    int m_least;
};

} // namespace castellan
