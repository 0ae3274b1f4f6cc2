// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/PostgresServer.h"
#include "tests/support/TestSql.h"

#include <functional>

namespace castellan {

class TestDatabase;

/// A database with the schema installed, and the people a test of it needs: accounts, operators,
/// the application. One a test executable; every call makes somebody new, so tests do not meet.
class SchemaFixture {
public:
    struct Operator {
        QString role;
        QString kind;
        QByteArray seed;
    };
    struct Enrolled {
        QString account;
        QByteArray seed;
        QStringList recoveryCodes;
        QString proof;
    };

    SchemaFixture();
    ~SchemaFixture();

    /// Empty when the database is there and the application's role is made; else what failed.
    QString start(const PostgresServer::Options &options = {});
    TestDatabase &database() { return *m_database; }

    TestSql &superuser() { return *m_superuser; }
    TestSql &application() { return *m_application; }
    /// A new connection of this role.
    TestSql as(const QString &role, const QString &applicationName = {});
    TestSql anotherApplication() { return as(m_applicationRole); }
    TestSql asSuperuser() const;
    TestSql::Target target(const QString &role) const;
    QString applicationRole() const { return m_applicationRole; }
    QString keyFile() const;
    /// Stops the server as a crash would and starts it again; sessions from before are dead.
    bool crash();

    Operator addOperator(const QString &kind);
    QString addAccount(const QString &rank = QStringLiteral("user"));
    /// With a factor confirmed through the application, none of whose steps is spent.
    Enrolled addEnrolled(const QString &rank = QStringLiteral("user"));

    /// The code of the present step plus `steps`.
    static QString code(const QByteArray &seed, int steps = 0);
    /// A well-formed code that is none of the steps −21 … +21, for any hash or period tried in
    /// diagnosis.
    static QString wrongCode(const QByteArray &seed);
    /// The seed in an otpauth URI.
    static QByteArray seedOf(const QString &uri);
    /// Runs a body that depends on the present step; again, from its start, when the step has
    /// changed meanwhile. The body makes its own people and returns what it saw.
    static QStringList withinOneStep(const std::function<QStringList()> &body);

    TestSql::Answer verify(const QString &account, const QString &code);
    TestSql::Answer recover(const QString &account, const QString &code);
    /// Both halves of a sign-in; the answer of the second, or of the first when that gave no
    /// attempt.
    static TestSql::Answer signIn(TestSql &session, const QString &code);
    /// A signed-in connection of a new operator.
    TestSql signedIn(const Operator &person, const QString &applicationName = {});

    /// The newest audit event of an account.
    TestSql::Row lastEvent(const QString &account);
    /// The newest audit event that this role caused.
    TestSql::Row lastEventOf(const QString &role);
    /// A column of the account's confirmed factor.
    QString factor(const QString &account, const QString &column);
    QString operatorFactor(const QString &role, const QString &column);

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<TestSql> m_superuser;
    std::unique_ptr<TestSql> m_application;
    QString m_applicationRole;
    QHash<QString, QString> m_passwords;
    int m_people = 0;
};

} // namespace castellan
