// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kSeed = "12345678901234567890";

QString hex(const QByteArray &bytes)
{
    return u"\\x"_s + QString::fromLatin1(bytes.toHex());
}

} // namespace

/// The pure functions below the second factor, against what the standards print.
class TestOtpVectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void rfc4226_data();
    void rfc4226();
    void rfc6238_data();
    void rfc6238();
    void timeSteps_data();
    void timeSteps();
    void agreesWithTheConsole();
    void base32_data();
    void base32();
    void percentEncoding_data();
    void percentEncoding();
    void uri();
    void lockLadder_data();
    void lockLadder();
    void codeForms();

private:
    SchemaFixture m_schema;
};

void TestOtpVectors::rfc4226_data()
{
    QTest::addColumn<int>("counter");
    QTest::addColumn<QString>("code");
    const QStringList codes { u"755224"_s, u"287082"_s, u"359152"_s, u"969429"_s, u"338314"_s,
                              u"254676"_s, u"287922"_s, u"162583"_s, u"399871"_s, u"520489"_s };
    for (int i = 0; i < codes.size(); ++i)
        QTest::addRow("counter %d", i) << i << codes.at(i);
}

void TestOtpVectors::rfc4226()
{
    QFETCH(int, counter);
    QFETCH(QString, code);
    QCOMPARE(
        m_schema.superuser().value(u"select castellan_private.otp_code($1::bytea, $2::bigint)"_s,
                                   { hex(kSeed), QString::number(counter) }),
        code);
}

void TestOtpVectors::rfc6238_data()
{
    QTest::addColumn<QString>("seconds");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("code");
    struct Vector {
        const char *seconds, *sha1, *sha256, *sha512;
    };
    const Vector vectors[] = { { "59", "94287082", "46119246", "90693936" },
                               { "1111111109", "07081804", "68084774", "25091201" },
                               { "1111111111", "14050471", "67062674", "99943326" },
                               { "1234567890", "89005924", "91819424", "93441116" },
                               { "2000000000", "69279037", "90698825", "38618901" },
                               { "20000000000", "65353130", "77737706", "47863826" } };
    for (const Vector &vector : vectors) {
        const QString seconds = QString::fromLatin1(vector.seconds);
        QTest::addRow("%s SHA1", vector.seconds)
            << seconds << u"SHA1"_s << QString::fromLatin1(vector.sha1);
        QTest::addRow("%s SHA256", vector.seconds)
            << seconds << u"SHA256"_s << QString::fromLatin1(vector.sha256);
        QTest::addRow("%s SHA512", vector.seconds)
            << seconds << u"SHA512"_s << QString::fromLatin1(vector.sha512);
    }
}

void TestOtpVectors::rfc6238()
{
    QFETCH(QString, seconds);
    QFETCH(QString, algorithm);
    QFETCH(QString, code);
    // The appendix repeats the seed to the length of the hash.
    const int length = algorithm == u"SHA1" ? 20 : algorithm == u"SHA256" ? 32 : 64;
    const QByteArray seed = kSeed.repeated(4).left(length);
    const QString step = u"castellan_private.otp_step(to_timestamp($2::double precision))"_s;
    const QStringList parameters { hex(seed), seconds, algorithm };
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.otp_code($1::bytea, "_s + step
                                            + u", 8, $3)"_s,
                                        parameters),
             code);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.otp_code($1::bytea, "_s + step
                                            + u", 6, $3)"_s,
                                        parameters),
             code.right(6));
}

void TestOtpVectors::timeSteps_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("step");
    QTest::newRow("epoch") << u"1970-01-01 00:00:00+00"_s << u"0"_s;
    QTest::newRow("last microsecond") << u"1970-01-01 00:00:29.999999+00"_s << u"0"_s;
    QTest::newRow("boundary") << u"1970-01-01 00:00:30+00"_s << u"1"_s;
    QTest::newRow("past 2038") << u"2603-10-11 11:33:20+00"_s << u"666666666"_s;
}

void TestOtpVectors::timeSteps()
{
    QFETCH(QString, at);
    QFETCH(QString, step);
    QCOMPARE(
        m_schema.superuser().value(u"select castellan_private.otp_step($1::timestamptz)"_s, { at }),
        step);
}

void TestOtpVectors::agreesWithTheConsole()
{
    // Two implementations, a thousand random seeds.
    const auto rows = m_schema.superuser().exec(
        u"select encode(seed, 'hex') as seed, castellan_private.base32(seed) as base32,"
        " castellan_private.otp_code(seed, castellan_private.otp_step(clock_timestamp())) as now"
        " from (select castellan_ext.gen_random_bytes(20) as seed from generate_series(1, 1000)"
        " offset 0) s"_s);
    QCOMPARE(rows.rows.size(), 1000);
    int different = 0;
    for (const auto &row : rows.rows) {
        const QByteArray seed = QByteArray::fromHex(row.value(u"seed"_s).toLatin1());
        QCOMPARE(SchemaFixture::seedOf(u"?secret="_s + row.value(u"base32"_s)), seed);
        const QString now = row.value(u"now"_s);
        different +=
            now != SchemaFixture::code(seed) && now != SchemaFixture::code(seed, -1) ? 1 : 0;
    }
    QCOMPARE(different, 0);
}

void TestOtpVectors::base32_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QByteArray() << u""_s;
    QTest::newRow("f") << QByteArray("f") << u"MY"_s;
    QTest::newRow("fo") << QByteArray("fo") << u"MZXQ"_s;
    QTest::newRow("foo") << QByteArray("foo") << u"MZXW6"_s;
    QTest::newRow("foob") << QByteArray("foob") << u"MZXW6YQ"_s;
    QTest::newRow("fooba") << QByteArray("fooba") << u"MZXW6YTB"_s;
    QTest::newRow("foobar") << QByteArray("foobar") << u"MZXW6YTBOI"_s;
    QTest::newRow("ones") << QByteArray(20, '\xff') << QString(32, u'7');
}

void TestOtpVectors::base32()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(
        m_schema.superuser().value(u"select castellan_private.base32($1::bytea)"_s, { hex(bytes) }),
        text);
}

void TestOtpVectors::percentEncoding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoded");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("unreserved") << u"aZ0-._~"_s << u"aZ0-._~"_s;
    QTest::newRow("space") << u"a b"_s << u"a%20b"_s;
    QTest::newRow("delimiters") << u"a&b=c+d?e/f%"_s << u"a%26b%3Dc%2Bd%3Fe%2Ff%25"_s;
    QTest::newRow("umlaut") << u"ä"_s << u"%C3%A4"_s;
    QTest::newRow("emoji") << u"😀"_s << u"%F0%9F%98%80"_s;
}

void TestOtpVectors::percentEncoding()
{
    QFETCH(QString, text);
    QFETCH(QString, encoded);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.percent_encode($1)"_s, { text }),
             encoded);
}

void TestOtpVectors::uri()
{
    const QString uri = m_schema.superuser().value(
        u"select castellan_private.otp_uri($1::bytea, f, 'My: App', 'anna:ö@x y')"
        " from (select (null::castellan_private.factor).*) n,"
        " lateral (select row(null, null, null, null, null, null, 'SHA1', 6, 30, null, null, null,"
        " null, null, null, null, null, null)::castellan_private.factor as f) r"_s,
        { hex(kSeed) });
    QCOMPARE(uri,
             u"otpauth://totp/My%20%20App:anna%20%C3%B6%40x%20y"
             "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=My%20%20App"
             "&algorithm=SHA1&digits=6&period=30"_s);
}

void TestOtpVectors::lockLadder_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<QString>("minutes");
    QTest::newRow("1") << 1 << QString();
    QTest::newRow("4") << 4 << QString();
    QTest::newRow("5") << 5 << u"1"_s;
    QTest::newRow("6") << 6 << u"5"_s;
    QTest::newRow("7") << 7 << u"30"_s;
    QTest::newRow("8") << 8 << u"60"_s;
    QTest::newRow("99") << 99 << u"60"_s;
}

void TestOtpVectors::lockLadder()
{
    QFETCH(int, failures);
    QFETCH(QString, minutes);
    QCOMPARE(
        m_schema.superuser().value(
            u"select (extract(epoch from castellan_private.lock_until($1::int, 'epoch')) / 60)::int"_s,
            { QString::number(failures) }),
        minutes);
}

void TestOtpVectors::codeForms()
{
    TestSql &sql = m_schema.superuser();
    QCOMPARE(sql.value(u"select castellan_private.code_shown('ABCDEFGHIJ', 5)"_s),
             u"ABCDE-FGHIJ"_s);
    QCOMPARE(sql.value(u"select castellan_private.code_input(' abcde - fghij', 10)"_s),
             u"ABCDEFGHIJ"_s);
    QVERIFY(sql.value(u"select castellan_private.code_input('ABCDEFGHI', 10)"_s).isNull());
    QCOMPARE(sql.value(u"select char_length(castellan_private.code_random(16))"_s), u"16"_s);
    // 50 and 80 bits: no two alike in ten thousand.
    QCOMPARE(sql.value(u"select count(distinct castellan_private.code_random(10))"
                       " from generate_series(1, 10000)"_s),
             u"10000"_s);
}

QTEST_GUILESS_MAIN(TestOtpVectors)
#include "tst_otp_vectors.moc"
