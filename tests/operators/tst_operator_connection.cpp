// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"
#include "tests/support/MemorySearch.h"
#include "tests/support/OperatorScene.h"
#include "tests/support/TestResult.h"

#include <QFile>

#include <csignal>
#include <memory>

using namespace castellan;

namespace {

/// A process that is stopped and neither answers nor goes away, as long as this lives.
class Stopped {
public:
    explicit Stopped(qint64 pid)
        : m_pid(static_cast<pid_t>(pid))
    {
        kill(m_pid, SIGSTOP);
    }
    ~Stopped() { kill(m_pid, SIGCONT); }
    Q_DISABLE_COPY_MOVE(Stopped)

private:
    pid_t m_pid;
};

} // namespace

/// What becomes of a signed-in operator when connections break, elevations end, or somebody leaves.
class OperatorConnectionTest : public QObject {
    Q_OBJECT

private:
    bool run(const SqlStatement &statement)
    {
        const auto done = m_database->asSuperuser(statement);
        if (!done.hasValue())
            qWarning() << describe(done.error());
        return done.hasValue();
    }
    bool kill(const SqlSession &session)
    {
        return run(SqlStatement("select pg_terminate_backend($1)").bind(session.backendPid()));
    }
    bool endElevation()
    {
        return run(
            SqlStatement("select castellan_private.elevation_end($1, 'test')").bind(m_admin.role));
    }
    bool limitConnections(int limit)
    {
        return run(SqlStatement("select set_config('castellan.test', $1, false)")
                       .bind(QStringLiteral("alter role %1 connection limit %2")
                                 .arg(m_admin.role)
                                 .arg(limit)))
            && run(SqlStatement("do $$ begin execute current_setting('castellan.test'); end $$"));
    }
    /// The process that takes connections.
    qint64 postmaster()
    {
        QFile file(m_database->dataDirectory() + u"/postmaster.pid"_qs);
        return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
    }
    static bool isAdmitted(SqlSession &session)
    {
        return await(session.rows(SqlStatement("select * from castellan.my_session()"))).hasValue();
    }

    std::unique_ptr<TestDatabase> m_database;
    TestPerson m_admin;

private Q_SLOTS:
    void initTestCase()
    {
        auto made = TestDatabase::create();
        QVERIFY_RESULT(made);
        m_database = std::move(made).value();
    }
    void cleanupTestCase() { m_database.reset(); }
    void init()
    {
        QVERIFY_RESULT(m_database->renew());
        auto person = m_database->addOperator(QStringLiteral("admin"));
        QVERIFY_RESULT(person);
        m_admin = std::move(person).value();
    }

    void comesBackByItsTicket()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QList<SignInPhase> phases;
        connect(&scene.session, &OperatorSession::phaseChanged, this,
                [&phases](SignInPhase phase) { phases += phase; });
        QVERIFY(kill(scene.session.interactive()));
        QTRY_COMPARE(phases, (QList { SignInPhase::Lost, SignInPhase::SignedIn }));
        QVERIFY(isAdmitted(scene.session.interactive()));
        QVERIFY(isAdmitted(scene.session.background()));
    }

    void staysSignedInWithoutItsBackground()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QSignalSpy phases(&scene.session, &OperatorSession::phaseChanged);
        QSignalSpy lost(&scene.session.background(), &SqlSession::lost);
        QVERIFY(kill(scene.session.background()));
        QTRY_VERIFY(lost.count() > 0);
        QTRY_COMPARE(scene.session.background().state(), SessionState::Ready);
        QVERIFY(isAdmitted(scene.session.background()));
        QCOMPARE(phases.count(), 0);
    }

    void signsInWithoutABackgroundAndGetsItLater()
    {
        QVERIFY(limitConnections(1));
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(scene.session.background().state() != SessionState::Ready);
        QVERIFY(isAdmitted(scene.session.interactive()));
        QSignalSpy restored(&scene.session, &OperatorSession::backgroundRestored);
        QVERIFY(limitConnections(-1));
        QTRY_COMPARE_WITH_TIMEOUT(restored.count(), 1, 20'000);
        QVERIFY(isAdmitted(scene.session.background()));
    }

    void aLateBackgroundSignsNobodyIn()
    {
        QVERIFY(limitConnections(1));
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(endElevation());
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        QVERIFY(limitConnections(-1));
        // It would be tried every three seconds.
        QVERIFY(!QTest::qWaitFor(
            [&scene] { return scene.session.phase() == SignInPhase::SignedIn; }, 4000));
    }

    void anEarlierBackgroundSaysNothingOfALaterCode()
    {
        QVERIFY(limitConnections(1));
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        // An attempt at the background hangs while the elevation ends, and fails afterwards.
        auto hung = std::make_unique<Stopped>(postmaster());
        QTRY_COMPARE(scene.session.background().state(), SessionState::Connecting);
        QVERIFY(run(SqlStatement("delete from castellan_private.elevation where operator = $1")
                        .bind(m_admin.role)));
        scene.session.refresh();
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        hung.reset();
        QTRY_COMPARE(scene.session.background().state(), SessionState::Closed);
        // The code is judged for longer than it takes until the background is tried again.
        QVERIFY(run(SqlStatement("begin")));
        QVERIFY(run(SqlStatement("lock castellan_private.sign_in_attempt")));
        QSignalSpy phases(&scene.session, &OperatorSession::phaseChanged);
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        scene.session.submitCode(Secret::fromUtf16(TestDatabase::code(m_admin)));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QVERIFY(run(SqlStatement("rollback")));
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code, ErrorCode::Timeout);
        QCOMPARE(phases.count(), 2); // Judging and back
        QCOMPARE(scene.session.phase(), SignInPhase::SignInAgain);
    }

    void signsOutOfAServerThatHangs()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        const Stopped hung(scene.session.interactive().backendPid());
        scene.session.signOut();
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QTRY_COMPARE_WITH_TIMEOUT(scene.session.interactive().state(), SessionState::Closed, 8000);
    }

    void asksForThePasswordWhenItChangedMeanwhile()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QSignalSpy failed(&scene.session, &OperatorSession::failed);
        QVERIFY(
            run(SqlStatement("select set_config('castellan.test', $1, false)")
                    .bind(QStringLiteral("alter role %1 password 'another'").arg(m_admin.role))));
        QVERIFY(run(SqlStatement("do $$ begin execute current_setting('castellan.test'); end $$")));
        QVERIFY(kill(scene.session.interactive()));
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().code,
                 ErrorCode::AuthenticationFailed);
        QCOMPARE(scene.session.interactive().state(), SessionState::Closed);
        QCOMPARE(scene.session.background().state(), SessionState::Closed);
    }

    void getsABackgroundBackThatWasNotAdmitted()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QSignalSpy restored(&scene.session, &OperatorSession::backgroundRestored);
        // Not admitted for a while, though the elevation lives.
        QVERIFY(run(SqlStatement("create temp table kept as"
                                 " select ticket_sha256 from castellan_private.elevation")));
        QVERIFY(run(SqlStatement("update castellan_private.elevation set ticket_sha256 ="
                                 " sha256(ticket_sha256)")));
        QVERIFY(kill(scene.session.background()));
        QTRY_COMPARE(scene.session.background().state(), SessionState::SignInAgain);
        QCOMPARE(scene.session.phase(), SignInPhase::SignedIn);
        QVERIFY(run(SqlStatement("update castellan_private.elevation e"
                                 "   set ticket_sha256 = k.ticket_sha256 from pg_temp.kept k")));
        QTRY_COMPARE_WITH_TIMEOUT(restored.count(), 1, 20'000);
        QVERIFY(isAdmitted(scene.session.background()));
    }

    void asksForACodeOnceTheElevationIsOver()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(endElevation());
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        QVERIFY(!isAdmitted(scene.session.interactive()));
        // The code alone: the password is known and the connection stands.
        QSignalSpy phases(&scene.session, &OperatorSession::phaseChanged);
        QVERIFY(scene.submit(m_admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
        QCOMPARE(phases.constFirst().constFirst().value<SignInPhase>(), SignInPhase::Judging);
        QVERIFY(isAdmitted(scene.session.interactive()));
        QVERIFY(isAdmitted(scene.session.background()));
        // And the new ticket is the one it comes back by.
        QVERIFY(kill(scene.session.interactive()));
        QVERIFY(scene.reaches(SignInPhase::Lost));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
    }

    void refusesAWrongCodeWhenSigningInAgain()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(endElevation());
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        QSignalSpy refused(&scene.session, &OperatorSession::refused);
        scene.session.submitCode(Secret::fromUtf8("nothing"));
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(scene.session.phase(), SignInPhase::SignInAgain);
    }

    void aSecondConsoleTakesOver()
    {
        OperatorScene first(*m_database);
        QVERIFY(first.signInAs(m_admin));
        OperatorScene second(*m_database);
        QVERIFY(second.signInAs(m_admin));
        QVERIFY(first.reaches(SignInPhase::SignInAgain));
        QCOMPARE(second.session.phase(), SignInPhase::SignedIn);
        QCOMPARE(second.elevations(m_admin), 1);
    }

    void survivesACrashOfTheServer()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(m_database->crash());
        // Elevations are in unlogged tables, which a crash empties: a code is asked for.
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        QVERIFY(scene.submit(m_admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
    }

    void signingOutEndsTheElevation()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QCOMPARE(scene.elevations(m_admin), 1);
        scene.session.signOut();
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut); // at once, whatever the network
        QVERIFY(scene.session.rights().isEmpty());
        QTRY_COMPARE(scene.elevations(m_admin), 0);
        QTRY_COMPARE(scene.session.interactive().state(), SessionState::Closed);
        QCOMPARE(scene.session.background().state(), SessionState::Closed);
    }

    void endsTheElevationThoughItIsGoneAtOnce()
    {
        auto scene = std::make_unique<OperatorScene>(*m_database);
        QVERIFY(scene->signInAs(m_admin));
        scene->session.signOut();
        scene.reset(); // the window was closed
        OperatorScene other(*m_database);
        QTRY_COMPARE(other.elevations(m_admin), 0);
    }

    void forgetsPasswordAndTicket()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        QByteArray needle;
        for (const char c : m_admin.password.view())
            needle += MemorySearch::unmask(c);
        const int before = MemorySearch::copies(needle); // the test's own
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(MemorySearch::copies(needle) > before);
        scene.session.signOut();
        QTRY_COMPARE(MemorySearch::copies(needle), before);
    }

    void countsActivityOnceAMinute()
    {
        FakeClock clock(QDateTime::currentDateTimeUtc());
        OperatorSession session(OperatorScene::knownSchema(), clock);
        session.connectTo(m_database->profile(m_admin), m_admin.password.clone());
        QTRY_COMPARE(session.phase(), SignInPhase::AwaitingCode);
        session.submitCode(Secret::fromUtf16(TestDatabase::code(m_admin)));
        QTRY_COMPARE(session.phase(), SignInPhase::SignedIn);
        // As if the person had done nothing for five minutes.
        QVERIFY(run(SqlStatement("update castellan_private.elevation_activity"
                                 "   set last_at = last_at - interval '5 minutes'")));
        const QDateTime idleUntil = session.info().idleUntil.addSecs(-240);
        QSignalSpy info(&session, &OperatorSession::infoChanged);
        clock.advance(59'000);
        session.noteActivity();
        clock.advance(1'000);
        session.noteActivity();
        session.noteActivity();
        QTRY_COMPARE(info.count(), 1);
        QVERIFY(session.info().idleUntil > idleUntil);
        // This computer's clock went on a minute, the server's did not.
        QVERIFY(session.clockOffsetSeconds() >= 55);
        QVERIFY_RESULT(await(session.interactive().rows(SqlStatement("select 1"))));
        QCOMPARE(info.count(), 1);
    }

    void noticesThatTheElevationRanOut()
    {
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(run(SqlStatement("delete from castellan_private.elevation where operator = $1")
                        .bind(m_admin.role)));
        scene.session.refresh();
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        QVERIFY(scene.submit(m_admin));
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
        QVERIFY(isAdmitted(scene.session.background()));
    }
};

QTEST_GUILESS_MAIN(OperatorConnectionTest)
#include "tst_operator_connection.moc"
