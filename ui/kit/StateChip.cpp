// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/StateChip.h"

#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace castellan {

namespace {

constexpr int kPadding = 10;
constexpr int kMark = 8;
constexpr int kGap = 6;

QFont chipFont()
{
    return theme().font(TextRole::BodyStrong);
}

int markSide()
{
    return theme().scaled(kMark);
}

} // namespace

void paintStateMark(QPainter *painter, const QRectF &rect, State state)
{
    const QColor color = theme().color(stateTextRole(state));
    const qreal side = std::min(rect.width(), rect.height());
    const QPointF c = rect.center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (state) {
    case State::Good:
        painter->drawEllipse(c, side / 2, side / 2);
        break;
    case State::Warning:
        // An equilateral triangle looks centred when its box is raised a little.
        painter->drawPolygon(QPolygonF { c + QPointF(0, -side * 0.52),
                                         c + QPointF(side * 0.56, side * 0.46),
                                         c + QPointF(-side * 0.56, side * 0.46) });
        break;
    case State::Critical:
        painter->drawRect(QRectF(c.x() - side / 2, c.y() - side / 2, side, side));
        break;
    case State::Information: // a ring around a dot: without it, it would be None in blue
        painter->drawEllipse(c, side * 0.18, side * 0.18);
        [[fallthrough]];
    case State::None:
        painter->setPen(QPen(color, side / 5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(c, side * 0.4, side * 0.4);
        break;
    }
    painter->restore();
}

void paintChip(QPainter *painter, const QRect &rect, State state, const QString &word,
               Qt::LayoutDirection direction)
{
    const QFont font = chipFont();
    const QFontMetrics metrics(font);
    const QSize want = chipSize(word);
    const QSize size(std::min(want.width(), rect.width()), want.height());
    const QRect pill =
        QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, size, rect);
    const int mark = markSide();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme().color(stateGroundRole(state)));
    painter->setPen(state == State::None ? QPen(theme().color(ColorRole::Hairline)) : Qt::NoPen);
    const QRectF edge = state == State::None ? QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5) : pill;
    painter->drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);

    const QRect inner = pill.adjusted(kPadding, 0, -kPadding, 0);
    const QRect markBox = QStyle::visualRect(
        direction, inner, QRect(inner.left(), inner.top(), mark, inner.height()));
    QRectF markSquare(0, 0, mark, mark);
    markSquare.moveCenter(QRectF(markBox).center());
    paintStateMark(painter, markSquare, state);
    const QRect textBox =
        QStyle::visualRect(direction, inner, inner.adjusted(mark + kGap, 0, 0, 0));
    painter->setFont(font);
    painter->setPen(theme().color(stateTextRole(state)));
    painter->setLayoutDirection(direction);
    painter->drawText(textBox, int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                      metrics.elidedText(word, Qt::ElideRight, textBox.width()));
    painter->restore();
}

QSize chipSize(const QString &word)
{
    const int text = QFontMetrics(chipFont()).horizontalAdvance(word);
    // One pixel more than measured: elision compares with fractions.
    return { 2 * kPadding + markSide() + kGap + text + 1, theme().scaled(metric::kChipHeight) };
}

QString stateName(State state)
{
    switch (state) {
    case State::Good:
        return StateChip::tr("Good");
    case State::Warning:
        return StateChip::tr("Warning");
    case State::Critical:
        return StateChip::tr("Critical");
    case State::Information:
        return StateChip::tr("Information");
    case State::None:
        break;
    }
    return {};
}

StateChip::StateChip(State state, const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setState(state, word);
}

void StateChip::setState(State state, const QString &word)
{
    m_state = state;
    m_word = word;
    setAccessibleName(word);
    setAccessibleDescription(stateName(state));
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return chipSize(m_word);
}

QSize StateChip::minimumSizeHint() const
{
    return { std::min(sizeHint().width(), theme().scaled(64)), sizeHint().height() };
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_state, m_word, layoutDirection());
}

bool StateChip::event(QEvent *event)
{
    if (isRestyle(event))
        updateGeometry();
    return QWidget::event(event);
}

} // namespace castellan
