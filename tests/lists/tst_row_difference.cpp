// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/RowDifference.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace castellan;

namespace {

/// "a b2 c": three rows, the second with version 2.
QList<ListRow> rowsOf(const QString &picture)
{
    QList<ListRow> rows;
    const auto words = picture.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        ListRow row;
        row.id = word.left(1);
        row.version = word.mid(1).toInt();
        rows.append(row);
    }
    return rows;
}

QString show(const QList<RowDifference::Range> &ranges)
{
    QStringList words;
    for (const auto &range : ranges)
        words.append(QStringLiteral("%1+%2").arg(range.first).arg(range.count));
    return words.join(QLatin1Char(' '));
}

QList<ListRow> applied(QList<ListRow> rows, const RowDifference &difference,
                       const QList<ListRow> &after)
{
    for (auto range = difference.removals.crbegin(); range != difference.removals.crend(); ++range)
        rows.remove(range->first, range->count);
    for (const auto &range : difference.insertions) {
        for (int n = 0; n < range.count; ++n)
            rows.insert(range.first + n, after.at(range.first + n));
    }
    for (const auto &range : difference.updates)
        std::copy_n(after.cbegin() + range.first, range.count, rows.begin() + range.first);
    return rows;
}

} // namespace

class TestRowDifference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isMinimal_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("removals");
        QTest::addColumn<QString>("insertions");
        QTest::addColumn<QString>("updates");
        const auto row = [](const char *name, const QString &before, const QString &after,
                            const QString &removals, const QString &insertions,
                            const QString &updates) {
            QTest::newRow(name) << before << after << removals << insertions << updates;
        };
        row("nothing", u"a b c"_qs, u"a b c"_qs, {}, {}, {});
        row("both empty", {}, {}, {}, {}, {});
        row("from nothing", {}, u"a b"_qs, {}, u"0+2"_qs, {});
        row("to nothing", u"a b"_qs, {}, u"0+2"_qs, {}, {});
        row("one changed", u"a b c"_qs, u"a b2 c"_qs, {}, {}, u"1+1"_qs);
        row("neighbours changed", u"a b c d"_qs, u"a b2 c2 d"_qs, {}, {}, u"1+2"_qs);
        row("one in the middle", u"a c"_qs, u"a b c"_qs, {}, u"1+1"_qs, {});
        row("one gone", u"a b c"_qs, u"a c"_qs, u"1+1"_qs, {}, {});
        row("one moved down", u"a b c d"_qs, u"b c d a"_qs, u"0+1"_qs, u"3+1"_qs, {});
        row("one moved up", u"a b c d"_qs, u"d a b c"_qs, u"3+1"_qs, u"0+1"_qs, {});
        row("slid", u"a b c d"_qs, u"c d e f"_qs, u"0+2"_qs, u"2+2"_qs, {});
        row("nothing shared", u"a b"_qs, u"c d"_qs, u"0+2"_qs, u"0+2"_qs, {});
    }

    void isMinimal()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto difference = RowDifference::between(rowsOf(before), rowsOf(after));
        QTEST(show(difference.removals), "removals");
        QTEST(show(difference.insertions), "insertions");
        QTEST(show(difference.updates), "updates");
    }

    void rebuildsWhateverItIsGiven()
    {
        QRandomGenerator random(20261122);
        const QString letters = u"abcdefghijklmnopqrstuvwxyz"_qs;
        const auto some = [&] {
            QString shuffled = letters;
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QStringList words;
            for (int n = random.bounded(26); n >= 0; --n)
                words.append(shuffled.mid(n, 1) + QString::number(random.bounded(3)));
            return rowsOf(words.join(QLatin1Char(' ')));
        };
        for (int round = 0; round < 2000; ++round) {
            const auto before = some();
            const auto after = some();
            QCOMPARE(applied(before, RowDifference::between(before, after), after), after);
        }
    }

    void findsALongestRisingRun()
    {
        QCOMPARE(longestRising({ 3, 1, 2, -1, 0, 4 }), (QList<int> { 1, 2, 5 }));
        QCOMPARE(longestRising({}), QList<int>());
        QCOMPARE(longestRising({ -1, -1 }), QList<int>());
    }
};

QTEST_GUILESS_MAIN(TestRowDifference)
#include "tst_row_difference.moc"
