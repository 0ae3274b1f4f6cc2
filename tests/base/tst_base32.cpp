// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Base32.h"

#include <QTest>

using namespace castellan;

class Base32Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors_data()
    {
        // RFC 4648 section 10, without padding.
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("f") << QByteArray("f") << QByteArray("MY");
        QTest::newRow("fo") << QByteArray("fo") << QByteArray("MZXQ");
        QTest::newRow("foo") << QByteArray("foo") << QByteArray("MZXW6");
        QTest::newRow("foob") << QByteArray("foob") << QByteArray("MZXW6YQ");
        QTest::newRow("fooba") << QByteArray("fooba") << QByteArray("MZXW6YTB");
        QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("MZXW6YTBOI");
        QTest::newRow("seed") << QByteArray("12345678901234567890")
                              << QByteArray("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        QTest::newRow("zeros") << QByteArray(5, '\0') << QByteArray("AAAAAAAA");
        QTest::newRow("ones") << QByteArray(5, '\xff') << QByteArray("77777777");
    }

    void vectors()
    {
        QFETCH(const QByteArray, plain);
        QFETCH(const QByteArray, text);
        QCOMPARE(Base32::encode(plain).view(), QByteArrayView(text));
        const Result<Secret> decoded = Base32::decode(text);
        QVERIFY(decoded.hasValue());
        QCOMPARE(decoded.value().view(), QByteArrayView(plain));
    }

    void takesWhatPeopleType()
    {
        const Result<Secret> decoded = Base32::decode("mzxw-6ytb oi======");
        QVERIFY(decoded.hasValue());
        QCOMPARE(decoded.value().view(), QByteArrayView("foobar"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("digit outside") << QByteArray("MZXW1YTB");
        QTest::newRow("punctuation") << QByteArray("MZXW6_");
        QTest::newRow("length 1") << QByteArray("M");
        QTest::newRow("length 3") << QByteArray("MZX");
        QTest::newRow("length 6") << QByteArray("MZXW6Y");
        QTest::newRow("stray bits") << QByteArray("MZ");
        QTest::newRow("padding inside") << QByteArray("MY==MZXQ");
        QTest::newRow("full-width letter") << QStringLiteral("\uff2dY").toUtf8();
        QTest::newRow("NUL") << QByteArray("MY\0Q", 4);
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        const Result<Secret> decoded = Base32::decode(text);
        QVERIFY(!decoded.hasValue());
        QCOMPARE(decoded.error().code, ErrorCode::Malformed);
    }

    void roundTripsEveryLength()
    {
        QByteArray bytes;
        for (int i = 0; i < 70; ++i) {
            const Secret text = Base32::encode(bytes);
            QCOMPARE(Base32::decode(text.view()).value().view(), QByteArrayView(bytes));
            bytes += static_cast<char>(i * 37 + 11);
        }
    }
};

QTEST_APPLESS_MAIN(Base32Test)
#include "tst_base32.moc"
