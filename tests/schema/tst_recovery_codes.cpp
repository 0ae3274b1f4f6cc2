// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kWrong = u"AAAA-AAAA-AAAA-AAAA"_s;

} // namespace

/// castellan.recovery_code_verify: ten codes, each once, with a lock of their own.
class TestRecoveryCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void tenDifferentCodesInFours();
    void isAcceptedOnceInAnyOrder();
    void caseSpacesAndHyphensDoNotMatter_data();
    void caseSpacesAndHyphensDoNotMatter();
    void malformedIsNotCounted_data();
    void malformedIsNotCounted();
    void eightAtOnceWorkOnce();
    void eightDifferentAtOnceAllWork();
    void usedOnesAreKeptAndNotCounted();
    void locksApartFromTheAuthenticator();
    void ladder();
    void hundredthFailureDisables();
    void warnsWhenThreeAreLeft();
    void ofAnotherAccountIsWrong();
    void newSetEndsTheOldOne();
    void isHashedAtRest();
    void accountsWithoutCodes();
    void inactiveAccount();
    void refusesATransactionThatHasWritten();
    void guessesAtOnceCountFive();

private:
    QString set(const QString &account, const QString &column)
    {
        return m_schema.superuser().value(u"select "_s + column
                                              + u" from castellan_private.recovery_set"
                                                " where account = $1::uuid"_s,
                                          { account });
    }
    void change(const QString &account, const QString &what)
    {
        m_schema.superuser().exec(u"update castellan_private.recovery_set set "_s + what
                                      + u" where account = $1::uuid"_s,
                                  { account });
    }
    int left(const QString &account)
    {
        return m_schema.application()
            .exec(u"select * from castellan.otp_state($1::uuid)"_s, { account })
            .cell(u"recovery_codes_left"_s)
            .toInt();
    }

    SchemaFixture m_schema;
};

void TestRecoveryCodes::tenDifferentCodesInFours()
{
    static const QRegularExpression shape(u"^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$"_s);
    const auto person = m_schema.addEnrolled();
    QCOMPARE(person.recoveryCodes.size(), 10);
    QCOMPARE(QSet<QString>(person.recoveryCodes.begin(), person.recoveryCodes.end()).size(), 10);
    for (const QString &code : person.recoveryCodes)
        QVERIFY2(shape.match(code).hasMatch(), qPrintable(code));
    QCOMPARE(left(person.account), 10);
}

void TestRecoveryCodes::isAcceptedOnceInAnyOrder()
{
    const auto person = m_schema.addEnrolled();
    int remaining = 10;
    for (int at : { 7, 0, 9, 3 }) {
        const auto answer = m_schema.recover(person.account, person.recoveryCodes.at(at));
        QCOMPARE(answer.columns, QStringList({ u"ok"_s, u"outcome"_s, u"retry_at"_s, u"proof"_s }));
        QCOMPARE(answer.cell(u"outcome"_s), u"ok"_s);
        QVERIFY(!answer.cell(u"proof"_s).isNull());
        QCOMPARE(left(person.account), --remaining);
        const auto again = m_schema.recover(person.account, person.recoveryCodes.at(at));
        QCOMPARE(again.cell(u"outcome"_s), u"refused"_s);
        QVERIFY(again.cell(u"proof"_s).isNull());
    }
}

void TestRecoveryCodes::caseSpacesAndHyphensDoNotMatter_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("lower case") << 0;
    QTest::newRow("without hyphens") << 1;
    QTest::newRow("spaces") << 2;
    QTest::newRow("scattered") << 3;
}

void TestRecoveryCodes::caseSpacesAndHyphensDoNotMatter()
{
    QFETCH(int, form);
    const auto person = m_schema.addEnrolled();
    QString code = person.recoveryCodes.at(form);
    switch (form) {
    case 0:
        code = code.toLower();
        break;
    case 1:
        code.remove(u'-');
        break;
    case 2:
        code.replace(u'-', u' ');
        break;
    default:
        code = u" -"_s + code.toLower().replace(u'-', u" - "_s) + u" "_s;
    }
    QCOMPARE(m_schema.recover(person.account, code).cell(u"outcome"_s), u"ok"_s);
}

void TestRecoveryCodes::malformedIsNotCounted_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("short") << u"AAAA-AAAA-AAAA-AAA"_s;
    QTest::newRow("long") << u"AAAA-AAAA-AAAA-AAAAA"_s;
    QTest::newRow("one, which Base32 has not") << u"AAAA-AAAA-AAAA-AAA1"_s;
    QTest::newRow("six digits") << u"123456"_s;
    QTest::newRow("cyrillic") << u"АААА-АААА-АААА-АААА"_s;
    QTest::newRow("dotless i") << u"ıııı-ıııı-ıııı-ıııı"_s;
    QTest::newRow("full width") << u"ＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡＡ"_s;
    QTest::newRow("a megabyte") << QString(1 << 20, u'A');
}

void TestRecoveryCodes::malformedIsNotCounted()
{
    QFETCH(QString, code);
    static const auto person = m_schema.addEnrolled();
    const auto answer = m_schema.recover(person.account, code);
    QVERIFY2(answer.ok(), qPrintable(answer.message));
    QCOMPARE(answer.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(set(person.account, u"consecutive_failures"_s), u"0"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"malformed"_s);
}

void TestRecoveryCodes::eightAtOnceWorkOnce()
{
    const auto person = m_schema.addEnrolled();
    std::vector<TestSql> clients;
    for (int i = 0; i < 8; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (TestSql &client : clients)
        QVERIFY(client.send(u"select * from castellan.recovery_code_verify($1::uuid, $2, null)"_s,
                            { person.account, person.recoveryCodes.first() }));
    int accepted = 0;
    for (TestSql &client : clients)
        accepted += client.receive().cell(u"ok"_s) == u"t" ? 1 : 0;
    QCOMPARE(accepted, 1);
    QCOMPARE(left(person.account), 9);
    QCOMPARE(set(person.account, u"consecutive_failures"_s), u"0"_s);
}

void TestRecoveryCodes::eightDifferentAtOnceAllWork()
{
    const auto person = m_schema.addEnrolled();
    std::vector<TestSql> clients;
    for (int i = 0; i < 8; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (std::size_t i = 0; i < clients.size(); ++i)
        clients[i].send(u"select * from castellan.recovery_code_verify($1::uuid, $2, null)"_s,
                        { person.account, person.recoveryCodes.at(static_cast<int>(i)) });
    for (TestSql &client : clients)
        QCOMPARE(client.receive().cell(u"ok"_s), u"t"_s);
    QCOMPARE(left(person.account), 2);
}

void TestRecoveryCodes::usedOnesAreKeptAndNotCounted()
{
    const auto person = m_schema.addEnrolled();
    for (int i = 0; i < 7; ++i)
        m_schema.recover(person.account, person.recoveryCodes.first());
    QCOMPARE(set(person.account, u"consecutive_failures"_s), u"0"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"replayed"_s);
    QCOMPARE(
        m_schema.superuser().value(u"select count(*) from castellan_private.recovery_code c"
                                   " join castellan_private.recovery_set s on s.id = c.recovery_set"
                                   " where s.account = $1::uuid and c.used_at is not null"_s,
                                   { person.account }),
        u"1"_s);
}

void TestRecoveryCodes::locksApartFromTheAuthenticator()
{
    const auto person = m_schema.addEnrolled();
    TestSql::Answer last;
    for (int i = 0; i < 5; ++i)
        last = m_schema.recover(person.account, kWrong);
    QCOMPARE(last.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(last.cell(u"retry_at"_s), set(person.account, u"locked_until"_s));
    const auto locked = m_schema.recover(person.account, person.recoveryCodes.first());
    QCOMPARE(locked.cell(u"outcome"_s), u"locked"_s);
    QCOMPARE(locked.cell(u"retry_at"_s), set(person.account, u"locked_until"_s));
    QCOMPARE(left(person.account), 10);
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"0"_s);
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"ok"_s),
             u"t"_s);

    change(person.account, u"locked_until = clock_timestamp() - interval '1 second'"_s);
    QCOMPARE(m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"ok"_s), u"t"_s);
    QCOMPARE(set(person.account, u"consecutive_failures"_s), u"0"_s);
    QVERIFY(set(person.account, u"locked_until"_s).isNull());
}

void TestRecoveryCodes::ladder()
{
    const auto person = m_schema.addEnrolled();
    const QList<QPair<int, QString>> rungs { { 4, QString() }, { 5, u"1"_s },  { 6, u"5"_s },
                                             { 7, u"30"_s },   { 8, u"60"_s }, { 9, u"60"_s } };
    for (const auto &[failure, minutes] : rungs) {
        change(person.account,
               u"locked_until = null, consecutive_failures = "_s + QString::number(failure - 1));
        m_schema.recover(person.account, kWrong);
        QCOMPARE(set(person.account,
                     u"round(extract(epoch from locked_until - clock_timestamp()) / 60)"_s),
                 minutes);
    }
}

void TestRecoveryCodes::hundredthFailureDisables()
{
    const auto person = m_schema.addEnrolled();
    change(person.account, u"consecutive_failures = 99"_s);
    QCOMPARE(m_schema.recover(person.account, kWrong).cell(u"outcome"_s), u"refused"_s);
    change(person.account, u"locked_until = null"_s);
    const auto after = m_schema.recover(person.account, person.recoveryCodes.first());
    QCOMPARE(after.cell(u"outcome"_s), u"locked"_s);
    QVERIFY(after.cell(u"retry_at"_s).isNull());
}

void TestRecoveryCodes::warnsWhenThreeAreLeft()
{
    const auto person = m_schema.addEnrolled();
    const QString warnings = u"select count(*) from castellan_private.audit_event"
                             " where account = $1::uuid and kind = 'recovery_code.low'"_s;
    for (int i = 0; i < 6; ++i)
        m_schema.recover(person.account, person.recoveryCodes.at(i));
    QCOMPARE(m_schema.superuser().value(warnings, { person.account }), u"0"_s);
    m_schema.recover(person.account, person.recoveryCodes.at(6));
    QCOMPARE(m_schema.superuser().value(warnings, { person.account }), u"1"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"detail"_s), u"{\"left\": 3}"_s);
}

void TestRecoveryCodes::ofAnotherAccountIsWrong()
{
    const auto one = m_schema.addEnrolled();
    const auto two = m_schema.addEnrolled();
    QCOMPARE(m_schema.recover(one.account, two.recoveryCodes.first()).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.lastEvent(one.account).value(u"reason"_s), u"wrong"_s);
    QCOMPARE(left(two.account), 10);
}

void TestRecoveryCodes::newSetEndsTheOldOne()
{
    const auto person = m_schema.addEnrolled();
    const auto begun = m_schema.application().exec(
        u"select * from castellan.otp_enrol_begin($1::uuid, $2::uuid)"_s,
        { person.account, person.proof });
    QCOMPARE(begun.cell(u"outcome"_s), u"ok"_s);
    const auto done = m_schema.application().exec(
        u"select * from castellan.otp_enrol_confirm($1::uuid, $2)"_s,
        { begun.cell(u"enrolment"_s),
          SchemaFixture::code(SchemaFixture::seedOf(begun.cell(u"uri"_s))) });
    QCOMPARE(done.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.recover(person.account, plainArray(done.cell(u"recovery_codes"_s)).first())
                 .cell(u"outcome"_s),
             u"ok"_s);
}

void TestRecoveryCodes::isHashedAtRest()
{
    const auto person = m_schema.addEnrolled();
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.recovery_code c"
                 " join castellan_private.recovery_set s on s.id = c.recovery_set"
                 " where s.account = $1::uuid and c.hash ~ '^[$]2[a-z][$]06[$]'"_s,
                 { person.account }),
             u"10"_s);
    // One salt a set: without the key the hash of a known code is another one.
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.recovery_code c"
                 " join castellan_private.recovery_set s on s.id = c.recovery_set"
                 " where s.account = $1::uuid and c.hash = castellan_ext.crypt($2, s.salt)"_s,
                 { person.account, QString(person.recoveryCodes.first()).remove(u'-') }),
             u"0"_s);
}

void TestRecoveryCodes::accountsWithoutCodes()
{
    QCOMPARE(m_schema.recover(m_schema.addAccount(), kWrong).cell(u"outcome"_s), u"not_enrolled"_s);
    QCOMPARE(m_schema.recover(m_schema.addAccount(u"admin"_s), kWrong).cell(u"outcome"_s),
             u"must_enrol"_s);
    QCOMPARE(m_schema.recover(u"00000000-0000-4000-8000-000000000001"_s, kWrong).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.recover(QString(), kWrong).sqlState, u"ZC010"_s);
}

void TestRecoveryCodes::inactiveAccount()
{
    const auto person = m_schema.addEnrolled();
    m_schema.superuser().exec(
        u"update castellan_private.account set active = false where id = $1::uuid"_s,
        { person.account });
    QCOMPARE(m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"outcome"_s),
             u"refused"_s);
}

void TestRecoveryCodes::refusesATransactionThatHasWritten()
{
    const auto person = m_schema.addEnrolled();
    TestSql app = m_schema.anotherApplication();
    const QString call = u"select * from castellan.recovery_code_verify($1::uuid, $2, null)"_s;
    app.exec(u"begin"_s);
    app.exec(call, { person.account, kWrong });
    QCOMPARE(app.exec(call, { person.account, kWrong }).sqlState, u"ZC004"_s);
    app.exec(u"rollback"_s);
    app.exec(u"begin isolation level repeatable read"_s);
    QCOMPARE(app.exec(call, { person.account, kWrong }).sqlState, u"ZC003"_s);
}

void TestRecoveryCodes::guessesAtOnceCountFive()
{
    const auto person = m_schema.addEnrolled();
    std::vector<TestSql> clients;
    for (int i = 0; i < 12; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (TestSql &client : clients)
        client.send(u"select * from castellan.recovery_code_verify($1::uuid, $2, null)"_s,
                    { person.account, kWrong });
    QHash<QString, int> outcomes;
    for (TestSql &client : clients)
        ++outcomes[client.receive().cell(u"outcome"_s)];
    QCOMPARE(outcomes.value(u"refused"_s), 5);
    QCOMPARE(outcomes.value(u"locked"_s), 7);
}

QTEST_GUILESS_MAIN(TestRecoveryCodes)
#include "tst_recovery_codes.moc"
