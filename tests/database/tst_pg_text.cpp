// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgText.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace castellan;

class PgTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timestamps_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *text, qint64 micros) {
            QTest::newRow(text) << QByteArray(text) << micros;
        };
        row("1970-01-01 00:00:00+00", 0);
        row("1970-01-01 00:00:00.000001+00", 1);
        row("1970-01-01 00:00:00.5+00", 500'000);
        row("1969-12-31 23:59:59.999999+00", -1);
        row("2026-11-22 19:47:00.123456+00", 1'795'376'820'123'456);
        row("2026-11-22 21:47:00.123456+02", 1'795'376'820'123'456);
        row("2026-11-22 14:17:00.123456-05:30", 1'795'376'820'123'456);
        row("1891-03-15 00:09:21+00:09:21", -2'486'678'400'000'000);
        row("10000-01-01 00:00:00+00", 253'402'300'800'000'000);
        row("294247-01-01 00:00:00+00", 9'223'371'244'800'000'000);
        row("0001-01-01 00:00:00+00 BC", -62'167'219'200'000'000);
        row("infinity", std::numeric_limits<qint64>::max());
        row("-infinity", std::numeric_limits<qint64>::min());
    }

    void timestamps()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, micros);
        const auto read = PgText::micros(text);
        QVERIFY(read.has_value());
        QCOMPARE(*read, micros);
        QCOMPARE(PgText::micros(PgText::timestamp(micros)), read);
    }

    void badTimestamps_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             { "", "now", "2026-11-22", "2026-11-22 19:47:00", "2026-13-22 19:47:00+00",
               "2026-11-22 19:47:00+00 ", "2026-11-22T19:47:00+00", "2026-02-30 00:00:00+00",
               "2026-11-22 19:47:00.+00", "22.11.2026 19:47:00+00", "2026-11-22 25:00:00+00",
               "294248-01-01 00:00:00+00", "294276-12-31 23:59:59.999999+15:59:59 BC",
               "999999-12-31 23:59:59+00" })
            QTest::newRow(text) << QByteArray(text);
    }

    void badTimestamps()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!PgText::micros(text));
    }

    void arrays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QByteArray>>("elements");
        const auto row = [](const char *text, const QList<QByteArray> &elements) {
            QTest::newRow(text) << QByteArray(text) << elements;
        };
        row("{}", {});
        row("{a}", { "a" });
        row("{a,b}", { "a", "b" });
        row("{\"a,b\",\"\"}", { "a,b", "" });
        row("{\"say \\\"hi\\\"\",\"back\\\\slash\"}", { "say \"hi\"", "back\\slash" });
        row("{NULL,\"NULL\"}", { QByteArray(), "NULL" });
        row("{\"{\",\"}\"}", { "{", "}" });
    }

    void arrays()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QList<QByteArray>, elements);
        const auto read = PgText::array(text);
        QVERIFY(read.has_value());
        QCOMPARE(*read, elements);
        for (qsizetype i = 0; i < elements.size(); ++i)
            QCOMPARE(read->at(i).isNull(), elements[i].isNull());
        QCOMPARE(PgText::array(PgText::array(elements)), read);
    }

    void badArrays_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : { "", "{", "}", "a", "{a", "{a,}", "{\"a}", "{\"a\"b}", "{{a}}",
                                  "{a\\}", "[0:1]={a,b}" })
            QTest::newRow(text) << QByteArray(text);
    }

    void badArrays()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!PgText::array(text));
    }

    void bytes()
    {
        QCOMPARE(PgText::bytes("\\x"), QByteArray());
        QCOMPARE(PgText::bytes("\\x00ff10"), QByteArray("\x00\xff\x10", 3));
        for (const char *bad : { "", "00", "\\x0", "\\xzz", "\\000" })
            QVERIFY(!PgText::bytes(bad));
    }
};

QTEST_APPLESS_MAIN(PgTextTest)
#include "tst_pg_text.moc"
