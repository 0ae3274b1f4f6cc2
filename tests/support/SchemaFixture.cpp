// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include "models/base/Base32.h"
#include "models/base/Totp.h"
#include "tests/support/TestDatabase.h"
#include "tests/support/TestResult.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace castellan {

SchemaFixture::SchemaFixture() = default;

SchemaFixture::~SchemaFixture() = default;

QString SchemaFixture::start(const PostgresServer::Options &options)
{
    auto database = TestDatabase::create(options);
    if (!database)
        return QString::fromUtf8(describe(database.error()));
    m_database = std::move(database).value();
    m_superuser = std::make_unique<TestSql>(target(m_database->superuser()));
    if (!m_superuser->isOpen())
        return m_superuser->connectError();
    m_applicationRole = u"app_"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    const TestSql::Answer added =
        m_superuser->exec(u"select castellan_private.application_add($1, $2)"_s,
                          { m_applicationRole, m_superuser->scramVerifier(m_applicationRole) });
    if (added.value() != u"ok")
        return u"application_add: "_s + added.value() + added.message;
    m_passwords.insert(m_applicationRole, m_applicationRole);
    m_application = std::make_unique<TestSql>(target(m_applicationRole));
    return m_application->isOpen() ? QString() : m_application->connectError();
}

TestSql::Target SchemaFixture::target(const QString &role) const
{
    const bool superuser = role == m_database->superuser();
    return { m_database->host(),
             m_database->port(),
             m_database->name(),
             role,
             superuser ? m_database->superuserPassword() : m_passwords.value(role),
             {} };
}

TestSql SchemaFixture::as(const QString &role, const QString &applicationName)
{
    TestSql::Target wanted = target(role);
    wanted.applicationName = applicationName;
    return TestSql(wanted);
}

TestSql SchemaFixture::asSuperuser() const
{
    return TestSql(target(m_database->superuser()));
}

QString SchemaFixture::keyFile() const
{
    return m_database->keyFile();
}

bool SchemaFixture::crash()
{
    if (!m_database->crash())
        return false;
    *m_superuser = TestSql(target(m_database->superuser()));
    *m_application = TestSql(target(m_applicationRole));
    return m_superuser->isOpen() && m_application->isOpen();
}

SchemaFixture::Operator SchemaFixture::addOperator(const QString &kind)
{
    Operator person;
    person.kind = kind;
    person.role = u"%1_%2_%3"_s.arg(kind).arg(++m_people).arg(m_applicationRole.mid(4));
    m_passwords.insert(person.role, person.role);
    const TestSql::Answer added =
        m_superuser->exec(u"select * from castellan_private.operator_add($1, $2, $3)"_s,
                          { person.role, kind, m_superuser->scramVerifier(person.role) });
    person.seed = seedOf(added.cell(u"uri"_s));
    return person;
}

QString SchemaFixture::addAccount(const QString &rank)
{
    const QString id = u"%1-%2"_s.arg(m_applicationRole).arg(++m_people);
    return m_application->value(
        u"select castellan.account_sync($1, $2, $3, $4, $5, true)"_s,
        { id, u"login "_s + id, u"Person "_s + id, id + u"@example.org"_s, rank });
}

SchemaFixture::Enrolled SchemaFixture::addEnrolled(const QString &rank)
{
    Enrolled person;
    person.account = addAccount(rank);
    const TestSql::Answer begun = m_application->exec(
        u"select * from castellan.otp_enrol_begin($1::uuid)"_s, { person.account });
    person.seed = seedOf(begun.cell(u"uri"_s));
    const TestSql::Answer confirmed =
        m_application->exec(u"select * from castellan.otp_enrol_confirm($1::uuid, $2)"_s,
                            { begun.cell(u"enrolment"_s), code(person.seed) });
    person.recoveryCodes = plainArray(confirmed.cell(u"recovery_codes"_s));
    person.proof = confirmed.cell(u"proof"_s);
    m_superuser->exec(
        u"update castellan_private.factor set last_step = 0 where account = $1::uuid"_s,
        { person.account });
    return person;
}

QString SchemaFixture::code(const QByteArray &seed, int steps)
{
    return Totp::code(seed, Totp::timeStep(QDateTime::currentDateTimeUtc()) + steps);
}

QString SchemaFixture::wrongCode(const QByteArray &seed)
{
    QSet<QString> meaningful;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray asText = Base32::encode(seed).view().toByteArray();
    for (int step = -22; step <= 22; ++step) {
        meaningful.insert(code(seed, step));
        meaningful.insert(Totp::code(asText, Totp::timeStep(now) + step));
        meaningful.insert(Totp::code(seed, Totp::timeStep(now, 60) + step));
        for (OtpAlgorithm other : { OtpAlgorithm::Sha256, OtpAlgorithm::Sha512 })
            meaningful.insert(Totp::code(seed, Totp::timeStep(now) + step, 6, other));
    }
    int candidate = 123456;
    while (meaningful.contains(QString::number(candidate)))
        ++candidate;
    return QString::number(candidate);
}

QByteArray SchemaFixture::seedOf(const QString &uri)
{
    static const QRegularExpression secret(u"[?&]secret=([A-Z2-7]+)"_s);
    const Result<Secret> seed = Base32::decode(secret.match(uri).captured(1).toLatin1());
    return seed ? seed.value().view().toByteArray() : QByteArray();
}

QStringList SchemaFixture::withinOneStep(const std::function<QStringList()> &body)
{
    for (;;) {
        const qint64 before = Totp::timeStep(QDateTime::currentDateTimeUtc());
        const QStringList seen = body();
        if (Totp::timeStep(QDateTime::currentDateTimeUtc()) == before)
            return seen;
    }
}

TestSql::Answer SchemaFixture::verify(const QString &account, const QString &code)
{
    return m_application->exec(u"select * from castellan.otp_verify($1::uuid, $2, '192.0.2.7')"_s,
                               { account, code });
}

TestSql::Answer SchemaFixture::recover(const QString &account, const QString &code)
{
    return m_application->exec(
        u"select * from castellan.recovery_code_verify($1::uuid, $2, '192.0.2.7')"_s,
        { account, code });
}

TestSql::Answer SchemaFixture::signIn(TestSql &session, const QString &code)
{
    const TestSql::Answer begun =
        session.exec(u"select * from castellan.sign_in_begin($1)"_s, { code });
    if (!begun.ok() || begun.cell(u"attempt"_s).isNull())
        return begun;
    return session.exec(u"select * from castellan.sign_in_finish($1::uuid)"_s,
                        { begun.cell(u"attempt"_s) });
}

TestSql SchemaFixture::signedIn(const Operator &person, const QString &applicationName)
{
    TestSql session = as(person.role, applicationName);
    m_superuser->exec(u"update castellan_private.factor set last_step = 0 where operator = $1"_s,
                      { person.role });
    signIn(session, code(person.seed));
    return session;
}

TestSql::Row SchemaFixture::lastEvent(const QString &account)
{
    return m_superuser
        ->exec(u"select kind, outcome, reason, actor, detail::text, personal::text, xid::text"
               " from castellan_private.audit_event where account = $1::uuid"
               " order by id desc limit 1"_s,
               { account })
        .row();
}

TestSql::Row SchemaFixture::lastEventOf(const QString &role)
{
    return m_superuser
        ->exec(u"select kind, outcome, reason, actor, detail::text, personal::text, xid::text"
               " from castellan_private.audit_event where actor = $1"
               " order by id desc limit 1"_s,
               { role })
        .row();
}

QString SchemaFixture::factor(const QString &account, const QString &column)
{
    return m_superuser->value(u"select "_s + column
                                  + u" from castellan_private.factor"
                                    " where account = $1::uuid and not pending"_s,
                              { account });
}

QString SchemaFixture::operatorFactor(const QString &role, const QString &column)
{
    return m_superuser->value(
        u"select "_s + column + u" from castellan_private.factor where operator = $1"_s, { role });
}

} // namespace castellan
