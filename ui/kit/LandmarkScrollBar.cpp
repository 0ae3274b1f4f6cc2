// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/LandmarkScrollBar.h"

#include "models/base/DisplayText.h"
#include "ui/kit/PlainText.h"

#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace castellan {

namespace {

constexpr int kSteps = 100'000; ///< finer than any screen
constexpr int kLabelLength = 40;

} // namespace

LandmarkScrollBar::LandmarkScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
    setRange(0, kSteps);
    setTracking(true);
    setAccessibleName(tr("Place in the list"));
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QAbstractSlider::actionTriggered, this, &LandmarkScrollBar::acted);
}

double LandmarkScrollBar::fraction() const
{
    return double(sliderPosition()) / kSteps;
}

void LandmarkScrollBar::setPlace(double fraction, double visible)
{
    if (isSliderDown())
        return;
    const QSignalBlocker quiet(this);
    const double share = std::clamp(visible, 0.0, 1.0);
    setVisible(share < 1); // nowhere to go: no bar
    setPageStep(share < 1 ? std::max(1, qRound(kSteps * share / (1 - share))) : kSteps);
    setValue(qRound(std::clamp(fraction, 0.0, 1.0) * kSteps));
    update();
}

void LandmarkScrollBar::acted(int action)
{
    switch (action) {
    case SliderMove:
        Q_EMIT draggedTo(fraction());
        showLabel();
        return;
    case SliderToMinimum:
    case SliderToMaximum:
        Q_EMIT draggedTo(action == SliderToMinimum ? 0 : 1);
        return;
    case SliderSingleStepAdd:
    case SliderSingleStepSub:
        Q_EMIT steppedLine(action == SliderSingleStepAdd ? 1 : -1);
        break;
    case SliderPageStepAdd:
    case SliderPageStepSub:
        Q_EMIT steppedPage(action == SliderPageStepAdd ? 1 : -1);
        break;
    default:
        return;
    }
    setSliderPosition(value()); // the list moves and says by how much
}

void LandmarkScrollBar::showLabel()
{
    const QString label = m_labelAt ? m_labelAt(fraction()) : QString();
    if (label.isEmpty())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect thumb =
        style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
    const QString text = DisplayText::visible(label, kLabelLength);
    const int away = fontMetrics().horizontalAdvance(text) + 40;
    const QPoint beside(isRightToLeft() ? width() + 8 : -away, thumb.center().y() - 24);
    QToolTip::showText(mapToGlobal(beside), plainToolTip(text), this, {}, 10'000);
}

void LandmarkScrollBar::wheelEvent(QWheelEvent *event)
{
    Q_EMIT wheeled(event);
    event->accept();
}

} // namespace castellan
