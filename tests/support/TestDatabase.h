// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/database/SqlSession.h"
#include "tests/support/TestServer.h"

#include <QString>

#include <memory>

namespace castellan {

/// Somebody who can connect; an operator has a second factor too.
struct TestPerson {
    QString role;
    QString kind; ///< admin, helpdesk, auditor or app
    Secret password;
    Secret seed; ///< of the factor, as bytes; empty without one
};

/// A server of its own with the schema installed in a template database, and a copy of that to work
/// in. One a test executable, made in initTestCase(); renew() in init() gives each test function a
/// fresh copy. Roles belong to the server and stay.
class TestDatabase {
public:
    static Result<std::unique_ptr<TestDatabase>> create(PostgresServer::Options options = {});
    ~TestDatabase();

    /// Another copy under a new name; sessions of the old one are ended and it is dropped.
    Result<void> renew();

    TestServer &server() { return *m_server; }
    QString host() const { return m_server->server().host(); }
    int port() const { return m_server->server().port(); }
    QString name() const { return m_name; }
    QString superuser() const { return m_server->server().superuser(); }
    QString superuserPassword() const;
    QString keyDirectory() const { return m_keyDirectory; }
    QString keyFile() const { return m_keyDirectory + QStringLiteral("/castellan.1.key"); }
    QString dataDirectory() const { return m_server->server().dataDirectory(); }
    /// Stops the server as a crash would and starts it again.
    bool crash();

    /// A session of the superuser in this database, kept for the test's own statements.
    SqlSession &superuserSession();
    Result<SqlRows> asSuperuser(const SqlStatement &statement);

    /// A new role with a password; kinds admin, helpdesk and auditor get a factor. (The database's
    /// own functions make them, as the command does.)
    Result<TestPerson> addOperator(const QString &kind);
    Result<TestPerson> addApplication();
    ConnectionProfile profile(const TestPerson &person) const;
    /// Connected, not signed in.
    std::unique_ptr<SqlSession> connect(const TestPerson &person, SqlSession::Options options = {});
    /// Signs in with a code that is good now, however many were used before. The ticket.
    Result<Secret> signIn(SqlSession &session, const TestPerson &person);

    /// The code of the present time step plus `steps`.
    static QString code(const TestPerson &person, int steps = 0);

private:
    TestDatabase() = default;
    Result<void> installTemplate();
    Result<TestPerson> addPerson(const QString &kind, const QByteArray &call);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<SqlSession> m_superuser;
    QString m_keyDirectory;
    QString m_name;
    int m_copies = 0;
    int m_people = 0;
};

} // namespace castellan
