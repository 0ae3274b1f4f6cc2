// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Rights.h"

namespace castellan {

void Rights::set(const QHash<QString, Right> &rights)
{
    m_rights = rights;
    Q_EMIT changed();
}

bool Rights::allows(const QString &function) const
{
    return function.isEmpty() || m_rights.value(function).allowed;
}

QString Rights::whyNot(const QString &function) const
{
    if (allows(function))
        return {};
    if (m_rights.isEmpty())
        return tr("Sign in first.");
    if (m_rights.value(function).reason == QLatin1String("policy"))
        return tr("The policy in force does not allow this.");
    if (m_rights.value(function).reason == QLatin1String("schema_newer"))
        return tr("The schema of this server is newer than this console, which only reads it.");
    return tr("Your role may not do this.");
}

} // namespace castellan
