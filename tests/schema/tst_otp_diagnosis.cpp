// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Base32.h"
#include "models/base/Totp.h"
#include "tests/support/SchemaFixture.h"

#include <QDateTime>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 stepNow(int period = 30)
{
    return Totp::timeStep(QDateTime::currentDateTimeUtc(), period);
}

} // namespace

/// A wrong code says what is wrong with it, to operators; and is refused all the same.
class TestOtpDiagnosis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_schema.start(), QString());
        m_operator = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"admin"_s)));
    }

    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void theApplicationIsToldNothing();
    void theCodeOfTheOldDevice();

private:
    QString codeOf(const QByteArray &seed, const QString &mistake);
    TestSql::Answer check(QByteArray *seed);

    SchemaFixture m_schema;
    std::unique_ptr<TestSql> m_operator;
    QString m_enrolment;
};

QString TestOtpDiagnosis::codeOf(const QByteArray &seed, const QString &mistake)
{
    if (mistake == u"sha256")
        return Totp::code(seed, stepNow(), 6, OtpAlgorithm::Sha256);
    if (mistake == u"sha512")
        return Totp::code(seed, stepNow(), 6, OtpAlgorithm::Sha512);
    if (mistake == u"period")
        return Totp::code(seed, stepNow(60));
    if (mistake == u"text")
        return Totp::code(Base32::encode(seed).view(), stepNow());
    if (mistake == u"wrong")
        return SchemaFixture::wrongCode(seed);
    if (mistake == u"letters")
        return u"abcdef"_s;
    return SchemaFixture::code(seed, mistake.toInt());
}

TestSql::Answer TestOtpDiagnosis::check(QByteArray *seed)
{
    const QString account = m_schema.addAccount();
    m_enrolment = m_operator
                      ->exec(u"select * from castellan.otp_enrol_request($1::uuid,"
                             " 'first_factor', null, null)"_s,
                             { account })
                      .cell(u"enrolment"_s);
    const auto shown =
        m_operator->exec(u"select * from castellan.otp_enrol_show($1::uuid)"_s, { m_enrolment });
    *seed = SchemaFixture::seedOf(shown.cell(u"uri"_s));
    return shown;
}

void TestOtpDiagnosis::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("mistake");
    QTest::addColumn<QString>("diagnosis");
    QTest::addColumn<QString>("offset");
    QTest::newRow("two steps before") << u"-2"_s << u"previous_step"_s << u"-60"_s;
    QTest::newRow("three steps before") << u"-3"_s << u"clock"_s << u"-90"_s;
    QTest::newRow("two steps ahead") << u"2"_s << u"clock"_s << u"60"_s;
    QTest::newRow("ten minutes ahead") << u"20"_s << u"clock"_s << u"600"_s;
    QTest::newRow("ten minutes before") << u"-20"_s << u"clock"_s << u"-600"_s;
    QTest::newRow("SHA-256") << u"sha256"_s << u"algorithm"_s << QString();
    QTest::newRow("SHA-512") << u"sha512"_s << u"algorithm"_s << QString();
    QTest::newRow("60 seconds") << u"period"_s << u"period"_s << QString();
    QTest::newRow("key as text") << u"text"_s << u"key_as_text"_s << QString();
    QTest::newRow("nothing explains it") << u"wrong"_s << u"wrong"_s << QString();
    QTest::newRow("letters") << u"letters"_s << u"malformed"_s << QString();
}

void TestOtpDiagnosis::tellsWhatIsWrong()
{
    QFETCH(QString, mistake);
    QFETCH(QString, diagnosis);
    QFETCH(QString, offset);
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        QByteArray seed;
        check(&seed);
        const auto answer =
            m_operator->exec(u"select * from castellan.otp_enrol_check($1::uuid, $2)"_s,
                             { m_enrolment, codeOf(seed, mistake) });
        return QStringList { answer.cell(u"ok"_s), answer.cell(u"outcome"_s),
                             answer.cell(u"diagnosis"_s), answer.cell(u"offset_seconds"_s) };
    });
    QCOMPARE(seen, QStringList({ u"f"_s, u"refused"_s, diagnosis, offset }));
}

void TestOtpDiagnosis::theApplicationIsToldNothing()
{
    const QStringList seen = SchemaFixture::withinOneStep([&] {
        const auto person = m_schema.addEnrolled();
        const auto clock = m_schema.verify(person.account, SchemaFixture::code(person.seed, 5));
        const auto event = m_schema.lastEvent(person.account);
        const auto wrong = m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
        return QStringList { clock.cell(u"outcome"_s), wrong.cell(u"outcome"_s),
                             event.value(u"reason"_s), event.value(u"detail"_s) };
    });
    QCOMPARE(seen,
             QStringList({ u"refused"_s, u"refused"_s, u"clock"_s,
                           u"{\"failures\": 1, \"offset_seconds\": 150}"_s }));
}

void TestOtpDiagnosis::theCodeOfTheOldDevice()
{
    const auto person = m_schema.addEnrolled();
    const auto begun = m_schema.application().exec(
        u"select * from castellan.otp_enrol_begin($1::uuid, $2::uuid)"_s,
        { person.account, person.proof });
    const auto answer = m_schema.application().exec(
        u"select * from castellan.otp_enrol_confirm($1::uuid, $2)"_s,
        { begun.cell(u"enrolment"_s), SchemaFixture::code(person.seed) });
    QCOMPARE(answer.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.lastEvent(person.account).value(u"reason"_s), u"other_device"_s);
}

QTEST_GUILESS_MAIN(TestOtpDiagnosis)
#include "tst_otp_diagnosis.moc"
