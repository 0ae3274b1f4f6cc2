// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgEnvironment.h"

#include <QProcessEnvironment>

namespace castellan {

namespace {

QString &keptPasswordFile()
{
    static QString path;
    return path;
}

} // namespace

void PgEnvironment::scrub()
{
    if (qEnvironmentVariableIsSet("PGPASSFILE"))
        keptPasswordFile() = qEnvironmentVariable("PGPASSFILE");
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1StringView("PG")))
            qunsetenv(name.toLocal8Bit().constData());
    }
}

QString PgEnvironment::passwordFile()
{
    return keptPasswordFile();
}

} // namespace castellan
