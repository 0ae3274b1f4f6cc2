// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/ProfileStore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace castellan {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kLargestFile = 1'048'576;

Error about(ErrorCode code, const QString &path, const QString &detail = {})
{
    return { code, { { QStringLiteral("path"), path } }, detail };
}

Result<QList<ConnectionProfile>> parse(const QByteArray &bytes, const QString &path)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const QJsonValue list = root[QLatin1StringView("profiles")];
    if (root[QLatin1StringView("version")].toInt() != kVersion || !list.isArray())
        return about(ErrorCode::Malformed, path, QStringLiteral("not a list of profiles"));
    QList<ConnectionProfile> profiles;
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries) {
        const auto profile = ConnectionProfile::fromJson(entry.toObject());
        if (!profile.hasValue())
            return about(ErrorCode::Malformed, path,
                         profile.error().facts.value(QStringLiteral("field")).toString());
        profiles += profile.value();
    }
    return profiles;
}

} // namespace

QString ProfileStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/connections.json");
}

ProfileStore::ProfileStore(QString path)
    : m_path(std::move(path))
{
}

Result<QList<ConnectionProfile>> ProfileStore::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<ConnectionProfile>();
    if (!file.open(QIODevice::ReadOnly))
        return about(ErrorCode::FileUnreadable, m_path, file.errorString());
    return parse(file.read(kLargestFile), m_path);
}

Result<void> ProfileStore::save(const ConnectionProfile &profile)
{
    if (profile.name.trimmed().isEmpty())
        return Error { ErrorCode::InvalidArgument,
                       { { QStringLiteral("argument"), QStringLiteral("name") } },
                       {} };
    auto profiles = load();
    if (!profiles.hasValue())
        return profiles.error();
    QList<ConnectionProfile> &list = profiles.value();
    const auto same = std::find_if(list.begin(), list.end(), [&](const ConnectionProfile &one) {
        return one.name == profile.name;
    });
    if (same == list.end())
        list += profile;
    else
        *same = profile;
    return write(list);
}

Result<void> ProfileStore::remove(const QString &name)
{
    auto profiles = load();
    if (!profiles.hasValue())
        return profiles.error();
    const auto removed = profiles.value().removeIf(
        [&](const ConnectionProfile &profile) { return profile.name == name; });
    if (removed == 0)
        return about(ErrorCode::NotFound, m_path);
    return write(profiles.value());
}

Result<void> ProfileStore::write(const QList<ConnectionProfile> &profiles) const
{
    QJsonArray list;
    for (const ConnectionProfile &profile : profiles)
        list += profile.toJson();
    const QJsonDocument document(QJsonObject { { QStringLiteral("version"), kVersion },
                                               { QStringLiteral("profiles"), list } });
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    // Set before the first byte is written: nobody else reads where this person connects to.
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(document.toJson()) > 0 && file.commit();
    if (!written)
        return about(ErrorCode::FileUnwritable, m_path, file.errorString());
    return {};
}

} // namespace castellan
