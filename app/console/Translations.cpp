// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

namespace castellan {

namespace {

constexpr QLatin1StringView kFolder(":/castellan/translations");

/// The first of the person's languages (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) that we speak.
QString ofSystem()
{
    static const QRegularExpression end(QStringLiteral("[-_.@].*"));
    const QStringList names = QLocale::system().uiLanguages();
    for (QString name : names) {
        name.remove(end);
        if (QFile::exists(kFolder + QStringLiteral("/castellan_%1.qm").arg(name)))
            return name;
    }
    return QStringLiteral("en");
}

} // namespace

Translations::~Translations() = default;

void Translations::use(const QString &language)
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    const QString wanted = language.isEmpty() ? ofSystem() : language;
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
    if (!translator->load(name, kFolder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace castellan
