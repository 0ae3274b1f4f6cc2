// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Fonts.h"

#include <QFontDatabase>

namespace castellan {

namespace {

QtMessageHandler s_tell = nullptr;

// Qt logs this without a category, so no filter rule can leave it out alone.
void tellAllButFontSearch(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1StringView("  OpenType support missing for ")))
        s_tell(type, context, text);
}

bool addFaces()
{
    bool all = true;
    for (const QLatin1String face :
         { QLatin1String("Regular"), QLatin1String("Medium"), QLatin1String("SemiBold") }) {
        const QString path = QStringLiteral(":/castellan/fonts/CastellanSans-%1.otf").arg(face);
        all = QFontDatabase::addApplicationFont(path) >= 0 && all;
    }
    return all;
}

} // namespace

void loadFonts()
{
    static const bool s_loaded = addFaces();
    Q_UNUSED(s_loaded)
}

void quietFontSearch()
{
    if (s_tell)
        return;
    s_tell = qInstallMessageHandler(nullptr); // known before any thread can need it
    qInstallMessageHandler(tellAllButFontSearch);
}

QStringList sansFamilies()
{
    return { QStringLiteral("Castellan Sans"), QStringLiteral("Noto Sans"),
             QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif") };
}

QStringList monoFamilies()
{
    return { QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
             QStringLiteral("Consolas"), QStringLiteral("Menlo"), QStringLiteral("monospace") };
}

} // namespace castellan
