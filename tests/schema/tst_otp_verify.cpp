// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The ladder: which consecutive failure locks for how many minutes.
struct Rung {
    int failure;
    int minutes;
};
constexpr Rung kLadder[] = { { 5, 1 }, { 6, 5 }, { 7, 30 }, { 8, 60 }, { 9, 60 }, { 50, 60 } };

} // namespace

/// castellan.otp_verify: what it accepts, counts and refuses.
class TestOtpVerify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void acceptsThePresentCodeOnce();
    void windowIsOneStepEitherWay_data();
    void windowIsOneStepEitherWay();
    void olderCodeIsSpentWithANewerOne();
    void remembersDrift();
    void sixteenAtOnceAcceptOne();
    void sixteenGuessesAtOnceCountFive();
    void replayIsRecordedAndNotCounted();
    void malformedIsRefusedAndNotCounted_data();
    void malformedIsRefusedAndNotCounted();
    void spacesAreIgnored();
    void ladder();
    void lockedCountsNothingAndRefusesTheRightCode();
    void successForgetsFailures();
    void hundredthFailureDisables();
    void accountsWithoutFactor();
    void pendingFactorCountsForNothing();
    void inactiveAndUnknownAccounts();
    void refusesATransactionThatHasWritten();
    void refusesOtherIsolationLevels_data();
    void refusesOtherIsolationLevels();
    void lastsOneTransactionWithItsProof();
    void factorThatIsGoneWhileJudged();
    void writesOneFactorVersionAndOneEvent();
    void settingsOfTheCallerChangeNothing();

private:
    void fail(const SchemaFixture::Enrolled &person, int times);
    void setFailures(const QString &account, int failures);

    SchemaFixture m_schema;
};

void TestOtpVerify::fail(const SchemaFixture::Enrolled &person, int times)
{
    for (int i = 0; i < times; ++i)
        QCOMPARE(m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed))
                     .cell(u"outcome"_s),
                 u"refused"_s);
}

void TestOtpVerify::setFailures(const QString &account, int failures)
{
    m_schema.superuser().exec(u"update castellan_private.factor set consecutive_failures = $2::int,"
                              " locked_until = null where account = $1::uuid"_s,
                              { account, QString::number(failures) });
}

void TestOtpVerify::acceptsThePresentCodeOnce()
{
    const auto person = m_schema.addEnrolled();
    const QString code = SchemaFixture::code(person.seed);
    const auto first = m_schema.verify(person.account, code);
    QCOMPARE(first.columns, QStringList({ u"ok"_s, u"outcome"_s, u"retry_at"_s, u"proof"_s }));
    QCOMPARE(first.cell(u"ok"_s), u"t"_s);
    QCOMPARE(first.cell(u"outcome"_s), u"ok"_s);
    QVERIFY(first.cell(u"retry_at"_s).isNull());
    QVERIFY(!first.cell(u"proof"_s).isNull());

    const auto second = m_schema.verify(person.account, code);
    QCOMPARE(second.cell(u"ok"_s), u"f"_s);
    QCOMPARE(second.cell(u"outcome"_s), u"refused"_s);
    QVERIFY(second.cell(u"proof"_s).isNull());
}

void TestOtpVerify::windowIsOneStepEitherWay_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("ok");
    QTest::newRow("two before") << -2 << u"f"_s;
    QTest::newRow("one before") << -1 << u"t"_s;
    QTest::newRow("now") << 0 << u"t"_s;
    QTest::newRow("one ahead") << 1 << u"t"_s;
    QTest::newRow("two ahead") << 2 << u"f"_s;
}

void TestOtpVerify::windowIsOneStepEitherWay()
{
    QFETCH(int, steps);
    QFETCH(QString, ok);
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        const auto person = m_schema.addEnrolled();
        return QStringList {
            m_schema.verify(person.account, SchemaFixture::code(person.seed, steps)).cell(u"ok"_s)
        };
    });
    QCOMPARE(seen, QStringList { ok });
}

void TestOtpVerify::olderCodeIsSpentWithANewerOne()
{
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        const auto person = m_schema.addEnrolled();
        QStringList answers;
        for (int steps : { 0, -1, 1, 0 }) {
            answers += m_schema.verify(person.account, SchemaFixture::code(person.seed, steps))
                           .cell(u"ok"_s);
        }
        return answers << m_schema.factor(person.account, u"consecutive_failures"_s);
    });
    QCOMPARE(seen, QStringList({ u"t"_s, u"f"_s, u"t"_s, u"f"_s, u"0"_s }));
}

void TestOtpVerify::remembersDrift()
{
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        const auto person = m_schema.addEnrolled();
        m_schema.verify(person.account, SchemaFixture::code(person.seed, 1));
        return QStringList { m_schema.factor(person.account, u"drift_steps"_s),
                             m_schema.lastEvent(person.account).value(u"detail"_s) };
    });
    QCOMPARE(seen, QStringList({ u"1"_s, u"{\"drift_steps\": 1}"_s }));
}

void TestOtpVerify::sixteenAtOnceAcceptOne()
{
    const auto person = m_schema.addEnrolled();
    std::vector<TestSql> clients;
    for (int i = 0; i < 16; ++i)
        clients.push_back(m_schema.anotherApplication());
    const QString code = SchemaFixture::code(person.seed);
    for (TestSql &client : clients)
        QVERIFY(client.send(u"select * from castellan.otp_verify($1::uuid, $2, null)"_s,
                            { person.account, code }));
    int accepted = 0;
    for (TestSql &client : clients) {
        const auto answer = client.receive();
        QVERIFY2(answer.ok(), qPrintable(answer.message));
        accepted += answer.cell(u"ok"_s) == u"t" ? 1 : 0;
    }
    QCOMPARE(accepted, 1);
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"0"_s);
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.audit_event where account = $1::uuid"
                 " and kind = 'otp.verify' and reason = 'replayed'"_s,
                 { person.account }),
             u"15"_s);
}

void TestOtpVerify::sixteenGuessesAtOnceCountFive()
{
    const auto person = m_schema.addEnrolled();
    std::vector<TestSql> clients;
    for (int i = 0; i < 16; ++i)
        clients.push_back(m_schema.anotherApplication());
    const QString wrong = SchemaFixture::wrongCode(person.seed);
    for (TestSql &client : clients)
        QVERIFY(client.send(u"select * from castellan.otp_verify($1::uuid, $2, null)"_s,
                            { person.account, wrong }));
    QHash<QString, int> outcomes;
    for (TestSql &client : clients)
        ++outcomes[client.receive().cell(u"outcome"_s)];
    QCOMPARE(outcomes.value(u"refused"_s), 5);
    QCOMPARE(outcomes.value(u"locked"_s), 11);
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"5"_s);
}

void TestOtpVerify::replayIsRecordedAndNotCounted()
{
    const auto person = m_schema.addEnrolled();
    const QString code = SchemaFixture::code(person.seed);
    m_schema.verify(person.account, code);
    for (int i = 0; i < 7; ++i)
        QCOMPARE(m_schema.verify(person.account, code).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"0"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"replayed"_s);
}

void TestOtpVerify::malformedIsRefusedAndNotCounted_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("five") << u"12345"_s;
    QTest::newRow("seven") << u"1234567"_s;
    QTest::newRow("letters") << u"12345a"_s;
    QTest::newRow("sign") << u"+12345"_s;
    QTest::newRow("hyphen") << u"123-456"_s;
    QTest::newRow("arabic-indic") << u"١٢٣٤٥٦"_s;
    QTest::newRow("devanagari") << u"१२३४५६"_s;
    QTest::newRow("full width") << u"１２３４５６"_s;
    QTest::newRow("mathematical") << QString::fromUcs4(U"𝟏𝟐𝟑𝟒𝟓𝟔");
    QTest::newRow("no-break space") << u"123\u00a0456"_s;
    QTest::newRow("zero width") << u"123\u200b456"_s;
    QTest::newRow("line break") << u"123456\n"_s;
    QTest::newRow("two lines") << u"000000\n123456"_s;
    QTest::newRow("a megabyte") << QString(1 << 20, u'1');
    QTest::newRow("spaces and a megabyte") << QString(1 << 20, u' ') + u"123456"_s;
    QTest::newRow("injection") << u"' or 1=1 --"_s;
}

void TestOtpVerify::malformedIsRefusedAndNotCounted()
{
    QFETCH(QString, code);
    static const auto person = m_schema.addEnrolled();
    const auto answer = m_schema.verify(person.account, code);
    QVERIFY2(answer.ok(), qPrintable(answer.message));
    QCOMPARE(answer.cell(u"outcome"_s), u"refused"_s);
    QVERIFY(answer.cell(u"retry_at"_s).isNull());
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"0"_s);
    const auto event = m_schema.lastEvent(person.account);
    QCOMPARE(event.value(u"kind"_s), u"otp.verify"_s);
    QCOMPARE(event.value(u"reason"_s), u"malformed"_s);
}

void TestOtpVerify::spacesAreIgnored()
{
    const auto person = m_schema.addEnrolled();
    const QString code = SchemaFixture::code(person.seed);
    const QString spaced = u" "_s + code.left(3) + u"  "_s + code.mid(3) + u" "_s;
    QCOMPARE(m_schema.verify(person.account, spaced).cell(u"ok"_s), u"t"_s);
}

void TestOtpVerify::ladder()
{
    for (const Rung &rung : kLadder) {
        const auto person = m_schema.addEnrolled();
        setFailures(person.account, rung.failure - 2);
        if (rung.failure - 1 < 5) {
            const auto before =
                m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
            QVERIFY(before.cell(u"retry_at"_s).isNull());
        } else {
            setFailures(person.account, rung.failure - 1);
        }
        const auto answer = m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
        QCOMPARE(answer.cell(u"outcome"_s), u"refused"_s);
        QVERIFY(!answer.cell(u"retry_at"_s).isNull()); // the answer that locks says so already
        QCOMPARE(
            m_schema.factor(person.account,
                            u"round(extract(epoch from locked_until - clock_timestamp()) / 60)"_s),
            QString::number(rung.minutes));
        QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s),
                 QString::number(rung.failure));
    }
}

void TestOtpVerify::lockedCountsNothingAndRefusesTheRightCode()
{
    const auto person = m_schema.addEnrolled();
    fail(person, 5);
    const QString until = m_schema.factor(person.account, u"locked_until"_s);
    for (const QString &code : { SchemaFixture::code(person.seed),
                                 SchemaFixture::wrongCode(person.seed), u"rubbish"_s }) {
        const auto answer = m_schema.verify(person.account, code);
        QCOMPARE(answer.cell(u"outcome"_s), u"locked"_s);
        QCOMPARE(answer.cell(u"retry_at"_s), until);
    }
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"5"_s);
    const auto state = m_schema.application().exec(u"select * from castellan.otp_state($1::uuid)"_s,
                                                   { person.account });
    QCOMPARE(state.cell(u"locked_until"_s), until);

    // The lock runs out, the count goes on: the next failure locks for longer.
    m_schema.superuser().exec(u"update castellan_private.factor set locked_until = "
                              u"clock_timestamp() - interval '1 second'"
                              " where account = $1::uuid"_s,
                              { person.account });
    fail(person, 1);
    QCOMPARE(m_schema.factor(person.account,
                             u"round(extract(epoch from locked_until - clock_timestamp()) / 60)"_s),
             u"5"_s);
}

void TestOtpVerify::successForgetsFailures()
{
    const auto person = m_schema.addEnrolled();
    fail(person, 4);
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"ok"_s),
             u"t"_s);
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"0"_s);
    fail(person, 4);
    QVERIFY(m_schema.factor(person.account, u"locked_until"_s).isNull());
}

void TestOtpVerify::hundredthFailureDisables()
{
    const auto person = m_schema.addEnrolled();
    setFailures(person.account, 98);
    const auto last = m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
    QVERIFY(!last.cell(u"retry_at"_s).isNull());
    setFailures(person.account, 99);
    const auto hundredth = m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
    QCOMPARE(hundredth.cell(u"outcome"_s), u"refused"_s);
    QVERIFY(!m_schema.factor(person.account, u"disabled_at"_s).isNull());
    QVERIFY(
        m_schema.lastEvent(person.account).value(u"detail"_s).contains(u"\"disabled\": true"_s));

    // However late, no code is judged any more.
    m_schema.superuser().exec(
        u"update castellan_private.factor set locked_until = null where account = $1::uuid"_s,
        { person.account });
    const auto after = m_schema.verify(person.account, SchemaFixture::code(person.seed));
    QCOMPARE(after.cell(u"outcome"_s), u"locked"_s);
    QVERIFY(after.cell(u"retry_at"_s).isNull());
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"disabled"_s);
    // A recovery code still opens the way to a new factor.
    QCOMPARE(m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"ok"_s), u"t"_s);
}

void TestOtpVerify::accountsWithoutFactor()
{
    QCOMPARE(m_schema.verify(m_schema.addAccount(), u"123456"_s).cell(u"outcome"_s),
             u"not_enrolled"_s);
    const QString admin = m_schema.addAccount(u"admin"_s);
    QCOMPARE(m_schema.verify(admin, u"123456"_s).cell(u"outcome"_s), u"must_enrol"_s);
    const auto state = m_schema.application().exec(u"select *, enrol_by <= clock_timestamp() as due"
                                                   " from castellan.otp_state($1::uuid)"_s,
                                                   { admin });
    QCOMPARE(state.cell(u"required"_s), u"t"_s);
    QCOMPARE(state.cell(u"enrolled"_s), u"f"_s);
    QCOMPARE(state.cell(u"due"_s), u"t"_s); // no grace
    QCOMPARE(state.cell(u"recovery_codes_left"_s), u"0"_s);
}

void TestOtpVerify::pendingFactorCountsForNothing()
{
    const QString account = m_schema.addAccount();
    const auto begun = m_schema.application().exec(
        u"select * from castellan.otp_enrol_begin($1::uuid)"_s, { account });
    const QByteArray seed = SchemaFixture::seedOf(begun.cell(u"uri"_s));
    QCOMPARE(m_schema.verify(account, SchemaFixture::code(seed)).cell(u"outcome"_s),
             u"not_enrolled"_s);
}

void TestOtpVerify::inactiveAndUnknownAccounts()
{
    const auto person = m_schema.addEnrolled();
    m_schema.superuser().exec(u"update castellan_private.account set active = false"
                              " where id = $1::uuid"_s,
                              { person.account });
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"inactive"_s);

    const QString nobody = u"00000000-0000-4000-8000-000000000000"_s;
    QCOMPARE(m_schema.verify(nobody, u"123456"_s).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.lastEvent(nobody).value(u"reason"_s), u"unknown_account"_s);
    const auto missing = m_schema.verify(QString(), u"123456"_s);
    QCOMPARE(missing.sqlState, u"ZC010"_s);
    QCOMPARE(missing.column, u"account"_s);
}

void TestOtpVerify::refusesATransactionThatHasWritten()
{
    const auto person = m_schema.addEnrolled();
    TestSql &app = m_schema.application();
    const QString wrong = SchemaFixture::wrongCode(person.seed);
    app.exec(u"begin"_s);
    app.exec(u"select castellan.account_sync('written', 'w', null, null, 'user', true)"_s);
    QCOMPARE(m_schema.verify(person.account, wrong).sqlState, u"ZC004"_s);
    app.exec(u"rollback"_s);

    // The second call of one transaction finds that the first has written.
    app.exec(u"begin"_s);
    QCOMPARE(m_schema.verify(person.account, wrong).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.verify(person.account, wrong).sqlState, u"ZC004"_s);
    app.exec(u"rollback"_s);
}

void TestOtpVerify::refusesOtherIsolationLevels_data()
{
    QTest::addColumn<QString>("level");
    QTest::newRow("repeatable read") << u"repeatable read"_s;
    QTest::newRow("serializable") << u"serializable"_s;
}

void TestOtpVerify::refusesOtherIsolationLevels()
{
    QFETCH(QString, level);
    const auto person = m_schema.addEnrolled();
    TestSql app = m_schema.anotherApplication();
    app.exec(u"begin isolation level "_s + level);
    const auto answer = app.exec(u"select * from castellan.otp_verify($1::uuid, $2, null)"_s,
                                 { person.account, SchemaFixture::code(person.seed) });
    QCOMPARE(answer.sqlState, u"ZC003"_s);
}

void TestOtpVerify::lastsOneTransactionWithItsProof()
{
    const auto person = m_schema.addEnrolled();
    TestSql app = m_schema.anotherApplication();
    const QString code = SchemaFixture::code(person.seed);
    app.exec(u"begin"_s);
    const auto taken = app.exec(u"select * from castellan.otp_verify($1::uuid, $2, null)"_s,
                                { person.account, code });
    QCOMPARE(taken.cell(u"ok"_s), u"t"_s);
    app.exec(u"rollback"_s);
    // Taken back as a whole: no proof is left, and the code has not been spent.
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.proof where id = $1::uuid"_s,
                 { taken.cell(u"proof"_s) }),
             u"0"_s);
    QCOMPARE(m_schema.verify(person.account, code).cell(u"ok"_s), u"t"_s);
}

void TestOtpVerify::factorThatIsGoneWhileJudged()
{
    const auto person = m_schema.addEnrolled();
    TestSql other = m_schema.asSuperuser();
    other.exec(u"begin"_s);
    other.exec(u"delete from castellan_private.factor where account = $1::uuid"_s,
               { person.account });
    QVERIFY(m_schema.application().send(u"select * from castellan.otp_verify($1::uuid, $2, null)"_s,
                                        { person.account, SchemaFixture::code(person.seed) }));
    while (m_schema.superuser().value(u"select count(*) from pg_locks where not granted"_s) == u"0")
        ;
    other.exec(u"commit"_s);
    const auto answer = m_schema.application().receive();
    QVERIFY2(answer.ok(), qPrintable(answer.message));
    QCOMPARE(answer.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"factor_gone"_s);
}

void TestOtpVerify::writesOneFactorVersionAndOneEvent()
{
    const auto person = m_schema.addEnrolled();
    const int version = m_schema.factor(person.account, u"version"_s).toInt();
    const QString events = u"select count(*) from castellan_private.audit_event"
                           " where account = $1::uuid"_s;
    const int before = m_schema.superuser().value(events, { person.account }).toInt();
    m_schema.verify(person.account, SchemaFixture::code(person.seed));
    QCOMPARE(m_schema.factor(person.account, u"version"_s).toInt(), version + 1);
    QCOMPARE(m_schema.superuser().value(events, { person.account }).toInt(), before + 1);
}

void TestOtpVerify::settingsOfTheCallerChangeNothing()
{
    const auto person = m_schema.addEnrolled();
    TestSql app = m_schema.anotherApplication();
    for (const QString &setting :
         { u"standard_conforming_strings = off"_s, u"bytea_output = escape"_s,
           u"\"TimeZone\" = 'Pacific/Kiritimati'"_s, u"search_path = public, pg_temp"_s,
           u"extra_float_digits = -15"_s, u"transform_null_equals = on"_s,
           u"intervalstyle = sql_standard"_s, u"datestyle = 'SQL, DMY'"_s }) {
        QVERIFY2(app.exec(u"set "_s + setting).ok(), qPrintable(setting));
    }
    app.exec(u"create temp table factor (id int)"_s);
    const auto answer = app.exec(u"select * from castellan.otp_verify($1::uuid, $2, '::1')"_s,
                                 { person.account, SchemaFixture::code(person.seed) });
    QCOMPARE(answer.cell(u"ok"_s), u"t"_s);
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from castellan_private.audit_event e where account = $1::uuid"
            " and (leaf <> castellan_private.audit_leaf(e)"
            "      or personal_hash <> case when personal is null then sha256('') else"
            "         sha256(personal_salt || convert_to(castellan_private.canonical_json(personal), 'UTF8')) end)"_s,
            { person.account }),
        u"0"_s);
}

QTEST_GUILESS_MAIN(TestOtpVerify)
#include "tst_otp_verify.moc"
