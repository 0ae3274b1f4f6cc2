// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListHeader.h"

#include "ui/kit/PlainText.h"
#include "ui/kit/RowDelegate.h"
#include "ui/kit/Theme.h"

#include <QHelpEvent>
#include <QHoverEvent>
#include <QPainter>
#include <QToolTip>

namespace castellan {

namespace {

constexpr int kHeight = 36;
constexpr int kArrow = 8; ///< room for the arrow of the sorted column

void drawArrow(QPainter *painter, const QPointF &center, bool down)
{
    constexpr qreal kWide = 3.5;
    constexpr qreal kHigh = 2;
    const qreal tip = down ? kHigh : -kHigh;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(theme().color(ColorRole::Text), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF { center + QPointF(-kWide, -tip), center + QPointF(0, tip),
                                      center + QPointF(kWide, -tip) });
}

} // namespace

ListHeader::ListHeader(const Columns &columns, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_columns(columns)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
        if (!m_columns.at(column).sort.isEmpty())
            Q_EMIT sortRequested(column);
    });
}

void ListHeader::setSorted(int column, bool descending)
{
    m_sorted = column;
    m_descending = descending;
    viewport()->update();
}

void ListHeader::setEnds(int first, int last)
{
    m_first = first;
    m_last = last;
}

QSize ListHeader::sizeHint() const
{
    return { length(), theme().scaled(kHeight) }; // asked for with each change of rows
}

void ListHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    const Column &spec = m_columns.at(column);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool trailing = spec.alignment() == ColumnAlignment::Trailing;
    const int before = column == m_first ? RowDelegate::kEdgePadding : RowDelegate::kPadding;
    const int after = column == m_last ? RowDelegate::kEdgePadding : RowDelegate::kPadding;
    QRect content = rect.adjusted(mirrored ? after : before, 0, mirrored ? -before : -after, 0);
    const bool sorted = column == m_sorted;
    const int arrow = sorted ? theme().scaled(kArrow) + metric::kHalfStep : 0;

    painter->save();
    painter->setLayoutDirection(layoutDirection());
    const QFont font = theme().font(TextRole::SecondaryStrong);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(spec.title, Qt::ElideRight, content.width() - arrow);
    const bool lively = sorted || (column == m_hovered && !spec.sort.isEmpty());
    painter->setFont(font);
    painter->setPen(theme().color(lively ? ColorRole::Text : ColorRole::Muted));
    // the arrow stands behind the text; before it where the text keeps to the trailing edge
    const bool textAtLeft = trailing == mirrored;
    painter->drawText(content,
                      int(textAtLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter
                          | Qt::AlignAbsolute | Qt::TextSingleLine,
                      text);
    if (sorted) {
        const int away =
            metrics.horizontalAdvance(text) + metric::kHalfStep + theme().scaled(kArrow) / 2;
        const int x = textAtLeft ? content.left() + away : content.right() - away;
        drawArrow(painter, QPointF(x, content.center().y() + 0.5), m_descending);
    }
    painter->restore();
}

void ListHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1,
                     theme().color(ColorRole::Hairline));
}

void ListHeader::setHovered(int column)
{
    if (m_hovered == column)
        return;
    m_hovered = column;
    viewport()->update();
}

bool ListHeader::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHovered(logicalIndexAt(static_cast<QHoverEvent *>(event)->position().toPoint()));
    else if (event->type() == QEvent::HoverLeave)
        setHovered(-1);
    else if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int column = logicalIndexAt(help->pos());
        const bool cut = column >= 0
            && QFontMetrics(theme().font(TextRole::SecondaryStrong))
                    .horizontalAdvance(m_columns.at(column).title)
                > sectionSize(column) - 2 * RowDelegate::kPadding;
        QToolTip::showText(help->globalPos(),
                           cut ? plainToolTip(m_columns.at(column).title) : QString(), this);
        return true;
    }
    return QHeaderView::viewportEvent(event);
}

} // namespace castellan
