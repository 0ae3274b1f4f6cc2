// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/OtpAuthUri.h"

#include <QTest>

using namespace castellan;

class OtpAuthUriTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllParts()
    {
        const auto uri = OtpAuthUri::parse(Secret::copyOf(
            "otpauth://totp/Castellan%20demo:J%C3%BCrgen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=Castellan%20demo&algorithm=SHA256&digits=8&period=60"));
        QVERIFY(uri.hasValue());
        QCOMPARE(uri.value().issuer, QStringLiteral("Castellan demo"));
        QCOMPARE(uri.value().account, QStringLiteral("Jürgen"));
        QCOMPARE(uri.value().secretBase32.view(),
                 QByteArrayView("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        QCOMPARE(uri.value().algorithm, OtpAlgorithm::Sha256);
        QCOMPARE(uri.value().digits, 8);
        QCOMPARE(uri.value().period, 60);
    }

    void assumesTheUsual()
    {
        const auto uri =
            OtpAuthUri::parse(Secret::copyOf("otpauth://totp/ann?secret=mzxw6ytb&x=y"));
        QVERIFY(uri.hasValue());
        QCOMPARE(uri.value().issuer, QString());
        QCOMPARE(uri.value().account, QStringLiteral("ann"));
        QCOMPARE(uri.value().secretBase32.view(), QByteArrayView("MZXW6YTB"));
        QCOMPARE(uri.value().algorithm, OtpAlgorithm::Sha1);
        QCOMPARE(uri.value().digits, 6);
        QCOMPARE(uri.value().period, 30);
    }

    void takesAnEscapedColon()
    {
        const auto uri =
            OtpAuthUri::parse(Secret::copyOf("otpauth://totp/Org%3A%20ann?secret=MZXW6YTB"));
        QVERIFY(uri.hasValue());
        QCOMPARE(uri.value().issuer, QStringLiteral("Org"));
        QCOMPARE(uri.value().account, QStringLiteral("ann"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("uri");
        const auto row = [](const char *name, const char *uri) {
            QTest::newRow(name) << QByteArray(uri);
        };
        row("empty", "");
        row("counter based", "otpauth://hotp/a?secret=MZXW6YTB&counter=1");
        row("no secret", "otpauth://totp/a?issuer=b");
        row("empty secret", "otpauth://totp/a?secret=");
        row("bad secret", "otpauth://totp/a?secret=01");
        row("lower-case algorithm", "otpauth://totp/a?secret=MZXW6YTB&algorithm=sha1");
        row("five digits", "otpauth://totp/a?secret=MZXW6YTB&digits=5");
        row("no period", "otpauth://totp/a?secret=MZXW6YTB&period=0");
        row("two issuers", "otpauth://totp/A:a?secret=MZXW6YTB&issuer=B");
    }

    void refuses()
    {
        QFETCH(const QByteArray, uri);
        const auto parsed = OtpAuthUri::parse(Secret::copyOf(uri));
        QVERIFY(!parsed.hasValue());
        QCOMPARE(parsed.error().code, ErrorCode::Malformed);
    }
};

QTEST_APPLESS_MAIN(OtpAuthUriTest)
#include "tst_otp_auth_uri.moc"
