// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Announce.h"

#include <QAccessible>
#include <QWidget>

namespace castellan {

void announce(QWidget *source, const QString &text)
{
    if (text.isEmpty())
        return;
    source->setAccessibleName(text);
    QAccessibleEvent event(source, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace castellan
