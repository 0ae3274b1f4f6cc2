// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kMine = u"select * from castellan.my_session()"_s;
/// A call that counts as activity and changes nothing.
const QString kActive =
    u"select * from castellan.otp_enrol_cancel('00000000-0000-4000-8000-000000000000')"_s;

TestSql::Answer join(TestSql &session, const QString &ticket)
{
    return session.exec(u"select * from castellan.sign_in_join($1)"_s, { ticket });
}

} // namespace

/// Elevation once it is there: members, takeover, what ends it.
class TestSignInSessions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void ticketLetsAnotherConnectionIn();
    void wrongTicketsAreRefused_data();
    void wrongTicketsAreRefused();
    void ticketIsHashedAtRest();
    void addressMustBeTheSame();
    void thirdMemberEndsTheBackgroundOne();
    void namedConnectionTakesItsOwnPlace();
    void lostMemberLeavesItsPlace();
    void joiningTwiceIsOneMember();
    void newSignInTakesOverAndEndsTheOldBackends();
    void takeoverIsNotHeldUpByAnOpenTransaction();
    void openJoinHoldsUpNeitherTakeoverNorSignOut();
    void wrongTicketLocksNothing();
    void signOutEndsEveryConnection();
    void idleEnds();
    void absoluteEnds();
    void onlyTheInteractiveConnectionIsActivity();
    void askingForOnesSessionIsNoActivity();
    void changedKindEnds();
    void removedMembershipEnds();
    void memberIsOneProcessForGood();
    void readOnlyTransactionsMayRead();
    void sessionEndsWhileATransactionIsOpen();
    void crashEndsEverySession();

private:
    /// Signs a new person in and keeps the ticket.
    TestSql signIn(const SchemaFixture::Operator &person, const QString &name = {})
    {
        TestSql session = m_schema.as(person.role, name);
        m_schema.superuser().exec(
            u"update castellan_private.factor set last_step = 0 where operator = $1"_s,
            { person.role });
        m_ticket =
            SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"ticket"_s);
        return session;
    }
    void moveActivity(const SchemaFixture::Operator &person, const QString &interval)
    {
        m_schema.superuser().exec(
            u"update castellan_private.elevation_activity a set last_at = last_at - $2::interval"
            " from castellan_private.elevation e where e.id = a.elevation and e.operator = $1"_s,
            { person.role, interval });
    }
    int idleSeconds(const SchemaFixture::Operator &person)
    {
        return m_schema.superuser()
            .value(u"select round(extract(epoch from clock_timestamp() - a.last_at))::int"
                   " from castellan_private.elevation_activity a"
                   " join castellan_private.elevation e on e.id = a.elevation"
                   " where e.operator = $1"_s,
                   { person.role })
            .toInt();
    }
    QString members(const SchemaFixture::Operator &person)
    {
        return m_schema.superuser().value(
            u"select count(*) from castellan_private.elevation_member m"
            " join castellan_private.elevation e on e.id = m.elevation where e.operator = $1"_s,
            { person.role });
    }

    SchemaFixture m_schema;
    QString m_ticket;
};

void TestSignInSessions::ticketLetsAnotherConnectionIn()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    QCOMPARE(second.exec(kMine).sqlState, u"ZC001"_s);
    const auto answer = join(second, m_ticket);
    QCOMPARE(answer.columns, QStringList({ u"ok"_s, u"outcome"_s, u"expires_at"_s }));
    QCOMPARE(answer.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(answer.cell(u"expires_at"_s), first.exec(kMine).cell(u"expires_at"_s));
    QVERIFY(second.exec(kMine).ok());
    QVERIFY(first.exec(kMine).ok());
    QCOMPARE(m_schema.lastEventOf(person.role).value(u"kind"_s), u"operator.join"_s);
}

void TestSignInSessions::wrongTicketsAreRefused_data()
{
    QTest::addColumn<QString>("ticket");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("another") << QString(64, u'0');
    QTest::newRow("a megabyte") << QString(1 << 20, u'0');
}

void TestSignInSessions::wrongTicketsAreRefused()
{
    QFETCH(QString, ticket);
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    const auto answer = join(second, ticket);
    QCOMPARE(answer.cell(u"ok"_s), u"f"_s);
    QCOMPARE(answer.cell(u"outcome"_s), u"refused"_s);
    // Somebody else's ticket is no better.
    const auto other = m_schema.addOperator(u"admin"_s);
    TestSql theirs = m_schema.as(other.role);
    QCOMPARE(join(theirs, m_ticket).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(members(person), u"1"_s);
}

void TestSignInSessions::ticketIsHashedAtRest()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    QCOMPARE(m_schema.superuser().value(u"select count(*) from castellan_private.elevation e where "
                                        u"e::text like '%' || $1 || '%'"
                                        " or encode(ticket_sha256, 'hex') = $1"_s,
                                        { m_ticket }),
             u"0"_s);
}

void TestSignInSessions::addressMustBeTheSame()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    m_schema.superuser().exec(
        u"update castellan_private.elevation set client_address = '198.51.100.9'"
        " where operator = $1"_s,
        { person.role });
    TestSql second = m_schema.as(person.role);
    QCOMPARE(join(second, m_ticket).cell(u"outcome"_s), u"refused"_s);
}

void TestSignInSessions::thirdMemberEndsTheBackgroundOne()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    TestSql third = m_schema.as(person.role);
    join(second, m_ticket);
    QCOMPARE(join(third, m_ticket).cell(u"outcome"_s), u"ok"_s);
    QVERIFY(!second.isOpen());
    QVERIFY(first.exec(kMine).ok());
    QVERIFY(third.exec(kMine).ok());
    QCOMPARE(members(person), u"2"_s);
}

void TestSignInSessions::namedConnectionTakesItsOwnPlace()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person, u"castellan"_s);
    TestSql background = m_schema.as(person.role, u"castellan background"_s);
    join(background, m_ticket);
    // The interactive one comes back while the server still believes in the old one.
    TestSql again = m_schema.as(person.role, u"castellan"_s);
    QCOMPARE(join(again, m_ticket).cell(u"outcome"_s), u"ok"_s);
    QVERIFY(!first.isOpen());
    QVERIFY(background.exec(kMine).ok());
    moveActivity(person, u"5 minutes"_s);
    background.exec(kActive);
    QVERIFY(idleSeconds(person) >= 299);
    again.exec(kActive);
    QVERIFY(idleSeconds(person) < 10);
}

void TestSignInSessions::lostMemberLeavesItsPlace()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    auto first = std::make_unique<TestSql>(signIn(person));
    TestSql second = m_schema.as(person.role);
    join(second, m_ticket);
    const QString pid = QString::number(first->backendPid());
    first.reset();
    while (m_schema.superuser().value(
               u"select count(*) from pg_stat_activity where pid = $1::int"_s, { pid })
           != u"0")
        ;
    TestSql third = m_schema.as(person.role);
    QCOMPARE(join(third, m_ticket).cell(u"outcome"_s), u"ok"_s);
    QVERIFY(second.exec(kMine).ok()); // nobody had to go
    moveActivity(person, u"5 minutes"_s);
    third.exec(kActive); // and it is the interactive one now
    QVERIFY(idleSeconds(person) < 10);
}

void TestSignInSessions::joiningTwiceIsOneMember()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    join(second, m_ticket);
    QCOMPARE(join(second, m_ticket).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(join(first, m_ticket).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(members(person), u"2"_s);
}

void TestSignInSessions::newSignInTakesOverAndEndsTheOldBackends()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    const QString oldTicket = m_ticket;
    join(second, oldTicket);
    TestSql elsewhere = signIn(person);
    QVERIFY(!first.isOpen());
    QVERIFY(!second.isOpen());
    QVERIFY(elsewhere.exec(kMine).ok());
    TestSql late = m_schema.as(person.role);
    QCOMPARE(join(late, oldTicket).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.superuser().value(u"select reason from castellan_private.audit_event"
                                        " where actor = $1 and kind = 'operator.session_end'"_s,
                                        { person.role }),
             u"taken_over"_s);
}

void TestSignInSessions::takeoverIsNotHeldUpByAnOpenTransaction()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    first.exec(u"begin"_s);
    QVERIFY(first.exec(kActive).ok()); // holds the elevation's row FOR SHARE
    TestSql elsewhere = m_schema.as(person.role);
    elsewhere.exec(u"set lock_timeout = '5s'"_s);
    m_schema.superuser().exec(
        u"update castellan_private.factor set last_step = 0 where operator = $1"_s,
        { person.role });
    QCOMPARE(SchemaFixture::signIn(elsewhere, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"ok"_s);
    QVERIFY(!first.isOpen());
}

void TestSignInSessions::openJoinHoldsUpNeitherTakeoverNorSignOut()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql joining = m_schema.as(person.role);
    joining.exec(u"begin"_s);
    QCOMPARE(join(joining, m_ticket).cell(u"outcome"_s), u"ok"_s); // a member nobody sees yet
    TestSql elsewhere = m_schema.as(person.role);
    elsewhere.exec(u"set lock_timeout = '5s'"_s);
    m_schema.superuser().exec(
        u"update castellan_private.factor set last_step = 0 where operator = $1"_s,
        { person.role });
    const auto taken = SchemaFixture::signIn(elsewhere, SchemaFixture::code(person.seed));
    QCOMPARE(taken.cell(u"outcome"_s), u"ok"_s);
    QVERIFY(!joining.isOpen());

    joining = m_schema.as(person.role);
    joining.exec(u"begin"_s);
    QCOMPARE(join(joining, taken.cell(u"ticket"_s)).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(elsewhere.value(u"select castellan.sign_out()"_s), u"t"_s);
    QVERIFY(!joining.isOpen());
}

void TestSignInSessions::wrongTicketLocksNothing()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql thief = m_schema.as(person.role); // has the password alone
    thief.exec(u"begin"_s);
    QCOMPARE(join(thief, u"x"_s).cell(u"outcome"_s), u"refused"_s);
    TestSql second = m_schema.as(person.role);
    second.exec(u"set lock_timeout = '5s'"_s);
    QCOMPARE(join(second, m_ticket).cell(u"outcome"_s), u"ok"_s);
    QVERIFY(thief.isOpen());
}

void TestSignInSessions::signOutEndsEveryConnection()
{
    const auto person = m_schema.addOperator(u"auditor"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    join(second, m_ticket);
    QCOMPARE(second.value(u"select castellan.sign_out()"_s), u"t"_s);
    QVERIFY(!first.isOpen());
    QVERIFY(second.isOpen()); // the caller's own stays, and is nothing
    QCOMPARE(second.exec(kMine).sqlState, u"ZC001"_s);
    QCOMPARE(second.value(u"select castellan.sign_out()"_s), u"f"_s);
    TestSql late = m_schema.as(person.role);
    QCOMPARE(join(late, m_ticket).cell(u"outcome"_s), u"refused"_s);
}

void TestSignInSessions::idleEnds()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    moveActivity(person, u"14 minutes 50 seconds"_s);
    QVERIFY(first.exec(kMine).ok());
    moveActivity(person, u"10 seconds"_s);
    QCOMPARE(first.exec(kMine).sqlState, u"ZC001"_s);
    QCOMPARE(first.exec(kActive).sqlState, u"ZC001"_s); // and being active now is too late
    TestSql second = m_schema.as(person.role);
    QCOMPARE(join(second, m_ticket).cell(u"outcome"_s), u"expired"_s);
}

void TestSignInSessions::absoluteEnds()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    m_schema.superuser().exec(
        u"update castellan_private.elevation set expires_at = expires_at - interval '8 hours'"
        " where operator = $1"_s,
        { person.role });
    QCOMPARE(first.exec(kMine).sqlState, u"ZC001"_s);
    TestSql second = m_schema.as(person.role);
    QCOMPARE(join(second, m_ticket).cell(u"outcome"_s), u"expired"_s);
    // A new sign-in is always possible.
    TestSql third = signIn(person);
    QVERIFY(third.exec(kMine).ok());
}

void TestSignInSessions::onlyTheInteractiveConnectionIsActivity()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    TestSql second = m_schema.as(person.role);
    join(second, m_ticket);
    moveActivity(person, u"5 minutes"_s);
    QVERIFY(second.exec(kActive).ok());
    QVERIFY(idleSeconds(person) >= 299);
    QVERIFY(first.exec(kActive).ok());
    QVERIFY(idleSeconds(person) < 10);
}

void TestSignInSessions::askingForOnesSessionIsNoActivity()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    moveActivity(person, u"5 minutes"_s);
    QVERIFY(first.exec(kMine).ok());
    QVERIFY(idleSeconds(person) >= 299);
}

void TestSignInSessions::changedKindEnds()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    QCOMPARE(m_schema.superuser()
                 .exec(u"select * from castellan_private.operator_add($1, 'helpdesk', null)"_s,
                       { person.role })
                 .cell(u"outcome"_s),
             u"updated"_s);
    QVERIFY(!first.isOpen());
    TestSql again = signIn(person); // with the factor kept
    QCOMPARE(again.exec(kMine).cell(u"kind"_s), u"helpdesk"_s);

    m_schema.superuser().exec(
        u"update castellan_private.operator set active = false where role_name = $1"_s,
        { person.role });
    QCOMPARE(again.exec(kMine).sqlState, u"ZC001"_s);
}

void TestSignInSessions::removedMembershipEnds()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    m_schema.superuser().exec(u"grant castellan_auditor to "_s + person.role);
    m_schema.superuser().exec(u"revoke castellan_admin from "_s + person.role);
    QCOMPARE(first.exec(kMine).sqlState, u"ZC001"_s); // may call it, and is not who signed in
    m_schema.superuser().exec(u"revoke castellan_auditor from "_s + person.role);
    QCOMPARE(first.exec(kMine).sqlState, u"42501"_s);
}

void TestSignInSessions::memberIsOneProcessForGood()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    m_schema.superuser().exec(u"update castellan_private.elevation_member"
                              " set backend_start = backend_start - interval '1 microsecond'"
                              " where backend_pid = $1::int"_s,
                              { QString::number(first.backendPid()) });
    QCOMPARE(first.exec(kMine).sqlState, u"ZC001"_s); // as if the pid had been used again
    // A stale row ends nobody: its process is another one.
    TestSql elsewhere = signIn(person);
    QVERIFY(first.isOpen());
}

void TestSignInSessions::readOnlyTransactionsMayRead()
{
    const auto person = m_schema.addOperator(u"auditor"_s);
    TestSql first = signIn(person);
    moveActivity(person, u"1 minute"_s);
    first.exec(u"set default_transaction_read_only = on"_s);
    QVERIFY(first.exec(kMine).ok());
}

void TestSignInSessions::sessionEndsWhileATransactionIsOpen()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    first.exec(u"begin"_s);
    QVERIFY(first.exec(kMine).ok());
    // Time goes on inside a transaction: clock_timestamp(), not now().
    moveActivity(person, u"15 minutes"_s);
    QCOMPARE(first.exec(kMine).sqlState, u"ZC001"_s);
}

void TestSignInSessions::crashEndsEverySession()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql first = signIn(person);
    const auto enrolled = m_schema.addEnrolled();
    TestSql begun = m_schema.as(person.role);
    begun.exec(u"select * from castellan.sign_in_begin('123456')"_s);
    QVERIFY(m_schema.crash());
    QVERIFY(!first.isOpen());
    for (const QString &table : { u"elevation"_s, u"elevation_member"_s, u"elevation_activity"_s,
                                  u"sign_in_attempt"_s, u"proof"_s })
        QCOMPARE(m_schema.superuser().value(u"select count(*) from castellan_private."_s + table),
                 u"0"_s);
    // What is counted and spent survives; the ticket is worth nothing.
    QCOMPARE(m_schema.operatorFactor(person.role, u"consecutive_failures"_s), u"1"_s);
    TestSql second = m_schema.as(person.role);
    QCOMPARE(join(second, m_ticket).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.verify(enrolled.account, SchemaFixture::code(enrolled.seed)).cell(u"ok"_s),
             u"t"_s);
    TestSql third = signIn(person);
    QVERIFY(third.exec(kMine).ok());
}

QTEST_GUILESS_MAIN(TestSignInSessions)
#include "tst_sign_in_sessions.moc"
