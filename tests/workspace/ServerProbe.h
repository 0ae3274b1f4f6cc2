// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/PostgresServer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <libpq-fe.h>

#include <csignal>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace castellan::test {

constexpr int kPatience = 60'000;

/// A temporary directory that the server's account can enter when the test runs as root.
class Ground {
public:
    Ground() { chmod(QFile::encodeName(m_directory.path()).constData(), 0711); }
    QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    QTemporaryDir m_directory { QDir::tempPath() + u"/castellan-test-XXXXXX"_qs };
};

struct Connection {
    QByteArray host = "localhost";
    QByteArray address = "127.0.0.1";
    QByteArray sslmode = "verify-full";
    QByteArray rootCertificate = {}; ///< empty: the server's own
};

using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;

inline Handle connectTo(const PostgresServer &server, const Connection &how)
{
    const QByteArray port = QByteArray::number(server.port());
    const QByteArray root =
        how.rootCertificate.isEmpty() ? server.caCertificate().toUtf8() : how.rootCertificate;
    const auto password = server.superuserPassword();
    const bool tls = how.sslmode != "disable";
    const char *names[] = { "host",    "hostaddr",    "port",
                            "user",    "password",    "dbname",
                            "sslmode", "sslrootcert", "channel_binding",
                            nullptr };
    const char *values[] = { how.host.constData(),
                             how.address.isEmpty() ? nullptr : how.address.constData(),
                             port.constData(),
                             "postgres",
                             password.cString(),
                             "postgres",
                             how.sslmode.constData(),
                             root.constData(),
                             tls ? "require" : "disable",
                             nullptr };
    return { PQconnectdbParams(names, values, 0), &PQfinish };
}

inline QString failure(const PostgresServer &server, const Connection &how)
{
    const auto handle = connectTo(server, how);
    return PQstatus(handle.get()) == CONNECTION_OK
        ? QString()
        : QString::fromUtf8(PQerrorMessage(handle.get()));
}

inline QString ask(const PostgresServer &server, const char *sql)
{
    const auto handle = connectTo(server, {});
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(handle.get(), sql), &PQclear);
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
        return QString::fromUtf8(PQgetvalue(result.get(), 0, 0));
    return QString::fromUtf8(PQerrorMessage(handle.get()));
}

inline bool isAlive(qint64 process)
{
    return kill(static_cast<pid_t>(process), 0) == 0;
}

inline qint64 postmaster(const QString &directory)
{
    QFile file(directory + u"/data/postmaster.pid"_qs);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

/// The shell between a server and its owner.
inline pid_t parentOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_qs.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray content = file.readAll();
    return content.mid(content.lastIndexOf(')') + 2).split(' ').value(1).toInt();
}

inline Result<void> wait(const QFuture<Result<void>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, kPatience))
        return Error { ErrorCode::Timeout, {}, u"no answer"_qs };
    return future.resultCount() ? future.result()
                                : Result<void>(Error { ErrorCode::Cancelled, {}, {} });
}

} // namespace castellan::test
