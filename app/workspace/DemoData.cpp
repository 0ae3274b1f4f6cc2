// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/DemoData.h"

#include "app/workspace/RandomPassword.h"
#include "models/base/Deliver.h"
#include "models/base/OtpAuthUri.h"
#include "models/database/ScramVerifier.h"

#include <QFile>

#include <array>

namespace castellan {
namespace {

struct Person {
    const char *role;
    const char *kind;
};

// As demo/*.sql name them; two of each kind, so that four eyes are there for whatever needs them.
constexpr std::array<Person, 6> kOperators { { { "anna", "admin" },
                                               { "tomas", "admin" },
                                               { "hana", "helpdesk" },
                                               { "leo", "helpdesk" },
                                               { "ines", "auditor" },
                                               { "omar", "auditor" } } };
constexpr auto kApplication = "portal";

QByteArray script(const char *name)
{
    QFile file(u":/castellan/demo/"_qs + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

DemoData::DemoData(SqlSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

QFuture<Result<void>> DemoData::fill(int accounts)
{
    m_accounts = accounts;
    m_answer = std::make_unique<QPromise<Result<void>>>();
    m_answer->start();
    auto future = m_answer->future();
    addOperator(0);
    return future;
}

void DemoData::addOperator(size_t index)
{
    if (index == kOperators.size())
        return addApplication();
    const QString role = QLatin1String(kOperators[index].role);
    const QString kind = QLatin1String(kOperators[index].kind);
    auto password = randomPassword();
    if (!password)
        return finish(password.error());
    auto verifier = ScramVerifier::make(password.value());
    if (!verifier)
        return finish(verifier.error());
    auto kept = std::make_shared<Secret>(std::move(password).value());
    SqlStatement statement("select outcome, uri from castellan_private.operator_add($1, $2, $3)");
    statement.bind(role).bind(kind).bind(std::move(verifier).value()).disclosing();
    ask(statement, [this, index, role, kind, kept](const SqlRows &rows) {
        onOperator(rows.value(0), role, kind, std::move(*kept));
        if (m_answer)
            addOperator(index + 1);
    });
}

void DemoData::onOperator(const SqlRow &row, const QString &role, const QString &kind,
                          Secret password)
{
    auto uri = OtpAuthUri::parse(row.secret("uri"));
    if (!uri)
        return finish(Error { ErrorCode::Malformed, {}, row.text("outcome") });
    m_credentials.operators.push_back(
        { role, kind, std::move(password), std::move(uri.value().secretBase32) });
}

void DemoData::addApplication()
{
    auto password = randomPassword();
    if (!password)
        return finish(password.error());
    auto verifier = ScramVerifier::make(password.value());
    if (!verifier)
        return finish(verifier.error());
    m_credentials.applicationRole = QLatin1String(kApplication);
    m_credentials.applicationPassword = std::move(password).value();
    SqlStatement statement("select castellan_private.application_add($1, $2) as outcome");
    statement.bind(m_credentials.applicationRole).bind(std::move(verifier).value());
    ask(statement, [this](const SqlRows &) { fillTables(m_accounts); });
}

void DemoData::fillTables(int accounts)
{
    const QList<SqlStatement> statements {
        SqlStatement("begin"),
        SqlStatement("select set_config('castellan.demo_accounts', $1, true)")
            .bind(QString::number(accounts)),
        SqlStatement::script(script("people.sql")),
        SqlStatement::script(script("factors.sql")),
        SqlStatement::script(script("history.sql")),
        SqlStatement("commit"),
        // The planner judges by statistics, and lists read what is known to be visible faster.
        SqlStatement("vacuum (analyze) castellan_private.account, castellan_private.factor,"
                     " castellan_private.enrolment, castellan_private.recovery_set,"
                     " castellan_private.recovery_code"),
        SqlStatement("analyze castellan_private.audit_event"),
    };
    runNext(statements, statements.size());
}

void DemoData::runNext(QList<SqlStatement> rest, qsizetype total)
{
    Q_EMIT progress(static_cast<int>(total - rest.size()), static_cast<int>(total));
    if (rest.isEmpty())
        return finish({});
    const SqlStatement statement = rest.takeFirst();
    ask(statement, [this, rest, total](const SqlRows &) { runNext(rest, total); });
}

void DemoData::ask(const SqlStatement &statement, const Next &next)
{
    deliver(m_session.rows(statement), this, [this, next](const Result<SqlRows> &answer) {
        if (!answer)
            return finish(answer.error());
        next(answer.value());
    });
}

void DemoData::finish(const Result<void> &result)
{
    const auto answer = std::move(m_answer);
    answer->addResult(result);
    answer->finish();
}

} // namespace castellan
