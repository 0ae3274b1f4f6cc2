// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRequest =
    u"select * from castellan.otp_enrol_remote_request($1::uuid, 'lost_phone', null, null)"_s;
const QString kCodeShow = u"select * from castellan.otp_enrol_code_show($1::uuid)"_s;
const QString kCancel = u"select * from castellan.otp_enrol_cancel($1::uuid)"_s;
const QString kRedeem = u"select * from castellan.otp_enrol_redeem($1::uuid, $2)"_s;
const QString kConfirm = u"select * from castellan.otp_enrol_confirm($1::uuid, $2)"_s;
const QString kBegin = u"select * from castellan.otp_enrol_begin($1::uuid)"_s;

} // namespace

/// Enrolment far away: the operator reads a one-time code out and never sees a key.
class TestRemoteEnrolment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_schema.start(), QString());
        m_desk = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s)));
    }

    void fromRequestToConfirmed();
    void codeIsShownOnceAfterACommit();
    void codeIsTypedAsPeopleType_data();
    void codeIsTypedAsPeopleType();
    void redeemedOnce();
    void redeemedOnceByEight();
    void tenWrongCodesCancel();
    void malformedCodesCountNothing();
    void wrongAccountIsRefused();
    void expiresAfterThirtyMinutes();
    void cancelledCodeIsWorthNothing();
    void passwordAloneGetsNoWayPastTheCode();
    void confirmBeforeRedeemIsRefused();
    void operatorSeesNoKey();
    void needsATransactionOfItsOwn();
    void codeIsHashedAtRest();

private:
    struct Issued {
        QString account, enrolment, code;
    };
    Issued issue()
    {
        Issued issued;
        issued.account = m_schema.addAccount();
        issued.enrolment = m_desk->exec(kRequest, { issued.account }).cell(u"enrolment"_s);
        issued.code = m_desk->exec(kCodeShow, { issued.enrolment }).cell(u"code"_s);
        return issued;
    }
    TestSql::Answer redeem(const QString &account, const QString &code)
    {
        return m_schema.application().exec(kRedeem, { account, code });
    }

    SchemaFixture m_schema;
    std::unique_ptr<TestSql> m_desk;
};

void TestRemoteEnrolment::fromRequestToConfirmed()
{
    const Issued issued = issue();
    static const QRegularExpression shape(u"^[A-Z2-7]{5}-[A-Z2-7]{5}$"_s);
    QVERIFY2(shape.match(issued.code).hasMatch(), qPrintable(issued.code));
    QCOMPARE(m_schema.superuser().value(
                 u"select round(extract(epoch from expires_at - clock_timestamp()) / 60)"
                 " from castellan_private.enrolment where id = $1::uuid"_s,
                 { issued.enrolment }),
             u"30"_s);

    const auto redeemed = redeem(issued.account, issued.code);
    QCOMPARE(redeemed.columns, QStringList({ u"ok"_s, u"outcome"_s, u"enrolment"_s, u"uri"_s }));
    QCOMPARE(redeemed.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(redeemed.cell(u"enrolment"_s), issued.enrolment);
    const QByteArray seed = SchemaFixture::seedOf(redeemed.cell(u"uri"_s));
    const auto done =
        m_schema.application().exec(kConfirm, { issued.enrolment, SchemaFixture::code(seed) });
    QCOMPARE(done.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(plainArray(done.cell(u"recovery_codes"_s)).size(), 10);
    QCOMPARE(m_schema.verify(issued.account, SchemaFixture::code(seed, 1)).cell(u"outcome"_s),
             u"ok"_s);
}

void TestRemoteEnrolment::codeIsShownOnceAfterACommit()
{
    const QString account = m_schema.addAccount();
    m_desk->exec(u"begin"_s);
    const QString enrolment = m_desk->exec(kRequest, { account }).cell(u"enrolment"_s);
    const auto early = m_desk->exec(kCodeShow, { enrolment });
    QCOMPARE(early.cell(u"outcome"_s), u"not_found"_s);
    QVERIFY(early.cell(u"code"_s).isNull());
    m_desk->exec(u"commit"_s);
    QCOMPARE(m_desk->exec(kCodeShow, { enrolment }).cell(u"outcome"_s), u"ok"_s);
    const auto again = m_desk->exec(kCodeShow, { enrolment });
    QCOMPARE(again.cell(u"outcome"_s), u"shown"_s);
    QVERIFY(again.cell(u"code"_s).isNull());
}

void TestRemoteEnrolment::codeIsTypedAsPeopleType_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("lower case") << 0;
    QTest::newRow("no hyphen") << 1;
    QTest::newRow("spaces") << 2;
}

void TestRemoteEnrolment::codeIsTypedAsPeopleType()
{
    QFETCH(int, form);
    const Issued issued = issue();
    QString typed = issued.code;
    if (form == 0)
        typed = typed.toLower();
    else if (form == 1)
        typed.remove(u'-');
    else
        typed = u" "_s + typed.replace(u'-', u' ') + u" "_s;
    QCOMPARE(redeem(issued.account, typed).cell(u"outcome"_s), u"ok"_s);
}

void TestRemoteEnrolment::redeemedOnce()
{
    const Issued issued = issue();
    QCOMPARE(redeem(issued.account, issued.code).cell(u"outcome"_s), u"ok"_s);
    const auto again = redeem(issued.account, issued.code);
    QCOMPARE(again.cell(u"outcome"_s), u"refused"_s);
    QVERIFY(again.cell(u"uri"_s).isNull());
    QCOMPARE(m_schema.lastEvent(issued.account).value(u"reason"_s), u"no_open_code"_s);
}

void TestRemoteEnrolment::redeemedOnceByEight()
{
    const Issued issued = issue();
    std::vector<TestSql> clients;
    for (int i = 0; i < 8; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (TestSql &client : clients)
        client.send(kRedeem, { issued.account, issued.code });
    int redeemed = 0;
    for (TestSql &client : clients)
        redeemed += client.receive().cell(u"ok"_s) == u"t" ? 1 : 0;
    QCOMPARE(redeemed, 1);
}

void TestRemoteEnrolment::tenWrongCodesCancel()
{
    const Issued issued = issue();
    for (int i = 0; i < 9; ++i)
        redeem(issued.account, u"AAAAA-AAAAA"_s);
    QCOMPARE(m_schema.lastEvent(issued.account).value(u"reason"_s), u"wrong"_s);
    redeem(issued.account, u"AAAAA-AAAAA"_s);
    QCOMPARE(m_schema.lastEvent(issued.account).value(u"reason"_s), u"too_many"_s);
    QCOMPARE(redeem(issued.account, issued.code).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_desk->exec(kCancel, { issued.enrolment }).cell(u"outcome"_s), u"cancelled"_s);
}

void TestRemoteEnrolment::malformedCodesCountNothing()
{
    const Issued issued = issue();
    for (const QString &code : { QString(), u""_s, u"AAAAA"_s, u"AAAAA-AAAA1"_s, u"ААААА-ААААА"_s,
                                 QString(1 << 20, u'A') })
        QCOMPARE(redeem(issued.account, code).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.superuser().value(u"select code_failures from castellan_private.enrolment"
                                        " where id = $1::uuid"_s,
                                        { issued.enrolment }),
             u"0"_s);
}

void TestRemoteEnrolment::wrongAccountIsRefused()
{
    const Issued one = issue();
    const Issued two = issue();
    QCOMPARE(redeem(one.account, two.code).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(redeem(u"00000000-0000-4000-8000-000000000000"_s, one.code).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(redeem(QString(), one.code).sqlState, u"ZC010"_s);
    m_schema.superuser().exec(
        u"update castellan_private.account set active = false where id = $1::uuid"_s,
        { one.account });
    QCOMPARE(redeem(one.account, one.code).cell(u"outcome"_s), u"refused"_s);
}

void TestRemoteEnrolment::expiresAfterThirtyMinutes()
{
    const Issued issued = issue();
    m_schema.superuser().exec(u"update castellan_private.enrolment"
                              " set expires_at = expires_at - interval '30 minutes'"
                              " where id = $1::uuid"_s,
                              { issued.enrolment });
    QCOMPARE(redeem(issued.account, issued.code).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_desk->exec(kCancel, { issued.enrolment }).cell(u"outcome"_s), u"expired"_s);
}

void TestRemoteEnrolment::cancelledCodeIsWorthNothing()
{
    const Issued issued = issue();
    QCOMPARE(m_desk->exec(kCancel, { issued.enrolment }).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(redeem(issued.account, issued.code).cell(u"outcome"_s), u"refused"_s);
}

void TestRemoteEnrolment::passwordAloneGetsNoWayPastTheCode()
{
    const Issued issued = issue();
    const auto begun = m_schema.application().exec(kBegin, { issued.account });
    QCOMPARE(begun.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.lastEvent(issued.account).value(u"reason"_s), u"enrolment_code_open"_s);
    QCOMPARE(redeem(issued.account, issued.code).cell(u"outcome"_s), u"ok"_s);
}

void TestRemoteEnrolment::confirmBeforeRedeemIsRefused()
{
    const Issued issued = issue();
    QCOMPARE(
        m_schema.application().exec(kConfirm, { issued.enrolment, u"123456"_s }).cell(u"outcome"_s),
        u"refused"_s);
}

void TestRemoteEnrolment::operatorSeesNoKey()
{
    const Issued issued = issue();
    redeem(issued.account, issued.code);
    for (const QString &name : { u"otp_enrol_show"_s, u"recovery_codes_show"_s }) {
        const auto answer = m_desk->exec(u"select * from castellan."_s + name + u"($1::uuid)"_s,
                                         { issued.enrolment });
        QCOMPARE(answer.cell(u"outcome"_s), u"not_found"_s);
    }
}

void TestRemoteEnrolment::needsATransactionOfItsOwn()
{
    const Issued issued = issue();
    TestSql app = m_schema.anotherApplication();
    app.exec(u"begin"_s);
    app.exec(kRedeem, { issued.account, u"AAAAA-AAAAA"_s });
    QCOMPARE(app.exec(kRedeem, { issued.account, u"AAAAA-AAAAA"_s }).sqlState, u"ZC004"_s);
}

void TestRemoteEnrolment::codeIsHashedAtRest()
{
    const Issued issued = issue();
    const QString plain = QString(issued.code).remove(u'-');
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.enrolment e where id = $1::uuid"
                 " and (position($2 in e::text) > 0"
                 "      or code_mac = sha256(convert_to($2, 'UTF8')))"_s,
                 { issued.enrolment, plain }),
             u"0"_s);
}

QTEST_GUILESS_MAIN(TestRemoteEnrolment)
#include "tst_remote_enrolment.moc"
