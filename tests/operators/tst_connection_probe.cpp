// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operators/ConnectionProbe.h"
#include "tests/support/OperatorScene.h"
#include "tests/support/TestResult.h"

#include <memory>

using namespace castellan;

/// "Test connection" against a real server.
class ConnectionProbeTest : public QObject {
    Q_OBJECT

private:
    Error failure(ConnectionProbe &probe, const ConnectionProfile &profile, Secret password)
    {
        QSignalSpy failed(&probe, &ConnectionProbe::failed);
        probe.start(profile, std::move(password));
        if (!failed.wait(20'000))
            return {};
        return failed.constFirst().constFirst().value<Error>();
    }
    /// Connections of this person that the server knows of.
    qint64 connections()
    {
        const auto rows = m_database->asSuperuser(
            SqlStatement("select count(*) from pg_stat_activity where usename = $1")
                .bind(m_person.role));
        return rows.hasValue() ? rows.value().constFirst().integer("count") : -1;
    }

    std::unique_ptr<TestDatabase> m_database;
    TestPerson m_person;
    ConnectionProfile m_profile;

private Q_SLOTS:
    void initTestCase()
    {
        auto made = TestDatabase::create();
        QVERIFY_RESULT(made);
        m_database = std::move(made).value();
        auto person = m_database->addOperator(QStringLiteral("helpdesk"));
        QVERIFY_RESULT(person);
        m_person = std::move(person).value();
        m_profile = m_database->profile(m_person);
    }
    void cleanupTestCase() { m_database.reset(); }

    void reportsWhatItFound()
    {
        ConnectionProbe probe(OperatorScene::knownSchema());
        QSignalSpy succeeded(&probe, &ConnectionProbe::succeeded);
        probe.start(m_profile, m_person.password.clone());
        QTRY_COMPARE(succeeded.count(), 1);
        const auto report = succeeded.constFirst().constFirst().value<ProbeReport>();
        QCOMPARE(report.schemaVersion, qint64(OperatorScene::knownSchema()));
        QVERIFY(report.server.version >= 150000);
        QVERIFY(report.server.tls.hostChecked);
        QTRY_COMPARE(connections(), 0); // and is gone again
    }

    void isFineWithANewerSchema()
    {
        ConnectionProbe probe(OperatorScene::knownSchema() - 1);
        QSignalSpy succeeded(&probe, &ConnectionProbe::succeeded);
        probe.start(m_profile, m_person.password.clone());
        QTRY_COMPARE(succeeded.count(), 1);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("password") << u"password"_qs << ErrorCode::AuthenticationFailed;
        QTest::addRow("port") << u"port"_qs << ErrorCode::ConnectionRefused;
        QTest::addRow("database") << u"database"_qs << ErrorCode::DatabaseMissing;
        QTest::addRow("no schema") << u"no schema"_qs << ErrorCode::SchemaMissing;
        QTest::addRow("old schema") << u"old schema"_qs << ErrorCode::SchemaTooOld;
        QTest::addRow("authority") << u"authority"_qs << ErrorCode::TlsUntrusted;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, what);
        ConnectionProfile profile = m_profile;
        Secret password = m_person.password.clone();
        if (what == u"password")
            password = Secret::fromUtf8("not it");
        else if (what == u"port")
            profile.port = 1;
        else if (what == u"database")
            profile.database = QStringLiteral("nowhere");
        else if (what == u"no schema")
            profile.database = QStringLiteral("postgres");
        else if (what == u"authority")
            profile.rootCertificate.clear(); // the system's, which do not know the test's own
        ConnectionProbe probe(OperatorScene::knownSchema() + (what == u"old schema" ? 1 : 0));
        const Error error = failure(probe, profile, std::move(password));
        QTEST(error.code, "code");
        QTRY_COMPARE(connections(), 0);
    }

    void isSilentOnceCancelled()
    {
        ConnectionProbe probe(OperatorScene::knownSchema());
        QSignalSpy succeeded(&probe, &ConnectionProbe::succeeded);
        QSignalSpy failed(&probe, &ConnectionProbe::failed);
        probe.start(m_profile, m_person.password.clone());
        probe.cancel();
        // The next one answers, the first never does.
        probe.start(m_profile, m_person.password.clone());
        QTRY_COMPARE(succeeded.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void aSecondTrialTakesTheFirstOnesPlace()
    {
        ConnectionProbe probe(OperatorScene::knownSchema());
        QSignalSpy succeeded(&probe, &ConnectionProbe::succeeded);
        QSignalSpy failed(&probe, &ConnectionProbe::failed);
        probe.start(m_profile, m_person.password.clone());
        probe.start(m_profile, Secret::fromUtf8("not it"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(succeeded.count(), 0);
    }
};

QTEST_GUILESS_MAIN(ConnectionProbeTest)
#include "tst_connection_probe.moc"
