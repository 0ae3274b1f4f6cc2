// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRequest =
    u"select * from castellan.otp_enrol_request($1::uuid, 'first_factor', 'T-1', null)"_s;
const QString kShow = u"select * from castellan.otp_enrol_show($1::uuid)"_s;
const QString kCheck = u"select * from castellan.otp_enrol_check($1::uuid, $2)"_s;
const QString kCodes = u"select * from castellan.recovery_codes_show($1::uuid)"_s;
const QString kHandedOver = u"select * from castellan.recovery_codes_handed_over($1::uuid)"_s;
const QString kCancel = u"select * from castellan.otp_enrol_cancel($1::uuid)"_s;
const QString kBegin = u"select * from castellan.otp_enrol_begin($1::uuid, $2::uuid)"_s;
const QString kConfirm = u"select * from castellan.otp_enrol_confirm($1::uuid, $2)"_s;

} // namespace

/// Both ways to a factor that happen at one screen: with an operator, and in the application.
class TestEnrolment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_schema.start(), QString());
        m_person = m_schema.addOperator(u"helpdesk"_s);
        m_desk = std::make_unique<TestSql>(m_schema.signedIn(m_person));
        m_admin = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"admin"_s)));
    }

    void fromRequestToHandedOver();
    void showsTheSameKeyAgain();
    void nothingIsDisclosedInTheRequestsTransaction();
    void rolledBackShowLeavesTheRequestOnRecord();
    void codesNeedACommittedConfirmation();
    void codesAreShownOnceAndSoon();
    void codesOfARaisedAccountAreNotShown();
    void anotherOperatorsEnrolmentIsForeign();
    void newRequestSupersedes();
    void cancelTakesTheKeyAway();
    void expires();
    void checkBeforeShow();
    void argumentsAreChecked_data();
    void argumentsAreChecked();
    void ticketsFollowTheirFormat();
    void ranksAndOneself_data();
    void ranksAndOneself();
    void loweredRankStaysForADay();
    void accountsThatCannotBeEnrolled();
    void policyForRanks();
    void twoChecksAtOnceConfirmOnce();
    void confirmRacesWithACancel();

    void applicationCannotConfirmAnOperatorsEnrolment();
    void confirmedAccountNoLongerMustEnrol();

private:
    QString request(const QString &account)
    {
        return m_desk->exec(kRequest, { account }).cell(u"enrolment"_s);
    }
    void change(const QString &enrolment, const QString &what)
    {
        m_schema.superuser().exec(u"update castellan_private.enrolment set "_s + what
                                      + u" where id = $1::uuid"_s,
                                  { enrolment });
    }
    QString pendingFactors(const QString &account)
    {
        return m_schema.superuser().value(u"select count(*) from castellan_private.factor"
                                          " where account = $1::uuid and pending"_s,
                                          { account });
    }
    /// Requested, shown and confirmed; recovery codes not yet.
    QString confirmed(const QString &account)
    {
        const QString enrolment = request(account);
        const QByteArray seed =
            SchemaFixture::seedOf(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s));
        m_desk->exec(kCheck, { enrolment, SchemaFixture::code(seed) });
        return enrolment;
    }

    SchemaFixture m_schema;
    SchemaFixture::Operator m_person;
    std::unique_ptr<TestSql> m_desk, m_admin;
};

void TestEnrolment::fromRequestToHandedOver()
{
    const QString account = m_schema.addAccount();
    const auto requested = m_desk->exec(kRequest, { account });
    QCOMPARE(requested.columns,
             QStringList({ u"ok"_s, u"outcome"_s, u"enrolment"_s, u"expires_at"_s }));
    QCOMPARE(requested.cell(u"outcome"_s), u"ok"_s);
    const QString enrolment = requested.cell(u"enrolment"_s);

    const auto shown = m_desk->exec(kShow, { enrolment });
    QCOMPARE(shown.cell(u"outcome"_s), u"ok"_s);
    const QString uri = shown.cell(u"uri"_s);
    QVERIFY2(uri.startsWith(u"otpauth://totp/"_s), qPrintable(uri));
    QVERIFY(uri.contains(u"&algorithm=SHA1&digits=6&period=30"_s));
    const QByteArray seed = SchemaFixture::seedOf(uri);
    QCOMPARE(seed.size(), 20);
    QCOMPARE(m_schema.verify(account, SchemaFixture::code(seed)).cell(u"outcome"_s),
             u"not_enrolled"_s);

    const auto checked = m_desk->exec(kCheck, { enrolment, SchemaFixture::code(seed) });
    QCOMPARE(checked.columns,
             QStringList({ u"ok"_s, u"outcome"_s, u"diagnosis"_s, u"offset_seconds"_s }));
    QCOMPARE(checked.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(m_desk->exec(kHandedOver, { enrolment }).cell(u"outcome"_s), u"not_shown"_s);
    const auto codes = m_desk->exec(kCodes, { enrolment });
    QCOMPARE(codes.cell(u"outcome"_s), u"ok"_s);
    const QStringList list = plainArray(codes.cell(u"codes"_s));
    QCOMPARE(list.size(), 10);
    QCOMPARE(m_desk->exec(kHandedOver, { enrolment }).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(m_desk->exec(kHandedOver, { enrolment }).cell(u"outcome"_s), u"done"_s);
    QCOMPARE(m_desk->exec(kShow, { enrolment }).cell(u"outcome"_s), u"done"_s);

    QCOMPARE(m_schema.verify(account, SchemaFixture::code(seed, 1)).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(m_schema.recover(account, list.first()).cell(u"outcome"_s), u"ok"_s);
    // The confirming code is spent.
    QCOMPARE(m_schema.verify(account, SchemaFixture::code(seed)).cell(u"outcome"_s), u"refused"_s);
}

void TestEnrolment::showsTheSameKeyAgain()
{
    const QString enrolment = request(m_schema.addAccount());
    const QString first = m_desk->exec(kShow, { enrolment }).cell(u"uri"_s);
    QVERIFY(!first.isEmpty());
    QCOMPARE(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s), first);
}

void TestEnrolment::nothingIsDisclosedInTheRequestsTransaction()
{
    const QString account = m_schema.addAccount();
    m_desk->exec(u"begin"_s);
    m_desk->exec(u"savepoint s"_s);
    const QString enrolment = request(account);
    m_desk->exec(u"release s"_s);
    const auto shown = m_desk->exec(kShow, { enrolment });
    QCOMPARE(shown.cell(u"outcome"_s), u"not_found"_s);
    QVERIFY(shown.cell(u"uri"_s).isNull());
    m_desk->exec(u"rollback"_s);
    QCOMPARE(pendingFactors(account), u"0"_s);
    QCOMPARE(m_desk->exec(kShow, { enrolment }).cell(u"outcome"_s), u"not_found"_s);
}

void TestEnrolment::rolledBackShowLeavesTheRequestOnRecord()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = request(account);
    m_desk->exec(u"begin"_s);
    const QString seen = m_desk->exec(kShow, { enrolment }).cell(u"uri"_s);
    m_desk->exec(u"rollback"_s);
    QCOMPARE(m_schema.lastEvent(account).value(u"kind"_s), u"otp.enrol_request"_s);
    // What was seen is worth nothing: the key that is kept is another one.
    const QString kept = m_desk->exec(kShow, { enrolment }).cell(u"uri"_s);
    QVERIFY(kept != seen);
}

void TestEnrolment::codesNeedACommittedConfirmation()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = request(account);
    const QByteArray seed =
        SchemaFixture::seedOf(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s));
    QCOMPARE(m_desk->exec(kCodes, { enrolment }).cell(u"outcome"_s), u"not_confirmed"_s);
    m_desk->exec(u"begin"_s);
    QCOMPARE(m_desk->exec(kCheck, { enrolment, SchemaFixture::code(seed) }).cell(u"ok"_s), u"t"_s);
    const auto codes = m_desk->exec(kCodes, { enrolment });
    QCOMPARE(codes.cell(u"outcome"_s), u"not_confirmed"_s);
    QVERIFY(codes.cell(u"codes"_s).isNull());
    m_desk->exec(u"commit"_s);
    QCOMPARE(m_desk->exec(kCodes, { enrolment }).cell(u"outcome"_s), u"ok"_s);
}

void TestEnrolment::codesAreShownOnceAndSoon()
{
    const QString once = confirmed(m_schema.addAccount());
    QCOMPARE(m_desk->exec(kCodes, { once }).cell(u"outcome"_s), u"ok"_s);
    const auto again = m_desk->exec(kCodes, { once });
    QCOMPARE(again.cell(u"outcome"_s), u"shown"_s);
    QVERIFY(again.cell(u"codes"_s).isNull());

    const QString late = confirmed(m_schema.addAccount());
    change(late, u"confirmed_at = confirmed_at - interval '16 minutes'"_s);
    QCOMPARE(m_desk->exec(kCodes, { late }).cell(u"outcome"_s), u"expired"_s);
}

void TestEnrolment::codesOfARaisedAccountAreNotShown()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = confirmed(account);
    m_schema.superuser().exec(
        u"select castellan.account_sync(external_id, login, null, null, 'admin', true)"
        " from castellan_private.account where id = $1::uuid"_s,
        { account });
    const auto codes = m_desk->exec(kCodes, { enrolment });
    QCOMPARE(codes.cell(u"outcome"_s), u"rank"_s);
    QVERIFY(codes.cell(u"codes"_s).isNull());
    QCOMPARE(m_schema.lastEvent(account).value(u"outcome"_s), u"rank"_s);
}

void TestEnrolment::anotherOperatorsEnrolmentIsForeign()
{
    const QString enrolment = request(m_schema.addAccount());
    for (const QString &call : { kShow, kCodes, kHandedOver, kCancel })
        QCOMPARE(m_admin->exec(call, { enrolment }).cell(u"outcome"_s), u"foreign"_s);
    QCOMPARE(m_admin->exec(kCheck, { enrolment, u"123456"_s }).cell(u"outcome"_s), u"foreign"_s);
    QCOMPARE(m_desk->exec(kShow, { enrolment }).cell(u"outcome"_s), u"ok"_s);
}

void TestEnrolment::newRequestSupersedes()
{
    const QString account = m_schema.addAccount();
    const QString first = request(account);
    const QByteArray seed = SchemaFixture::seedOf(m_desk->exec(kShow, { first }).cell(u"uri"_s));
    const QString second = m_admin->exec(kRequest, { account }).cell(u"enrolment"_s);
    QVERIFY(!second.isNull());
    QCOMPARE(m_desk->exec(kShow, { first }).cell(u"outcome"_s), u"superseded"_s);
    QCOMPARE(m_desk->exec(kCheck, { first, SchemaFixture::code(seed) }).cell(u"outcome"_s),
             u"superseded"_s);
    QCOMPARE(pendingFactors(account), u"0"_s);
}

void TestEnrolment::cancelTakesTheKeyAway()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = request(account);
    const QByteArray seed =
        SchemaFixture::seedOf(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s));
    QCOMPARE(m_desk->exec(kCancel, { enrolment }).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(pendingFactors(account), u"0"_s);
    QCOMPARE(m_desk->exec(kCheck, { enrolment, SchemaFixture::code(seed) }).cell(u"outcome"_s),
             u"cancelled"_s);
    QCOMPARE(m_desk->exec(kCancel, { enrolment }).cell(u"outcome"_s), u"cancelled"_s);
    QCOMPARE(m_desk->exec(kCancel, { confirmed(m_schema.addAccount()) }).cell(u"outcome"_s),
             u"done"_s);
}

void TestEnrolment::expires()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = request(account);
    const QByteArray seed =
        SchemaFixture::seedOf(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s));
    QCOMPARE(m_schema.superuser().value(
                 u"select round(extract(epoch from expires_at - clock_timestamp()) / 60)"
                 " from castellan_private.enrolment where id = $1::uuid"_s,
                 { enrolment }),
             u"15"_s);
    change(enrolment, u"expires_at = clock_timestamp()"_s);
    QCOMPARE(m_desk->exec(kShow, { enrolment }).cell(u"outcome"_s), u"expired"_s);
    QCOMPARE(m_desk->exec(kCheck, { enrolment, SchemaFixture::code(seed) }).cell(u"outcome"_s),
             u"expired"_s);
    QCOMPARE(m_schema.verify(account, SchemaFixture::code(seed)).cell(u"outcome"_s),
             u"not_enrolled"_s);
}

void TestEnrolment::checkBeforeShow()
{
    const QString enrolment = request(m_schema.addAccount());
    QCOMPARE(m_desk->exec(kCheck, { enrolment, u"123456"_s }).cell(u"outcome"_s), u"not_shown"_s);
    const QString nowhere = u"00000000-0000-4000-8000-000000000000"_s;
    for (const QString &call : { kShow, kCodes, kHandedOver, kCancel }) {
        QCOMPARE(m_desk->exec(call, { nowhere }).cell(u"outcome"_s), u"not_found"_s);
        QCOMPARE(m_desk->exec(call, { QString() }).sqlState, u"ZC010"_s);
    }
}

void TestEnrolment::argumentsAreChecked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sqlState");
    QTest::addColumn<QString>("argument");
    const QString any = u"00000000-0000-4000-8000-000000000000"_s;
    QTest::newRow("no account") << QStringList { QString(), u"new_phone"_s, QString(), QString() }
                                << u"ZC010"_s << u"account"_s;
    QTest::newRow("no reason") << QStringList { any, QString(), QString(), QString() } << u"ZC010"_s
                               << u"reason"_s;
    QTest::newRow("unknown reason")
        << QStringList { any, u"because"_s, QString(), QString() } << u"ZC011"_s << u"reason"_s;
    QTest::newRow("other without a note")
        << QStringList { any, u"other"_s, QString(), u"  "_s } << u"ZC010"_s << u"note"_s;
    QTest::newRow("long note") << QStringList { any, u"other"_s, QString(), QString(2001, u'x') }
                               << u"ZC012"_s << u"note"_s;
    QTest::newRow("ten megabytes")
        << QStringList { any, u"other"_s, QString(), QString(10 << 20, u'x') } << u"ZC012"_s
        << u"note"_s;
    QTest::newRow("long ticket") << QStringList { any, u"new_phone"_s, QString(101, u'x'),
                                                  QString() }
                                 << u"ZC012"_s << u"ticket"_s;
}

void TestEnrolment::argumentsAreChecked()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sqlState);
    QFETCH(QString, argument);
    for (const QString &name : { u"otp_enrol_request"_s, u"otp_enrol_remote_request"_s }) {
        const auto answer = m_desk->exec(
            u"select * from castellan."_s + name + u"($1::uuid, $2, $3, $4)"_s, arguments);
        QCOMPARE(answer.sqlState, sqlState);
        QCOMPARE(answer.column, argument);
        QVERIFY(!answer.message.contains(u"xxx"_s));
    }
}

void TestEnrolment::ticketsFollowTheirFormat()
{
    const auto set = [this](const QString &name, const QString &value) {
        m_schema.superuser().exec(
            u"update castellan_private.setting set value = $2::jsonb where name = $1"_s,
            { name, value });
    };
    const QString call =
        u"select * from castellan.otp_enrol_request($1::uuid, 'new_phone', $2, null)"_s;
    const QString account = m_schema.addAccount();
    set(u"ticket_format"_s, u"\"HD-[0-9]{4}|none\""_s);
    QCOMPARE(m_desk->exec(call, { account, u"HD-12345"_s }).column, u"ticket"_s);
    QCOMPARE(m_desk->exec(call, { account, u"xnone"_s }).sqlState, u"ZC011"_s);
    QCOMPARE(m_desk->exec(call, { account, u"HD-1234"_s }).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(m_desk->exec(call, { account, QString() }).cell(u"outcome"_s), u"ok"_s);
    set(u"ticket_required"_s, u"true"_s);
    QCOMPARE(m_desk->exec(call, { account, QString() }).sqlState, u"ZC010"_s);
    set(u"ticket_required"_s, u"false"_s);
    set(u"ticket_format"_s, u"\"\""_s);
}

void TestEnrolment::ranksAndOneself_data()
{
    QTest::addColumn<QString>("rank");
    QTest::addColumn<QString>("helpdesk");
    QTest::addColumn<QString>("admin");
    QTest::newRow("user") << u"user"_s << u"ok"_s << u"ok"_s;
    QTest::newRow("staff") << u"staff"_s << u"rank"_s << u"ok"_s;
    QTest::newRow("admin") << u"admin"_s << u"rank"_s << u"rank"_s;
}

void TestEnrolment::ranksAndOneself()
{
    QFETCH(QString, rank);
    QFETCH(QString, helpdesk);
    QFETCH(QString, admin);
    const QString account = m_schema.addAccount(rank);
    QCOMPARE(m_desk->exec(kRequest, { account }).cell(u"outcome"_s), helpdesk);
    QCOMPARE(m_admin->exec(kRequest, { account }).cell(u"outcome"_s), admin);

    // Oneself, by login or by the link an operator's row holds.
    const QString own = m_schema.addAccount();
    m_schema.superuser().exec(
        u"update castellan_private.account set login = upper($2) where id = $1::uuid"_s,
        { own, m_person.role });
    QCOMPARE(m_desk->exec(kRequest, { own }).cell(u"outcome"_s), u"rank"_s);
    QCOMPARE(m_admin->exec(kRequest, { own }).cell(u"outcome"_s), u"ok"_s);
    m_schema.superuser().exec( // written otherwise: in capitals of any locale, with an accent
        u"update castellan_private.account set login = left($2, 1) || chr(769) || substr($2, 2)"
        " where id = $1::uuid"_s,
        { own, m_person.role });
    QCOMPARE(m_desk->exec(kRequest, { own }).cell(u"outcome"_s), u"rank"_s);
    const QString linked = m_schema.addAccount();
    m_schema.superuser().exec(
        u"update castellan_private.operator set account = $1::uuid where role_name = $2"_s,
        { linked, m_person.role });
    QCOMPARE(m_desk->exec(kRequest, { linked }).cell(u"outcome"_s), u"rank"_s);
}

void TestEnrolment::loweredRankStaysForADay()
{
    const QString account = m_schema.addAccount(u"staff"_s);
    m_schema.superuser().exec(
        u"select castellan.account_sync(external_id, login, null, null, 'user', true)"
        " from castellan_private.account where id = $1::uuid"_s,
        { account });
    QCOMPARE(m_desk->exec(kRequest, { account }).cell(u"outcome"_s), u"rank"_s);
    m_schema.superuser().exec(u"update castellan_private.account_rank_history"
                              " set held_until = held_until - interval '24 hours'"
                              " where account = $1::uuid"_s,
                              { account });
    QCOMPARE(m_desk->exec(kRequest, { account }).cell(u"outcome"_s), u"ok"_s);
}

void TestEnrolment::accountsThatCannotBeEnrolled()
{
    QCOMPARE(m_desk->exec(kRequest, { m_schema.addEnrolled().account }).cell(u"outcome"_s),
             u"already_enrolled"_s);
    QCOMPARE(
        m_desk->exec(kRequest, { u"00000000-0000-4000-8000-000000000000"_s }).cell(u"outcome"_s),
        u"not_found"_s);
    const QString inactive = m_schema.addAccount();
    const QString enrolment = request(inactive);
    m_schema.superuser().exec(
        u"update castellan_private.account set active = false where id = $1::uuid"_s, { inactive });
    QCOMPARE(m_desk->exec(kRequest, { inactive }).cell(u"outcome"_s), u"inactive"_s);
    QCOMPARE(m_desk->exec(kShow, { enrolment }).cell(u"outcome"_s), u"inactive"_s);

    const QString raised = m_schema.addAccount();
    const QString begun = request(raised);
    m_schema.superuser().exec(
        u"update castellan_private.account set rank = 'admin' where id = $1::uuid"_s, { raised });
    QCOMPARE(m_desk->exec(kShow, { begun }).cell(u"outcome"_s), u"rank"_s);
}

void TestEnrolment::policyForRanks()
{
    m_schema.superuser().exec(u"update castellan_private.setting set value = '[\"user\"]'"
                              " where name = 'with_me_ranks'"_s);
    const QString staff = m_schema.addAccount(u"staff"_s);
    QCOMPARE(m_admin->exec(kRequest, { staff }).cell(u"outcome"_s), u"policy"_s);
    QCOMPARE(m_admin
                 ->exec(u"select * from castellan.otp_enrol_remote_request($1::uuid,"
                        " 'new_phone', null, null)"_s,
                        { staff })
                 .cell(u"outcome"_s),
             u"ok"_s);
    m_schema.superuser().exec(u"update castellan_private.setting"
                              " set value = '[\"user\", \"staff\", \"admin\"]'"
                              " where name = 'with_me_ranks'"_s);
}

void TestEnrolment::twoChecksAtOnceConfirmOnce()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = request(account);
    const QByteArray seed =
        SchemaFixture::seedOf(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s));
    // Held at the account's row, then let go together.
    TestSql holder = m_schema.asSuperuser();
    holder.exec(u"begin"_s);
    holder.exec(u"select from castellan_private.account where id = $1::uuid for update"_s,
                { account });
    m_desk->send(kCheck, { enrolment, SchemaFixture::code(seed) });
    m_schema.application().send(kBegin, { account, QString() });
    while (m_schema.superuser().value(u"select count(*) from pg_locks where not granted"_s).toInt()
           < 2)
        ;
    holder.exec(u"commit"_s);
    const QString check = m_desk->receive().cell(u"outcome"_s);
    const QString begin = m_schema.application().receive().cell(u"outcome"_s);
    // Whoever was first, the other one saw it.
    QVERIFY2((check == u"ok" && begin == u"second_factor_required")
                 || (check == u"superseded" && begin == u"ok"),
             qPrintable(check + u' ' + begin));
}

void TestEnrolment::confirmRacesWithACancel()
{
    const QString account = m_schema.addAccount();
    const QString enrolment = request(account);
    m_desk->exec(kShow, { enrolment });
    m_desk->exec(u"begin"_s);
    m_desk->exec(kCancel, { enrolment });
    TestSql supers = m_schema.asSuperuser();
    supers.send(u"select state from castellan_private.enrolment_lock($1::uuid)"_s, { enrolment });
    m_desk->exec(u"commit"_s);
    QCOMPARE(supers.receive().value(), u"cancelled"_s); // read after the wait, not before
}

void TestEnrolment::applicationCannotConfirmAnOperatorsEnrolment()
{
    const QString enrolment = request(m_schema.addAccount());
    const QByteArray seed =
        SchemaFixture::seedOf(m_desk->exec(kShow, { enrolment }).cell(u"uri"_s));
    QCOMPARE(m_schema.application()
                 .exec(kConfirm, { enrolment, SchemaFixture::code(seed) })
                 .cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.application()
                 .exec(kConfirm,
                       { u"00000000-0000-4000-8000-000000000000"_s, SchemaFixture::code(seed) })
                 .cell(u"outcome"_s),
             u"refused"_s);
}

void TestEnrolment::confirmedAccountNoLongerMustEnrol()
{
    const QString account = m_schema.addAccount();
    m_schema.superuser().exec(
        u"update castellan_private.account set must_enrol = true where id = $1::uuid"_s,
        { account });
    const QString state = u"select required from castellan.otp_state($1::uuid)"_s;
    QCOMPARE(m_schema.application().value(state, { account }), u"t"_s);
    QCOMPARE(m_schema.verify(account, u"123456"_s).cell(u"outcome"_s), u"must_enrol"_s);
    confirmed(account);
    QCOMPARE(m_schema.application().value(state, { account }), u"f"_s);
}

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
