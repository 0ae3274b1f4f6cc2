// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Diagnostics.h"

#include "models/base/CryptoLibrary.h"
#include "models/operators/OperatorSession.h"
#include "ui/shell/Settings.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QStringList>
#include <QSysInfo>

namespace castellan::Diagnostics {

namespace {

QString serverVersion(const OperatorSession &session)
{
    const int version = session.server().version;
    return version == 0 ? QString()
                        : QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
}

} // namespace

QString versions(const OperatorSession &session)
{
    QStringList lines { QCoreApplication::translate("castellan::Diagnostics", "Castellan %1")
                            .arg(QStringLiteral(CASTELLAN_VERSION)),
                        QStringLiteral("Qt %1").arg(QString::fromLatin1(qVersion())),
                        cryptoLibrary() };
    if (const QString server = serverVersion(session); !server.isEmpty())
        lines += QStringLiteral("PostgreSQL %1").arg(server);
    return lines.join(QLatin1Char('\n'));
}

QString report(const OperatorSession &session, const Settings &settings)
{
    const TlsInfo &tls = session.server().tls;
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QStringList lines {
        QStringLiteral("castellan: ") + QStringLiteral(CASTELLAN_VERSION),
        QStringLiteral("qt: ") + QString::fromLatin1(qVersion()),
        QStringLiteral("crypto: ") + cryptoLibrary(),
        QStringLiteral("system: ") + QSysInfo::prettyProductName(),
        QStringLiteral("platform: ") + QGuiApplication::platformName(),
        QStringLiteral("locale: ") + QLocale().name(),
        QStringLiteral("pixel ratio: %1").arg(screen ? screen->devicePixelRatio() : 1.0),
        QStringLiteral("text: %1 %").arg(settings.look.textPercent),
        QStringLiteral("postgresql: ") + serverVersion(session),
        QStringLiteral("tls: ") + (tls.encrypted ? tls.protocol : QStringLiteral("none")),
        QStringLiteral("tls name checked: ")
            + (tls.hostChecked ? QStringLiteral("yes") : QStringLiteral("no")),
        QStringLiteral("operator kind rank: ") + session.info().rank,
        QStringLiteral("clock offset s: %1").arg(session.clockOffsetSeconds()),
    };
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace castellan::Diagnostics
