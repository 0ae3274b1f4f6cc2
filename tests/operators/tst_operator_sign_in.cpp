// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OperatorScene.h"
#include "tests/support/TestResult.h"

#include <QFile>

#include <memory>

using namespace castellan;

/// An operator's way in, on a real server: password, schema, code, and each way it can end.
class OperatorSignInTest : public QObject {
    Q_OBJECT

private:
    TestPerson person(const QString &kind)
    {
        auto made = m_database->addOperator(kind);
        return made.hasValue() ? std::move(made).value() : TestPerson {};
    }
    static QString wrongCode(const TestPerson &person)
    {
        QStringList right;
        for (int step = -30; step <= 30; ++step)
            right += TestDatabase::code(person, step);
        QString code = QStringLiteral("000000");
        for (int i = 0; right.contains(code); ++i)
            code = QString::number(100'000 + i);
        return code;
    }
    /// What a code came to; empty when nothing was said in time.
    static QString outcomeOf(OperatorScene &scene, const QString &code)
    {
        QSignalSpy refused(&scene.session, &OperatorSession::refused);
        scene.session.submitCode(Secret::fromUtf16(code));
        if (!refused.wait(20'000))
            return {};
        return refused.constFirst().constFirst().value<SignInVerdict>().outcome;
    }
    static Error failureOf(QSignalSpy &failed)
    {
        return failed.count() == 1 ? failed.constFirst().constFirst().value<Error>() : Error {};
    }

    /// From now on the first call of this function fails: with this SQLSTATE, or by the end of its
    /// connection.
    bool strike(const QString &function, const QString &state)
    {
        const QList<SqlStatement> steps {
            SqlStatement("create sequence public.strikes"),
            SqlStatement("create function public.strike(state text) returns void"
                         " language plpgsql security definer as $$ begin"
                         "   if nextval('public.strikes') > 1 then return; end if;"
                         "   if state <> '' then raise exception using errcode = state; end if;"
                         "   perform pg_terminate_backend(pg_backend_pid()), pg_sleep(20);"
                         " end $$"),
            SqlStatement("select set_config('castellan.function', $1, false),"
                         "       set_config('castellan.state', $2, false)")
                .bind(function)
                .bind(state),
            SqlStatement("do $$ begin execute ("
                         "  select regexp_replace(pg_get_functiondef(p.oid), E'\\nbegin\\n',"
                         "      format(E'\nbegin perform public.strike(%L);\n',"
                         "             current_setting('castellan.state')))"
                         "    from pg_proc p where p.pronamespace = 'castellan'::regnamespace"
                         "     and p.proname = current_setting('castellan.function')); end $$"),
        };
        return std::all_of(steps.cbegin(), steps.cend(), [this](const SqlStatement &step) {
            const auto done = m_database->asSuperuser(step);
            if (!done.hasValue())
                qWarning() << describe(done.error());
            return done.hasValue();
        });
    }

    std::unique_ptr<TestDatabase> m_database;

private Q_SLOTS:
    void initTestCase()
    {
        auto made = TestDatabase::create();
        QVERIFY_RESULT(made);
        m_database = std::move(made).value();
    }
    void cleanupTestCase() { m_database.reset(); }
    void init() { QVERIFY_RESULT(m_database->renew()); }

    void goesInByPasswordAndCode()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QList<SignInPhase> phases;
        connect(&scene.session, &OperatorSession::phaseChanged, this,
                [&phases](SignInPhase phase) { phases += phase; });
        QSignalSpy rights(&scene.session, &OperatorSession::rightsChanged);
        QVERIFY(scene.signInAs(admin));
        const QList<SignInPhase> expected { SignInPhase::Connecting, SignInPhase::AwaitingCode,
                                            SignInPhase::Judging, SignInPhase::SignedIn };
        QCOMPARE(phases, expected);
        QCOMPARE(rights.count(), 1);

        const OperatorInfo &info = scene.session.info();
        QCOMPARE(info.role, admin.role);
        QCOMPARE(info.kind, OperatorKind::Admin);
        QCOMPARE(info.rank, QStringLiteral("admin"));
        QVERIFY(info.idleUntil > info.serverTime && info.expiresAt >= info.idleUntil);
        QVERIFY(!info.productName.isEmpty());
        QVERIFY(std::abs(scene.session.clockOffsetSeconds()) <= 1);
        QVERIFY(!scene.session.isReadOnly());
        QVERIFY(scene.session.server().tls.hostChecked);
    }

    void admitsTheBackgroundConnection()
    {
        const TestPerson helpdesk = person(QStringLiteral("helpdesk"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(helpdesk));
        QCOMPARE(scene.session.background().state(), SessionState::Ready);
        const SqlStatement mine("select * from castellan.my_session()");
        QVERIFY_RESULT(await(scene.session.background().rows(mine)));
        const auto members = m_database->asSuperuser(
            SqlStatement("select count(*) from castellan_private.elevation_member m"
                         "  join castellan_private.elevation e on e.id = m.elevation"
                         " where e.operator = $1")
                .bind(helpdesk.role));
        QVERIFY_RESULT(members);
        QCOMPARE(members.value().constFirst().integer("count"), qint64(2));
    }

    void tellsWhatEachKindMayDo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("enrols");
        QTest::addRow("admin") << u"admin"_qs << true;
        QTest::addRow("helpdesk") << u"helpdesk"_qs << true;
        QTest::addRow("auditor") << u"auditor"_qs << false;
    }
    void tellsWhatEachKindMayDo()
    {
        QFETCH(QString, kind);
        QFETCH(bool, enrols);
        const TestPerson one = person(kind);
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(one));
        QHash<QString, Right> rights;
        for (const Right &right : scene.session.rights())
            rights.insert(right.function, right);
        QVERIFY(rights.contains(u"account_list"_qs));
        QVERIFY(rights.value(u"account_list"_qs).allowed);
        QCOMPARE(rights.value(u"otp_enrol_request"_qs).allowed, enrols);
        QCOMPARE(rights.value(u"otp_enrol_request"_qs).reason, enrols ? QString() : u"role"_qs);
    }

    void saysThatThePasswordIsWrong()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        scene.session.connectTo(m_database->profile(admin), Secret::fromUtf8("not it"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failureOf(failed).code, ErrorCode::AuthenticationFailed);
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        // And nothing is in the way of the right one.
        QVERIFY(scene.signInAs(admin));
    }

    void saysThatThereIsNoSchema()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        ConnectionProfile elsewhere = m_database->profile(admin);
        elsewhere.database = QStringLiteral("postgres");
        scene.session.connectTo(elsewhere, admin.password.clone());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failureOf(failed).code, ErrorCode::SchemaMissing);
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
    }

    void refusesASchemaThatIsTooOld()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database, +1);
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        scene.session.connectTo(m_database->profile(admin), admin.password.clone());
        QTRY_COMPARE(failed.count(), 1);
        const Error error = failureOf(failed);
        QCOMPARE(error.code, ErrorCode::SchemaTooOld);
        QCOMPARE(error.facts.value(u"found"_qs).toInt(), OperatorScene::knownSchema());
        QCOMPARE(error.facts.value(u"known"_qs).toInt(), OperatorScene::knownSchema() + 1);
    }

    void onlyLooksAtASchemaThatIsNewer()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database, -1);
        QVERIFY(scene.signInAs(admin));
        QVERIFY(scene.session.isReadOnly());
    }

    void refusesAWrongCodeAndTakesTheNext()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        QCOMPARE(outcomeOf(scene, wrongCode(admin)), u"refused"_qs);
        QCOMPARE(scene.session.phase(), SignInPhase::AwaitingCode);
        QCOMPARE(scene.elevations(admin), 0);
        QVERIFY(scene.submit(admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
    }

    void locksAfterWrongCodes()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        QSignalSpy refused(&scene.session, &OperatorSession::refused);
        QString outcome;
        for (int i = 0; i < 12 && outcome != u"locked"; ++i)
            outcome = outcomeOf(scene, wrongCode(admin));
        QCOMPARE(outcome, u"locked"_qs);
        // The right code is not even judged, and when to come back is said.
        QCOMPARE(outcomeOf(scene, TestDatabase::code(admin)), u"locked"_qs);
        const auto verdict = refused.constLast().constFirst().value<SignInVerdict>();
        QVERIFY(verdict.retryAt > QDateTime::currentDateTimeUtc());
        QCOMPARE(scene.session.phase(), SignInPhase::AwaitingCode);
    }

    void takesNoCodeTwice()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        const QString code = TestDatabase::code(admin);
        scene.session.submitCode(Secret::fromUtf16(code));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
        scene.session.signOut();
        QVERIFY(scene.connectAs(admin));
        QCOMPARE(outcomeOf(scene, code), u"replayed"_qs);
        QCOMPARE(scene.session.phase(), SignInPhase::AwaitingCode);
    }

    void takesCodesOnlyWhenItAskedForOne()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QSignalSpy phases(&scene.session, &OperatorSession::phaseChanged);
        scene.session.submitCode(Secret::fromUtf8("123456"));
        QCOMPARE(phases.count(), 0);
        QVERIFY(scene.signInAs(admin));
        phases.clear();
        scene.session.submitCode(Secret::fromUtf8("123456"));
        QCOMPARE(phases.count(), 0);
    }

    void saysThatTheConnectionBrokeBeforeTheVerdict_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addRow("during begin") << u"sign_in_begin"_qs;
        QTest::addRow("between begin and finish") << u"sign_in_finish"_qs;
    }
    void saysThatTheConnectionBrokeBeforeTheVerdict()
    {
        QFETCH(QString, function);
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        QVERIFY(strike(function, {}));
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        QVERIFY(scene.submit(admin));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failureOf(failed).code, ErrorCode::ConnectionLost);
        QCOMPARE(scene.session.phase(), SignInPhase::AwaitingCode);
        QTRY_COMPARE(scene.session.interactive().state(), SessionState::Ready);
        QCOMPARE(scene.elevations(admin), 0);
        QVERIFY(scene.submit(admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
    }

    void goesOnWhenTheConnectionBrokeAfterTheVerdict_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addRow("session") << u"my_session"_qs;
        QTest::addRow("rights") << u"my_rights"_qs;
        QTest::addRow("background") << u"sign_in_join"_qs;
    }
    void goesOnWhenTheConnectionBrokeAfterTheVerdict()
    {
        QFETCH(QString, function);
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        QVERIFY(strike(function, {}));
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        QVERIFY(scene.submit(admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn)); // by the same code
        QCOMPARE(failed.count(), 0);
        QVERIFY(!scene.session.rights().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(scene.session.background().state(), SessionState::Ready, 10'000);
    }

    void isNotLeftElevatedWhenItCanNotGoOn()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        QVERIFY(strike(u"my_session"_qs, u"53100"_qs)); // the disk is full
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        QVERIFY(scene.submit(admin));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QTRY_COMPARE(scene.elevations(admin), 0);
    }

    void comesBackThoughItWasNotJudgedAtOnce()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(admin));
        QList<SignInPhase> phases;
        connect(&scene.session, &OperatorSession::phaseChanged, this,
                [&phases](SignInPhase phase) { phases += phase; });
        QVERIFY(strike(u"sign_in_join"_qs, u"55P03"_qs)); // somebody holds a lock
        QVERIFY_RESULT(
            m_database->asSuperuser(SqlStatement("select pg_terminate_backend($1)")
                                        .bind(scene.session.interactive().backendPid())));
        QTRY_COMPARE(phases, (QList { SignInPhase::Lost, SignInPhase::SignedIn }));
    }

    void saysThatTheKeyIsMissing()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QVERIFY(scene.connectAs(admin));
        const QString aside = m_database->keyFile() + u".aside"_qs;
        QVERIFY(QFile::rename(m_database->keyFile(), aside));
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        QVERIFY(scene.submit(admin));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(QFile::rename(aside, m_database->keyFile()));
        QCOMPARE(failureOf(failed).code, ErrorCode::KeyUnavailable);
        QCOMPARE(scene.session.phase(), SignInPhase::AwaitingCode);
        QVERIFY(scene.submit(admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
    }

    void saysThatARoleIsNobody()
    {
        const QString role = QStringLiteral("nobody_at_all");
        QVERIFY_RESULT(m_database->server().createRole(role, "secret"));
        OperatorScene scene(*m_database);
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        scene.session.connectTo(m_database->server().profile(m_database->name(), role),
                                Secret::copyOf("secret"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failureOf(failed).code, ErrorCode::PermissionDenied);
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
    }

    void givesUpWhenAskedTo()
    {
        const TestPerson admin = person(QStringLiteral("admin"));
        OperatorScene scene(*m_database);
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        scene.session.connectTo(m_database->profile(admin), admin.password.clone());
        scene.session.signOut();
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QVERIFY(scene.signInAs(admin)); // the first connect answers nobody
        QCOMPARE(failed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(OperatorSignInTest)
#include "tst_operator_sign_in.moc"
