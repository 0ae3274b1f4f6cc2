// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Settings.h"

#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace castellan {

namespace {

// Words, so that a file made by another version still means the same.
const std::array kSchemes { u"system", u"light", u"dark" };
const std::array kMotions { u"system", u"reduced", u"full" };
const std::array kZones { u"local", u"utc" };

template <typename Enum, size_t Count>
Enum fromWord(const std::array<const char16_t *, Count> &words, const QString &word)
{
    const auto found = std::find_if(words.begin(), words.end(), [&word](const char16_t *known) {
        return word == QStringView(known);
    });
    return found == words.end() ? Enum {} : Enum(found - words.begin());
}

template <typename Enum, size_t Count>
QString word(const std::array<const char16_t *, Count> &words, Enum value)
{
    return QString::fromUtf16(words.at(size_t(value)));
}

/// What is no number at all counts as nothing chosen.
int number(const QSettings &file, const QString &key, int usual, int least, int most)
{
    bool ok = false;
    const int found = file.value(key).toInt(&ok);
    return ok ? std::clamp(found, least, most) : usual;
}

} // namespace

QString SettingsStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/settings.ini");
}

SettingsStore::SettingsStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path, QSettings::IniFormat)
{
    read();
}

void SettingsStore::read()
{
    m_settings.language = m_file.value(QStringLiteral("language")).toString();
    LookChoice &look = m_settings.look;
    look.scheme =
        fromWord<SchemeChoice>(kSchemes, m_file.value(QStringLiteral("theme")).toString());
    look.motion =
        fromWord<MotionChoice>(kMotions, m_file.value(QStringLiteral("motion")).toString());
    look.zone = fromWord<ZoneChoice>(kZones, m_file.value(QStringLiteral("zone")).toString());
    look.textPercent = number(m_file, QStringLiteral("text_percent"), look.textPercent, 100, 200);
    m_settings.lockAfterMinutes =
        number(m_file, QStringLiteral("lock_after"), m_settings.lockAfterMinutes,
               Settings::kLockLeast, Settings::kLockMost);
}

void SettingsStore::change(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_file.setValue(QStringLiteral("language"), settings.language);
    m_file.setValue(QStringLiteral("theme"), word(kSchemes, settings.look.scheme));
    m_file.setValue(QStringLiteral("motion"), word(kMotions, settings.look.motion));
    m_file.setValue(QStringLiteral("zone"), word(kZones, settings.look.zone));
    m_file.setValue(QStringLiteral("text_percent"), settings.look.textPercent);
    m_file.setValue(QStringLiteral("lock_after"), settings.lockAfterMinutes);
    m_file.sync();
    Q_EMIT changed(m_settings);
}

QByteArray SettingsStore::layout(const QString &name) const
{
    return m_file.value(QStringLiteral("layout/") + name).toByteArray();
}

void SettingsStore::setLayout(const QString &name, const QByteArray &layout)
{
    m_file.setValue(QStringLiteral("layout/") + name, layout);
}

QString SettingsStore::lastProfile() const
{
    return m_file.value(QStringLiteral("last_profile")).toString();
}

void SettingsStore::setLastProfile(const QString &name)
{
    m_file.setValue(QStringLiteral("last_profile"), name);
}

} // namespace castellan
