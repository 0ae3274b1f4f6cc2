// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemorySource.h"

#include "models/lists/PagedModel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;
using namespace std::chrono_literals;

namespace {

QString nameOf(int n)
{
    return QStringLiteral("r%1").arg(n, 5, 10, QLatin1Char('0'));
}

struct Live {
    std::shared_ptr<MemorySource> source = std::make_shared<MemorySource>();
    PagedModel model { source, { { .id = u"name"_qs, .kind = ColumnKind::Name } } };
    QAbstractItemModelTester tester { &model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest };
    QSignalSpy inserted { &model, &QAbstractItemModel::rowsInserted };
    QSignalSpy removed { &model, &QAbstractItemModel::rowsRemoved };
    QSignalSpy updated { &model, &QAbstractItemModel::dataChanged };
    QSignalSpy reset { &model, &QAbstractItemModel::modelReset };

    explicit Live(int rows)
    {
        for (int n = 0; n < rows; ++n)
            source->insert(nameOf(n), n * 10);
        model.setPollInterval(1ms);
        model.setLive(true);
    }
    bool load()
    {
        model.setQuery({ {}, u"key"_qs, false });
        const bool ready = QTest::qWaitFor([this] { return model.state() == ListState::Ready; });
        model.setVisibleRange(0, 19);
        return ready && QTest::qWaitFor([this] { return model.facts().count().has_value(); });
    }
    QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.rowAt(row)->id);
        return ids;
    }
    bool ended(const QString &id) const { return model.rowById(id) && model.rowById(id)->ended; }
};

} // namespace

class TestLiveList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newRowsAppear()
    {
        Live live(30);
        QVERIFY(live.load());
        live.inserted.clear();
        live.source->insert(u"new"_qs, 55);
        QTRY_COMPARE(live.model.rowOf(u"new"_qs), 6);
        QCOMPARE(live.inserted.size(), 1);
        QCOMPARE(live.removed.size(), 0);
        QCOMPARE(live.reset.size(), 0);
        QCOMPARE(live.model.arrivals(), 0);
    }

    void anEmptyListFills()
    {
        Live live(0);
        QVERIFY(live.load());
        live.source->insert(u"first"_qs, 1);
        QTRY_COMPARE(live.model.rowCount(), 1);
    }

    void valuesChangeInPlace()
    {
        Live live(30);
        QVERIFY(live.load());
        live.source->setValue(nameOf(3), u"other"_qs);
        QTRY_COMPARE(live.model.rowAt(3)->value(u"name"_qs).toString(), u"other"_qs);
        QCOMPARE(live.updated.size(), 1);
        QCOMPARE(live.removed.size(), 0);
    }

    void goneRowsStayDimmedForAWhile()
    {
        Live live(30);
        QVERIFY(live.load());
        live.source->remove(nameOf(4));
        QTRY_VERIFY(live.ended(nameOf(4)));
        QCOMPARE(live.model.rowOf(nameOf(4)), 4);
        live.source->insert(u"new"_qs, 41);
        QTRY_VERIFY(live.model.rowOf(u"new"_qs) >= 0);
        QCOMPARE(live.model.rowOf(nameOf(4)), 4); // still behind the row it stood behind
        QCOMPARE(live.model.rowOf(u"new"_qs), 5);
        live.model.setLingering(0ms);
        QTRY_COMPARE(live.ids(), live.source->ids());
    }

    void goneRowsStayInPlaceAtTheEnds()
    {
        Live live(5);
        QVERIFY(live.load());
        live.source->remove(nameOf(0));
        live.source->remove(nameOf(4));
        QTRY_VERIFY(live.ended(nameOf(0)) && live.ended(nameOf(4)));
        live.source->insert(u"new"_qs, 5);
        QTRY_VERIFY(live.model.rowOf(u"new"_qs) >= 0);
        QCOMPARE(live.model.rowOf(nameOf(0)), 0);
        QCOMPARE(live.model.rowOf(nameOf(4)), 5);
        live.model.reload();
        QTRY_COMPARE(live.ids(), live.source->ids());
    }

    void aHeldListKeepsStill_data()
    {
        QTest::addColumn<Hold>("hold");
        QTest::newRow("pointer") << Hold::Pointer;
        QTest::newRow("selection") << Hold::Selection;
        QTest::newRow("dialog") << Hold::Dialog;
    }

    void aHeldListKeepsStill()
    {
        QFETCH(Hold, hold);
        Live live(30);
        QVERIFY(live.load());
        const QStringList before = live.ids();
        live.model.setHold(hold, true);
        live.source->insert(u"new"_qs, 1);
        live.source->insert(u"other"_qs, 2);
        live.source->remove(nameOf(2));
        live.source->setKey(nameOf(7), 9999);
        live.source->setValue(nameOf(9), u"changed"_qs);
        QTRY_COMPARE(live.model.arrivals(), 2);
        QTRY_VERIFY(live.ended(nameOf(2)));
        QCOMPARE(live.model.rowById(nameOf(9))->value(u"name"_qs).toString(), u"changed"_qs);
        QCOMPARE(live.model.rowById(nameOf(7))->value(u"key"_qs).toInt(), 9999);
        QCOMPARE(live.ids(), before);

        live.model.setLingering(0ms);
        live.model.setHold(hold, false);
        QTRY_COMPARE(live.ids(), live.source->ids());
        QCOMPARE(live.model.arrivals(), 0);
    }

    void oneHoldOfTwoIsEnough()
    {
        Live live(10);
        QVERIFY(live.load());
        live.model.setHold(Hold::Pointer, true);
        live.model.setHold(Hold::Dialog, true);
        live.source->insert(u"new"_qs, 1);
        QTRY_COMPARE(live.model.arrivals(), 1);
        live.model.setHold(Hold::Pointer, false);
        const int asked = live.source->pagesAsked;
        live.source->setValue(nameOf(1), u"x"_qs);
        QTRY_VERIFY(live.source->pagesAsked > asked);
        QCOMPARE(live.model.rowOf(u"new"_qs), -1);
        live.model.setHold(Hold::Dialog, false);
        QTRY_COMPARE(live.model.rowOf(u"new"_qs), 0 + 1);
    }

    void arrivalsAreShownOnDemand()
    {
        Live live(30);
        QVERIFY(live.load());
        live.model.setHold(Hold::Selection, true);
        live.source->insert(u"new"_qs, -1);
        live.source->remove(nameOf(1));
        QTRY_COMPARE(live.model.arrivals(), 1);
        QTRY_VERIFY(live.ended(nameOf(1)));
        live.model.showArrivals();
        QTRY_COMPARE(live.ids(), live.source->ids());
        QCOMPARE(live.model.arrivals(), 0);
    }

    void aQuietListAsksOnlyForChanges()
    {
        Live live(1000);
        QVERIFY(live.load());
        live.source->setValue(nameOf(3), u"other"_qs);
        QTRY_COMPARE(live.model.rowAt(3)->value(u"name"_qs).toString(), u"other"_qs);
        const int changes = live.source->changesAsked;
        QTRY_VERIFY(live.source->changesAsked > changes + 3);
        const int pages = live.source->pagesAsked;
        QTRY_VERIFY(live.source->changesAsked > changes + 9);
        QCOMPARE(live.source->pagesAsked, pages);
        // what was not looked at then is looked at when it comes into view
        live.model.setVisibleRange(175, 194);
        QTRY_VERIFY(live.source->pagesAsked > pages + 1); // the page ahead, and a refresh
    }

    void aPollIsNobodysHand()
    {
        Live live(300);
        QVERIFY(live.load());
        QVERIFY(!live.source->purposes.contains(Purpose::Background));
        live.source->purposes.clear();
        live.source->insert(u"new"_qs, 55);
        QTRY_VERIFY(live.model.rowOf(u"new"_qs) >= 0);
        for (int n = 100; n < 300; ++n)
            live.source->remove(nameOf(n));
        live.model.setLingering(0ms);
        QTRY_COMPARE(live.model.rowCount(), 101);
        QVERIFY(live.source->purposes.contains(Purpose::Background));
        QVERIFY(!live.source->purposes.contains(Purpose::Person));
        live.source->purposes.clear();
        live.model.reload();
        QCOMPARE(live.source->purposes, QList<Purpose> { Purpose::Person });
    }

    void rowsBehindTheWindowAreNoArrivals()
    {
        Live live(1000);
        QVERIFY(live.load());
        live.model.setHold(Hold::Pointer, true);
        live.model.setVisibleRange(60, 79);
        live.source->insert(u"new"_qs, 601);
        QTRY_COMPARE(live.model.arrivals(), 1);
    }

    void aHiddenListDoesNotAsk()
    {
        Live live(10);
        QVERIFY(live.load());
        live.model.setLive(false);
        live.source->insert(u"new"_qs, 1);
        const int asked = live.source->pagesAsked;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(live.source->pagesAsked, asked);
        live.model.setLive(true); // and finds what happened meanwhile
        QTRY_COMPARE(live.model.rowOf(u"new"_qs), 1);
    }

    void anActionsRowIsFetchedAtOnce()
    {
        Live live(10);
        QVERIFY(live.load());
        live.model.setLive(false);
        live.source->setValue(nameOf(5), u"unlocked"_qs);
        live.model.update({ nameOf(5) });
        QTRY_COMPARE(live.model.rowAt(5)->value(u"name"_qs).toString(), u"unlocked"_qs);
        QCOMPARE(live.model.rowAt(5)->version, 2);
    }

    /// What an action took out of the filter is kept while it is looked at, and counted nowhere.
    void whatIsKeptIsNotCounted()
    {
        Live live(3);
        QVERIFY(live.load());
        for (const int row : { 0, 2 })
            live.source->setValue(nameOf(row), u"no factor"_qs);
        ListQuery query;
        query.filter.text = u"no factor"_qs;
        live.model.setQuery(query);
        QTRY_COMPARE(live.model.facts().count().value_or(RowCount {}).count, 2);
        live.model.setLive(false); // not by the next poll
        live.model.setHold(Hold::Selection, true);
        live.source->setValue(nameOf(0), u"active"_qs);
        live.model.update({ nameOf(0) });
        QTRY_VERIFY(live.ended(nameOf(0)));
        QCOMPARE(live.model.rowCount(), 2);
        QTRY_COMPARE(live.model.facts().count()->count, 1);
        QCOMPARE(*live.model.position().total, 1);

        live.source->setValue(nameOf(0), u"no factor"_qs); // and back
        live.model.update({ nameOf(0) });
        QTRY_VERIFY(!live.ended(nameOf(0)));
        QTRY_COMPARE(*live.model.position().total, 2);
    }

    /// Whatever happens on the server, in the end the window shows what is there.
    void alwaysComesToTheTruth_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("few") << 12;
        QTest::newRow("many") << 700;
    }

    void alwaysComesToTheTruth()
    {
        QFETCH(int, rows);
        Live live(rows);
        live.model.setLingering(0ms);
        QVERIFY(live.load());
        QRandomGenerator random(11);
        int next = rows;
        for (int round = 0; round < 40; ++round) {
            for (int change = random.bounded(12); change >= 0; --change) {
                const QStringList ids = live.source->ids();
                const QString &some = ids.at(random.bounded(int(ids.size())));
                switch (random.bounded(4)) {
                case 0:
                    live.source->insert(nameOf(next++), random.bounded(rows * 10));
                    break;
                case 1:
                    if (ids.size() > 3)
                        live.source->remove(some);
                    break;
                case 2:
                    live.source->setKey(some, random.bounded(rows * 10));
                    break;
                default:
                    live.source->setValue(some, QString::number(random.bounded(1000)));
                }
            }
            const int top = random.bounded(qMax(1, live.model.rowCount() - 20));
            live.model.setVisibleRange(top, top + 19);
            QTRY_VERIFY2(agrees(live), qPrintable(QStringLiteral("round %1").arg(round)));
        }
        live.model.reload();
        QTRY_VERIFY(agrees(live, true));
        QCOMPARE(live.reset.size(), 0);
    }

private:
    /// The visible rows stand next to each other on the server too, with the same values.
    static bool agrees(const Live &live, bool all = false)
    {
        const QStringList ids = live.source->ids();
        const int first = all ? 0 : live.model.firstVisible();
        const int last = all ? live.model.rowCount() - 1
                             : qMin(live.model.lastVisible(), live.model.rowCount() - 1);
        if (last < first)
            return ids.isEmpty();
        const auto start = ids.indexOf(live.model.rowAt(first)->id);
        if (start < 0 || (live.model.atStart() && first == 0 && start != 0))
            return false;
        for (int row = first; row <= last; ++row) {
            const ListRow &shown = *live.model.rowAt(row);
            if (shown.ended || start + row - first >= ids.size()
                || ids.at(start + row - first) != shown.id)
                return false;
        }
        return true;
    }
};

QTEST_GUILESS_MAIN(TestLiveList)
#include "tst_live_list.moc"
