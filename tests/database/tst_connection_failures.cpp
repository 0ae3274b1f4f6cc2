// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/CertificateAuthority.h"
#include "models/database/PgEnvironment.h"
#include "models/database/SqlSession.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"
#include "tests/support/TestServer.h"

#include <QFile>
#include <QTest>

#include <arpa/inet.h>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

using namespace castellan;

namespace {

const QString kDatabase = QStringLiteral("postgres");

/// A port on which somebody listens and never says a word.
class SilentListener {
public:
    explicit SilentListener(const char *host = "127.0.0.1", quint16 port = 0)
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = inet_addr(host);
        address.sin_port = htons(port);
        socklen_t length = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_socket, generic, length) == 0 && listen(m_socket, 8) == 0
            && getsockname(m_socket, generic, &length) == 0)
            m_port = ntohs(address.sin_port);
    }
    ~SilentListener() { close(m_socket); }
    SilentListener(const SilentListener &) = delete;
    SilentListener &operator=(const SilentListener &) = delete;
    quint16 port() const { return m_port; }

private:
    int m_socket;
    quint16 m_port = 0;
};

PostgresServer::Options expired()
{
    PostgresServer::Options options;
    options.certificateUntil = QDateTime::currentDateTimeUtc().addDays(-3);
    return options;
}

PostgresServer::Options forAnotherHost()
{
    PostgresServer::Options options;
    options.certificateHosts = { QStringLiteral("db.example") };
    return options;
}

PostgresServer::Options withoutTls()
{
    PostgresServer::Options options;
    options.settings.insert(QStringLiteral("ssl"), QStringLiteral("off"));
    return options;
}

QString fact(const Error &error, const char *name)
{
    return error.facts.value(QLatin1StringView(name)).toString();
}

} // namespace

/// Each way in which a connection fails, with a real server and real certificates.
class ConnectionFailuresTest : public QObject {
    Q_OBJECT

private:
    static Error failureOf(const ConnectionProfile &profile, const Secret &password,
                           int timeoutMs = 20'000)
    {
        SqlSession::Options options;
        options.connectTimeoutMs = timeoutMs;
        SqlSession session(options);
        const auto opened = await(session.open(profile, password.clone()));
        if (opened.hasValue())
            return { ErrorCode::Internal, {}, QStringLiteral("it connected") };
        return session.state() == SessionState::Closed
            ? opened.error()
            : Error { ErrorCode::Internal, {}, QStringLiteral("it is not closed") };
    }
    Error failureOf(const ConnectionProfile &profile)
    {
        return failureOf(profile, m_server.superuserPassword());
    }

    /// A file that the test's server can read; its path.
    QString written(const QString &name, QByteArrayView bytes, int permissions)
    {
        QFile file(m_server.path(name));
        const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes.toByteArray()) >= 0
            && file.setPermissions(QFile::Permissions(permissions));
        return done ? file.fileName() : QString();
    }

    TestServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_server.start()); }

    void cleanupTestCase() { QVERIFY_RESULT(m_server.stop()); }

    void nameNotFound()
    {
        ConnectionProfile profile = m_server.superuser();
        profile.host = QStringLiteral("nowhere.invalid");
        const Error error = failureOf(profile);
        QCOMPARE(error.code, ErrorCode::NameNotFound);
        QCOMPARE(fact(error, "host"), QStringLiteral("nowhere.invalid"));
    }

    void refused()
    {
        ConnectionProfile profile = m_server.superuser();
        profile.port = 1;
        const Error error = failureOf(profile);
        QCOMPARE(error.code, ErrorCode::ConnectionRefused);
        QCOMPARE(fact(error, "port"), QStringLiteral("1"));
        profile.host = QStringLiteral("/nowhere");
        QCOMPARE(fact(failureOf(profile), "reason"), QStringLiteral("no_socket"));
    }

    void timedOut()
    {
        const SilentListener silent;
        ConnectionProfile profile = m_server.superuser();
        profile.port = silent.port();
        QCOMPARE(failureOf(profile, Secret(), 200).code, ErrorCode::ConnectTimedOut);
    }

    void tlsNotOffered()
    {
        TestServer plain(withoutTls());
        QVERIFY_RESULT(plain.start());
        QCOMPARE(failureOf(plain.superuser()).code, ErrorCode::TlsNotOffered);
        QVERIFY_RESULT(plain.stop());
    }

    void certificateExpired()
    {
        TestServer old(expired());
        QVERIFY_RESULT(old.start());
        const Error error = failureOf(old.superuser(), old.superuserPassword());
        QCOMPARE(error.code, ErrorCode::TlsCertificateExpired);
        const QDateTime until = error.facts.value(QStringLiteral("not_after")).toDateTime();
        QVERIFY(qAbs(until.daysTo(QDateTime::currentDateTimeUtc()) - 3) <= 1);
        QVERIFY_RESULT(old.stop());
    }

    void certificateForAnotherHost()
    {
        TestServer other(forAnotherHost());
        QVERIFY_RESULT(other.start());
        ConnectionProfile profile = other.superuser();
        const Error error = failureOf(profile, other.superuserPassword());
        QCOMPARE(error.code, ErrorCode::TlsWrongHost);
        QCOMPARE(fact(error, "certificate_host"), QStringLiteral("db.example"));
        // The authority is right, and that is all that verify-ca asks for.
        profile.tlsMode = TlsMode::VerifyCa;
        SqlSession session;
        QVERIFY_RESULT(await(session.open(profile, other.superuserPassword())));
        QVERIFY(session.tls().certificateChecked);
        QVERIFY(!session.tls().hostChecked);
        session.close();
        QVERIFY_RESULT(other.stop());
    }

    void certificateOfAnUnknownAuthority()
    {
        TestServer other;
        QVERIFY_RESULT(other.start());
        ConnectionProfile profile = other.superuser();
        profile.rootCertificate = m_server.superuser().rootCertificate;
        QCOMPARE(failureOf(profile, other.superuserPassword()).code, ErrorCode::TlsUntrusted);
        // Without one the system's authorities are asked, never nobody.
        profile.rootCertificate.clear();
        QCOMPARE(failureOf(profile, other.superuserPassword()).code, ErrorCode::TlsUntrusted);
        QVERIFY_RESULT(other.stop());
    }

    void rootCertificateMissing()
    {
        ConnectionProfile profile = m_server.superuser();
        profile.rootCertificate = QStringLiteral("/nowhere/ca.crt");
        const Error error = failureOf(profile);
        QCOMPARE(error.code, ErrorCode::FileUnreadable);
        QCOMPARE(fact(error, "path"), QStringLiteral("/nowhere/ca.crt"));
    }

    void wrongPassword()
    {
        const Error error = failureOf(m_server.superuser(), Secret::copyOf("guess"));
        QCOMPARE(error.code, ErrorCode::AuthenticationFailed);
        QCOMPARE(fact(error, "sqlstate"), QStringLiteral("28P01"));
        const Error nobody = failureOf(m_server.profile(kDatabase, QStringLiteral("nobody_known")),
                                       Secret::copyOf("x"));
        QCOMPARE(nobody.code, ErrorCode::AuthenticationFailed);
        const Error none = failureOf(m_server.superuser(), Secret());
        QCOMPARE(none.code, ErrorCode::AuthenticationFailed);
        QCOMPARE(fact(none, "reason"), QStringLiteral("no_password"));
    }

    void notAdmitted()
    {
        // The server takes no connection over the network without TLS.
        ConnectionProfile profile = m_server.superuser();
        profile.tlsMode = TlsMode::Disable;
        const Error error = failureOf(profile);
        QCOMPARE(error.code, ErrorCode::AuthenticationFailed);
        QCOMPARE(fact(error, "reason"), QStringLiteral("not_admitted"));
    }

    void passwordWithoutTls()
    {
        ConnectionProfile profile = m_server.superuser();
        profile.host = QStringLiteral("127.0.0.1.invalid"); // not even looked up
        profile.tlsMode = TlsMode::Disable;
        QCOMPARE(failureOf(profile).code, ErrorCode::PasswordUnprotected);
        profile.host = m_server.server().socketDirectory() + u",127.0.0.1"_qs;
        QCOMPARE(failureOf(profile).code, ErrorCode::InvalidArgument);
    }

    void localSocket()
    {
        ConnectionProfile profile = m_server.superuser();
        profile.host = m_server.server().socketDirectory();
        SqlSession session;
        QVERIFY_RESULT(await(session.open(profile, m_server.superuserPassword())));
        QVERIFY(!session.tls().encrypted);
    }

    void databaseMissing()
    {
        const Error error = failureOf(m_server.superuser(QStringLiteral("not_there")));
        QCOMPARE(error.code, ErrorCode::DatabaseMissing);
        QCOMPARE(fact(error, "database"), QStringLiteral("not_there"));
    }

    void tooMany()
    {
        QVERIFY_RESULT(m_server.createRole(QStringLiteral("crowd"), "secret"));
        QVERIFY_RESULT(m_server.run(kDatabase, { "alter role crowd connection limit 0" }));
        QCOMPARE(failureOf(m_server.profile(kDatabase, QStringLiteral("crowd")),
                           Secret::copyOf("secret"))
                     .code,
                 ErrorCode::TooManyConnections);
    }

    void mayNotConnect()
    {
        QVERIFY_RESULT(m_server.createRole(QStringLiteral("outsider"), "secret"));
        QVERIFY_RESULT(m_server.run(
            kDatabase,
            { "create database closed", "revoke connect on database closed from public" }));
        QCOMPARE(failureOf(m_server.profile(QStringLiteral("closed"), QStringLiteral("outsider")),
                           Secret::copyOf("secret"))
                     .code,
                 ErrorCode::PermissionDenied);
    }

    void channelNotBoundAndNoCertificate()
    {
        // A server that trusts everybody proves nothing of itself by the password.
        PostgresServer::Options options;
        const QString access =
            written(u"access.conf"_qs,
                    "local all all scram-sha-256\nhostssl all by_certificate all cert\n"
                    "hostssl all all all trust\n",
                    0x6044);
        options.settings.insert(QStringLiteral("hba_file"), access);
        TestServer trusting(options);
        QVERIFY_RESULT(trusting.start());
        QCOMPARE(failureOf(trusting.superuser(), trusting.superuserPassword()).code,
                 ErrorCode::ChannelBindingUnavailable);
        ConnectionProfile profile = trusting.profile(kDatabase, QStringLiteral("by_certificate"));
        profile.authentication = Authentication::Certificate;
        QCOMPARE(failureOf(profile, Secret()).code, ErrorCode::ClientCertificateRefused);
        QVERIFY_RESULT(trusting.stop());
    }

    void byCertificate()
    {
        const auto authority = CertificateAuthority::create(u"people"_qs);
        QVERIFY_RESULT(authority);
        PostgresServer::Options options;
        options.settings = {
            { u"ssl_ca_file"_qs,
              written(u"people.crt"_qs, authority.value().certificate(), 0x6044) },
            { u"hba_file"_qs,
              written(u"people.conf"_qs,
                      "local all all scram-sha-256\nhostssl all ann all cert\n"
                      "hostssl all all all scram-sha-256\n",
                      0x6044) },
        };
        TestServer server(options);
        QVERIFY_RESULT(server.start());
        QVERIFY_RESULT(server.createRole(QStringLiteral("ann"), "not asked for"));
        ConnectionProfile profile = server.profile(kDatabase, QStringLiteral("ann"));
        profile.authentication = Authentication::Certificate;
        const auto carry = [&](const QString &role) {
            const auto pair = authority.value().issueClient(role);
            if (!pair)
                return;
            profile.clientCertificate = written(u"me.crt"_qs, pair.value().certificate, 0x6000);
            profile.clientKey = written(u"me.key"_qs, pair.value().key.view(), 0x6000);
        };
        carry(QStringLiteral("ann"));
        SqlSession session;
        QVERIFY_RESULT(await(session.open(profile, Secret())));
        QVERIFY(session.tls().hostChecked);
        const auto who = await(session.rows(SqlStatement("select session_user::text as who")));
        QVERIFY_RESULT(who);
        QCOMPARE(who.value().constFirst().text("who"), QStringLiteral("ann"));
        session.close();
        carry(QStringLiteral("bob")); // signed by the same authority, for another role
        QCOMPARE(failureOf(profile, Secret()).code, ErrorCode::ClientCertificateRefused);
        QVERIFY(QFile::setPermissions(profile.clientKey, QFile::Permissions(0x6044)));
        const Error open = failureOf(profile, Secret());
        QCOMPARE(open.code, ErrorCode::FileUnreadable);
        QCOMPARE(fact(open, "path"), profile.clientKey);
        QVERIFY_RESULT(server.stop());
    }

    void triesTheNextHost_data()
    {
        QTest::addColumn<QString>("first");
        QTest::newRow("unknown") << QStringLiteral("nowhere.invalid");
        QTest::newRow("refused") << QStringLiteral("127.0.0.3");
        QTest::newRow("silent") << QStringLiteral("127.0.0.2");
    }

    void triesTheNextHost()
    {
        QFETCH(const QString, first);
        const SilentListener silent("127.0.0.2", m_server.server().port());
        ConnectionProfile profile = m_server.superuser();
        profile.host = first + u",127.0.0.1"_qs;
        SqlSession::Options options;
        options.connectTimeoutMs = 2000;
        SqlSession session(options);
        QVERIFY_RESULT(await(session.open(profile, m_server.superuserPassword())));
        QVERIFY(session.tls().hostChecked);
        QCOMPARE(session.server().address, QStringLiteral("127.0.0.1"));
        // All silent: that is said, with all their names.
        profile.host = QStringLiteral("127.0.0.2,127.0.0.2");
        const Error error = failureOf(profile, m_server.superuserPassword(), 200);
        QCOMPARE(error.code, ErrorCode::ConnectTimedOut);
        QCOMPARE(fact(error, "host"), profile.host);
    }

    void schemaMissing()
    {
        const auto session = m_server.superuserSession(kDatabase);
        QCOMPARE(
            await(session->rows(SqlStatement("select castellan.schema_version()"))).error().code,
            ErrorCode::SchemaMissing);
    }

    void environmentHasNoSay()
    {
        const std::pair<const char *, const char *> variables[] = {
            { "PGHOSTADDR", "203.0.113.7" }, { "PGSERVICE", "nowhere" },
            { "PGSSLMODE", "disable" },      { "PGOPTIONS", "-c search_path=evil" },
            { "PGPASSWORD", "wrong" },       { "PGSSLROOTCERT", "/nowhere" },
            { "PGAPPNAME", "evil" },
        };
        for (const auto &[name, value] : variables)
            qputenv(name, value);
        PgEnvironment::scrub();
        ConnectionProfile unrooted = m_server.superuser();
        qputenv("SSL_CERT_FILE", QFile::encodeName(unrooted.rootCertificate));
        unrooted.rootCertificate.clear();
        QCOMPARE(failureOf(unrooted).code, ErrorCode::TlsUntrusted);
        qunsetenv("SSL_CERT_FILE");
        const auto session = m_server.superuserSession(kDatabase);
        QCOMPARE(session->state(), SessionState::Ready);
        const auto told =
            await(session->rows(SqlStatement("select current_setting('search_path') as path,"
                                             " current_setting('application_name') as name")));
        QVERIFY_RESULT(told);
        QCOMPARE(told.value().constFirst().text("path"), QStringLiteral("pg_catalog"));
        QCOMPARE(told.value().constFirst().text("name"), QStringLiteral("castellan"));
    }
};

QTEST_GUILESS_MAIN(ConnectionFailuresTest)
#include "tst_connection_failures.moc"
