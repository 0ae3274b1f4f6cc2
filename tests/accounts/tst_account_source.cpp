// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountScene.h"

#include "models/accounts/AccountListSource.h"
#include "models/lists/PagedModel.h"

#include <QAbstractItemModelTester>
#include <QTimeZone>

using namespace castellan;
using namespace std::chrono_literals;

namespace {

constexpr int kPeople = 650; // more than three pages

ListQuery by(const QString &sort, bool descending = false, const QString &text = {})
{
    ListQuery query;
    query.sort = sort;
    query.descending = descending;
    query.filter.text = text;
    return query;
}

QStringList idsOf(const QList<ListRow> &rows)
{
    QStringList ids;
    for (const ListRow &row : rows)
        ids += row.id;
    return ids;
}

Columns columns()
{
    return { { .id = QStringLiteral("display_name"), .title = QStringLiteral("Name") },
             { .id = QStringLiteral("factor_state"), .title = QStringLiteral("Factor") } };
}

} // namespace

/// The list of accounts as the console sees it, on a real database with awkward people in it.
class AccountSourceTest : public QObject {
    Q_OBJECT

private:
    AccountListSource source() { return { m_scene.interactive(), m_scene.background() }; }
    std::shared_ptr<AccountListSource> shared()
    {
        return std::make_shared<AccountListSource>(m_scene.interactive(), m_scene.background());
    }
    static bool settled(const PagedModel &model)
    {
        return QTest::qWaitFor(
            [&model] {
                return model.state() == ListState::Ready && model.facts().count().has_value();
            },
            20'000);
    }

    AccountScene m_scene;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_scene.start(kPeople);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanupTestCase() { m_scene.stop(); }

    void pagesBothWays_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<bool>("descending");
        for (const char *sort : { "name", "login", "rank", "last_used", "created" })
            for (const bool descending : { false, true })
                QTest::addRow("%s%s", sort, descending ? " down" : "")
                    << QString::fromLatin1(sort) << descending;
    }
    void pagesBothWays()
    {
        QFETCH(QString, sort);
        QFETCH(bool, descending);
        AccountListSource list = source();
        const ListQuery query = by(sort, descending);
        QStringList forward;
        QJsonObject at;
        for (;;) {
            const auto page = await(list.page(query, at, false, 97, Purpose::Person));
            QVERIFY_RESULT(page);
            forward += idsOf(page.value().rows);
            if (page.value().rows.size() < 97)
                break;
            at = page.value().rows.constLast().place();
        }
        QCOMPARE(forward.size(), kPeople);
        QCOMPARE(QSet<QString>(forward.cbegin(), forward.cend()).size(), kPeople);
        QStringList backward;
        at = {};
        for (;;) {
            const auto page = await(list.page(query, at, true, 97, Purpose::Person));
            QVERIFY_RESULT(page);
            backward = idsOf(page.value().rows) + backward;
            if (page.value().rows.size() < 97)
                break;
            at = page.value().rows.constFirst().place();
        }
        QCOMPARE(backward, forward);
    }

    void fillsAModelThatIsCorrect()
    {
        PagedModel model(shared(), columns());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery(by(u"name"_qs));
        QVERIFY(settled(model));
        QVERIFY(model.atStart());
        const QString first = model.rowAt(0)->id;
        while (!model.atEnd()) { // scroll down
            const int had = model.rowCount();
            model.setVisibleRange(had - 20, had - 1);
            QTRY_VERIFY(model.rowCount() > had || model.atEnd());
        }
        QCOMPARE(model.rowCount(), kPeople);
        model.jumpToEnd();
        QVERIFY(settled(model));
        QTRY_VERIFY(model.atEnd());
        model.jumpToFraction(0.5);
        QVERIFY(settled(model));
        model.jumpToStart();
        QVERIFY(settled(model));
        QTRY_COMPARE(model.rowAt(0)->id, first);
        model.setQuery(by(u"created"_qs, true));
        QVERIFY(settled(model));
        QTRY_VERIFY(model.rowAt(0)->value(u"created_at"_qs).toDateTime()
                    >= model.rowAt(1)->value(u"created_at"_qs).toDateTime());
    }

    void filtersAndCountsTheSame_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             { u"anna"_qs, u"ÄNNA"_qs, u"o'neil"_qs, u"per%c"_qs, u"back\\"_qs, u"محمد"_qs,
               u"王小明"_qs, u"<b>"_qs, u"🙂"_qs, u"ext-12"_qs, u"zzz nobody zzz"_qs })
            QTest::addRow("%s", qPrintable(text)) << text;
    }
    void filtersAndCountsTheSame()
    {
        QFETCH(QString, text);
        AccountListSource list = source();
        const ListQuery query = by(u"name"_qs, false, text);
        const auto page = await(list.page(query, {}, false, 1000, Purpose::Person));
        const auto count = await(list.count(query.filter));
        QVERIFY_RESULT(page);
        QVERIFY_RESULT(count);
        QCOMPARE(page.value().rows.isEmpty(), text.startsWith(u"zzz"));
        if (count.value().exact)
            QCOMPARE(count.value().count, page.value().rows.size());
    }

    void facetsAreWhatFilteringByThemGives()
    {
        AccountListSource list = source();
        const auto facets = await(list.facets({}));
        QVERIFY_RESULT(facets);
        QStringList words;
        for (const FacetCount &facet : facets.value()) {
            words += facet.facet;
            ListQuery query = by(u"name"_qs);
            query.filter.setFacet(facet.facet, true);
            const auto page = await(list.page(query, {}, false, 1000, Purpose::Person));
            QVERIFY_RESULT(page);
            QVERIFY(facet.exact);
            QCOMPARE(page.value().rows.size(), facet.count);
            QVERIFY(facet.count > 0);
        }
        words.sort();
        QCOMPARE(words,
                 (QStringList { u"locked"_qs, u"no_factor"_qs, u"pending"_qs, u"privileged"_qs }));
    }

    void landmarksLeadToTheirPlace()
    {
        AccountListSource list = source();
        const ListQuery query = by(u"login"_qs);
        const auto landmarks = await(list.landmarks(query, 20));
        QVERIFY_RESULT(landmarks);
        QVERIFY(landmarks.value().size() > 3);
        double before = -1;
        for (const Landmark &landmark : landmarks.value()) {
            QVERIFY(landmark.fraction > before && landmark.fraction <= 1);
            before = landmark.fraction;
            const auto page = await(list.page(query, landmark.position, false, 1, Purpose::Person));
            QVERIFY_RESULT(page);
            QCOMPARE(page.value().rows.size(), 1);
        }
    }

    void findsTheFirstAtOrPastAKey()
    {
        AccountListSource list = source();
        const ListQuery query = by(u"login"_qs);
        const QJsonObject at = list.positionOf(query, u"zo"_qs);
        QVERIFY(!at.isEmpty());
        const auto page = await(list.page(query, at, false, 1, Purpose::Person));
        QVERIFY_RESULT(page);
        QCOMPARE(page.value().rows.constFirst().value(u"login"_qs).toString(), u"zoë"_qs);

        const QDateTime day({ 2026, 1, 2 }, { 0, 0 }, Qt::UTC);
        const ListQuery newest = by(u"created"_qs);
        const auto since =
            await(list.page(newest, list.positionOf(newest, day), false, 1, Purpose::Person));
        QVERIFY_RESULT(since);
        QCOMPARE(since.value().rows.constFirst().value(u"created_at"_qs).toDateTime(), day);

        QVERIFY(list.positionOf(by(u"rank"_qs), u"a"_qs).isEmpty());
        QVERIFY(list.positionOf(query, day).isEmpty());
        QVERIFY(list.positionOf(newest, u"a"_qs).isEmpty());
    }

    void tellsWhatChanged()
    {
        AccountListSource list = source();
        auto changes = await(list.changes({}, 100));
        QVERIFY_RESULT(changes);
        QVERIFY(changes.value().ids.isEmpty());
        QVERIFY(!changes.value().cursor.isEmpty());
        const QString made = m_scene.sync(u"new-1"_qs, u"Ada"_qs).toString(QUuid::WithoutBraces);
        changes = await(list.changes(changes.value().cursor, 100));
        QVERIFY_RESULT(changes);
        QCOMPARE(changes.value().ids, QStringList { made });
        const auto rows = await(list.rows({ made, QUuid::createUuid().toString() }));
        QVERIFY_RESULT(rows);
        QCOMPARE(rows.value().size(), 1); // nobody of the other id
        QCOMPARE(rows.value().constFirst().value(u"display_name"_qs).toString(), u"Ada"_qs);
        changes = await(list.changes(changes.value().cursor, 100));
        QVERIFY_RESULT(changes);
        QVERIFY(changes.value().ids.isEmpty());
    }

    void aLiveModelFollowsTheApplication()
    {
        m_scene.sync(u"live-1"_qs, u"000 before"_qs);
        PagedModel model(shared(), columns());
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPollInterval(50ms);
        model.setLive(true);
        model.setQuery(by(u"name"_qs, false, u"live-"_qs));
        QVERIFY(settled(model));
        QCOMPARE(model.rowCount(), 1);
        m_scene.sync(u"live-1"_qs, u"001 after"_qs);
        QTRY_COMPARE(model.rowAt(0)->value(u"display_name"_qs).toString(), u"001 after"_qs);
        m_scene.sync(u"live-2"_qs, u"002 another"_qs);
        QTRY_COMPARE(model.rowCount(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(model.facts().count()->count, qint64(2), 20'000); // every 5 s
    }

    void cancellingStopsIt()
    {
        const auto asked = [this] {
            const auto rows = m_scene.database->asSuperuser(
                SqlStatement("select count(*) from pg_stat_activity"
                             " where pid = $1 and state = 'active' and query like '%account_list%'")
                    .bind(m_scene.interactive().backendPid()));
            return rows.hasValue() ? rows.value().constFirst().integer("count") : -1;
        };
        const auto other = m_scene.database->server().superuserSession(m_scene.database->name());
        QVERIFY_RESULT(await(other->rows(SqlStatement("begin"))));
        QVERIFY_RESULT(await(other->rows(SqlStatement("lock castellan_private.account"))));
        PagedModel model(shared(), columns());
        model.setQuery(by(QStringLiteral("name")));
        QTRY_COMPARE(asked(), 1);
        model.cancel();
        // Sooner than the lock's time limit would end it.
        QTRY_COMPARE_WITH_TIMEOUT(asked(), 0, 3000);
        QVERIFY_RESULT(await(other->rows(SqlStatement("rollback"))));
        model.retry();
        QVERIFY(settled(model));
    }

    void onlyAPersonsPagesAreActivity()
    {
        const auto idleFor = [this] {
            const auto rows = m_scene.database->asSuperuser(SqlStatement(
                "select max(extract(epoch from clock_timestamp() - last_at))::bigint as seconds"
                "  from castellan_private.elevation_activity"));
            return rows.hasValue() ? rows.value().constFirst().integer("seconds") : -1;
        };
        const SqlStatement idle("update castellan_private.elevation_activity"
                                "   set last_at = last_at - interval '1 minute'");
        QVERIFY_RESULT(m_scene.database->asSuperuser(idle));
        const auto list = shared();
        QVERIFY_RESULT(await(list->page(by(u"name"_qs), {}, false, 10, Purpose::Background)));
        QVERIFY(idleFor() >= 60);
        QVERIFY_RESULT(await(list->page(by(u"name"_qs), {}, false, 10, Purpose::Person)));
        QVERIFY(idleFor() < 60);
    }

    void saysSoWhenNobodyIsSignedIn()
    {
        const auto stranger = m_scene.database->connect(m_scene.helpdesk);
        AccountListSource list(*stranger, *stranger);
        QCOMPARE(await(list.page(by(u"name"_qs), {}, false, 10, Purpose::Person)).error().code,
                 ErrorCode::NotSignedIn);
        QCOMPARE(await(list.count({})).error().code, ErrorCode::NotSignedIn);
        PagedModel model(std::make_shared<AccountListSource>(*stranger, *stranger), columns());
        model.setQuery(by(u"name"_qs));
        QTRY_COMPARE(model.state(), ListState::Failed);
        QCOMPARE(model.error().code, ErrorCode::NotSignedIn);
    }
};

QTEST_GUILESS_MAIN(AccountSourceTest)
#include "tst_account_source.moc"
