// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kBegin = u"select * from castellan.sign_in_begin($1)"_s;
const QString kFinish = u"select * from castellan.sign_in_finish($1::uuid)"_s;

QString begin(TestSql &session, const QString &code)
{
    return session.exec(kBegin, { code }).cell(u"attempt"_s);
}

TestSql::Answer finish(TestSql &session, const QString &attempt)
{
    return session.exec(kFinish, { attempt });
}

} // namespace

/// sign_in_begin and sign_in_finish: a guess that was made is counted, whatever its maker does.
class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void rightCodeSignsIn_data();
    void rightCodeSignsIn();
    void everythingElseRaisesBefore();
    void wrongCodeIsCountedAndDiagnosed();
    void beginCountsBeforeItJudges();
    void beginWritesTheSameForRightAndWrong();
    void rolledBackBeginGivesNothingToFinish();
    void rolledBackFinishKeepsTheCount();
    void savepointsRefundNothing();
    void sameTransactionIsRefused();
    void elevationOfTheOwnTransactionDoesNotCount();
    void otherIsolationLevelsAreRefused_data();
    void otherIsolationLevelsAreRefused();
    void isJudgedAgainstTheStepOfItsBegin();
    void judgingAgainLaterTellsNothingNew();
    void isJudgedOnce();
    void expiresAfterAMinute();
    void belongsToItsConnectionAndRole();
    void fifthBeginLocksAndIsStillJudged();
    void sixteenBeginsAtOnceCountFive();
    void replayTellsToWaitAndIsNotCounted();
    void replayAtTheFifthBeginLiftsItsLock();

private:
    QString failures(const SchemaFixture::Operator &person)
    {
        return m_schema.operatorFactor(person.role, u"consecutive_failures"_s);
    }
    void setAttempt(const QString &attempt, const QString &change)
    {
        m_schema.superuser().exec(u"update castellan_private.sign_in_attempt set "_s + change
                                      + u" where id = $1::uuid"_s,
                                  { attempt });
    }

    SchemaFixture m_schema;
};

void TestSignIn::rightCodeSignsIn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("rank");
    QTest::newRow("admin") << u"admin"_s << u"admin"_s;
    QTest::newRow("helpdesk") << u"helpdesk"_s << u"staff"_s;
    QTest::newRow("auditor") << u"auditor"_s << QString();
}

void TestSignIn::rightCodeSignsIn()
{
    QFETCH(QString, kind);
    QFETCH(QString, rank);
    const auto person = m_schema.addOperator(kind);
    TestSql session = m_schema.as(person.role);
    const auto answer = SchemaFixture::signIn(session, SchemaFixture::code(person.seed));
    QCOMPARE(answer.columns,
             QStringList({ u"ok"_s, u"outcome"_s, u"retry_at"_s, u"ticket"_s, u"idle_until"_s,
                           u"expires_at"_s }));
    QCOMPARE(answer.cell(u"ok"_s), u"t"_s);
    QCOMPARE(answer.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(answer.cell(u"ticket"_s).size(), 64);

    const auto mine =
        session.exec(u"select *, round(extract(epoch from idle_until - server_time) / 60) as idle,"
                     " round(extract(epoch from expires_at - server_time) / 60) as total"
                     " from castellan.my_session()"_s);
    QCOMPARE(mine.rows.size(), 1);
    QCOMPARE(mine.cell(u"role"_s), person.role);
    QCOMPARE(mine.cell(u"kind"_s), kind);
    QCOMPARE(mine.cell(u"rank"_s), rank);
    QCOMPARE(mine.cell(u"idle"_s), u"15"_s);
    QCOMPARE(mine.cell(u"total"_s), u"480"_s);
    QCOMPARE(failures(person), u"0"_s);
    QVERIFY(!m_schema.operatorFactor(person.role, u"confirmed_at"_s).isNull());
}

void TestSignIn::everythingElseRaisesBefore()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.as(person.role);
    QVERIFY(!session.value(u"select castellan.schema_version()"_s).isNull());
    for (const QString &call :
         { u"my_session()"_s, u"otp_enrol_request(null, null, null, null)"_s,
           u"otp_enrol_show(null)"_s, u"otp_enrol_check(null, null)"_s,
           u"recovery_codes_show(null)"_s, u"otp_enrol_cancel(null)"_s,
           u"otp_enrol_remote_request(null, null, null, null)"_s, u"otp_enrol_code_show(null)"_s,
           u"recovery_codes_handed_over(null)"_s }) {
        const auto answer = session.exec(u"select * from castellan."_s + call);
        QCOMPARE(answer.sqlState, u"ZC001"_s); // before any look at the arguments
    }
    QCOMPARE(session.value(u"select castellan.sign_out()"_s), u"f"_s);
    QCOMPARE(session.exec(u"select * from castellan.sign_in_join('x')"_s).cell(u"outcome"_s),
             u"refused"_s);
}

void TestSignIn::wrongCodeIsCountedAndDiagnosed()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    const auto wrong = SchemaFixture::signIn(session, SchemaFixture::wrongCode(person.seed));
    QCOMPARE(wrong.cell(u"ok"_s), u"f"_s);
    QCOMPARE(wrong.cell(u"outcome"_s), u"refused"_s);
    QVERIFY(wrong.cell(u"ticket"_s).isNull());
    QCOMPARE(failures(person), u"1"_s);
    QCOMPARE(m_schema.lastEventOf(person.role).value(u"reason"_s), u"wrong"_s);

    SchemaFixture::signIn(session, SchemaFixture::code(person.seed, 7));
    const auto event = m_schema.lastEventOf(person.role);
    QCOMPARE(event.value(u"reason"_s), u"clock"_s);
    QVERIFY(event.value(u"detail"_s).contains(u"offset_seconds"_s));
    QCOMPARE(session.exec(u"select * from castellan.my_session()"_s).sqlState, u"ZC001"_s);
}

void TestSignIn::beginCountsBeforeItJudges()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    QCOMPARE(failures(person), u"1"_s);
    QCOMPARE(m_schema.operatorFactor(person.role, u"last_step"_s), u"0"_s);
    QCOMPARE(finish(session, attempt).cell(u"ok"_s), u"t"_s);
    QCOMPARE(failures(person), u"0"_s);
}

void TestSignIn::beginWritesTheSameForRightAndWrong()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    QStringList seen;
    for (const QString &code :
         { SchemaFixture::code(person.seed), SchemaFixture::wrongCode(person.seed) }) {
        const QString attempt = begin(session, code);
        const auto row = m_schema.superuser().exec(
            u"select octet_length(code_mac) as mac, done_at, locked_until,"
            " position($2 in t::text) as clear from castellan_private.sign_in_attempt t"
            " where id = $1::uuid"_s,
            { attempt, code });
        const auto event = m_schema.lastEventOf(person.role);
        seen << row.cell(u"mac"_s) + row.cell(u"done_at"_s) + row.cell(u"locked_until"_s)
                + row.cell(u"clear"_s) + event.value(u"outcome"_s) + event.value(u"reason"_s);
    }
    QCOMPARE(seen.at(0), u"320ok"_s); // 32 bytes, nothing else, and the code not in clear
    QCOMPARE(seen.at(1), seen.at(0));
}

void TestSignIn::rolledBackBeginGivesNothingToFinish()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    session.exec(u"begin"_s);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    session.exec(u"rollback"_s);
    const auto answer = finish(session, attempt);
    QCOMPARE(answer.cell(u"ok"_s), u"f"_s);
    QCOMPARE(answer.cell(u"outcome"_s), u"expired"_s);
    QCOMPARE(failures(person), u"0"_s); // nothing was learnt, nothing is counted
}

void TestSignIn::rolledBackFinishKeepsTheCount()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    for (int i = 1; i <= 5; ++i) {
        const QString attempt = begin(session, SchemaFixture::wrongCode(person.seed));
        session.exec(u"begin"_s);
        QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"refused"_s);
        session.exec(u"rollback"_s);
        QCOMPARE(failures(person), QString::number(i));
    }
    const auto sixth = session.exec(kBegin, { SchemaFixture::code(person.seed) });
    QVERIFY(sixth.cell(u"attempt"_s).isNull());
    QVERIFY(!sixth.cell(u"retry_at"_s).isNull());
}

void TestSignIn::savepointsRefundNothing()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::wrongCode(person.seed));
    session.exec(u"begin"_s);
    for (int i = 0; i < 3; ++i) {
        session.exec(u"savepoint s"_s);
        QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"refused"_s);
        session.exec(u"rollback to s"_s);
    }
    session.exec(u"commit"_s);
    QCOMPARE(failures(person), u"1"_s);

    // A begin inside a released savepoint still belongs to this transaction.
    session.exec(u"begin"_s);
    session.exec(u"savepoint s"_s);
    const QString inner = begin(session, SchemaFixture::code(person.seed));
    session.exec(u"release s"_s);
    QCOMPARE(finish(session, inner).cell(u"outcome"_s), u"refused"_s);
    session.exec(u"rollback"_s);
    QCOMPARE(failures(person), u"1"_s);
}

void TestSignIn::sameTransactionIsRefused()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    session.exec(u"begin"_s);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(finish(session, attempt).cell(u"ok"_s), u"f"_s);
    session.exec(u"commit"_s);
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"ok"_s); // committed now
}

void TestSignIn::elevationOfTheOwnTransactionDoesNotCount()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    session.exec(u"begin"_s);
    const auto answer = finish(session, attempt);
    QCOMPARE(answer.cell(u"ok"_s), u"t"_s);
    session.exec(u"savepoint s"_s);
    QCOMPARE(session.exec(u"select * from castellan.my_session()"_s).sqlState, u"ZC001"_s);
    session.exec(u"rollback to s"_s);
    QCOMPARE(
        session.exec(u"select * from castellan.sign_in_join($1)"_s, { answer.cell(u"ticket"_s) })
            .cell(u"outcome"_s),
        u"refused"_s);
    session.exec(u"commit"_s);
    QVERIFY(session.exec(u"select * from castellan.my_session()"_s).ok());
}

void TestSignIn::otherIsolationLevelsAreRefused_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("begin") << u"sign_in_begin('123456')"_s;
    QTest::newRow("finish") << u"sign_in_finish(gen_random_uuid())"_s;
    QTest::newRow("join") << u"sign_in_join('x')"_s;
    QTest::newRow("out") << u"sign_out()"_s;
    QTest::newRow("my_session") << u"my_session()"_s;
    QTest::newRow("request") << u"otp_enrol_request(null, null, null, null)"_s;
    QTest::newRow("show") << u"otp_enrol_show(null)"_s;
}

void TestSignIn::otherIsolationLevelsAreRefused()
{
    QFETCH(QString, call);
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.signedIn(person);
    for (const QString &level : { u"repeatable read"_s, u"serializable"_s }) {
        session.exec(u"begin isolation level "_s + level);
        QCOMPARE(session.exec(u"select * from castellan."_s + call).sqlState, u"ZC003"_s);
        session.exec(u"rollback"_s);
    }
    session.exec(u"set default_transaction_isolation = 'repeatable read'"_s);
    QCOMPARE(session.exec(u"select * from castellan."_s + call).sqlState, u"ZC003"_s);
}

void TestSignIn::isJudgedAgainstTheStepOfItsBegin()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    // As if begun ten steps ago: what is right now was wrong then, and the other way round.
    const QString now = begin(session, SchemaFixture::code(person.seed));
    setAttempt(now, u"step = step - 10"_s);
    QCOMPARE(finish(session, now).cell(u"outcome"_s), u"refused"_s);
    const QString then = begin(session, SchemaFixture::code(person.seed, -10));
    setAttempt(then, u"step = step - 10"_s);
    QCOMPARE(finish(session, then).cell(u"outcome"_s), u"ok"_s);
}

void TestSignIn::judgingAgainLaterTellsNothingNew()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    // A code of five steps ahead, judged and rolled back while the clock comes nearer: never right.
    const QString attempt = begin(session, SchemaFixture::code(person.seed, 5));
    for (int seconds = 0; seconds < 60; seconds += 15) {
        setAttempt(attempt, u"begun_at = begun_at - interval '14 seconds'"_s);
        session.exec(u"begin"_s);
        QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"refused"_s);
        session.exec(u"rollback"_s);
    }
    QCOMPARE(failures(person), u"1"_s);
}

void TestSignIn::isJudgedOnce()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::wrongCode(person.seed));
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"expired"_s);
}

void TestSignIn::expiresAfterAMinute()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    setAttempt(attempt, u"begun_at = begun_at - interval '60 seconds'"_s);
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"expired"_s);
    QCOMPARE(failures(person), u"1"_s);
}

void TestSignIn::belongsToItsConnectionAndRole()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    const auto other = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    TestSql sameRole = m_schema.as(person.role);
    TestSql otherRole = m_schema.as(other.role);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    QCOMPARE(finish(sameRole, attempt).cell(u"outcome"_s), u"expired"_s);
    QCOMPARE(finish(otherRole, attempt).cell(u"outcome"_s), u"expired"_s);
    // The pid alone is not enough: it may be a later process.
    setAttempt(attempt, u"backend_start = backend_start - interval '1 microsecond'"_s);
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"expired"_s);
    setAttempt(attempt, u"backend_start = backend_start + interval '1 microsecond'"_s);
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(finish(session, QString()).cell(u"outcome"_s), u"expired"_s);
}

void TestSignIn::fifthBeginLocksAndIsStillJudged()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    for (int i = 0; i < 4; ++i)
        SchemaFixture::signIn(session, SchemaFixture::wrongCode(person.seed));
    QVERIFY(m_schema.operatorFactor(person.role, u"locked_until"_s).isNull());
    const QString fifth = begin(session, SchemaFixture::code(person.seed));
    QVERIFY(!m_schema.operatorFactor(person.role, u"locked_until"_s).isNull());
    TestSql other = m_schema.as(person.role);
    QVERIFY(begin(other, SchemaFixture::code(person.seed)).isNull());
    QCOMPARE(failures(person), u"5"_s); // locked: the try of the other counted nothing
    QCOMPARE(finish(session, fifth).cell(u"outcome"_s), u"ok"_s);
    QVERIFY(m_schema.operatorFactor(person.role, u"locked_until"_s).isNull());
    QCOMPARE(failures(person), u"0"_s);

    // The answer to a wrong fifth carries the end of the lock.
    const auto wrong = m_schema.addOperator(u"helpdesk"_s);
    TestSql again = m_schema.as(wrong.role);
    TestSql::Answer last;
    for (int i = 0; i < 5; ++i)
        last = SchemaFixture::signIn(again, SchemaFixture::wrongCode(wrong.seed));
    QCOMPARE(last.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(last.cell(u"retry_at"_s), m_schema.operatorFactor(wrong.role, u"locked_until"_s));
}

void TestSignIn::sixteenBeginsAtOnceCountFive()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    m_schema.superuser().exec(u"alter role "_s + person.role + u" connection limit 20"_s);
    std::vector<TestSql> clients;
    for (int i = 0; i < 16; ++i)
        clients.push_back(m_schema.as(person.role));
    for (TestSql &client : clients)
        QVERIFY(client.send(kBegin, { SchemaFixture::wrongCode(person.seed) }));
    int attempts = 0;
    for (TestSql &client : clients)
        attempts += client.receive().cell(u"attempt"_s).isNull() ? 0 : 1;
    QCOMPARE(attempts, 5);
    QCOMPARE(failures(person), u"5"_s);
}

void TestSignIn::replayTellsToWaitAndIsNotCounted()
{
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        const auto person = m_schema.addOperator(u"helpdesk"_s);
        TestSql session = m_schema.as(person.role);
        const QString code = SchemaFixture::code(person.seed);
        SchemaFixture::signIn(session, code);
        const auto again = SchemaFixture::signIn(session, code);
        const QString next = m_schema.superuser().value(
            u"select $1::timestamptz = to_timestamp((floor(extract(epoch from clock_timestamp())"
            " / 30) + 1) * 30)"_s,
            { again.cell(u"retry_at"_s) });
        return QStringList { again.cell(u"ok"_s), again.cell(u"outcome"_s), next,
                             failures(person) };
    });
    QCOMPARE(seen, QStringList({ u"f"_s, u"replayed"_s, u"t"_s, u"0"_s }));
}

void TestSignIn::replayAtTheFifthBeginLiftsItsLock()
{
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        const auto person = m_schema.addOperator(u"helpdesk"_s);
        TestSql session = m_schema.as(person.role);
        const QString code = SchemaFixture::code(person.seed);
        SchemaFixture::signIn(session, code);
        for (int i = 0; i < 4; ++i)
            SchemaFixture::signIn(session, SchemaFixture::wrongCode(person.seed));
        const QString outcome = SchemaFixture::signIn(session, code).cell(u"outcome"_s);
        return QStringList { outcome, failures(person),
                             m_schema.operatorFactor(person.role, u"locked_until"_s) };
    });
    QCOMPARE(seen, QStringList({ u"replayed"_s, u"4"_s, QString() }));
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
