// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

/// words() is whole: whatever word a function assigns to an outcome or a reason is in it.
class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void eachOnceWithAMeaning();
    void everyRaisedCodeIsListed();
    void everyAssignedWordIsListed();

private:
    QSet<QString> words(const QString &kinds)
    {
        QSet<QString> found;
        const auto rows = m_schema.superuser().exec(
            u"select word from castellan_private.words() where kind = any($1::text[])"_s,
            { kinds });
        for (const auto &row : rows.rows)
            found.insert(row.value(u"word"_s));
        return found;
    }
    QSet<QString> inBodies(const QRegularExpression &pattern)
    {
        QSet<QString> found;
        const auto rows = m_schema.superuser().exec(
            u"select prosrc from pg_proc where pronamespace in ('castellan'::regnamespace,"
            " 'castellan_private'::regnamespace) and proname <> 'words'"_s);
        for (const auto &row : rows.rows) {
            auto matches = pattern.globalMatch(row.value(u"prosrc"_s));
            while (matches.hasNext()) {
                const auto match = matches.next();
                auto inner =
                    QRegularExpression(u"'([a-z_]+|ZC[0-9]+)'"_s).globalMatch(match.captured(1));
                while (inner.hasNext())
                    found.insert(inner.next().captured(1));
            }
        }
        return found;
    }

    SchemaFixture m_schema;
};

void TestWords::eachOnceWithAMeaning()
{
    const auto rows = m_schema.superuser().exec(u"select * from castellan_private.words()"_s);
    QVERIFY(rows.rows.size() > 40);
    QSet<QString> seen;
    for (const auto &row : rows.rows) {
        const QString key = row.value(u"kind"_s) + u' ' + row.value(u"word"_s);
        QVERIFY2(!seen.contains(key), qPrintable(key));
        QVERIFY2(!row.value(u"meaning"_s).isEmpty(), qPrintable(key));
        seen.insert(key);
    }
}

void TestWords::everyRaisedCodeIsListed()
{
    static const QRegularExpression raised(u"(?:fail\\(|errcode = |when )('ZC[0-9]{3}')"_s);
    const QSet<QString> used = inBodies(raised);
    QVERIFY(used.size() >= 9);
    const QSet<QString> unlisted = used - words(u"{error}"_s);
    QVERIFY2(unlisted.isEmpty(), qPrintable(QStringList(unlisted.values()).join(u' ')));
}

void TestWords::everyAssignedWordIsListed()
{
    static const QRegularExpression assigned(
        u"(?:outcome|reason|diagnosis|refusal) := ((?:case[^;]*|'[a-z_]+'))"_s);
    static const QRegularExpression insideThen(u"(?:then|else) ('[a-z_]+')"_s);
    QSet<QString> used =
        inBodies(QRegularExpression(u"(?:outcome|reason|diagnosis|refusal) := ('[a-z_]+');"_s));
    const auto rows = m_schema.superuser().exec(
        u"select prosrc from pg_proc where pronamespace in ('castellan'::regnamespace,"
        " 'castellan_private'::regnamespace) and proname <> 'words'"_s);
    for (const auto &row : rows.rows) {
        auto matches = assigned.globalMatch(row.value(u"prosrc"_s));
        while (matches.hasNext()) {
            const QString expression = matches.next().captured(1);
            auto branches = insideThen.globalMatch(expression);
            while (branches.hasNext())
                used.insert(branches.next().captured(1).remove(u'\''));
        }
    }
    QVERIFY(used.size() > 25);
    const QSet<QString> unlisted = used - words(u"{outcome,reason,diagnosis}"_s);
    QVERIFY2(unlisted.isEmpty(), qPrintable(QStringList(unlisted.values()).join(u' ')));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
