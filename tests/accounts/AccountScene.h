// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AccountPeople.h"

#include "tests/support/OperatorScene.h"
#include "tests/support/TestResult.h"

#include <QUuid>

#include <memory>

namespace castellan {

/// A database with or without AccountPeople in it, a signed-in helpdesk person, and the protected
/// application beside them.
class AccountScene {
public:
    /// Empty, or what failed.
    QString start(int people)
    {
        auto made = TestDatabase::create();
        if (!made)
            return QString::fromUtf8(describe(made.error()));
        database = std::move(made).value();
        auto person = database->addOperator(QStringLiteral("helpdesk"));
        auto app = database->addApplication();
        if (!person || !app)
            return QStringLiteral("nobody could be added");
        helpdesk = std::move(person).value();
        application = database->connect(app.value());
        if (const QString problem = populate(people); !problem.isEmpty())
            return problem;
        operators = std::make_unique<OperatorScene>(*database);
        return operators->signInAs(helpdesk) ? QString() : QStringLiteral("not signed in");
    }
    QString populate(int people)
    {
        TestSql superuser({ database->host(),
                            database->port(),
                            database->name(),
                            database->superuser(),
                            database->superuserPassword(),
                            {} });
        return AccountPeople::populate(superuser, people);
    }
    /// As the application does it; the account.
    QUuid sync(const QString &externalId, const QString &name,
               const QString &rank = QStringLiteral("user"), bool active = true)
    {
        const auto rows = await(application->rows(
            SqlStatement("select castellan.account_sync($1, $2, $3, $4, $5, $6) as id")
                .bind(externalId)
                .bind(QStringLiteral("login.%1").arg(externalId))
                .bind(name)
                .bind(QStringLiteral("%1@example.org").arg(externalId))
                .bind(rank)
                .bind(active)));
        return rows.hasValue() ? rows.value().constFirst().uuid("id") : QUuid();
    }
    SqlSession &interactive() { return operators->session.interactive(); }
    SqlSession &background() { return operators->session.background(); }
    void stop()
    {
        operators.reset();
        application.reset();
        database.reset();
    }

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<SqlSession> application;
    std::unique_ptr<OperatorScene> operators;
    TestPerson helpdesk;
};

} // namespace castellan
