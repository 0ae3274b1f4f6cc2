// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Totp.h"

#include <QTest>

using namespace castellan;

namespace {

QByteArray seedOf(OtpAlgorithm algorithm)
{
    const int length = algorithm == OtpAlgorithm::Sha1 ? 20
        : algorithm == OtpAlgorithm::Sha256            ? 32
                                                       : 64;
    return QByteArray("1234567890").repeated(7).first(length);
}

} // namespace

class TotpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rfc4226()
    {
        // Appendix D, counters 0 to 9.
        const QStringList expected {
            QStringLiteral("755224"), QStringLiteral("287082"), QStringLiteral("359152"),
            QStringLiteral("969429"), QStringLiteral("338314"), QStringLiteral("254676"),
            QStringLiteral("287922"), QStringLiteral("162583"), QStringLiteral("399871"),
            QStringLiteral("520489"),
        };
        for (int counter = 0; counter < expected.size(); ++counter)
            QCOMPARE(Totp::code("12345678901234567890", counter), expected[counter]);
    }

    void rfc6238_data()
    {
        // Appendix B: time in seconds, and the 8-digit codes of the three hashes.
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](qint64 seconds, const char *sha1, const char *sha256,
                            const char *sha512) {
            QTest::addRow("%lld", seconds)
                << seconds
                << QStringList { QLatin1String(sha1), QLatin1String(sha256),
                                 QLatin1String(sha512) };
        };
        row(59, "94287082", "46119246", "90693936");
        row(1111111109, "07081804", "68084774", "25091201");
        row(1111111111, "14050471", "67062674", "99943326");
        row(1234567890, "89005924", "91819424", "93441116");
        row(2000000000, "69279037", "90698825", "38618901");
        row(20000000000, "65353130", "77737706", "47863826");
    }

    void rfc6238()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QStringList, codes);
        const qint64 step = Totp::timeStep(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
        QCOMPARE(step, seconds / 30);
        for (const auto algorithm :
             { OtpAlgorithm::Sha1, OtpAlgorithm::Sha256, OtpAlgorithm::Sha512 }) {
            const QString &code = codes[static_cast<int>(algorithm)];
            const QByteArray seed = seedOf(algorithm);
            QCOMPARE(Totp::code(seed, step, 8, algorithm), code);
            QCOMPARE(Totp::code(seed, step, 6, algorithm), code.last(6));
        }
    }

    void stepsBeforeTheEpoch()
    {
        QCOMPARE(Totp::timeStep(QDateTime::fromMSecsSinceEpoch(-1, Qt::UTC)), -1);
        QCOMPARE(Totp::timeStep(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)), 0);
        QCOMPARE(Totp::timeStep(QDateTime::fromMSecsSinceEpoch(29'999, Qt::UTC)), 0);
        QCOMPARE(Totp::timeStep(QDateTime::fromMSecsSinceEpoch(30'000, Qt::UTC)), 1);
    }

    void countsDownToTheNextCode()
    {
        QCOMPARE(Totp::remainingMs(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)), 30'000);
        QCOMPARE(Totp::remainingMs(QDateTime::fromMSecsSinceEpoch(29'999, Qt::UTC)), 1);
        QCOMPARE(Totp::remainingMs(QDateTime::fromMSecsSinceEpoch(59'000, Qt::UTC), 60), 1000);
    }
};

QTEST_APPLESS_MAIN(TotpTest)
#include "tst_totp.moc"
