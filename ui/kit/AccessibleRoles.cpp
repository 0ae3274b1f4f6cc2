// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/AccessibleRoles.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

namespace castellan {

namespace {

QAccessibleInterface *roleOf(const QString &className, QObject *object)
{
    static const QHash<QString, QAccessible::Role> s_roles {
        { QStringLiteral("castellan::Banner"), QAccessible::AlertMessage },
        { QStringLiteral("castellan::ToastItem"), QAccessible::Notification },
        { QStringLiteral("castellan::ScrimOverlay"), QAccessible::AlertMessage },
        { QStringLiteral("castellan::StateChip"), QAccessible::StaticText },
        { QStringLiteral("castellan::StateMark"), QAccessible::Graphic },
        { QStringLiteral("castellan::QrView"), QAccessible::Graphic },
        { QStringLiteral("castellan::WizardSteps"), QAccessible::List },
        { QStringLiteral("castellan::WizardStepItem"), QAccessible::ListItem },
        { QStringLiteral("castellan::Card"), QAccessible::Grouping },
        { QStringLiteral("castellan::Hairline"), QAccessible::Separator },
        { QStringLiteral("castellan::PaneEdge"), QAccessible::Splitter },
        { QStringLiteral("castellan::SectionHeading"), QAccessible::Heading },
    };
    const auto role = s_roles.constFind(className);
    auto *widget = qobject_cast<QWidget *>(object);
    return role == s_roles.cend() || !widget ? nullptr : new QAccessibleWidget(widget, *role);
}

} // namespace

void installAccessibleRoles()
{
    QAccessible::installFactory(roleOf);
}

} // namespace castellan
