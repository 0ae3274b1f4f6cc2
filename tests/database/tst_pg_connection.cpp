// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"
#include "tests/support/TestServer.h"

#include <QTest>

#include <limits>
#include <memory>

using namespace castellan;

/// What goes to the server comes back as what it was, and errors come back as what they are.
class PgConnectionTest : public QObject {
    Q_OBJECT

private:
    SqlRow back(const SqlValue &value)
    {
        const auto rows = await(m_session->rows(
            SqlStatement("select $1 as x, pg_typeof($1)::text as type").bind(value)));
        return rows.hasValue() ? rows.value().constFirst() : SqlRow();
    }
    Error errorOf(const QByteArray &sql)
    {
        const auto rows = await(m_session->rows(SqlStatement(sql)));
        return rows.hasValue() ? Error { ErrorCode::Internal, {}, QStringLiteral("no error") }
                               : rows.error();
    }

    TestServer m_server;
    std::unique_ptr<SqlSession> m_session;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY_RESULT(m_server.start());
        m_session = m_server.superuserSession(QStringLiteral("postgres"));
        QCOMPARE(m_session->state(), SessionState::Ready);
    }

    void cleanupTestCase()
    {
        m_session.reset();
        QVERIFY_RESULT(m_server.stop());
    }

    void sendsTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QStringLiteral("");
        QTest::newRow("quotes") << QStringLiteral("'; drop table x; -- \\ \"");
        QTest::newRow("emoji") << QStringLiteral("J\u00fcrgen \U0001f511");
        QTest::newRow("long") << QString(1'000'000, u'\u00e4');
    }

    void sendsTexts()
    {
        QFETCH(const QString, text);
        const SqlRow row = back(text);
        QCOMPARE(row.text("x"), text);
        QVERIFY(!row.isNull("x"));
        QCOMPARE(row.text("type"), QStringLiteral("text"));
    }

    void sendsEachType()
    {
        QVERIFY(back(true).boolean("x"));
        QCOMPARE(back(-42).integer("x"), -42);
        QCOMPARE(back(-42).text("type"), QStringLiteral("integer"));
        QCOMPARE(back(std::numeric_limits<qint64>::min()).integer("x"),
                 std::numeric_limits<qint64>::min());
        QCOMPARE(back(0.1).real("x"), 0.1);
        const QUuid id = QUuid::createUuid();
        QCOMPARE(back(id).uuid("x"), id);
        const QJsonObject json { { QStringLiteral("a?b"), 1.5 } };
        QCOMPARE(back(json).json("x"), json);
        QCOMPARE(back(json).text("type"), QStringLiteral("jsonb"));
        const QByteArray bytes("\x00\xff'\\", 4);
        QCOMPARE(back(bytes).bytes("x"), bytes);
        const QStringList list { QStringLiteral("a,b"), QString(), QStringLiteral("\"\\") };
        QCOMPARE(back(list).textList("x"), list);
        const QList<QUuid> ids { id, QUuid::createUuid() };
        QCOMPARE(back(ids).text("type"), QStringLiteral("uuid[]"));
        QCOMPARE(back(SqlValue::inet(QStringLiteral("10.0.0.1"))).text("x"),
                 QStringLiteral("10.0.0.1"));
        QCOMPARE(back(Secret::copyOf("s3cret")).secret("x").view(), QByteArrayView("s3cret"));
        QCOMPARE(back(SqlValue::secretBytes(Secret::copyOf("ab"))).bytes("x"), QByteArray("ab"));
    }

    void keepsMicroseconds()
    {
        for (const qint64 micros :
             { qint64(0), qint64(-1), qint64(1'795'376'820'123'457),
               qint64(-62'135'596'800'000'001), std::numeric_limits<qint64>::max() })
            QCOMPARE(back(SqlValue::timestampMicros(micros)).timestampMicros("x"), micros);
        const QDateTime now = QDateTime::currentDateTime();
        QCOMPARE(back(now).timestamp("x"), now.toUTC());
    }

    void sendsNulls()
    {
        for (const auto type : { SqlType::Text, SqlType::Uuid, SqlType::Jsonb, SqlType::Bytea,
                                 SqlType::TimestampTz, SqlType::Inet })
            QVERIFY(back(SqlValue::null(type)).isNull("x"));
        QVERIFY(back(QString()).isNull("x"));
        QVERIFY(back(QUuid()).isNull("x"));
        QVERIFY(back(QDateTime()).isNull("x"));
    }

    void refusesNul()
    {
        const QString text = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
        for (const SqlValue &value : { SqlValue(text), SqlValue(QStringList { text }) }) {
            const auto rows = await(m_session->rows(SqlStatement("select $1 as x").bind(value)));
            QVERIFY(!rows.hasValue());
            QCOMPARE(rows.error().code, ErrorCode::InvalidArgument);
        }
        QVERIFY_RESULT(await(m_session->rows(SqlStatement("select 1"))));
    }

    void takesOneStatementOnly()
    {
        QCOMPARE(errorOf("select 1; select 2").facts.value(QStringLiteral("sqlstate")).toString(),
                 QStringLiteral("42601"));
        QVERIFY_RESULT(await(m_session->rows(SqlStatement::script("select 1; select 2;"))));
        const auto failing = await(m_session->rows(
            SqlStatement::script("create table half_way (); select 1/0; select 2;")));
        QVERIFY(!failing.hasValue());
        QCOMPARE(errorOf("select from half_way").facts.value(QStringLiteral("sqlstate")).toString(),
                 QStringLiteral("42P01"));
    }

    void mapsErrors_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *state, ErrorCode code) {
            QTest::newRow(state) << QByteArray(state) << code;
        };
        row("ZC001", ErrorCode::NotSignedIn);
        row("ZC002", ErrorCode::PermissionDenied);
        row("ZC003", ErrorCode::WrongIsolation);
        row("ZC004", ErrorCode::AlreadyWritten);
        row("ZC011", ErrorCode::InvalidArgument);
        row("ZC900", ErrorCode::Internal);
        row("42501", ErrorCode::PermissionDenied);
        row("40001", ErrorCode::Conflict);
        row("40P01", ErrorCode::Conflict);
        row("55P03", ErrorCode::Timeout);
        row("57014", ErrorCode::Cancelled);
        row("3F000", ErrorCode::SchemaMissing);
        row("42883", ErrorCode::SchemaTooOld);
        row("22P02", ErrorCode::InvalidArgument);
        row("XX000", ErrorCode::Internal);
    }

    void mapsErrors()
    {
        QFETCH(const QByteArray, state);
        QFETCH(const ErrorCode, code);
        const Error error = errorOf("do $$ begin raise exception using errcode = '" + state
                                    + "', message = 'fixed text', column = 'the_argument'; end $$");
        QCOMPARE(error.code, code);
        QCOMPARE(error.facts.value(QStringLiteral("sqlstate")).toString(),
                 QString::fromLatin1(state));
        QCOMPARE(error.facts.value(QStringLiteral("argument")).toString(),
                 QStringLiteral("the_argument"));
        QCOMPARE(error.detail, QStringLiteral("fixed text"));
    }

    void saysNothingOfSensitiveStatements()
    {
        const auto rows = await(m_session->rows(
            SqlStatement("select $1::integer").bind(Secret::copyOf("my-password"))));
        QVERIFY(!rows.hasValue());
        QVERIFY(!describe(rows.error()).contains("my-password"));
    }

    void showsNoParameterToOthers()
    {
        const auto other = m_server.superuserSession(QStringLiteral("postgres"));
        auto sleeping = m_session->rows(SqlStatement("select pg_sleep(20), $1::text as hidden")
                                            .bind(QStringLiteral("PARAMETER-VALUE")));
        const auto query = SqlStatement("select query from pg_stat_activity where pid = $1"
                                        " and query like '%pg_sleep(20)%'")
                               .bind(m_session->backendPid());
        SqlRows seen;
        QTRY_VERIFY(!(seen = await(other->rows(query)).valueOr({})).isEmpty());
        QVERIFY(!seen.constFirst().text("query").contains(QLatin1StringView("PARAMETER-VALUE")));
        sleeping.cancel();
        QCOMPARE(await(sleeping).error().code, ErrorCode::Cancelled);
    }

    void givesRowsOfAnyWidthAndNumber()
    {
        const auto none = await(m_session->rows(SqlStatement("select 1 as n where false")));
        QVERIFY_RESULT(none);
        QVERIFY(none.value().isEmpty());
        const auto many = await(m_session->rows(SqlStatement(
            "select n, repeat('x', 100) as t from generate_series(1, 5001) as s (n)")));
        QVERIFY_RESULT(many);
        QCOMPARE(many.value().size(), 5001);
        QCOMPARE(many.value().constLast().integer("n"), 5001);
        const auto wide = await(m_session->rows(SqlStatement("select repeat('y', 5000000) as t")));
        QCOMPARE(wide.value().constFirst().text("t").size(), 5'000'000);
    }
};

QTEST_GUILESS_MAIN(PgConnectionTest)
#include "tst_pg_connection.moc"
