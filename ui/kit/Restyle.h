// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QWidget>

namespace castellan {

/// The theme, the text size or the font changed: widgets that took something from it take it anew.
inline bool isRestyle(const QEvent *event)
{
    return event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange
        || event->type() == QEvent::PaletteChange;
}

/// Sets a property that rules of the style sheet ask for, and has them applied.
void setStyleProperty(QWidget *widget, const char *name, const QString &value);

} // namespace castellan
