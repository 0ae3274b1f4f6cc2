// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/ConnectionProfile.h"

#include <QTest>

using namespace castellan;

class ConnectionProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsUris_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("user");
        QTest::addColumn<TlsMode>("mode");
        const auto row = [](const char *uri, const char *host, int port, const char *database,
                            const char *user, TlsMode mode) {
            QTest::newRow(uri) << QString::fromUtf8(uri) << QString::fromUtf8(host) << port
                               << QString::fromUtf8(database) << QString::fromUtf8(user) << mode;
        };
        row("postgresql://ann@db.example/app", "db.example", 5432, "app", "ann",
            TlsMode::VerifyFull);
        row("postgres://ann@db:5433/app?sslmode=require", "db", 5433, "app", "ann",
            TlsMode::Require);
        row("host=/run/postgresql dbname=app user=postgres", "/run/postgresql", 5432, "app",
            "postgres", TlsMode::Disable);
        row("postgresql://%2Frun%2Fpostgresql/app", "/run/postgresql", 5432, "app", "",
            TlsMode::Disable);
        row("postgresql://a@[::1]/b", "::1", 5432, "b", "a", TlsMode::VerifyFull);
        row("postgresql:///app", "", 5432, "app", "", TlsMode::Disable);
        row("host=h1,h2 dbname=b user=a", "h1,h2", 5432, "b", "a", TlsMode::VerifyFull);
    }

    void readsUris()
    {
        QFETCH(const QString, uri);
        const auto profile = ConnectionProfile::fromUri(uri);
        QVERIFY(profile.hasValue());
        QTEST(profile.value().host, "host");
        QTEST(int(profile.value().port), "port");
        QTEST(profile.value().database, "database");
        QTEST(profile.value().user, "user");
        QTEST(profile.value().tlsMode, "mode");
    }

    void takesCertificates()
    {
        const auto profile = ConnectionProfile::fromUri(
            QStringLiteral("postgresql://a@h/b?sslrootcert=/ca&sslcert=/me.crt&sslkey=/me.key"));
        QVERIFY(profile.hasValue());
        QCOMPARE(profile.value().rootCertificate, QStringLiteral("/ca"));
        QCOMPARE(profile.value().authentication, Authentication::Certificate);
        QCOMPARE(profile.value().clientKey, QStringLiteral("/me.key"));
    }

    void refusesUris_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("argument");
        const auto row = [](const char *uri, const char *argument) {
            QTest::newRow(uri) << QString::fromUtf8(uri) << QString::fromUtf8(argument);
        };
        row("postgresql://ann:secret@db/app", "password");
        row("host=db password=x", "password");
        row("postgresql://db/app?options=-crole%3Dx", "options");
        row("postgresql://db/app?sslmode=prefer", "sslmode");
        row("postgresql://db/app?passfile=/x", "passfile");
        row("http://db/app", "connection");
        row("host=/run/postgresql,db.example dbname=app", "host");
        row("host=db.example, dbname=app", "host");
        row("postgresql://db:99999/app", "port");
    }

    void refusesUris()
    {
        QFETCH(const QString, uri);
        const auto profile = ConnectionProfile::fromUri(uri);
        QVERIFY(!profile.hasValue());
        QCOMPARE(profile.error().code, ErrorCode::InvalidArgument);
        QTEST(profile.error().facts.value(QStringLiteral("argument")).toString(), "argument");
        QVERIFY(!profile.error().detail.contains(QLatin1StringView("secret")));
    }

    void knowsWhatIsNear()
    {
        ConnectionProfile profile;
        for (const char *host : { "", "/run/postgresql", "@castellan", "/run/a,/run/b", "localhost",
                                  "127.0.0.1", "127.8.8.8", "::1", "127.0.0.1,::1" }) {
            profile.host = QString::fromUtf8(host);
            profile.tlsMode = TlsMode::Disable;
            QVERIFY(profile.isLoopback());
            QVERIFY(!profile.isWeakened());
            QVERIFY(profile.check().hasValue());
        }
        for (const char *host :
             { "db.example", "10.0.0.1", "localhost.example", "127.evil.example",
               "127.0.0.1,db.example", "127.0.0.1.evil.example", "/run/postgresql,db.example" }) {
            profile.host = QString::fromUtf8(host);
            QVERIFY(!profile.isLocalSocket());
            QVERIFY(!profile.isLoopback());
            QVERIFY(profile.isWeakened());
        }
        profile.tlsMode = TlsMode::VerifyFull;
        QVERIFY(!profile.isWeakened());
    }

    void keepsAPasswordFromTheNetwork()
    {
        ConnectionProfile profile;
        profile.host = QStringLiteral("db.example");
        profile.tlsMode = TlsMode::Disable;
        QCOMPARE(profile.check().error().code, ErrorCode::PasswordUnprotected);
        profile.tlsMode = TlsMode::Require;
        QVERIFY(profile.check().hasValue());
        profile.host = QStringLiteral("/run/postgresql,db.example");
        QCOMPARE(profile.check().error().code, ErrorCode::InvalidArgument);
    }

    void roundTripsAsJson()
    {
        ConnectionProfile profile;
        profile.name = QStringLiteral("Produktion \U0001f511");
        profile.host = QStringLiteral("db.example");
        profile.port = 6543;
        profile.database = QStringLiteral("app");
        profile.user = QStringLiteral("ann");
        profile.authentication = Authentication::Certificate;
        profile.tlsMode = TlsMode::VerifyCa;
        profile.rootCertificate = QStringLiteral("/ca.crt");
        profile.rememberPassword = true;
        const auto back = ConnectionProfile::fromJson(profile.toJson());
        QVERIFY(back.hasValue());
        QCOMPARE(back.value(), profile);
    }

    void refusesJson_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("port 0") << QStringLiteral("port") << QJsonValue(0);
        QTest::newRow("port too high") << QStringLiteral("port") << QJsonValue(70000);
        QTest::newRow("mode") << QStringLiteral("tls_mode") << QJsonValue(QStringLiteral("allow"));
        QTest::newRow("host") << QStringLiteral("host") << QJsonValue(7);
        QTest::newRow("authentication") << QStringLiteral("authentication") << QJsonValue();
    }

    void refusesJson()
    {
        QFETCH(const QString, field);
        QFETCH(const QJsonValue, value);
        QJsonObject json = ConnectionProfile().toJson();
        json[field] = value;
        const auto profile = ConnectionProfile::fromJson(json);
        QVERIFY(!profile.hasValue());
        QCOMPARE(profile.error().facts.value(QStringLiteral("field")).toString(), field);
    }
};

QTEST_APPLESS_MAIN(ConnectionProfileTest)
#include "tst_connection_profile.moc"
