// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestServer.h"

#include "app/workspace/ServerAccount.h"
#include "tests/support/Await.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace castellan {

TestServer::TestServer(PostgresServer::Options options)
    : m_ground(QDir::tempPath() + QStringLiteral("/castellan-test-XXXXXX"))
{
    // The server's account has to pass through when the test runs as root.
    chmod(QFile::encodeName(m_ground.path()).constData(), 0711);
    options.directory = path(QStringLiteral("server"));
    options.templateDirectory = QStringLiteral(CASTELLAN_TEST_TEMPLATE);
    options.fsync = false;
    // A crash of the server alone must lose nothing that was committed.
    options.settings.insert(QStringLiteral("synchronous_commit"), QStringLiteral("on"));
    m_server = std::make_unique<PostgresServer>(options);
}

Result<void> TestServer::start()
{
    return await(m_server->start(), 120'000);
}

Result<void> TestServer::stop(PostgresServer::StopMode mode)
{
    return await(m_server->stop(mode));
}

ConnectionProfile TestServer::profile(const QString &database, const QString &user) const
{
    ConnectionProfile profile;
    profile.name = database;
    profile.host = m_server->host();
    profile.port = m_server->port();
    profile.database = database;
    profile.user = user;
    profile.rootCertificate = m_server->caCertificate();
    return profile;
}

ConnectionProfile TestServer::superuser(const QString &database) const
{
    return profile(database, m_server->superuser());
}

std::unique_ptr<SqlSession> TestServer::superuserSession(const QString &database,
                                                         SqlSession::Options options)
{
    auto session = std::make_unique<SqlSession>(options);
    const auto opened = await(session->open(superuser(database), superuserPassword()));
    if (!opened.hasValue())
        qWarning() << "superuser could not connect:" << opened.error().detail;
    return session;
}

QString TestServer::ownedDirectory(const QString &name) const
{
    const QString directory = path(name);
    QDir().mkpath(directory);
    const auto account = ServerAccount::choose();
    if (account.hasValue() && !account.value().give(directory, 0700).hasValue())
        qWarning() << "could not give" << directory;
    return directory;
}

Result<void> TestServer::run(const QString &database, const QList<QByteArray> &statements)
{
    const auto session = superuserSession(database);
    for (const QByteArray &sql : statements) {
        const auto done = await(session->rows(SqlStatement(sql)));
        if (!done.hasValue())
            return done.error();
    }
    return {};
}

Result<void> TestServer::createRole(const QString &name, const QByteArray &password)
{
    return run(QStringLiteral("postgres"),
               { "create role " + name.toUtf8() + " login password '" + password + "'" });
}

} // namespace castellan
