// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/AccountPeople.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

/// Pages of castellan.account_list: whatever the order and the direction, they join up to the
/// whole.
class TestAccountListSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesJoinUp_data();
    void pagesJoinUp();
    void everyPositionContinues_data() { sorts(); }
    void everyPositionContinues();
    void positionsOfRowsFitEveryList_data() { sorts(); }
    void positionsOfRowsFitEveryList();
    void insertedAndDeletedWhilePaging();
    void inclusiveHoldsTheRowItself();
    void placesWithoutIdPartTheList_data();
    void placesWithoutIdPartTheList();
    void prefixIsBeforeWhatBeginsWithIt_data();
    void prefixIsBeforeWhatBeginsWithIt();
    void walkingAndGatheringAgree_data() { sorts(); }
    void walkingAndGatheringAgree();
    void walkingGivesUpAfterItsBudget();
    void settingsOfTheCallerChangeNothing();
    void statesAreOfTheMoment();

private:
    static void sorts()
    {
        QTest::addColumn<QString>("sort");
        for (const char *sort : { "name", "login", "last_used", "created", "rank" })
            QTest::newRow(sort) << QString::fromLatin1(sort);
    }
    /// Sorted in one go, from the columns the application wrote.
    QStringList plain(const QString &sort, bool descending);
    TestSql::Answer list(const QString &sort, bool descending, const QString &at, bool backward,
                         int limit, const QString &filter = u"{}"_s)
    {
        return m_admin->exec(u"select * from castellan.account_list($1, $2, $3, $4, $5, $6)"_s,
                             { filter, sort, descending ? u"true"_s : u"false"_s, at,
                               backward ? u"true"_s : u"false"_s, QString::number(limit) });
    }
    QStringList ids(const QString &sort, bool descending, const QString &at, bool backward,
                    int limit)
    {
        return AccountPeople::column(list(sort, descending, at, backward, limit), u"id"_s);
    }

    SchemaFixture m_schema;
    std::unique_ptr<TestSql> m_admin;
};

void TestAccountListSchema::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    QCOMPARE(AccountPeople::populate(m_schema.superuser()), QString());
    m_admin = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"admin"_s)));
}

QStringList TestAccountListSchema::plain(const QString &sort, bool descending)
{
    const QHash<QString, QString> keys {
        { u"name"_s,
          u"rtrim(left(coalesce(nullif(castellan_private.fold(a.display_name), ''), "
          u"castellan_private.fold(a.login)), 120))"
          " collate \"C\""_s },
        { u"login"_s, u"castellan_private.fold(a.login) collate \"C\""_s },
        { u"last_used"_s, u"f.id is not null, coalesce(f.last_used_at, '-infinity')"_s },
        { u"created"_s, u"a.created_at"_s },
        { u"rank"_s, u"array_position(array['user', 'staff', 'admin'], a.rank), "_s },
    };
    const QString key =
        sort == u"rank" ? keys.value(sort) + keys.value(u"name"_s) : keys.value(sort);
    QStringList ordered = AccountPeople::column(
        m_schema.superuser().exec(
            u"select a.id from castellan_private.account a left join castellan_private.factor f"
            " on f.account = a.id and not f.pending order by "_s
            + key + u", a.id"_s),
        u"id"_s);
    if (descending)
        std::reverse(ordered.begin(), ordered.end());
    return ordered;
}

void TestAccountListSchema::pagesJoinUp_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<bool>("backward");
    for (const char *sort : { "name", "login", "last_used", "created", "rank" }) {
        for (int way = 0; way < 4; ++way)
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(QLatin1StringView(sort)).arg(way)))
                << QString::fromLatin1(sort) << (way % 2 == 1) << (way / 2 == 1);
    }
}

void TestAccountListSchema::pagesJoinUp()
{
    QFETCH(QString, sort);
    QFETCH(bool, descending);
    QFETCH(bool, backward);
    QStringList walked;
    QString at;
    for (;;) {
        const TestSql::Answer page = list(sort, descending, at, backward, 37);
        QCOMPARE(page.message, QString());
        const QStringList found = AccountPeople::column(page, u"id"_s);
        walked = backward ? found + walked : walked + found;
        if (found.size() < 37)
            break;
        at = (backward ? page.rows.first() : page.rows.last()).value(u"position"_s);
    }
    QCOMPARE(walked.size(), 600);
    QCOMPARE(walked, plain(sort, descending));
}

void TestAccountListSchema::everyPositionContinues()
{
    QFETCH(QString, sort);
    const TestSql::Answer whole = list(sort, false, {}, false, 1000);
    const QStringList all = AccountPeople::column(whole, u"id"_s);
    for (qsizetype i = 0; i < all.size(); i += 23) {
        const QString at = whole.rows.at(i).value(u"position"_s);
        QCOMPARE(ids(sort, false, at, false, 3), all.mid(i + 1, 3));
        QCOMPARE(ids(sort, false, at, true, 3),
                 all.mid(std::max<qsizetype>(0, i - 3), std::min<qsizetype>(3, i)));
    }
}

void TestAccountListSchema::positionsOfRowsFitEveryList()
{
    QFETCH(QString, sort);
    const QStringList all = plain(sort, true);
    const TestSql::Answer rows = m_admin->exec(u"select * from castellan.account_rows($1)"_s,
                                               { u'{' + all.at(77) + u',' + all.at(300) + u'}' });
    QCOMPARE(AccountPeople::column(rows, u"id"_s), (QStringList { all.at(77), all.at(300) }));
    QCOMPARE(ids(sort, true, rows.rows.first().value(u"position"_s), false, 5), all.mid(78, 5));
    QCOMPARE(ids(sort, true, rows.rows.last().value(u"position"_s), true, 5), all.mid(295, 5));
}

void TestAccountListSchema::insertedAndDeletedWhilePaging()
{
    const TestSql::Answer first = list(u"name"_s, false, {}, false, 50);
    const TestSql::Row last = first.rows.last();
    const QString before = m_schema.addAccount();
    const QString after = m_schema.addAccount();
    m_schema.superuser().exec(
        u"update castellan_private.account set display_name = '!' where id = $1"_s, { before });
    m_schema.superuser().exec(
        u"update castellan_private.account set display_name = '~~~' where id = $1"_s, { after });
    m_schema.superuser().exec(u"delete from castellan_private.account where id = $1"_s,
                              { last.value(u"id"_s) });

    // The row the position names is gone: the next page begins behind where it stood all the same.
    const QStringList all = plain(u"name"_s, false);
    const QStringList rest = ids(u"name"_s, false, last.value(u"position"_s), false, 1000);
    QCOMPARE(rest, all.mid(all.size() - rest.size()));
    QVERIFY(rest.contains(after));
    QVERIFY(!rest.contains(before));
    m_schema.superuser().exec(
        u"delete from castellan_private.account where id = any ($1::uuid[])"_s,
        { u'{' + before + u',' + after + u'}' });
    QCOMPARE(AccountPeople::populate(m_schema.superuser()), QString());
}

void TestAccountListSchema::inclusiveHoldsTheRowItself()
{
    const TestSql::Answer whole = list(u"rank"_s, false, {}, false, 1000);
    QString at = whole.rows.at(200).value(u"position"_s);
    at.replace(u"{"_s, u"{\"inclusive\": true, "_s);
    const QStringList all = AccountPeople::column(whole, u"id"_s);
    QCOMPARE(ids(u"rank"_s, false, at, false, 2), all.mid(200, 2));
    QCOMPARE(ids(u"rank"_s, false, at, true, 2), all.mid(199, 2));
    QStringList reversed = all;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(ids(u"rank"_s, true, at, false, 2), reversed.mid(399, 2));
}

void TestAccountListSchema::placesWithoutIdPartTheList_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<QString>("key");
    QTest::newRow("time") << u"created"_s << u"\"created\": \"2026-01-02T03:00:00Z\""_s;
    QTest::newRow("use") << u"last_used"_s << u"\"last_used\": \"-infinity\""_s;
    QTest::newRow("no factor") << u"last_used"_s << u"\"last_used\": null"_s;
    QTest::newRow("rank") << u"rank"_s << u"\"rank\": \"staff\""_s;
    QTest::newRow("name") << u"name"_s << u"\"name\": \"anna\""_s;
}

void TestAccountListSchema::placesWithoutIdPartTheList()
{
    QFETCH(QString, sort);
    QFETCH(QString, key);
    const QString at = u'{' + key + u'}';
    const QString inclusive = u"{\"inclusive\": true, "_s + key + u'}';
    for (bool descending : { false, true }) {
        const QStringList all = plain(sort, descending);
        // Those with that key belong to one side or the other, by what inclusive says.
        QCOMPARE(ids(sort, descending, at, true, 1000)
                     + ids(sort, descending, inclusive, false, 1000),
                 all);
        QCOMPARE(ids(sort, descending, inclusive, true, 1000)
                     + ids(sort, descending, at, false, 1000),
                 all);
        QVERIFY(ids(sort, descending, at, false, 1000).size()
                < ids(sort, descending, inclusive, false, 1000).size());
    }
}

void TestAccountListSchema::prefixIsBeforeWhatBeginsWithIt_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("folded");
    QTest::newRow("accented") << u"ÉMILE  z"_s << u"emile z"_s;
    QTest::newRow("whole") << u"Anna"_s << u"anna"_s;
    QTest::newRow("right to left") << u"محمد"_s << u"محمد"_s;
}

void TestAccountListSchema::prefixIsBeforeWhatBeginsWithIt()
{
    QFETCH(QString, prefix);
    QFETCH(QString, folded);
    const QString at = u"{\"inclusive\": true, \"prefix\": \"%1\"}"_s.arg(prefix);
    for (bool descending : { false, true }) {
        const TestSql::Answer behind = list(u"name"_s, descending, at, false, 1000);
        const QStringList before = ids(u"name"_s, descending, at, true, 1000);
        QCOMPARE(before + AccountPeople::column(behind, u"id"_s), plain(u"name"_s, descending));
        QVERIFY(behind.rows.first().value(u"position"_s).contains(u"\"name\": \""_s + folded));
    }
}

void TestAccountListSchema::walkingAndGatheringAgree()
{
    QFETCH(QString, sort);
    const QStringList segments =
        sort == u"last_used" ? QStringList { u"never_used"_s, u"used"_s } : QStringList { sort };
    for (const QString &segment : segments) {
        for (const char *filter : { R"({"text": "an"})", R"({"active": true, "text": "o"})",
                                    R"({"ranks": ["user", "admin"]})", R"({"facets": ["locked"]})",
                                    R"({"facets": ["pending", "privileged"]})" }) {
            for (const char *up : { "true", "false" }) {
                const QStringList parameters { QString::fromLatin1(filter), segment,
                                               QString::fromLatin1(up) };
                const QString walked = m_schema.superuser().value(
                    u"select w.ids from castellan_private.account_filter_read($1) f, "
                    u"castellan_private.account_walk("
                    "$2, f, null, $3::boolean, 25, 1000, now()) w"_s,
                    parameters);
                const QString gathered = m_schema.superuser().value(
                    u"select castellan_private.account_gather($2, f, null, $3::boolean, 25, now(), "
                    u"null, true)"
                    " from castellan_private.account_filter_read($1) f"_s,
                    parameters);
                QVERIFY(!walked.isNull());
                QCOMPARE(walked, gathered);
            }
        }
    }
}

void TestAccountListSchema::walkingGivesUpAfterItsBudget()
{
    const auto walk = [&](const char *filter, int budget) {
        return m_schema.superuser()
            .exec(
                u"select cardinality(w.ids) || case when w.ended then ' ended' else '' end"
                " from castellan_private.account_filter_read($1) f, castellan_private.account_walk("
                "'name', f, null, true, 5, $2::int, now()) w"_s,
                { QString::fromLatin1(filter), QString::number(budget) })
            .value();
    };
    QCOMPARE(walk("{}", 600), u"5 ended"_s);
    QCOMPARE(walk(R"({"text": "no such text"})", 599), u"0"_s);
    QCOMPARE(walk(R"({"text": "no such text"})", 600), u"0 ended"_s);
}

void TestAccountListSchema::settingsOfTheCallerChangeNothing()
{
    const TestSql::Answer before = list(u"created"_s, false, {}, false, 20);
    for (const char *setting :
         { "timezone = 'Asia/Kathmandu'", "datestyle = 'German, DMY'", "search_path = pg_temp",
           "standard_conforming_strings = off", "enable_indexscan = off", "bytea_output = escape" })
        QCOMPARE(m_admin->exec(u"set "_s + QString::fromLatin1(setting)).message, QString());
    const TestSql::Answer after = list(u"created"_s, false, {}, false, 20);
    const TestSql::Answer next =
        list(u"created"_s, false, before.rows.last().value(u"position"_s), false, 20);
    const QString label =
        m_admin->value(u"select label from castellan.account_landmarks('{}', 'created', 1)"_s);
    QCOMPARE(m_admin->exec(u"reset all"_s).message, QString());
    QCOMPARE(AccountPeople::column(after, u"position"_s),
             AccountPeople::column(before, u"position"_s));
    QCOMPARE(AccountPeople::column(next, u"id"_s), plain(u"created"_s, false).mid(20, 20));
    QCOMPARE(label, u"2026-01-01"_s);
}

void TestAccountListSchema::statesAreOfTheMoment()
{
    const QString account = m_schema.addEnrolled().account;
    const auto state = [&]() -> QString {
        const TestSql::Row row =
            m_admin
                ->exec(
                    u"select *, factor_until is null as forever from castellan.account_rows($1)"_s,
                    { u'{' + account + u'}' })
                .row();
        return row.value(u"factor_state"_s) + u' ' + row.value(u"forever"_s) + u' '
            + row.value(u"factors"_s);
    };
    const auto change = [&](const QString &what) {
        m_schema.superuser().exec(u"update castellan_private.factor set "_s + what
                                      + u" where account = $1::uuid"_s,
                                  { account });
    };
    QCOMPARE(state(), u"active t 1"_s);
    change(u"locked_until = clock_timestamp() + interval '1 hour'"_s);
    QCOMPARE(state(), u"locked f 1"_s);
    change(u"locked_until = clock_timestamp() - interval '1 second'"_s);
    QCOMPARE(state(), u"active t 1"_s);
    change(u"disabled_at = clock_timestamp()"_s);
    QCOMPARE(state(), u"disabled t 1"_s);
    m_schema.superuser().exec(u"delete from castellan_private.factor where account = $1::uuid"_s,
                              { account });
    QCOMPARE(state(), u"none t 0"_s);
    m_schema.superuser().exec(
        u"insert into castellan_private.enrolment (account, method, state, expires_at)"
        " values ($1::uuid, 'application', 'shown', clock_timestamp() + interval '1 hour')"_s,
        { account });
    QCOMPARE(state(), u"pending f 0"_s);
    m_schema.superuser().exec(
        u"update castellan_private.enrolment set expires_at = clock_timestamp() where account = $1::uuid"_s,
        { account });
    m_schema.superuser().exec(
        u"update castellan_private.account set must_enrol = true, enrol_by = now() where id = $1::uuid"_s,
        { account });
    QCOMPARE(state(), u"must_enrol f 0"_s);
}

QTEST_GUILESS_MAIN(TestAccountListSchema)
#include "tst_account_list_schema.moc"
