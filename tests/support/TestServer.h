// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/PostgresServer.h"
#include "models/base/Secret.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/SqlSession.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace castellan {

/// A real PostgreSQL for a test executable: TLS, SCRAM, a free loopback port, gone afterwards.
/// Start one in initTestCase() and share it.
class TestServer {
public:
    explicit TestServer(PostgresServer::Options options = {});

    Result<void> start();
    Result<void> stop(PostgresServer::StopMode mode = PostgresServer::StopMode::Fast);
    PostgresServer &server() { return *m_server; }

    /// verify-full against the server's own authority.
    ConnectionProfile profile(const QString &database, const QString &user) const;
    ConnectionProfile superuser(const QString &database = QStringLiteral("postgres")) const;
    Secret superuserPassword() const { return m_server->superuserPassword(); }
    /// A session that is already open as the superuser.
    std::unique_ptr<SqlSession> superuserSession(const QString &database,
                                                 SqlSession::Options options = {});

    /// A path in a directory that the server's account can enter; gone afterwards.
    QString path(const QString &name) const { return m_ground.filePath(name); }
    /// A directory there that belongs to the server's account, mode 0700.
    QString ownedDirectory(const QString &name) const;

    /// Runs statements as the superuser, each on its own; the first error.
    Result<void> run(const QString &database, const QList<QByteArray> &statements);
    /// A new login role with this password.
    Result<void> createRole(const QString &name, const QByteArray &password);

private:
    QTemporaryDir m_ground;
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace castellan
