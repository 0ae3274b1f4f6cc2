// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FlowCards.h"

#include "ui/kit/Theme.h"

#include <QStyle>
#include <QWidget>

namespace castellan {

FlowCards::FlowCards(QWidget *parent)
    : QLayout(parent)
    , m_least(metric::kColumnLeast)
{
    setSpacing(metric::kCardGap);
    setContentsMargins(0, 0, 0, 0);
}

FlowCards::~FlowCards()
{
    qDeleteAll(m_items);
}

void FlowCards::setLeastColumn(int pixels)
{
    m_least = pixels;
    invalidate();
}

int FlowCards::columns(int width) const
{
    const int least = theme().scaled(m_least);
    const int fit = (width + spacing()) / (least + spacing());
    return std::max(1, std::min(fit, int(visibleItems().size())));
}

void FlowCards::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowCards::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowCards::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    QLayoutItem *taken = m_items.takeAt(index);
    invalidate();
    return taken;
}

int FlowCards::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowCards::minimumSize() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        width = std::max(width, item->minimumSize().width());
        height = std::max(height, item->minimumSize().height());
    }
    const QMargins m = contentsMargins();
    return { width + m.left() + m.right(), height + m.top() + m.bottom() };
}

void FlowCards::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QList<QLayoutItem *> FlowCards::visibleItems() const
{
    QList<QLayoutItem *> visible;
    std::copy_if(m_items.cbegin(), m_items.cend(), std::back_inserter(visible),
                 [](const QLayoutItem *item) { return !item->isEmpty(); });
    return visible;
}

int FlowCards::arrange(const QRect &rect, bool apply) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const QList<QLayoutItem *> visible = visibleItems();
    const int perRow = columns(area.width());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.top();
    for (qsizetype first = 0; first < visible.size(); first += perRow) {
        const qsizetype last = std::min(first + perRow, visible.size());
        // The widths of a row add up to the whole: the remainder goes to the first ones.
        const auto left = [&](qsizetype column) {
            return area.left() + int(column) * (area.width() + spacing()) / perRow;
        };
        int height = 0;
        for (qsizetype i = first; i < last; ++i) {
            const int width = left(i - first + 1) - spacing() - left(i - first);
            const QLayoutItem *item = visible[i];
            height = std::max(height,
                              item->hasHeightForWidth() ? item->heightForWidth(width)
                                                        : item->sizeHint().height());
        }
        for (qsizetype i = first; apply && i < last; ++i) {
            const int x = left(i - first);
            const QRect cell(x, y, left(i - first + 1) - spacing() - x, height);
            visible[i]->setGeometry(QStyle::visualRect(direction, area, cell));
        }
        y += height + spacing();
    }
    return std::max(0, y - spacing() - area.top()) + contentsMargins().top()
        + contentsMargins().bottom();
}

} // namespace castellan
