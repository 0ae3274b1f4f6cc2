// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Motion.h"

#include "ui/kit/Theme.h"

#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>
#include <QWidget>

namespace castellan {

void fadeIn(QWidget *widget)
{
    const int time = theme().motionMs();
    if (time == 0 || widget->graphicsEffect())
        return;
    auto *effect = new QGraphicsOpacityEffect(widget);
    widget->setGraphicsEffect(effect);
    auto *fade = new QPropertyAnimation(effect, "opacity", effect);
    fade->setDuration(time);
    fade->setStartValue(0.0);
    fade->setEndValue(1.0);
    // The effect costs a copy at every repaint, so it goes with the motion.
    QObject::connect(fade, &QPropertyAnimation::finished, widget,
                     [widget] { widget->setGraphicsEffect(nullptr); });
    fade->start();
}

} // namespace castellan
