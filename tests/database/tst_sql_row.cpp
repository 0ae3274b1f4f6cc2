// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlRow.h"
#include "tests/support/MemorySearch.h"

#include <QTest>

using namespace castellan;

namespace {

SqlRows rowsOf(QList<SqlRow::Column> columns, qsizetype rows, QList<SqlRow::Cell> cells)
{
    SqlRow::Answer answer;
    answer.columns = std::make_shared<const SqlRow::Columns>(std::move(columns));
    answer.rows = rows;
    answer.cells = std::move(cells);
    return SqlRow::rowsOf(std::move(answer));
}

SqlRow rowOf(QList<SqlRow::Column> columns, QList<SqlRow::Cell> cells)
{
    return rowsOf(std::move(columns), 1, std::move(cells)).constFirst();
}

SqlRow sensitive(QByteArray &&value)
{
    SqlRow::Answer answer;
    answer.columns = std::make_shared<const SqlRow::Columns>(SqlRow::Columns { { "x", 25 } });
    answer.rows = 1;
    answer.cells = { std::exchange(value, {}) };
    answer.sensitive = true;
    return SqlRow::rowsOf(std::move(answer)).constFirst();
}

/// One column "x" of a type.
SqlRow one(quint32 type, const SqlRow::Cell &cell)
{
    return rowOf({ { "x", type } }, { cell });
}

} // namespace

class SqlRowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsByName()
    {
        const SqlRow row = rowOf({ { "a", 25 }, { "b", 20 }, { "c", 16 } },
                                 { QByteArray("x"), QByteArray("42"), QByteArray("t") });
        QCOMPARE(row.text("a"), QStringLiteral("x"));
        QCOMPARE(row.integer("b"), 42);
        QVERIFY(row.boolean("c"));
        QVERIFY(!row.problem());
    }

    void readsEachType()
    {
        QCOMPARE(one(2950, QByteArray("6f9619ff-8b86-d011-b42d-00c04fc964ff")).uuid("x"),
                 QUuid(QStringLiteral("{6f9619ff-8b86-d011-b42d-00c04fc964ff}")));
        const SqlRow time = one(1184, QByteArray("2026-11-22 19:47:00.123999+00"));
        QCOMPARE(time.timestampMicros("x"), 1'795'376'820'123'999);
        QCOMPARE(time.timestamp("x").toMSecsSinceEpoch(), 1'795'376'820'123);
        QCOMPARE(time.timestamp("x").timeSpec(), Qt::UTC);
        QVERIFY(!one(1184, QByteArray("infinity")).timestamp("x").isValid());
        QCOMPARE(one(3802, QByteArray("{\"a\": 1}")).json("x").value(QStringLiteral("a")), 1);
        QCOMPARE(one(3802, QByteArray("17")).jsonValue("x"), QJsonValue(17));
        QCOMPARE(one(1009, QByteArray("{a,\"b c\"}")).textList("x"),
                 QStringList({ QStringLiteral("a"), QStringLiteral("b c") }));
        QCOMPARE(one(17, QByteArray("\\x6162")).bytes("x"), QByteArray("ab"));
        QCOMPARE(one(701, QByteArray("0.25")).real("x"), 0.25);
        QCOMPARE(one(869, QByteArray("10.0.0.1")).text("x"), QStringLiteral("10.0.0.1"));
    }

    void looksIntoMemoryThatItKeeps()
    {
        auto memory = std::make_shared<QByteArray>("{\"a\": 1}");
        const std::weak_ptr<QByteArray> kept = memory;
        SqlRow::Answer answer;
        answer.columns = std::make_shared<const SqlRow::Columns>(SqlRow::Columns { { "x", 3802 } });
        answer.rows = 1;
        answer.cells = { QByteArray::fromRawData(memory->constData(), memory->size()) };
        answer.memory = memory;
        SqlRow row = SqlRow::rowsOf(std::move(answer)).constFirst();
        memory.reset();
        QVERIFY(!kept.expired());
        const QByteArray text = row.jsonText("x");
        QCOMPARE(row.text("x"), QStringLiteral("{\"a\": 1}"));
        QVERIFY(!row.problem());
        row = SqlRow();
        QVERIFY(kept.expired());
        QCOMPARE(text, QByteArray("{\"a\": 1}")); // what was read is no view
    }

    void refusesJsonTextThatIsNoObject()
    {
        const SqlRow row = one(3802, QByteArray("[1, 2]"));
        row.jsonText("x");
        QVERIFY(row.problem().has_value());
    }

    void readsNullAsEmpty()
    {
        const SqlRow row = one(25, std::nullopt);
        QVERIFY(row.isNull("x"));
        QVERIFY(row.text("x").isNull());
        QVERIFY(!one(25, QByteArray("")).text("x").isNull());
        QCOMPARE(one(20, std::nullopt).optionalInteger("x"), std::nullopt);
        QVERIFY(one(1009, std::nullopt).textList("x").isEmpty());
        QVERIFY(one(3802, std::nullopt).json("x").isEmpty());
        QVERIFY(!row.problem());
    }

    void remembersTheFirstProblem()
    {
        const SqlRow row = one(25, QByteArray("x"));
        QCOMPARE(row.integer("x"), 0);
        QCOMPARE(row.uuid("y"), QUuid());
        QVERIFY(row.problem().has_value());
        QCOMPARE(row.problem()->code, ErrorCode::Malformed);
        QCOMPARE(row.problem()->facts.value(QStringLiteral("column")).toString(),
                 QStringLiteral("x"));
    }

    void sharesAnAnswer()
    {
        const SqlRow::Columns columns { { "a", 20 }, { "b", 25 } };
        const SqlRows rows = rowsOf(
            columns, 2, { QByteArray("1"), QByteArray("one"), QByteArray("2"), std::nullopt });
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows.first().isFirst());
        QVERIFY(!rows.last().isFirst());
        QCOMPARE(rows.last().integer("a"), 2);
        QVERIFY(rows.last().isNull("b"));
        QCOMPARE(rows.first().text("b"), QStringLiteral("one"));
        QCOMPARE(rows.first().integer("a"), 1);
        QVERIFY(!rows.first().problem());
        // What does not fit in one row, its answer does not hold to.
        QCOMPARE(rows.last().integer("b"), 0);
        QVERIFY(rows.last().problem().has_value());
        QVERIFY(rows.first().problem().has_value());
        QVERIFY(rowsOf(columns, 0, {}).isEmpty());
        QCOMPARE(rowsOf({}, 3, {}).size(), 3); // of no columns
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<quint32>("type");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("integer") << 20U << QByteArray("12x");
        QTest::newRow("timestamp") << 1184U << QByteArray("yesterday");
        QTest::newRow("array") << 1009U << QByteArray("{a");
        QTest::newRow("bytes") << 17U << QByteArray("\\xz");
        QTest::newRow("json") << 3802U << QByteArray("[1, 2]");
    }

    void refusesWhatDoesNotFit()
    {
        QFETCH(const quint32, type);
        QFETCH(const QByteArray, cell);
        const SqlRow row = one(type, cell);
        row.integer("x");
        row.timestamp("x");
        row.textList("x");
        row.bytes("x");
        row.json("x");
        QVERIFY(row.problem().has_value());
    }

    void isEmptyWithoutData()
    {
        const SqlRow row;
        QVERIFY(row.text("x").isNull());
        QVERIFY(row.columns().isEmpty());
    }

    void movesSecretsOut()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        const QByteArray needle = MemorySearch::masked("a-seed-that-nobody-else-has");
        QByteArray value;
        for (const char c : needle)
            value += MemorySearch::unmask(c);
        SqlRow row = sensitive(std::move(value));
        {
            const Secret secret = row.secret("x");
            QCOMPARE(secret.size(), needle.size());
            QVERIFY(row.secret("x").isEmpty());
            QCOMPARE(MemorySearch::copies(needle), 1);
        }
        QCOMPARE(MemorySearch::copies(needle), 0);
    }

    void wipesASensitiveRow()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        const QByteArray needle = MemorySearch::masked("codes-that-were-never-read-out");
        QByteArray value;
        for (const char c : needle)
            value += MemorySearch::unmask(c);
        SqlRow row = sensitive(std::move(value));
        QCOMPARE(MemorySearch::copies(needle), 1);
        row = SqlRow();
        QCOMPARE(MemorySearch::copies(needle), 0);
    }

    void listsSecrets()
    {
        const SqlRow row = one(1009, QByteArray("{AAAA-BBBB,CCCC-DDDD}"));
        const std::vector<Secret> codes = row.secretList("x");
        QCOMPARE(codes.size(), size_t(2));
        QCOMPARE(codes[1].view(), QByteArrayView("CCCC-DDDD"));
    }
};

QTEST_APPLESS_MAIN(SqlRowTest)
#include "tst_sql_row.moc"
