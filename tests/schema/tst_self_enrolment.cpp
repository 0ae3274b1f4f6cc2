// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kBegin = u"select * from castellan.otp_enrol_begin($1::uuid, $2::uuid)"_s;
const QString kConfirm = u"select * from castellan.otp_enrol_confirm($1::uuid, $2)"_s;

} // namespace

/// Enrolment in the application, by the person: otp_enrol_begin and otp_enrol_confirm.
class TestSelfEnrolment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void inTheApplication();
    void confirmedFactorAsksForAProof();
    void proofIsSpentOnceByItsOwnAccount_data();
    void proofIsSpentOnceByItsOwnAccount();
    void proofOfARecoveryCodeWorks();
    void replacedFactorIsGone();
    void pendingExpiresInTheApplication();
    void wrongCodesCountNothing();
    void confirmNeedsATransactionOfItsOwn();
    void confirmTwiceAtOnce();

private:
    void change(const QString &enrolment, const QString &what)
    {
        m_schema.superuser().exec(u"update castellan_private.enrolment set "_s + what
                                      + u" where id = $1::uuid"_s,
                                  { enrolment });
    }
    SchemaFixture m_schema;
};

void TestSelfEnrolment::inTheApplication()
{
    const QString account = m_schema.addAccount();
    const auto begun = m_schema.application().exec(kBegin, { account, QString() });
    QCOMPARE(begun.columns, QStringList({ u"ok"_s, u"outcome"_s, u"enrolment"_s, u"uri"_s }));
    QCOMPARE(begun.cell(u"outcome"_s), u"ok"_s);
    const QByteArray seed = SchemaFixture::seedOf(begun.cell(u"uri"_s));
    const auto done = m_schema.application().exec(
        kConfirm, { begun.cell(u"enrolment"_s), SchemaFixture::code(seed) });
    QCOMPARE(done.columns, QStringList({ u"ok"_s, u"outcome"_s, u"recovery_codes"_s, u"proof"_s }));
    QCOMPARE(done.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(plainArray(done.cell(u"recovery_codes"_s)).size(), 10);
    QVERIFY(!done.cell(u"proof"_s).isNull());
    const auto again = m_schema.application().exec(
        kConfirm, { begun.cell(u"enrolment"_s), SchemaFixture::code(seed, 1) });
    QCOMPARE(again.cell(u"outcome"_s), u"done"_s);
    QVERIFY(again.cell(u"recovery_codes"_s).isNull());
}

void TestSelfEnrolment::confirmedFactorAsksForAProof()
{
    const auto person = m_schema.addEnrolled();
    const auto bare = m_schema.application().exec(kBegin, { person.account, QString() });
    QCOMPARE(bare.cell(u"outcome"_s), u"second_factor_required"_s);
    QVERIFY(bare.cell(u"uri"_s).isNull());
    const QString proof =
        m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"proof"_s);
    QCOMPARE(m_schema.application().exec(kBegin, { person.account, proof }).cell(u"outcome"_s),
             u"ok"_s);
    // Until the new one is confirmed the old one counts.
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed, 1)).cell(u"ok"_s),
             u"t"_s);
}

void TestSelfEnrolment::proofIsSpentOnceByItsOwnAccount_data()
{
    QTest::addColumn<QString>("misuse");
    for (const char *misuse : { "used", "other account", "expired", "unknown" })
        QTest::newRow(misuse) << QString::fromLatin1(misuse);
}

void TestSelfEnrolment::proofIsSpentOnceByItsOwnAccount()
{
    QFETCH(QString, misuse);
    const auto person = m_schema.addEnrolled();
    QString proof = person.proof;
    if (misuse == u"used")
        m_schema.application().exec(kBegin, { person.account, proof });
    else if (misuse == u"other account")
        proof = m_schema.addEnrolled().proof;
    else if (misuse == u"expired")
        m_schema.superuser().exec(
            u"update castellan_private.proof set expires_at = clock_timestamp()"
            " where id = $1::uuid"_s,
            { proof });
    else
        proof = u"00000000-0000-4000-8000-000000000000"_s;
    QCOMPARE(m_schema.application().exec(kBegin, { person.account, proof }).cell(u"outcome"_s),
             u"second_factor_required"_s);
}

void TestSelfEnrolment::proofOfARecoveryCodeWorks()
{
    const auto person = m_schema.addEnrolled();
    const QString proof =
        m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"proof"_s);
    QCOMPARE(m_schema.application().exec(kBegin, { person.account, proof }).cell(u"outcome"_s),
             u"ok"_s);
}

void TestSelfEnrolment::replacedFactorIsGone()
{
    const auto person = m_schema.addEnrolled();
    const auto begun = m_schema.application().exec(kBegin, { person.account, person.proof });
    const QByteArray seed = SchemaFixture::seedOf(begun.cell(u"uri"_s));
    m_schema.application().exec(kConfirm,
                                { begun.cell(u"enrolment"_s), SchemaFixture::code(seed) });
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(seed, 1)).cell(u"outcome"_s),
             u"ok"_s);
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.factor where account = $1::uuid"_s,
                 { person.account }),
             u"1"_s);
}

void TestSelfEnrolment::pendingExpiresInTheApplication()
{
    const QString account = m_schema.addAccount();
    const auto begun = m_schema.application().exec(kBegin, { account, QString() });
    change(begun.cell(u"enrolment"_s), u"expires_at = expires_at - interval '15 minutes'"_s);
    QCOMPARE(m_schema.application()
                 .exec(kConfirm,
                       { begun.cell(u"enrolment"_s),
                         SchemaFixture::code(SchemaFixture::seedOf(begun.cell(u"uri"_s))) })
                 .cell(u"outcome"_s),
             u"expired"_s);
}

void TestSelfEnrolment::wrongCodesCountNothing()
{
    const QString account = m_schema.addAccount();
    const auto begun = m_schema.application().exec(kBegin, { account, QString() });
    const QByteArray seed = SchemaFixture::seedOf(begun.cell(u"uri"_s));
    for (int i = 0; i < 12; ++i)
        QCOMPARE(m_schema.application()
                     .exec(kConfirm, { begun.cell(u"enrolment"_s), SchemaFixture::wrongCode(seed) })
                     .cell(u"outcome"_s),
                 u"refused"_s);
    QCOMPARE(m_schema.application()
                 .exec(kConfirm, { begun.cell(u"enrolment"_s), SchemaFixture::code(seed) })
                 .cell(u"outcome"_s),
             u"ok"_s);
}

void TestSelfEnrolment::confirmNeedsATransactionOfItsOwn()
{
    const QString account = m_schema.addAccount();
    TestSql app = m_schema.anotherApplication();
    app.exec(u"begin"_s);
    const auto begun = app.exec(kBegin, { account, QString() });
    QCOMPARE(app.exec(kConfirm, { begun.cell(u"enrolment"_s), u"123456"_s }).sqlState, u"ZC004"_s);
    app.exec(u"rollback"_s);
    QCOMPARE(app.exec(kConfirm, { QString(), u"123456"_s }).sqlState, u"ZC010"_s);
}

void TestSelfEnrolment::confirmTwiceAtOnce()
{
    const QString account = m_schema.addAccount();
    const auto begun = m_schema.application().exec(kBegin, { account, QString() });
    const QByteArray seed = SchemaFixture::seedOf(begun.cell(u"uri"_s));
    std::vector<TestSql> clients;
    for (int i = 0; i < 6; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (TestSql &client : clients)
        client.send(kConfirm, { begun.cell(u"enrolment"_s), SchemaFixture::code(seed) });
    QHash<QString, int> outcomes;
    for (TestSql &client : clients)
        ++outcomes[client.receive().cell(u"outcome"_s)];
    QCOMPARE(outcomes.value(u"ok"_s), 1);
    QCOMPARE(outcomes.value(u"done"_s), 5);
}

QTEST_GUILESS_MAIN(TestSelfEnrolment)
#include "tst_self_enrolment.moc"
