// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SchemaBundle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace castellan {

namespace {

constexpr auto kHash = QCryptographicHash::Sha256;

Error malformed(const QString &path, const QString &why)
{
    return { ErrorCode::Malformed, { { QStringLiteral("path"), path } }, why };
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::FileUnreadable,
                       { { QStringLiteral("path"), path } },
                       file.errorString() };
    return file.readAll();
}

/// The value of a header line "-- key: value" among the leading comment lines; empty without one.
QByteArray headerOf(const QByteArray &sql, const char *key)
{
    const QByteArray start = QByteArray("-- ") + key + ": ";
    const QList<QByteArray> lines = sql.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("--"))
            break;
        if (line.startsWith(start))
            return line.sliced(start.size()).trimmed();
    }
    return {};
}

/// Of a migration's file; 0 when it is not named as one.
int versionOf(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{4})_[a-z0-9_]+$"));
    return pattern.match(QFileInfo(path).completeBaseName()).captured(1).toInt();
}

Result<SchemaMigration> migrationFrom(const QString &path)
{
    const auto content = contentOf(path);
    if (!content.hasValue())
        return content.error();
    SchemaMigration migration;
    migration.name = QFileInfo(path).completeBaseName();
    migration.sql = content.value();
    migration.version = versionOf(path);
    migration.checksum = QCryptographicHash::hash(migration.sql, kHash);
    const QByteArray as = headerOf(migration.sql, "as");
    migration.asSuperuser = as == "superuser";
    if (migration.version < 1)
        return malformed(path, QStringLiteral("not named NNNN_verb_object.sql"));
    if (!as.isEmpty() && !migration.asSuperuser && as != "castellan_owner")
        return malformed(path, QStringLiteral("-- as: neither superuser nor castellan_owner"));
    return migration;
}

Result<SchemaFunction> functionFrom(const QString &directory, const QString &path)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^create or replace function (castellan(?:_private)?\\.([a-z0-9_]+))\\s*\\("),
        QRegularExpression::MultilineOption);
    static const QList<QByteArray> owners { "castellan_owner", "castellan_key", "castellan_roles",
                                            "castellan_backends" };
    const auto content = contentOf(path);
    if (!content.hasValue())
        return content.error();
    SchemaFunction function;
    function.path = QDir(directory).relativeFilePath(path);
    function.sql = content.value();
    function.owner = headerOf(function.sql, "owner");
    if (function.owner.isEmpty())
        function.owner = "castellan_owner";
    const auto match = pattern.match(QString::fromUtf8(function.sql));
    function.name = match.captured(1).toLatin1();
    if (!owners.contains(function.owner))
        return malformed(path, QStringLiteral("-- owner: none of the four"));
    if (match.captured(2) != QFileInfo(path).completeBaseName())
        return malformed(path, QStringLiteral("holds no function of the file's name"));
    return function;
}

QStringList sqlFilesIn(const QString &directory)
{
    QStringList paths;
    QDirIterator files(directory, { QStringLiteral("*.sql") }, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths += files.next();
    paths.sort();
    return paths;
}

} // namespace

Result<SchemaBundle> SchemaBundle::load(const QString &directory)
{
    SchemaBundle bundle;
    if (const auto done = bundle.loadMigrations(directory + QStringLiteral("/migrations"));
        !done.hasValue())
        return done.error();
    if (const auto done = bundle.loadFunctions(directory + QStringLiteral("/api"));
        !done.hasValue())
        return done.error();
    return bundle;
}

Result<void> SchemaBundle::loadMigrations(const QString &directory)
{
    const QStringList paths = sqlFilesIn(directory);
    for (const QString &path : paths) {
        auto migration = migrationFrom(path);
        if (!migration.hasValue())
            return migration.error();
        if (!m_migrations.isEmpty()
            && m_migrations.constLast().version == migration.value().version)
            return malformed(path, QStringLiteral("two migrations of one number"));
        m_migrations += std::move(migration).value();
    }
    return m_migrations.isEmpty() ? Result<void>(malformed(directory, QStringLiteral("empty")))
                                  : Result<void>();
}

Result<void> SchemaBundle::loadFunctions(const QString &directory)
{
    const QStringList paths = sqlFilesIn(directory);
    for (const QString &path : paths) {
        auto function = functionFrom(directory, path);
        if (!function.hasValue())
            return function.error();
        m_functions += std::move(function).value();
    }
    const auto place = [](const SchemaFunction &function) {
        return std::tuple(!function.path.startsWith(QLatin1StringView("base/")), function.path);
    };
    std::sort(
        m_functions.begin(), m_functions.end(),
        [&](const SchemaFunction &a, const SchemaFunction &b) { return place(a) < place(b); });
    return {};
}

int SchemaBundle::newestVersion() const
{
    return m_migrations.constLast().version;
}

int SchemaBundle::newestVersionIn(const QString &directory)
{
    const QStringList paths = sqlFilesIn(directory + QStringLiteral("/migrations"));
    return paths.isEmpty() ? 0 : versionOf(paths.constLast());
}

QByteArray SchemaBundle::apiChecksum(const QString &keyDirectory) const
{
    QCryptographicHash hash(kHash);
    for (const SchemaFunction &function : m_functions) {
        // The lengths keep one file's end from being another's beginning.
        const QByteArray head =
            function.path.toUtf8() + '\n' + QByteArray::number(function.sql.size()) + '\n';
        hash.addData(head);
        hash.addData(function.sql);
    }
    hash.addData(keyDirectory.toUtf8());
    return hash.result();
}

} // namespace castellan
