// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Deliver.h"
#include "models/database/SqlSession.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"
#include "tests/support/TestServer.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>

using namespace castellan;

namespace {

const QString kDatabase = QStringLiteral("postgres");

SqlSession::Options impatient()
{
    SqlSession::Options options;
    options.firstRetryMs = 20;
    options.longestRetryMs = 200;
    return options;
}

SqlStatement sleepFor(double seconds)
{
    return SqlStatement("select pg_catalog.pg_sleep($1)").bind(seconds);
}

struct Sleeper {
    static Result<Sleeper> fromRow(const SqlRow &) { return Sleeper {}; }
};

bool hasState(const QSignalSpy &spy, SessionState state)
{
    return std::any_of(spy.cbegin(), spy.cend(), [state](const QList<QVariant> &arguments) {
        return arguments.constFirst().value<SessionState>() == state;
    });
}

} // namespace

class SqlSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_server.start()); }

    void cleanupTestCase() { QVERIFY_RESULT(m_server.stop()); }

    void tellsItsStates()
    {
        SqlSession session;
        const QSignalSpy spy(&session, &SqlSession::stateChanged);
        QCOMPARE(session.state(), SessionState::Closed);
        const auto future = session.open(m_server.superuser(), m_server.superuserPassword());
        QCOMPARE(session.state(), SessionState::Connecting);
        const auto opened = await(future);
        QVERIFY_RESULT(opened);
        QCOMPARE(session.state(), SessionState::Ready);
        QVERIFY(opened.value().backendPid > 0);
        QVERIFY(opened.value().version >= 150000);
        QVERIFY(session.tls().encrypted);
        QVERIFY(session.tls().hostChecked);
        QVERIFY(session.tls().protocol.startsWith(QLatin1StringView("TLSv1.")));
        QVERIFY(!session.tls().cipher.isEmpty());
        session.close();
        QCOMPARE(session.state(), SessionState::Closed);
        QCOMPARE(spy.count(), 3);
    }

    void answersNotConnected()
    {
        SqlSession session;
        const auto answer = await(session.rows(SqlStatement("select 1")));
        QCOMPARE(answer.error().code, ErrorCode::NotConnected);
    }

    void fetchesStructs()
    {
        struct Person {
            QString name;
            qint64 age = 0;
            static Result<Person> fromRow(const SqlRow &row)
            {
                return Person { row.text("name"), row.integer("age") };
            }
        };
        struct Stranger {
            static Result<Stranger> fromRow(const SqlRow &row)
            {
                row.text("nowhere");
                return Stranger {};
            }
        };
        const auto session = m_server.superuserSession(kDatabase);
        const SqlStatement two(
            "select * from (values ('Ann', 41), ('Bob', 42)) as v (name, age) order by age");
        const auto people = await(session->fetch<Person>(two));
        QVERIFY_RESULT(people);
        QCOMPARE(people.value().size(), 2);
        QCOMPARE(people.value().at(1).name, QStringLiteral("Bob"));
        QCOMPARE(people.value().at(1).age, 42);
        QCOMPARE(await(session->fetchOne<Person>(two)).value().name, QStringLiteral("Ann"));
        QCOMPARE(await(session->fetch<Stranger>(two)).error().code, ErrorCode::Malformed);
        const SqlStatement none("select 1 as name, 1 as age where false");
        QCOMPARE(await(session->fetchOne<Person>(none)).error().code, ErrorCode::NotFound);
    }

    void keepsTheOrderAndDoesNotBlock()
    {
        const auto session = m_server.superuserSession(kDatabase);
        QList<int> order;
        for (int i = 0; i < 20; ++i) {
            deliver(session->rows(SqlStatement("select $1 as n").bind(i)), this,
                    [&order](const Result<SqlRows> &rows) {
                        order += static_cast<int>(rows.value().constFirst().integer("n"));
                    });
        }
        QVERIFY(order.isEmpty());
        QTRY_COMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    }

    void dropsStaleAnswers()
    {
        const auto session = m_server.superuserSession(kDatabase);
        LatestRequest latest;
        QStringList shown;
        for (const QString &typed :
             { QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("ann") }) {
            latest.deliver(session->rows(SqlStatement("select $1 as t").bind(typed)), this,
                           [&shown](const Result<SqlRows> &rows) {
                               shown += rows.value().constFirst().text("t");
                           });
        }
        QTRY_COMPARE(shown, QStringList { QStringLiteral("ann") });
    }

    void skipsWhatWasGivenUpWhileWaiting()
    {
        const auto session = m_server.superuserSession(kDatabase);
        QVERIFY_RESULT(await(session->rows(SqlStatement("create temp sequence used"))));
        auto first = session->rows(sleepFor(0.1));
        auto second = session->rows(SqlStatement("select pg_catalog.nextval('pg_temp.used')"));
        second.cancel();
        QVERIFY_RESULT(await(first));
        const auto count =
            await(session->rows(SqlStatement("select pg_catalog.nextval('pg_temp.used') as n")));
        QCOMPARE(count.value().constFirst().integer("n"), 1);
        QCOMPARE(await(second).error().code, ErrorCode::Cancelled);
    }

    void pipelines()
    {
        const auto session = m_server.superuserSession(kDatabase);
        const auto both = await(session->pipeline(
            { SqlStatement("select 1 as n"), SqlStatement("select 2 as n union select 3 as n") }));
        QVERIFY_RESULT(both);
        QCOMPARE(both.value().at(0).size(), 1);
        QCOMPARE(both.value().at(1).size(), 2);
        // Each is its own transaction: the good one after a failure has its effect.
        QVERIFY_RESULT(await(session->rows(SqlStatement("create temp table kept (n int)"))));
        const auto failed = await(session->pipeline(
            { SqlStatement("select 1/0"), SqlStatement("insert into pg_temp.kept values (1)") }));
        QVERIFY(!failed.hasValue());
        const auto kept =
            await(session->rows(SqlStatement("select count(*) as n from pg_temp.kept")));
        QCOMPARE(kept.value().constFirst().integer("n"), 1);
    }

    void streamsInChunks()
    {
        const auto session = m_server.superuserSession(kDatabase);
        qint64 sum = 0;
        int chunks = 0;
        qsizetype largest = 0;
        const auto streamed = await(session->stream(
            SqlStatement("select n from pg_catalog.generate_series(1, 20000) as s (n)"), this,
            [&](const SqlRows &rows) {
                ++chunks;
                largest = std::max(largest, rows.size());
                for (const SqlRow &row : rows)
                    sum += row.integer("n");
            }));
        QVERIFY_RESULT(streamed);
        QCOMPARE(streamed.value(), 20000);
        QCOMPARE(sum, qint64(20000) * 20001 / 2);
        QCOMPARE(chunks, 40);
        QCOMPARE(largest, 500);
    }

    void stopsAStreamWhoseReceiverDied()
    {
        const auto session = m_server.superuserSession(kDatabase);
        auto receiver = std::make_unique<QObject>();
        int chunks = 0;
        const auto future =
            session->stream(SqlStatement("select pg_catalog.generate_series(1, 100000000) as n"),
                            receiver.get(), [&](const SqlRows &) {
                                if (++chunks == 2)
                                    receiver.reset();
                            });
        QCOMPARE(await(future).error().code, ErrorCode::Cancelled);
        QCOMPARE(chunks, 2);
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1"))));
    }

    void copiesOut()
    {
        const auto session = m_server.superuserSession(kDatabase);
        QByteArray text;
        const auto copied = await(session->copyOut(
            SqlStatement("copy (select n from pg_catalog.generate_series(1, 100000) as s (n))"
                         " to stdout"),
            this, [&](const QByteArray &block) { text += block; }));
        QVERIFY_RESULT(copied);
        QCOMPARE(copied.value(), text.size());
        QCOMPARE(text.count('\n'), 100000);
        QVERIFY(text.endsWith("100000\n"));
        QVERIFY(!await(session->copyOut(SqlStatement("copy nowhere to stdout"), this,
                                        [](const QByteArray &) {}))
                     .hasValue());
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1"))));
    }

    void timesOut()
    {
        const auto session = m_server.superuserSession(kDatabase);
        session->setStatementTimeout(150);
        QCOMPARE(await(session->rows(sleepFor(30))).error().code, ErrorCode::Timeout);
        session->setStatementTimeout(0);
        QVERIFY_RESULT(await(session->rows(sleepFor(0.2))));
    }

    void cancelsOverTheOtherSession_data()
    {
        QTest::addColumn<bool>("peer");
        QTest::newRow("other session") << true;
        QTest::newRow("PQcancel") << false;
    }

    void cancelsOverTheOtherSession()
    {
        QFETCH(const bool, peer);
        const auto session = m_server.superuserSession(kDatabase);
        const auto other = m_server.superuserSession(kDatabase);
        if (peer)
            session->setCancelPeer(other.get());
        auto slow = session->rows(sleepFor(60));
        const auto next = session->rows(SqlStatement("select 1"));
        slow.cancel();
        QCOMPARE(await(slow).error().code, ErrorCode::Cancelled);
        QVERIFY_RESULT(await(next, 10'000));
        slow.cancel(); // it runs no more: nothing happens, and the next is not hit
        QVERIFY_RESULT(await(session->rows(sleepFor(0.5))));
    }

    void cancelsThoughTheOtherSessionIsBusy()
    {
        const auto session = m_server.superuserSession(kDatabase);
        const auto other = m_server.superuserSession(kDatabase);
        session->setCancelPeer(other.get());
        other->setCancelPeer(session.get());
        // Each is to be cancelled over the other one.
        auto slow = session->rows(sleepFor(60));
        auto counting = other->rows(sleepFor(60));
        slow.cancel();
        counting.cancel();
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1")), 10'000));
        QVERIFY_RESULT(await(other->rows(SqlStatement("select 1")), 10'000));
    }

    void stopsOnTheServerWhatWasSuperseded()
    {
        const auto session = m_server.superuserSession(kDatabase);
        LatestQuery latest;
        QStringList shown;
        const auto show = [&shown](const Result<SqlRows> &rows) {
            shown += rows.value().constFirst().text("t");
        };
        latest.deliver(session->rows(SqlStatement("select pg_sleep(60)::text as t")), this, show);
        latest.deliver(session->rows(SqlStatement("select 'new' as t")), this, show);
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList { QStringLiteral("new") }, 10'000);
        // What a list makes of the rows is made in the request, and cancelled with it.
        auto made = session->fetch<Sleeper>(SqlStatement("select pg_sleep(60)::text as t"),
                                            [](const QList<Sleeper> &all) { return all.size(); });
        made.cancel();
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1")), 10'000));
    }

    void endsInCancelledWhenClosed()
    {
        const auto session = m_server.superuserSession(kDatabase);
        const auto slow = session->rows(sleepFor(60));
        const auto waiting = session->rows(SqlStatement("select 1"));
        session->close();
        QCOMPARE(await(slow).error().code, ErrorCode::Cancelled);
        QCOMPARE(await(waiting).error().code, ErrorCode::Cancelled);
    }

    void endsInCancelledWhenDestroyed()
    {
        auto session = m_server.superuserSession(kDatabase);
        const auto slow = session->rows(sleepFor(60));
        session.reset();
        QCOMPARE(await(slow).error().code, ErrorCode::Cancelled);
    }

    void hearsNotifications()
    {
        const auto session = m_server.superuserSession(kDatabase);
        QSignalSpy spy(session.get(), &SqlSession::notification);
        QVERIFY_RESULT(await(session->rows(SqlStatement("listen castellan_test"))));
        QVERIFY_RESULT(m_server.run(kDatabase, { "notify castellan_test, 'id 7'" }));
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("castellan_test"));
        QCOMPARE(spy[0][1].toString(), QStringLiteral("id 7"));
    }

    void comesBackWhenTheBackendIsKilled()
    {
        const auto session = m_server.superuserSession(kDatabase, impatient());
        const int before = session->backendPid();
        const QSignalSpy states(session.get(), &SqlSession::stateChanged);
        const QSignalSpy lost(session.get(), &SqlSession::lost);
        const auto slow = session->rows(sleepFor(60));
        const auto waiting = session->rows(SqlStatement("select 1"));
        QVERIFY_RESULT(m_server.run(
            kDatabase, { "select pg_terminate_backend(" + QByteArray::number(before) + ")" }));
        const auto error = await(slow).error();
        QCOMPARE(error.code, ErrorCode::ConnectionLost);
        QCOMPARE(error.facts.value(QStringLiteral("outcome")).toString(),
                 QStringLiteral("unknown"));
        const auto unsent = await(waiting).error();
        QCOMPARE(unsent.code, ErrorCode::ConnectionLost);
        QCOMPARE(unsent.facts.value(QStringLiteral("outcome")).toString(),
                 QStringLiteral("not_sent"));
        QTRY_COMPARE(session->state(), SessionState::Ready);
        QVERIFY(hasState(states, SessionState::Lost));
        QCOMPARE(lost.count(), 1);
        QVERIFY(session->backendPid() != before);
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1"))));
    }

    void noticesWhileIdle()
    {
        const auto session = m_server.superuserSession(kDatabase, impatient());
        const QSignalSpy states(session.get(), &SqlSession::stateChanged);
        QVERIFY_RESULT(m_server.run(
            kDatabase,
            { "select pg_terminate_backend(" + QByteArray::number(session->backendPid()) + ")" }));
        QTRY_VERIFY(hasState(states, SessionState::Lost));
        QTRY_COMPARE(session->state(), SessionState::Ready);
    }

    void comesBackWhenTheServerRestarts()
    {
        const auto session = m_server.superuserSession(kDatabase, impatient());
        const QSignalSpy lost(session.get(), &SqlSession::lost);
        session->setStatementTimeout(1234);
        QVERIFY_RESULT(m_server.stop(PostgresServer::StopMode::Immediate));
        QTRY_COMPARE(session->state(), SessionState::Lost);
        QTRY_VERIFY(lost.count() >= 3); // it keeps trying
        QCOMPARE(await(session->rows(SqlStatement("select 1"))).error().code,
                 ErrorCode::NotConnected);
        QVERIFY_RESULT(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), SessionState::Ready, 20'000);
        const auto timeout = await(session->rows(SqlStatement("show statement_timeout")));
        QCOMPARE(timeout.value().constFirst().text("statement_timeout"), QStringLiteral("1234ms"));
    }

    void staysClosedWhenItWasClosedWhileLost()
    {
        const auto session = m_server.superuserSession(kDatabase, impatient());
        const QSignalSpy states(session.get(), &SqlSession::stateChanged);
        QVERIFY_RESULT(m_server.run(
            kDatabase,
            { "select pg_terminate_backend(" + QByteArray::number(session->backendPid()) + ")" }));
        QTRY_VERIFY(hasState(states, SessionState::Lost));
        session->close();
        QCOMPARE(session->state(), SessionState::Closed);
        const auto again = m_server.superuserSession(kDatabase);
        QCOMPARE(session->state(), SessionState::Closed);
    }

    void isAdmittedByItsTicket()
    {
        QVERIFY_RESULT(m_server.run(
            kDatabase,
            { "create schema if not exists door", "create table if not exists door.ticket (t text)",
              "truncate door.ticket", "insert into door.ticket values ('good')",
              R"(create or replace function door.join(t text, out ok boolean) language sql as
                  $$ select exists (select from door.ticket k where k.t = $1) $$)" }));
        const auto session = m_server.superuserSession(kDatabase, impatient());
        session->setAdmission([] {
            return SqlStatement("select * from door.join($1)").bind(Secret::copyOf("good"));
        });
        const QSignalSpy states(session.get(), &SqlSession::stateChanged);
        const auto killIt = [&] {
            return m_server.run(kDatabase,
                                { "select pg_terminate_backend("
                                  + QByteArray::number(session->backendPid()) + ")" });
        };
        QVERIFY_RESULT(killIt());
        QTRY_VERIFY(hasState(states, SessionState::Lost));
        QTRY_COMPARE(session->state(), SessionState::Ready);
        // The ticket is no longer good: the connection is there, the person is asked.
        QVERIFY_RESULT(m_server.run(kDatabase, { "delete from door.ticket" }));
        QVERIFY_RESULT(killIt());
        QTRY_COMPARE(session->state(), SessionState::SignInAgain);
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1"))));
        // Signed in anew, with a new ticket.
        session->setAdmission(
            [] { return SqlStatement("select * from door.join($1)").bind(Secret::copyOf("new")); });
        QTRY_COMPARE(session->state(), SessionState::Ready);
    }

    void isNotRefusedByWhatJudgesNothing_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("a lock") << QByteArray("55P03");
        QTest::newRow("a full disk") << QByteArray("53100");
        QTest::newRow("an end that did not come") << QByteArray("57P01");
    }

    void isNotRefusedByWhatJudgesNothing()
    {
        QFETCH(const QByteArray, state);
        // Fails the first time.
        QVERIFY_RESULT(
            m_server.run(kDatabase,
                         { "drop schema if exists hatch cascade", "create schema hatch",
                           "create sequence hatch.knocks",
                           "create function hatch.join(out ok boolean) language plpgsql as $$ begin"
                           "  if nextval('hatch.knocks') = 1 then raise sqlstate '"
                               + state + "'; end if; ok := true; end $$" }));
        const auto session = m_server.superuserSession(kDatabase, impatient());
        session->setAdmission([] { return SqlStatement("select * from hatch.join()"); });
        const QSignalSpy states(session.get(), &SqlSession::stateChanged);
        const QSignalSpy lost(session.get(), &SqlSession::lost);
        QVERIFY_RESULT(m_server.run(
            kDatabase,
            { "select pg_terminate_backend(" + QByteArray::number(session->backendPid()) + ")" }));
        QTRY_COMPARE(lost.count(), 2); // broken, then not judged
        QTRY_COMPARE(session->state(), SessionState::Ready);
        QVERIFY(!hasState(states, SessionState::SignInAgain));
    }

    void leavesAServerThatHangs()
    {
        SqlSession::Options options = impatient();
        options.statementTimeoutMs = 200;
        const auto session = m_server.superuserSession(kDatabase, options);
        const int hung = session->backendPid();
        kill(hung, SIGSTOP);
        const auto answer = await(session->rows(SqlStatement("select 1")));
        QTRY_COMPARE(session->state(), SessionState::Ready);
        kill(hung, SIGCONT);
        QCOMPARE(answer.error().code, ErrorCode::ConnectionLost);
        QCOMPARE(answer.error().facts.value(QStringLiteral("outcome")).toString(),
                 QStringLiteral("unknown"));
        QVERIFY(session->backendPid() != hung);
    }

    void asksForThePersonWhenThePasswordChanged()
    {
        QVERIFY_RESULT(m_server.createRole(QStringLiteral("changing"), "first"));
        SqlSession session(impatient());
        QVERIFY_RESULT(await(session.open(m_server.profile(kDatabase, QStringLiteral("changing")),
                                          Secret::copyOf("first"))));
        QVERIFY_RESULT(m_server.run(
            kDatabase,
            { "alter role changing password 'second'",
              "select pg_terminate_backend(" + QByteArray::number(session.backendPid()) + ")" }));
        const QSignalSpy lost(&session, &SqlSession::lost);
        QTRY_COMPARE(session.state(), SessionState::Closed);
        QCOMPARE(lost.constLast().constFirst().value<Error>().code,
                 ErrorCode::AuthenticationFailed);
        QCOMPARE(await(session.rows(SqlStatement("select 1"))).error().code,
                 ErrorCode::NotConnected);
        QVERIFY_RESULT(await(session.open(m_server.profile(kDatabase, QStringLiteral("changing")),
                                          Secret::copyOf("second"))));
    }

private:
    TestServer m_server;
};

QTEST_GUILESS_MAIN(SqlSessionTest)
#include "tst_sql_session.moc"
