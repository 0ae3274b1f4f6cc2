// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/ServerDirectory.h"

#include "app/workspace/CertificateAuthority.h"
#include "app/workspace/OwnFiles.h"
#include "app/workspace/RandomPassword.h"
#include "models/base/FileDescriptor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace castellan {
namespace {

constexpr int kLongestSocketPath = 107; // sun_path, less its terminating NUL
constexpr qint64 kLogTail = 2000;

Error unwritable(const QString &path, const QString &detail)
{
    return { ErrorCode::FileUnwritable, { { u"path"_qs, path } }, detail };
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A directory that is really one, and really the account's: in the temporary directory anybody
/// may have made that name first.
Result<void> makeOwned(const QString &path, const ServerAccount &account)
{
    const QByteArray name = QFile::encodeName(path);
    mkdir(name.constData(), S_IRWXU); // or it is there: what counts is what stands there now
    const FileDescriptor directory(
        open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status { };
    if (!directory.isOpen() || fstat(directory.number(), &status) != 0
        || !(status.st_uid == geteuid() || account.owns(status))) {
        return unwritable(path, u"the name is taken by somebody else"_qs);
    }
    return account.give(directory, path, S_IRWXU);
}

QString quoted(const QString &value)
{
    QString escaped = value;
    return u'\'' + escaped.replace(u'\'', u"''"_qs) + u'\'';
}

} // namespace

ServerDirectory::ServerDirectory(const QString &path, const ServerAccount &account)
    : m_path(QDir(path).absolutePath())
    , m_account(account)
{
}

QString ServerDirectory::sockets() const
{
    QString inside = file(u"run"_qs);
    const QString longest = inside + u"/.s.PGSQL.65535"_qs;
    if (QFile::encodeName(longest).size() <= kLongestSocketPath)
        return inside;
    const QByteArray hash =
        QCryptographicHash::hash(QFile::encodeName(m_path), QCryptographicHash::Sha256).toHex();
    return u"/tmp/castellan-%1"_qs.arg(QString::fromLatin1(hash.left(16)));
}

Result<void> ServerDirectory::prepare() const
{
    // Root's directory is entered by the server's account; anybody else's is nobody's business.
    for (const QString &directory : { m_path, file(u"tls"_qs) }) {
        if (auto claimed = claimDirectory(directory, m_account.isOther()); !claimed)
            return claimed;
    }
    return m_account.reaches(m_path);
}

bool ServerDirectory::hasData() const
{
    return QFile::exists(data() + u"/PG_VERSION"_qs);
}

Result<void> ServerDirectory::beginData() const
{
    if (!QDir(unfinishedData()).removeRecursively())
        return unwritable(unfinishedData(), u"an earlier try can't be removed"_qs);
    return makeOwned(unfinishedData(), m_account);
}

Result<void> ServerDirectory::finishData() const
{
    QFile::remove(passwordForInitdb());
    const QByteArray from = QFile::encodeName(unfinishedData());
    if (std::rename(from.constData(), QFile::encodeName(data()).constData()) != 0)
        return unwritable(data(), qt_error_string(errno));
    return {};
}

Result<Secret> ServerDirectory::password() const
{
    const QString path = file(u"superuser.password"_qs);
    QByteArray kept = readFile(path);
    if (!kept.isEmpty())
        return Secret::fromUtf8(std::move(kept));
    if (hasData())
        return Error { ErrorCode::FileUnreadable, { { u"path"_qs, path } }, {} };

    auto password = randomPassword();
    if (!password)
        return password;
    if (auto written = writePassword(password.value()); !written)
        return std::move(written).error();
    return password;
}

Result<void> ServerDirectory::writePassword(const Secret &password) const
{
    return writeFile(file(u"superuser.password"_qs), password.view(), Readers::Owner);
}

Result<void> ServerDirectory::writePasswordForInitdb(const Secret &password) const
{
    if (auto written = writeFile(passwordForInitdb(), password.view(), Readers::Owner); !written)
        return written;
    return m_account.give(passwordForInitdb(), S_IRUSR | S_IWUSR);
}

Result<void> ServerDirectory::writeSettings(const ServerSettings &settings) const
{
    if (auto made = makeOwned(sockets(), m_account); !made)
        return made;
    QMap<QString, QString> all {
        { u"data_directory"_qs, data() },
        { u"hba_file"_qs, file(u"pg_hba.conf"_qs) },
        { u"listen_addresses"_qs, u"127.0.0.1"_qs },
        { u"port"_qs, QString::number(settings.port) },
        { u"unix_socket_directories"_qs, sockets() },
        { u"unix_socket_permissions"_qs, u"0700"_qs },
        { u"password_encryption"_qs, u"scram-sha-256"_qs },
        { u"ssl"_qs, u"on"_qs },
        { u"ssl_ca_file"_qs, rootCertificate() },
        { u"ssl_cert_file"_qs, file(u"tls/server.crt"_qs) },
        { u"ssl_key_file"_qs, file(u"tls/server.key"_qs) },
        { u"ssl_min_protocol_version"_qs, u"TLSv1.2"_qs },
        { u"timezone"_qs, u"UTC"_qs },
        { u"log_timezone"_qs, u"UTC"_qs },
        { u"lc_messages"_qs, u"C"_qs },
        { u"max_wal_size"_qs, u"2GB"_qs }, // filling a large workspace is one long write
        { u"jit"_qs, u"off"_qs }, // compiling costs more than any statement here takes
    };
    if (!settings.fsync) {
        for (const char *name : { "fsync", "synchronous_commit", "full_page_writes" })
            all.insert(QString::fromLatin1(name), u"off"_qs);
    }
    all.insert(settings.more);

    QString text =
        u"# Written at each start; ALTER SYSTEM is kept in data/postgresql.auto.conf.\n"_qs;
    for (auto setting = all.cbegin(); setting != all.cend(); ++setting)
        text += setting.key() + u" = "_qs + quoted(setting.value()) + u'\n';
    if (auto written = writeFile(configuration(), text.toUtf8(), Readers::Everybody); !written)
        return written;

    // No other line: a connection over the network without TLS is refused.
    static const QByteArray access = "local   all all              scram-sha-256\n"
                                     "hostssl all all 127.0.0.1/32 scram-sha-256\n"
                                     "hostssl all all ::1/128      scram-sha-256\n";
    return writeFile(file(u"pg_hba.conf"_qs), access, Readers::Everybody);
}

quint16 ServerDirectory::lastPort() const
{
    static const QRegularExpression line(u"^port = '(\\d+)'$"_qs,
                                         QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(readFile(configuration()))).captured(1).toUShort();
}

Result<void> ServerDirectory::writeCertificates(const ServerSettings &settings) const
{
    const auto authority = CertificateAuthority::create(u"Castellan workspace"_qs);
    if (!authority)
        return authority.error();
    Validity validity;
    if (settings.certificateUntil.isValid()) {
        validity.until = settings.certificateUntil.toUTC();
        validity.from = qMin(validity.from, validity.until.addDays(-1));
    }
    const auto server = authority.value().issueServer(settings.certificateHosts, validity);
    if (!server)
        return server.error();
    const QString key = file(u"tls/server.key"_qs);
    const Result<void> steps[] = {
        writeFile(rootCertificate(), authority.value().certificate(), Readers::Everybody),
        writeFile(file(u"tls/server.crt"_qs), server.value().certificate, Readers::Everybody),
        writeFile(key, server.value().key.view(), Readers::Owner),
        m_account.give(key, S_IRUSR | S_IWUSR),
    };
    for (const auto &step : steps) {
        if (!step)
            return step;
    }
    return {};
}

Result<void> ServerDirectory::beginLog() const
{
    return writeFile(log(), {}, Readers::Owner);
}

QString ServerDirectory::logTail() const
{
    QFile file(log());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax(qint64(0), file.size() - kLogTail));
    return QString::fromUtf8(file.readAll());
}

qint64 ServerDirectory::runningServer() const
{
    const QByteArray content = readFile(data() + u"/postmaster.pid"_qs);
    const qint64 process = content.left(content.indexOf('\n')).toLongLong();
    if (process <= 0)
        return 0;
    const QString itsDirectory = QFile::symLinkTarget(u"/proc/%1/cwd"_qs.arg(process));
    return itsDirectory == QFileInfo(data()).canonicalFilePath() ? process : 0;
}

void ServerDirectory::forgetStaleServer() const
{
    if (runningServer() == 0)
        QFile::remove(data() + u"/postmaster.pid"_qs);
}

bool ServerDirectory::isReady() const
{
    constexpr int kStatusLine = 7; // LOCK_FILE_LINE_PM_STATUS of miscadmin.h, from 0
    const auto lines = readFile(data() + u"/postmaster.pid"_qs).split('\n');
    return lines.value(kStatusLine).trimmed() == "ready";
}

} // namespace castellan
