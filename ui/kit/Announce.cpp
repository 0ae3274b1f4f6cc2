// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Announce.h"

#include <QAccessible>
#include <QTimer>
#include <QVariant>
#include <QWidget>

namespace castellan {

namespace {

constexpr int kHeardMs = 1000;
constexpr char kOwnName[] = "nameBeforeAnnouncement";
constexpr char kSaid[] = "announced";

} // namespace

void announce(QWidget *source, const QString &text)
{
    if (text.isEmpty())
        return;
    // Readers ask for the name when they come to it. Of two in a row the first is not the own one.
    const QVariant said = source->property(kSaid);
    if (!said.isValid() || source->accessibleName() != said.toString())
        source->setProperty(kOwnName, source->accessibleName());
    source->setProperty(kSaid, text);
    source->setAccessibleName(text);
    QAccessibleEvent event(source, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    QTimer::singleShot(kHeardMs, source, [source, text] {
        const QString own = source->property(kOwnName).toString();
        if (source->accessibleName() == text && !own.isEmpty())
            source->setAccessibleName(own); // else something newer is said, or it was renamed
    });
}

} // namespace castellan
