// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemorySource.h"

#include "models/lists/PagedModel.h"
#include "models/lists/SyntheticSource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

namespace {

const Columns kColumns { { .id = u"name"_qs, .title = u"Name"_qs, .kind = ColumnKind::Name },
                         { .id = u"key"_qs, .title = u"Key"_qs, .kind = ColumnKind::Number } };

QStringList idsOf(const PagedModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.rowAt(row)->id);
    return ids;
}

/// A model over a list in memory, with every signal counted and the model tester on from the start.
struct Harness {
    std::shared_ptr<MemorySource> source = std::make_shared<MemorySource>();
    PagedModel model { source, kColumns };
    QAbstractItemModelTester tester { &model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest };
    QSignalSpy inserted { &model, &QAbstractItemModel::rowsInserted };
    QSignalSpy removed { &model, &QAbstractItemModel::rowsRemoved };
    QSignalSpy updated { &model, &QAbstractItemModel::dataChanged };
    QSignalSpy reset { &model, &QAbstractItemModel::modelReset };

    explicit Harness(int rows = 0)
    {
        for (int n = 0; n < rows; ++n)
            source->insert(QStringLiteral("r%1").arg(n, 5, 10, QLatin1Char('0')), n * 10);
    }
    bool load()
    {
        model.setQuery({ {}, u"key"_qs, false });
        return QTest::qWaitFor([this] { return model.state() == ListState::Ready; });
    }
    void forget()
    {
        for (QSignalSpy *spy : { &inserted, &removed, &updated, &reset })
            spy->clear();
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return model.state() != ListState::Loading; });
    }
};

} // namespace

class TestPagedModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksNothingByItself()
    {
        Harness h(3);
        QCOMPARE(h.model.state(), ListState::Idle);
        QCOMPARE(h.source->pagesAsked, 0);
    }

    void showsARow()
    {
        Harness h(3);
        QVERIFY(h.load());
        QCOMPARE(h.model.rowCount(), 3);
        QCOMPARE(h.model.columnCount(), 2);
        QCOMPARE(h.inserted.size(), 1);
        const QModelIndex cell = h.model.index(1, 1);
        QCOMPARE(cell.data(PagedModel::ValueRole).toInt(), 10);
        QCOMPARE(cell.data(Qt::DisplayRole).toInt(), 10);
        QCOMPARE(cell.data(PagedModel::IdRole).toString(), u"r00001"_qs);
        QCOMPARE(cell.data(PagedModel::VersionRole).toInt(), 1);
        QCOMPARE(cell.data(PagedModel::EndedRole).toBool(), false);
        QCOMPARE(cell.data(Qt::DecorationRole), QVariant());
        QCOMPARE(h.model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Key"_qs);
        QVERIFY(!h.model.headerData(2, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!h.model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
        QVERIFY(!h.model.rowAt(3));
        QVERIFY(!h.model.rowAt(-1));
        QVERIFY(!h.model.rowById(u"nobody"_qs));
        QCOMPARE(h.model.rowCount(cell), 0);
        QVERIFY(h.model.atStart() && h.model.atEnd());
    }

    void anEmptyListIsReady()
    {
        Harness h;
        QVERIFY(h.load());
        QCOMPARE(h.model.rowCount(), 0);
        QVERIFY(h.model.atStart() && h.model.atEnd());
        QCOMPARE(h.reset.size(), 0);
    }

    void reloadSaysOnlyWhatChanged_data()
    {
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("updated");
        QTest::newRow("nothing") << 0 << 0 << 0;
        QTest::newRow("value") << 0 << 0 << 1;
        QTest::newRow("new") << 1 << 0 << 0;
        QTest::newRow("gone") << 0 << 1 << 0;
        QTest::newRow("moved") << 1 << 1 << 0;
    }

    void reloadSaysOnlyWhatChanged()
    {
        Harness h(50);
        QVERIFY(h.load());
        h.forget();
        const QString what = QString::fromLatin1(QTest::currentDataTag());
        if (what == u"value"_qs)
            h.source->setValue(u"r00020"_qs, u"other"_qs);
        else if (what == u"new"_qs)
            h.source->insert(u"new"_qs, 205);
        else if (what == u"gone"_qs)
            h.source->remove(u"r00020"_qs);
        else if (what == u"moved"_qs)
            h.source->setKey(u"r00020"_qs, 9999);
        h.model.reload();
        QVERIFY(h.settled());
        QCOMPARE(idsOf(h.model), h.source->ids());
        QTEST(int(h.inserted.size()), "inserted");
        QTEST(int(h.removed.size()), "removed");
        QTEST(int(h.updated.size()), "updated");
        QCOMPARE(h.reset.size(), 0);
    }

    void aScatteredDifferenceIsTwoSignals()
    {
        Harness h(200);
        QVERIFY(h.load());
        h.forget();
        for (int n = 0; n < 200; n += 2)
            h.source->remove(QStringLiteral("r%1").arg(n, 5, 10, QLatin1Char('0')));
        h.model.reload();
        QVERIFY(h.settled());
        QCOMPARE(idsOf(h.model), h.source->ids());
        QCOMPARE(h.updated.size(), 1); // rows that say something else,
        QCOMPARE(h.removed.size(), 1); // and fewer of them
        QCOMPARE(h.inserted.size(), 0);
        QCOMPARE(h.reset.size(), 0);
    }

    void theLatestQuestionWins()
    {
        Harness h(30);
        h.source->setManual(true);
        Filter one;
        one.text = u"r00001"_qs;
        Filter two;
        two.text = u"r00002"_qs;
        h.model.setQuery({ one, u"key"_qs, false });
        h.model.setQuery({ two, u"key"_qs, false });
        QCOMPARE(h.source->waiting(), 2);
        h.source->release(1);
        QVERIFY(h.settled());
        QCOMPARE(idsOf(h.model), QStringList(u"r00002"_qs));
        h.source->release(0); // the older answer comes last and is dropped
        QCoreApplication::sendPostedEvents();
        QTRY_COMPARE(idsOf(h.model), QStringList(u"r00002"_qs));
        QCOMPARE(h.model.query().filter, two);
    }

    void theSameQuestionIsNotAskedTwice()
    {
        Harness h(3);
        QVERIFY(h.load());
        h.model.setQuery(h.model.query());
        QCOMPARE(h.source->pagesAsked, 1);
    }

    void failsAndTriesAgain()
    {
        Harness h(3);
        h.source->failNext(ErrorCode::ConnectionLost);
        h.model.setQuery({ {}, u"key"_qs, false });
        QVERIFY(h.settled());
        QCOMPARE(h.model.state(), ListState::Failed);
        QCOMPARE(h.model.error().code, ErrorCode::ConnectionLost);
        h.model.retry();
        QCOMPARE(h.model.state(), ListState::Loading);
        QVERIFY(h.settled());
        QCOMPARE(h.model.rowCount(), 3);
    }

    void aFailedReloadKeepsTheRows()
    {
        Harness h(3);
        QVERIFY(h.load());
        h.source->failNext(ErrorCode::Timeout);
        h.model.reload();
        QVERIFY(h.settled());
        QCOMPARE(h.model.state(), ListState::Failed);
        QCOMPARE(h.model.rowCount(), 3);
        QVERIFY(h.model.isStale());
        h.source->remove(u"r00001"_qs);
        h.model.retry();
        QVERIFY(h.settled());
        QCOMPARE(h.model.state(), ListState::Ready);
        QCOMPARE(h.model.rowCount(), 2);
    }

    void aFailureAtTheEdgeKeepsTheWindow()
    {
        Harness h(500);
        QVERIFY(h.load());
        QTRY_COMPARE(h.model.rowCount(), PagedModel::kPage);
        h.source->failNext(ErrorCode::Timeout);
        h.model.setVisibleRange(150, 170);
        QTRY_VERIFY(h.model.edgeFailed());
        QCOMPARE(h.model.state(), ListState::Ready);
        QCOMPARE(h.model.rowCount(), PagedModel::kPage);
        h.model.setVisibleRange(160, 180);
        QCOMPARE(h.source->pagesAsked, 2); // nobody hammers a server in trouble
        h.model.retry();
        QTRY_COMPARE(h.model.rowCount(), 2 * PagedModel::kPage);
        QVERIFY(!h.model.edgeFailed());
    }

    void cancelKeepsWhatWasShown()
    {
        Harness h(3);
        QVERIFY(h.load());
        h.source->setManual(true);
        h.model.setQuery({ {}, u"key"_qs, true });
        h.model.cancel();
        QCOMPARE(h.model.state(), ListState::Failed);
        QCOMPARE(h.model.error().code, ErrorCode::Cancelled);
        QCOMPARE(h.model.rowCount(), 3);
        h.source->setManual(false);
        h.model.retry();
        QVERIFY(h.settled());
        QCOMPARE(idsOf(h.model).first(), u"r00002"_qs);
    }

    void jumpsAndSaysWhereItIs()
    {
        auto source = std::make_shared<SyntheticSource>(100'000'000);
        PagedModel model(source, kColumns);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy jumped(&model, &PagedModel::jumped);
        model.setQuery({ {}, u"name"_qs, false });
        QTRY_COMPARE(model.state(), ListState::Ready);
        QTRY_VERIFY(!model.facts().landmarks().isEmpty());
        model.setVisibleRange(0, 19);
        QCOMPARE(*model.position().row, 1);
        QVERIFY(model.position().rowExact);
        QCOMPARE(*model.position().total, 100'000'000);
        QCOMPARE(model.visibleFraction(), 0.0);

        jumped.clear();
        model.jumpToEnd();
        QTRY_COMPARE(jumped.size(), 1);
        QCOMPARE(model.rowAt(model.rowCount() - 1)->id, u"99999999"_qs);
        QVERIFY(model.position().rowExact);
        QCOMPARE(*model.position().row, 100'000'000 - 19);
        QCOMPARE(model.visibleFraction(), 1.0);

        QString led; // a row's number holds only until what stands before it is fetched
        connect(&model, &PagedModel::jumped, &model, [&](int row) {
            const ListRow *top = model.rowAt(row);
            led = top->id % u' ' % top->value(u"name"_qs).toString();
        });
        QVERIFY(model.jumpToFraction(0.4123));
        QTRY_COMPARE(jumped.size(), 2);
        QVERIFY(led.startsWith(u"41000000 "_qs));
        QCOMPARE(*model.position().row, 41'000'001);
        QVERIFY(!model.position().rowExact);

        QVERIFY(model.jumpToKey(u"Naba"_qs));
        QTRY_COMPARE(jumped.size(), 3);
        QVERIFY(led.section(u' ', 1).startsWith(u"Naba"_qs));
        QVERIFY(!model.position().rowExact);
        QVERIFY(qAbs(double(*model.position().row) / 100e6 - 0.5) < 0.06);

        QVERIFY(model.jumpToKey(u"zzzz"_qs)); // past the last row: the end
        QTRY_COMPARE(jumped.size(), 4);
        QVERIFY(model.atEnd());

        model.jumpToStart();
        QTRY_COMPARE(jumped.size(), 5);
        QCOMPARE(model.rowAt(0)->id, u"0"_qs);
        QVERIFY(model.position().rowExact);
    }

    void descendingListsHaveLandmarksToo()
    {
        auto source = std::make_shared<SyntheticSource>(1'000'000);
        PagedModel model(source, kColumns);
        model.setQuery({ {}, u"name"_qs, true });
        QTRY_VERIFY(!model.facts().landmarks().isEmpty());
        QCOMPARE(model.rowAt(0)->id, u"999999"_qs);
        QStringList led; // a row's number holds only until what stands before it is fetched
        connect(&model, &PagedModel::jumped, &model, [&](int row) { led += model.rowAt(row)->id; });
        QVERIFY(model.jumpToFraction(0.25));
        QTRY_COMPARE(led, QStringList { u"750000"_qs });
        QVERIFY(!PagedModel(source, kColumns).jumpToFraction(0.5));
    }

    void aModelMayGoWhileItIsAsking()
    {
        auto source = std::make_shared<MemorySource>();
        source->insert(u"a"_qs, 1);
        source->setManual(true);
        auto model = std::make_unique<PagedModel>(source, kColumns);
        model->setQuery({ {}, u"key"_qs, false });
        model.reset();
        source->release(0);
        QCoreApplication::sendPostedEvents();
    }
};

QTEST_GUILESS_MAIN(TestPagedModel)
#include "tst_paged_model.moc"
