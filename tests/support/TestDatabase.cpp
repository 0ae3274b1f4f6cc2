// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestDatabase.h"

#include "models/base/Base32.h"
#include "models/base/OtpAuthUri.h"
#include "models/database/SchemaInstaller.h"
#include "models/database/ScramVerifier.h"
#include "tests/support/Await.h"

namespace castellan {

namespace {

const QString kTemplate = QStringLiteral("castellan_template");
const QString kMaintenance = QStringLiteral("postgres");

Error failed(const QString &what)
{
    return { ErrorCode::Internal, {}, what };
}

Result<Secret> seedOf(const Secret &uri)
{
    const auto parsed = OtpAuthUri::parse(uri);
    if (!parsed.hasValue())
        return parsed.error();
    return Base32::decode(parsed.value().secretBase32.view());
}

} // namespace

Result<std::unique_ptr<TestDatabase>> TestDatabase::create(PostgresServer::Options options)
{
    std::unique_ptr<TestDatabase> made(new TestDatabase);
    made->m_server = std::make_unique<TestServer>(std::move(options));
    if (const auto started = made->m_server->start(); !started.hasValue())
        return started.error();
    made->m_keyDirectory = made->m_server->path(QStringLiteral("keys"));
    if (const auto installed = made->installTemplate(); !installed.hasValue())
        return installed.error();
    if (const auto copied = made->renew(); !copied.hasValue())
        return copied.error();
    return made;
}

TestDatabase::~TestDatabase()
{
    m_superuser.reset();
    if (m_server && !m_server->stop().hasValue())
        qWarning() << "the test's server did not stop";
}

Result<void> TestDatabase::installTemplate()
{
    const auto bundle = SchemaBundle::load();
    if (!bundle.hasValue())
        return bundle.error();
    if (auto made = m_server->run(kMaintenance, { "create database " + kTemplate.toUtf8() });
        !made.hasValue())
        return made;
    const auto session = m_server->superuserSession(kTemplate);
    SchemaInstaller installer(*session, bundle.value());
    const auto installed = await(installer.apply(SchemaInstaller::Mode::Install, m_keyDirectory));
    return installed.hasValue() ? Result<void>() : installed.error();
}

Result<void> TestDatabase::renew()
{
    m_superuser.reset();
    const QByteArray old = m_name.toUtf8();
    const QString name = QStringLiteral("castellan_%1").arg(++m_copies);
    const QByteArray fresh = name.toUtf8();
    QList<QByteArray> statements;
    if (!old.isEmpty())
        statements += "drop database " + old + " with (force)";
    // The copy of a template has its content, not the settings of the database.
    statements += "create database " + fresh + " template " + kTemplate.toUtf8();
    statements += "alter database " + fresh + " set log_parameter_max_length = 0";
    statements += "alter database " + fresh + " set log_parameter_max_length_on_error = 0";
    if (auto done = m_server->run(kMaintenance, statements); !done.hasValue())
        return done;
    m_name = name;
    return {};
}

QString TestDatabase::superuserPassword() const
{
    return QString::fromUtf8(m_server->superuserPassword().view());
}

bool TestDatabase::crash()
{
    m_superuser.reset();
    return m_server->stop(PostgresServer::StopMode::Immediate).hasValue()
        && m_server->start().hasValue();
}

SqlSession &TestDatabase::superuserSession()
{
    if (!m_superuser)
        m_superuser = m_server->superuserSession(m_name);
    return *m_superuser;
}

Result<SqlRows> TestDatabase::asSuperuser(const SqlStatement &statement)
{
    return await(superuserSession().rows(statement));
}

Result<TestPerson> TestDatabase::addPerson(const QString &kind, const QByteArray &call)
{
    TestPerson person;
    person.kind = kind;
    person.role = QStringLiteral("%1_%2").arg(kind).arg(++m_people);
    person.password = Secret::fromUtf8("password of " + person.role.toUtf8());
    auto verifier = ScramVerifier::make(person.password);
    if (!verifier.hasValue())
        return verifier.error();
    auto statement =
        SqlStatement(call).bind(person.role).bind(kind).bind(std::move(verifier).value());
    const auto rows = asSuperuser(statement.disclosing());
    if (!rows.hasValue())
        return rows.error();
    const SqlRow &row = rows.value().constFirst();
    if (row.text("outcome") != QLatin1StringView("ok"))
        return failed(row.text("outcome"));
    if (!row.isNull("uri")) {
        auto seed = seedOf(row.secret("uri"));
        if (!seed.hasValue())
            return std::move(seed).error();
        person.seed = std::move(seed).value();
    }
    return person;
}

Result<TestPerson> TestDatabase::addOperator(const QString &kind)
{
    return addPerson(kind, "select outcome, uri from castellan_private.operator_add($1, $2, $3)");
}

Result<TestPerson> TestDatabase::addApplication()
{
    return addPerson(QStringLiteral("app"),
                     "select castellan_private.application_add($1, $3) as outcome,"
                     " null::text as uri where $2 is not null");
}

ConnectionProfile TestDatabase::profile(const TestPerson &person) const
{
    return m_server->profile(m_name, person.role);
}

std::unique_ptr<SqlSession> TestDatabase::connect(const TestPerson &person,
                                                  SqlSession::Options options)
{
    auto session = std::make_unique<SqlSession>(options);
    const auto opened = await(session->open(profile(person), person.password.clone()));
    if (!opened.hasValue())
        qWarning() << person.role << "could not connect:" << opened.error().detail;
    return session;
}

Result<Secret> TestDatabase::signIn(SqlSession &session, const TestPerson &person)
{
    // A code is good once: let those that were used lie further back.
    const auto freed = asSuperuser(SqlStatement("update castellan_private.factor"
                                                " set last_step = last_step - 10"
                                                " where operator = $1")
                                       .bind(person.role));
    if (!freed.hasValue())
        return freed.error();
    const auto begun =
        await(session.rows(SqlStatement("select attempt from castellan.sign_in_begin($1)")
                               .bind(Secret::fromUtf16(code(person)))));
    if (!begun.hasValue())
        return begun.error();
    const auto finished = await(
        session.rows(SqlStatement("select ok, outcome, ticket from castellan.sign_in_finish($1)")
                         .bind(begun.value().constFirst().uuid("attempt"))
                         .disclosing()));
    if (!finished.hasValue())
        return finished.error();
    const SqlRow &row = finished.value().constFirst();
    if (!row.boolean("ok"))
        return failed(row.text("outcome"));
    return row.secret("ticket");
}

QString TestDatabase::code(const TestPerson &person, int steps)
{
    return Totp::code(person.seed.view(), Totp::timeStep(QDateTime::currentDateTimeUtc()) + steps);
}

} // namespace castellan
