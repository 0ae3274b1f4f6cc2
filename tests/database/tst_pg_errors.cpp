// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/Backoff.h"
#include "models/database/PgErrors.h"

#include <QTest>

using namespace castellan;

/// What tst_connection_failures has no server for.
class PgErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsMessages_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *message, ErrorCode code) {
            QTest::newRow(message) << QByteArray(message) << code;
        };
        row("connection to server at \"h\", port 5432 failed: FATAL:  57P03: startet",
            ErrorCode::ServerStarting);
        row("connection to server at \"h\" failed: FATAL:  53300: sorry, too many clients already",
            ErrorCode::TooManyConnections);
        row("connection to server at \"h\" failed: Connection timed out\n",
            ErrorCode::ConnectTimedOut);
        row("connection to server at \"h\" failed: No route to host\n",
            ErrorCode::ConnectionRefused);
        row("connection to server at \"h\" failed: SSL error: tlsv1 alert unknown ca\n",
            ErrorCode::ClientCertificateRefused);
        row("connection to server at \"h\" failed: SSL error: wrong version number\n",
            ErrorCode::TlsFailed);
        row("connection to server at \"::1\" failed: Connection refused\nconnection to server at "
            "\"127.0.0.1\" failed: FATAL:  28P01: nein\n",
            ErrorCode::AuthenticationFailed);
        row("private key file \"/me.key\" has group or world access", ErrorCode::FileUnreadable);
        row("never heard of", ErrorCode::ConnectionRefused);
    }

    void readsMessages()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const ErrorCode, code);
        QCOMPARE(PgErrors::fromConnect(message, std::nullopt, {}).code, code);
    }

    void tellsThatTheKeyIsMissing()
    {
        QCOMPARE(PgErrors::fromState("ZC900", "key").code, ErrorCode::KeyUnavailable);
        QCOMPARE(PgErrors::fromState("ZC020", "version").code, ErrorCode::KeyUnavailable);
        QCOMPARE(PgErrors::fromState("ZC900").code, ErrorCode::Internal);
    }

    void tellsWhatIsWrongWithACertificate()
    {
        TlsVerdict verdict;
        verdict.problem = TlsVerdict::Problem::NotYetValid;
        const Error error =
            PgErrors::fromConnect("SSL error: certificate verify failed", verdict, {});
        QCOMPARE(error.code, ErrorCode::TlsCertificateExpired);
        QCOMPARE(error.facts.value(QStringLiteral("reason")).toString(),
                 QStringLiteral("not_yet_valid"));
    }

    void waitsLongerEachTime()
    {
        Backoff backoff(500, 30'000);
        int ceiling = 500;
        for (int i = 0; i < 40; ++i) {
            const int wait = backoff.next();
            QVERIFY(wait <= ceiling && wait >= ceiling / 2);
            ceiling = qMin(ceiling * 2, 30'000);
        }
        backoff.reset();
        QVERIFY(backoff.next() <= 500);
    }
};

QTEST_APPLESS_MAIN(PgErrorsTest)
#include "tst_pg_errors.moc"
