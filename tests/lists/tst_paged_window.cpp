// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/PagedModel.h"
#include "models/lists/SyntheticSource.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

namespace {

/// Walks about in a list as a person might, for ever so long, and looks after each step whether the
/// window is what it promises.
class Walk {
public:
    Walk(qint64 rows, const ListQuery &query, quint32 seed)
        : m_source(std::make_shared<SyntheticSource>(rows))
        , m_model(m_source, { { .id = u"name"_qs, .kind = ColumnKind::Name } })
        , m_reset(&m_model, &QAbstractItemModel::modelReset)
        , m_random(seed)
    {
        m_model.setQuery(query);
        QObject::connect(&m_model, &PagedModel::jumped, &m_model, [this](int row, bool atBottom) {
            m_top = qMax(0, atBottom ? row - kHeight + 1 : row);
            look();
        });
        // what a view does: its first visible row stays where it is
        QObject::connect(&m_model, &PagedModel::windowAboutToChange, &m_model, [this] {
            m_topId = m_model.rowAt(m_top) ? m_model.rowAt(m_top)->id : QString();
        });
        QObject::connect(&m_model, &PagedModel::windowChanged, &m_model, [this] {
            const int row = m_model.rowOf(m_topId);
            if (row < 0)
                return; // a jump led away from it
            m_top = row;
            m_kept = m_kept && m_model.firstVisible() == row;
        });
    }

    bool settle()
    {
        return QTest::qWaitFor([this] {
            const bool calm =
                m_model.state() == ListState::Ready && m_model.facts().count() && enough();
            return calm;
        });
    }

    void step()
    {
        const int last = qMax(0, m_model.rowCount() - kHeight);
        switch (m_random.bounded(10)) {
        case 0:
            m_model.jumpToFraction(m_random.generateDouble());
            break;
        case 1:
            m_random.bounded(2) == 0 ? m_model.jumpToStart() : m_model.jumpToEnd();
            break;
        case 2:
            m_model.reload();
            break;
        default:
            m_top = qBound(0, m_top + m_random.bounded(-400, 401), last);
            look();
        }
    }

    /// Empty when all is well.
    QString complaint() const
    {
        const ListQuery &query = m_model.query();
        if (m_model.rowCount() > PagedModel::kWindow)
            return u"the window is too large"_qs;
        if (!m_reset.isEmpty())
            return u"the model was reset"_qs;
        if (!m_kept)
            return u"the first visible row moved"_qs;
        const qint64 total = m_source->countOf(query.filter);
        const qint64 first = place(0, total);
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (place(row, total) != first + row)
                return QStringLiteral("row %1 is not the next one").arg(row);
        }
        // an end that nobody has come near may be unknown still
        const bool start = first == 0;
        const bool end = first + m_model.rowCount() == total;
        if (m_model.atStart() ? !start : start && m_model.firstVisible() < PagedModel::kMargin)
            return u"it is wrong about the start"_qs;
        const int below = m_model.rowCount() - 1 - m_model.lastVisible();
        if (m_model.atEnd() ? !end : end && below < PagedModel::kMargin)
            return u"it is wrong about the end"_qs;
        const ListPosition where = m_model.position();
        if (!where.row || !where.total || *where.total != total)
            return u"it does not know where it is"_qs;
        const qint64 wrongBy = qAbs(*where.row - 1 - first - m_model.firstVisible());
        if (wrongBy > (where.rowExact ? 0 : total / 200 + 1))
            return QStringLiteral("its position is wrong by %1").arg(wrongBy);
        return {};
    }

private:
    static constexpr int kHeight = 25;

    void look() { m_model.setVisibleRange(m_top, m_top + kHeight - 1); }

    bool enough() const
    {
        const bool below = m_model.atEnd()
            || m_model.rowCount() - 1 - m_model.lastVisible() >= PagedModel::kMargin;
        const bool above = m_model.atStart() || m_model.firstVisible() >= PagedModel::kMargin;
        return below && above;
    }

    qint64 place(int row, qint64 total) const
    {
        const ListQuery &query = m_model.query();
        const qint64 rank = m_source->rankOf(query, m_model.rowAt(row)->id.toLongLong());
        return query.descending ? total - 1 - rank : rank;
    }

    std::shared_ptr<SyntheticSource> m_source;
    PagedModel m_model;
    QAbstractItemModelTester m_tester { &m_model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest };
    QSignalSpy m_reset;
    QRandomGenerator m_random;
    QString m_topId;
    int m_top = 0;
    bool m_kept = true;
};

} // namespace

class TestPagedWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsItsPromises_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<QString>("sort");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("facet");
        const QString name = u"name"_qs;
        QTest::newRow("1 row") << qint64(1) << name << false << QString();
        QTest::newRow("2 rows, down") << qint64(2) << name << true << QString();
        QTest::newRow("a page") << qint64(PagedModel::kPage) << name << false << QString();
        QTest::newRow("a page and one")
            << qint64(PagedModel::kPage + 1) << name << false << QString();
        QTest::newRow("a window and one")
            << qint64(PagedModel::kWindow + 1) << name << true << QString();
        QTest::newRow("5000, filtered") << qint64(5000) << name << false << u"no_factor"_qs;
        QTest::newRow("100 million") << qint64(100'000'000) << name << false << QString();
        QTest::newRow("100 million, down, filtered")
            << qint64(100'000'000) << name << true << u"locked"_qs;
        QTest::newRow("100 million, by number")
            << qint64(100'000'000) << u"codes"_qs << false << QString();
    }

    void keepsItsPromises()
    {
        QFETCH(qint64, rows);
        QFETCH(QString, sort);
        QFETCH(bool, descending);
        QFETCH(QString, facet);
        ListQuery query { {}, sort, descending };
        if (!facet.isEmpty())
            query.filter.setFacet(facet, true);
        Walk walk(rows, query, 7);
        for (int step = 0; step < 60; ++step) {
            QVERIFY2(walk.settle(), qPrintable(QStringLiteral("stuck at step %1").arg(step)));
            const QString complaint = walk.complaint();
            QVERIFY2(complaint.isEmpty(),
                     qPrintable(QStringLiteral("step %1: %2").arg(step).arg(complaint)));
            walk.step();
        }
    }
};

QTEST_GUILESS_MAIN(TestPagedWindow)
#include "tst_paged_window.moc"
