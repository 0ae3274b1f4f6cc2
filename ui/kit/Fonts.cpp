// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Fonts.h"

#include <QFontDatabase>

namespace castellan {

namespace {

bool addFaces()
{
    bool all = true;
    for (const QLatin1String face : { QLatin1String("Regular"), QLatin1String("Medium"),
                                      QLatin1String("SemiBold"), QLatin1String("Bold") }) {
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
