// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/KitStyle.h"

#include "ui/kit/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace castellan {

namespace {

void drawBox(QPainter *painter, const QRectF &rect, qreal radius, ColorRole fill, ColorRole edge,
             qreal width = 1)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().color(edge), width));
    painter->setBrush(theme().color(fill));
    const qreal inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

/// A chevron that fills two thirds of the square.
void drawChevron(QPainter *painter, const QRectF &square, Qt::ArrowType direction, ColorRole role)
{
    const qreal w = square.width() / 3;
    const qreal h = w / 2;
    const qreal sign = direction == Qt::UpArrow ? -1 : 1;
    const QPointF c = square.center();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(theme().color(role), square.width() / 11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF { c + QPointF(-w, -h * sign), c + QPointF(0, h * sign),
                                      c + QPointF(w, -h * sign) });
}

ColorRole edgeOf(const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Enabled))
        return ColorRole::DisabledEdge;
    return option->state & QStyle::State_HasFocus ? ColorRole::Accent : ColorRole::ControlEdge;
}

ColorRole groundOf(const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Enabled))
        return ColorRole::DisabledGround;
    return option->state & QStyle::State_MouseOver ? ColorRole::Hover : ColorRole::Surface;
}

ColorRole markOf(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled ? ColorRole::OnAccent : ColorRole::DisabledText;
}

void drawIndicatorGround(QPainter *painter, const QStyleOption *option, qreal radius)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const ColorRole fill = on && enabled ? ColorRole::Accent : groundOf(option);
    const ColorRole edge = on && enabled ? ColorRole::Accent : edgeOf(option);
    drawBox(painter, option->rect, radius, fill, edge);
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const QRectF r = option->rect;
    drawIndicatorGround(painter, option, 4);
    painter->setPen(QPen(theme().color(markOf(option)), r.width() / 8, Qt::SolidLine, Qt::RoundCap,
                         Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(r.x() + x * r.width(), r.y() + y * r.height());
    };
    if (option->state & QStyle::State_On)
        painter->drawPolyline(QPolygonF { at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32) });
    else if (option->state & QStyle::State_NoChange)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
}

void drawRadioButton(QPainter *painter, const QStyleOption *option)
{
    const QRectF r = option->rect;
    drawIndicatorGround(painter, option, r.width() / 2);
    if (!(option->state & QStyle::State_On))
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().color(markOf(option)));
    painter->drawEllipse(r.center(), r.width() / 5, r.width() / 5);
}

void drawField(QPainter *painter, const QStyleOption *option, bool editable)
{
    const bool focus = option->state & QStyle::State_HasFocus;
    QStyleOption still(*option);
    if (editable)
        still.state &= ~QStyle::State_MouseOver;
    drawBox(painter, option->rect, metric::kControlRadius, groundOf(&still), edgeOf(option),
            focus ? metric::kFocusRing : 1);
}

ColorRole arrowRole(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled ? ColorRole::Muted : ColorRole::DisabledText;
}

QRectF squareIn(const QRect &rect)
{
    const int side = theme().scaled(16);
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    return square;
}

void drawComboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow)
{
    drawField(painter, option, option->editable);
    drawChevron(painter, squareIn(arrow), Qt::DownArrow, arrowRole(option));
}

void drawSpinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up,
                 const QRect &down)
{
    drawField(painter, option, true);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto role = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return option->stepEnabled & step ? arrowRole(option) : ColorRole::DisabledText;
    };
    drawChevron(painter, squareIn(up), Qt::UpArrow, role(QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, squareIn(down), Qt::DownArrow, role(QAbstractSpinBox::StepDownEnabled));
}

} // namespace

KitStyle::KitStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

// Layouts would squeeze these below the height of a control, since Qt takes a line of text as
// least.
void KitStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setFixedHeight(theme().scaled(metric::kControlHeight));
}

void KitStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                             QPainter *painter, const QWidget *widget) const
{
    painter->save();
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(painter, option);
        break;
    case PE_IndicatorRadioButton:
        drawRadioButton(painter, option);
        break;
    case PE_IndicatorArrowDown:
    case PE_IndicatorHeaderArrow:
        drawChevron(painter, squareIn(option->rect), Qt::DownArrow, arrowRole(option));
        break;
    case PE_IndicatorArrowUp:
        drawChevron(painter, squareIn(option->rect), Qt::UpArrow, arrowRole(option));
        break;
    case PE_FrameFocusRect: // the ring around the whole control is drawn by FocusRing
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    painter->restore();
}

void KitStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().color(ColorRole::Accent), metric::kFocusRing));
    painter->setBrush(Qt::NoBrush);
    const qreal radius = metric::kControlRadius + metric::kFocusRing;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void KitStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    const auto part = [&](SubControl sub) {
        return proxy()->subControlRect(control, option, sub, widget);
    };
    painter->save();
    if (control == CC_ComboBox) {
        drawComboBox(painter, static_cast<const QStyleOptionComboBox *>(option),
                     part(SC_ComboBoxArrow));
    } else if (control == CC_SpinBox) {
        drawSpinBox(painter, static_cast<const QStyleOptionSpinBox *>(option), part(SC_SpinBoxUp),
                    part(SC_SpinBoxDown));
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    painter->restore();
}

QRect KitStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                               SubControl part, const QWidget *widget) const
{
    const QRect whole = option->rect;
    const int arrow = theme().scaled(28);
    const auto place = [&](const QRect &rect) {
        return visualRect(option->direction, whole, rect);
    };
    const QRect edit = whole.adjusted(metric::kStep, 2, -arrow, -2);
    const QRect trailing(whole.right() - arrow + 1, whole.y(), arrow, whole.height());
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return place(edit.adjusted(2, 0, 0, 0)); // as far in as the text of a line edit
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return place(trailing);
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return place(edit);
    if (control == CC_SpinBox && part == SC_SpinBoxUp)
        return place(trailing.adjusted(0, 2, 0, -whole.height() / 2));
    if (control == CC_SpinBox && part == SC_SpinBoxDown)
        return place(trailing.adjusted(0, whole.height() / 2, 0, -2));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int KitStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme().scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metric::kControlGap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return metric::kFocusRing + 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return theme().iconSize();
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KitStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_UnderlineShortcut: // while Alt is held
        return qApp->property(kMnemonicsShown).toBool();
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonLayout:
        return 0;
    case SH_Widget_Animation_Duration:
        return theme().motionMs();
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize KitStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox) {
        result.setHeight(theme().scaled(metric::kControlHeight));
        result.rwidth() += metric::kStep;
    }
    return result;
}

} // namespace castellan
