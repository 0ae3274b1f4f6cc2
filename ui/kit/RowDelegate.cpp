// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/RowDelegate.h"

#include "ui/kit/PlainText.h"
#include "ui/kit/RowTextModel.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/Theme.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace castellan {

namespace {

constexpr qreal kDimmed = 0.5;

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar letter) {
        return letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL;
    });
}

/// Text keeps its own direction, whatever stands around it: it goes into a bidi isolate. Not where
/// that changes nothing: a font without the mark moves the base line.
QString isolated(const QString &text)
{
    if (QGuiApplication::layoutDirection() == Qt::LeftToRight && !hasRightToLeft(text))
        return text;
    return QChar(0x2068) + text + QChar(0x2069);
}

QString isolated(const QStringList &parts)
{
    QString line;
    for (const QString &part : parts) {
        if (!line.isEmpty())
            line += QStringLiteral(" \u00B7 ");
        line += isolated(part);
    }
    return line;
}

ColorRole colorOf(const Column &column)
{
    const bool leads = column.kind == ColumnKind::Name || column.kind == ColumnKind::Number
        || column.kind == ColumnKind::Identifier;
    return leads ? ColorRole::Text : ColorRole::Muted;
}

void drawLine(QPainter *painter, const QRect &rect, const QFont &font, ColorRole role,
              Qt::Alignment alignment, const QString &text)
{
    painter->setFont(font);
    painter->setPen(theme().color(role));
    const QString fitting =
        QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width(), Qt::TextSingleLine);
    painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
}

} // namespace

RowDelegate::RowDelegate(const RowTextModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
    restyle();
}

void RowDelegate::restyle()
{
    m_strong = theme().font(TextRole::BodyStrong);
    m_body = theme().font(TextRole::Body);
    m_mono = theme().font(TextRole::Mono);
    m_small = theme().font(TextRole::Secondary);
}

const QFont &RowDelegate::fontOf(const Column &column) const
{
    if (column.kind == ColumnKind::Name)
        return m_strong;
    return column.kind == ColumnKind::Identifier ? m_mono : m_body;
}

void RowDelegate::setEnds(int first, int last)
{
    m_first = first;
    m_last = last;
}

QRect RowDelegate::contentRect(const QStyleOptionViewItem &option, int column) const
{
    const int leading = column == m_first ? kEdgePadding : kPadding;
    const int trailing = column == m_last ? kEdgePadding : kPadding;
    const bool mirrored = option.direction == Qt::RightToLeft;
    return option.rect.adjusted(mirrored ? trailing : leading, 0, mirrored ? -leading : -trailing,
                                -1);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const ListRow *row = m_model->paged()->rowAt(index.row());
    if (!row)
        return;
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintGround(painter, option, index.row(), index.column());
    if (row->ended || m_stale)
        painter->setOpacity(kDimmed);

    const RowCell cell = m_model->cell(index.row(), index.column());
    const QRect content = contentRect(option, index.column());
    painter->setClipRect(content);
    if (m_model->paged()->columns().at(index.column()).kind == ColumnKind::Chip && !cell.absent)
        paintChip(painter, content, cell.state, cell.text, option.direction);
    else
        paintText(painter, option, content, cell, index.row(), index.column());
    painter->setClipping(false);
    painter->setOpacity(1);
    if (index.row() == m_ringed)
        paintRing(painter, option, index.column());
    painter->restore();
}

void RowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, int row,
                              int column) const
{
    const QRect &rect = option.rect;
    const bool marked = option.state & QStyle::State_Selected;
    if (marked)
        painter->fillRect(rect, theme().color(ColorRole::Selected));
    else if (row == m_hovered)
        painter->fillRect(rect, theme().color(ColorRole::Hover));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      theme().color(ColorRole::Hairline));
    if (marked && column == m_first) {
        const bool mirrored = option.direction == Qt::RightToLeft;
        const int left = mirrored ? rect.right() - metric::kSelectionBar + 1 : rect.left();
        painter->fillRect(QRect(left, rect.top(), metric::kSelectionBar, rect.height()),
                          theme().color(ColorRole::Accent));
    }
}

void RowDelegate::paintRing(QPainter *painter, const QStyleOptionViewItem &option, int column) const
{
    const QColor accent = theme().color(ColorRole::Accent);
    const QRect rect = option.rect;
    const int width = metric::kFocusRing;
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), width), accent);
    painter->fillRect(QRect(rect.left(), rect.bottom() - width + 1, rect.width(), width), accent);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect left(rect.left(), rect.top(), width, rect.height());
    const QRect right(rect.right() - width + 1, rect.top(), width, rect.height());
    if (column == m_first)
        painter->fillRect(mirrored ? right : left, accent);
    if (column == m_last)
        painter->fillRect(mirrored ? left : right, accent);
}

void RowDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                            const QRect &rect, const RowCell &cell, int row, int column) const
{
    Q_UNUSED(option)
    const Column &spec = m_model->paged()->columns().at(column);
    const bool trailing = spec.alignment() == ColumnAlignment::Trailing;
    const Qt::Alignment alignment = trailing ? Qt::AlignRight : Qt::AlignLeft;
    const QFont &font = fontOf(spec);
    const QStringList second =
        spec.kind == ColumnKind::Name ? m_model->secondLine(row, column) : QStringList();
    if (second.isEmpty()) {
        drawLine(painter, rect, font, cell.absent ? ColorRole::Muted : colorOf(spec), alignment,
                 isolated(cell.text));
        return;
    }
    const QFont &small = m_small;
    const int upper = QFontMetrics(font).height();
    const int lower = QFontMetrics(small).height();
    const int top = rect.top() + (rect.height() - upper - lower) / 2;
    drawLine(painter, QRect(rect.left(), top, rect.width(), upper), font, ColorRole::Text,
             alignment, isolated(cell.text));
    drawLine(painter, QRect(rect.left(), top + upper, rect.width(), lower), small, ColorRole::Muted,
             alignment, isolated(second));
}

QString RowDelegate::tipFor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowCell cell = m_model->cell(index.row(), index.column());
    if (!cell.exact.isEmpty())
        return cell.exact;
    const Column &spec = m_model->paged()->columns().at(index.column());
    const int room = contentRect(option, index.column()).width();
    if (spec.kind == ColumnKind::Chip)
        return !cell.absent && chipSize(cell.text).width() > room ? cell.text : QString();
    const QStringList second = spec.kind == ColumnKind::Name
        ? m_model->secondLine(index.row(), index.column())
        : QStringList();
    const QFontMetrics small(m_small);
    const bool cut = QFontMetrics(fontOf(spec)).horizontalAdvance(cell.text) > room
        || small.horizontalAdvance(isolated(second)) > room;
    if (!cut)
        return {};
    return (QStringList { cell.text } + second).join(QLatin1Char('\n'));
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString tip = index.isValid() ? tipFor(option, index) : QString();
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), plainToolTip(tip), view->viewport(), option.rect);
    return true;
}

} // namespace castellan
