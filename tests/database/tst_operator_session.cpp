// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"
#include "tests/support/Await.h"
#include "tests/support/MemorySearch.h"
#include "tests/support/TestDatabase.h"
#include "tests/support/TestResult.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace castellan;

namespace {

SqlSession::Options named(const QString &name)
{
    SqlSession::Options options;
    options.applicationName = name;
    options.firstRetryMs = 20;
    options.longestRetryMs = 200;
    return options;
}

} // namespace

/// Sessions against the real schema: sign-in, the ticket, and what is left in memory.
class OperatorSessionTest : public QObject {
    Q_OBJECT

private:
    void killBackendOf(const SqlSession &session)
    {
        QVERIFY_RESULT(m_database->asSuperuser(
            SqlStatement("select pg_terminate_backend($1)").bind(session.backendPid())));
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

    void isUselessBeforeSignIn()
    {
        const auto person = m_database->addOperator(QStringLiteral("helpdesk"));
        QVERIFY_RESULT(person);
        const auto session = m_database->connect(person.value());
        const SqlStatement question("select * from castellan.my_session()");
        QCOMPARE(await(session->rows(question)).error().code, ErrorCode::NotSignedIn);
        QVERIFY_RESULT(m_database->signIn(*session, person.value()));
        const auto answer = await(session->rows(question));
        QVERIFY_RESULT(answer);
        QCOMPARE(answer.value().constFirst().text("role"), person.value().role);
    }

    void comesBackByItsTicket()
    {
        const auto person = m_database->addOperator(QStringLiteral("admin"));
        QVERIFY_RESULT(person);
        const auto session =
            m_database->connect(person.value(), named(QStringLiteral("castellan")));
        auto ticket = m_database->signIn(*session, person.value());
        QVERIFY_RESULT(ticket);
        const auto shared = std::make_shared<const Secret>(std::move(ticket).value());
        const auto join = [shared] {
            return SqlStatement("select * from castellan.sign_in_join($1)").bind(shared->clone());
        };
        session->setAdmission(join);
        const QSignalSpy lost(session.get(), &SqlSession::lost);
        killBackendOf(*session);
        QTRY_COMPARE(lost.count(), 1);
        QTRY_COMPARE(session->state(), SessionState::Ready);
        QVERIFY_RESULT(await(session->rows(SqlStatement("select * from castellan.my_session()"))));
        // A second session joins by the same ticket.
        SqlSession background(named(QStringLiteral("castellan background")));
        background.setAdmission(join);
        QVERIFY_RESULT(await(
            background.open(m_database->profile(person.value()), person.value().password.clone())));
        QCOMPARE(background.state(), SessionState::Ready);
        // Signed out meanwhile: back, but a person is needed.
        QVERIFY_RESULT(await(background.rows(SqlStatement("select castellan.sign_out()"))));
        QTRY_COMPARE(session->state(), SessionState::SignInAgain);
    }

    void needsASignInAfterACrash()
    {
        const auto person = m_database->addOperator(QStringLiteral("auditor"));
        QVERIFY_RESULT(person);
        const auto session =
            m_database->connect(person.value(), named(QStringLiteral("castellan")));
        auto ticket = m_database->signIn(*session, person.value());
        QVERIFY_RESULT(ticket);
        const auto shared = std::make_shared<const Secret>(std::move(ticket).value());
        session->setAdmission([shared] {
            return SqlStatement("select * from castellan.sign_in_join($1)").bind(shared->clone());
        });
        QVERIFY(m_database->crash());
        QTRY_COMPARE_WITH_TIMEOUT(session->state(), SessionState::SignInAgain, 20'000);
        QCOMPARE(
            await(session->rows(SqlStatement("select * from castellan.my_session()"))).error().code,
            ErrorCode::NotSignedIn);
    }

    void leavesNoSecretInMemory()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        const auto session = m_database->server().superuserSession(m_database->name());
        const QByteArray needle = MemorySearch::masked("T0P-SECRET-PARAMETER-AND-ANSWER");
        {
            QByteArray text;
            text.reserve(needle.size());
            for (const char c : needle)
                text += MemorySearch::unmask(c);
            const auto rows = await(session->rows(SqlStatement("select $1 as back")
                                                      .bind(Secret::fromUtf8(std::move(text)))
                                                      .disclosing()));
            QVERIFY_RESULT(rows);
            const Secret back = rows.value().constFirst().secret("back");
            QCOMPARE(back.size(), needle.size());
        }
        // The next statement runs behind the one that overwrites the buffers.
        QVERIFY_RESULT(await(session->rows(SqlStatement("select 1"))));
        QCOMPARE(MemorySearch::copies(needle), 0);
    }

    void forgetsThePassword()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        const QByteArray needle = MemorySearch::masked("pa55word-of-the-forgetful-role");
        Secret password;
        {
            QByteArray text;
            text.reserve(needle.size());
            for (const char c : needle)
                text += MemorySearch::unmask(c);
            password = Secret::fromUtf8(std::move(text));
        }
        QVERIFY_RESULT(m_database->asSuperuser(SqlStatement("create role forgetful login")));
        QVERIFY_RESULT(m_database->asSuperuser(
            SqlStatement("select set_config('castellan.test', $1, false)").bind(password.clone())));
        QVERIFY_RESULT(m_database->asSuperuser(
            SqlStatement("do $$ begin execute format('alter role forgetful password %L',"
                         " current_setting('castellan.test')); end $$")));
        SqlSession session;
        QVERIFY_RESULT(await(session.open(
            m_database->server().profile(m_database->name(), QStringLiteral("forgetful")),
            std::move(password))));
        QVERIFY_RESULT(await(session.rows(SqlStatement("select 1"))));
        // Connected: in our Secret and in libpq, which keeps it for itself.
        QVERIFY(MemorySearch::copies(needle) <= 3);
        session.close();
        QTRY_COMPARE(MemorySearch::copies(needle), 0);
    }
};

QTEST_GUILESS_MAIN(OperatorSessionTest)
#include "tst_operator_session.moc"
