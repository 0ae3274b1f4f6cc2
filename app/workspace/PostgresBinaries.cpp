// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/PostgresBinaries.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVariantMap>

#include <algorithm>

namespace castellan {
namespace {

/// PATH often has links only, and initdb looks for postgres beside itself.
QString realDirectory(const QString &directory)
{
    const QString program = QFileInfo(directory + u"/initdb"_qs).canonicalFilePath();
    return program.isEmpty() ? QString() : QFileInfo(program).absolutePath();
}

/// The major version, 0 when there is no server. Each program carries the line that it prints for
/// --version; reading it there costs no process start, which would have to be waited for.
int majorVersionIn(const QString &directory)
{
    if (!QFileInfo(directory + u"/postgres"_qs).isExecutable())
        return 0;
    QFile program(directory + u"/initdb"_qs);
    if (!program.open(QIODevice::ReadOnly))
        return 0;
    static const QByteArray marker = QByteArrayLiteral("initdb (PostgreSQL) ");
    const QByteArray content = program.readAll();
    const auto start = content.indexOf(marker);
    if (start < 0)
        return 0;
    const auto digits = start + marker.size();
    auto end = digits;
    while (end < content.size() && content[end] >= '0' && content[end] <= '9')
        ++end;
    return content.mid(digits, end - digits).toInt();
}

QStringList usualDirectories()
{
    QStringList found =
        qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const auto addVersions = [&found](const QString &parent, const QString &pattern) {
        const QDir directory(parent);
        for (const QString &version : directory.entryList({ pattern }, QDir::Dirs))
            found.append(directory.filePath(version) + u"/bin"_qs);
    };
    addVersions(u"/usr/lib/postgresql"_qs, u"[0-9]*"_qs); // Debian, Ubuntu
    addVersions(u"/usr"_qs, u"pgsql-*"_qs); // the project's own packages for Red Hat and SUSE
    found.append(u"/usr/local/pgsql/bin"_qs); // built from source
    return found;
}

} // namespace

PostgresBinaries::PostgresBinaries(QString directory, int majorVersion)
    : m_directory(std::move(directory))
    , m_majorVersion(majorVersion)
{
}

Result<PostgresBinaries> PostgresBinaries::find()
{
    return findIn(usualDirectories());
}

Result<PostgresBinaries> PostgresBinaries::findIn(const QStringList &directories)
{
    PostgresBinaries newest({}, 0);
    for (const QString &directory : directories) {
        const QString real = realDirectory(directory);
        const int version = real.isEmpty() ? 0 : majorVersionIn(real);
        if (version > newest.m_majorVersion)
            newest = PostgresBinaries(real, version);
    }
    if (newest.m_majorVersion >= kOldestMajor)
        return newest;
    return Error { ErrorCode::ServerMissing,
                   { { u"needed"_qs, kOldestMajor }, { u"found"_qs, newest.m_majorVersion } },
                   u"looked in "_qs + directories.join(QDir::listSeparator()) };
}

QString PostgresBinaries::program(const QString &name) const
{
    return m_directory + u'/' + name;
}

} // namespace castellan
