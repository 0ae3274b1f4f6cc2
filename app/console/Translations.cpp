// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Translations.h"

#include <QCoreApplication>

#include <QLocale>

namespace castellan {

Translations::~Translations() = default;

void Translations::use(const QString &language)
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    const QString wanted =
        language.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : language;
    if (!language.isEmpty() && language != QLatin1String("pseudo"))
        QLocale::setDefault(QLocale(language));
    install(QStringLiteral("castellan_en"));
    install(QStringLiteral("qtbase_") + wanted);
    if (wanted != QLatin1String("en"))
        install(QStringLiteral("castellan_") + wanted);
}

void Translations::install(const QString &name)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, QStringLiteral(":/castellan/translations")))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace castellan
