// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/AccountPeople.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const char *const kFilters[] = {
    "{}",
    R"({"text": "an"})",
    R"({"text": "q", "active": true})",
    R"({"ranks": ["staff", "admin"]})",
    R"({"facets": ["no_factor"]})",
    R"({"facets": ["locked", "privileged"], "text": "a"})",
    R"({"facets": ["pending"]})",
    R"({"facets": ["locked", "no_factor"]})",
    R"({"active": false, "ranks": ["user"], "text": "nobody at all"})",
};

void filters()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter : kFilters)
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

} // namespace

/// Counts, facets and landmarks against what the list itself says, and the detail of one account.
class TestAccountFiguresSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsAreThoseOfTheList_data() { filters(); }
    void countsAreThoseOfTheList();
    void facetsAreCountsWithOneMore_data() { filters(); }
    void facetsAreCountsWithOneMore();
    void landmarksPartTheList_data();
    void landmarksPartTheList();
    void manyAreEstimated();
    void detailTellsEveryLock();
    void detailOfNobodyIsEmpty();

private:
    QStringList listed(const QString &filter, const QString &sort = u"name"_s)
    {
        return AccountPeople::column(
            m_admin->exec(
                u"select id from castellan.account_list($1, $2, false, null, false, 1000)"_s,
                { filter, sort }),
            u"id"_s);
    }

    SchemaFixture m_schema;
    std::unique_ptr<TestSql> m_admin;
};

void TestAccountFiguresSchema::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    QCOMPARE(AccountPeople::populate(m_schema.superuser()), QString());
    m_admin = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"auditor"_s)));
}

void TestAccountFiguresSchema::countsAreThoseOfTheList()
{
    QFETCH(QString, filter);
    const TestSql::Answer count =
        m_admin->exec(u"select * from castellan.account_count($1)"_s, { filter });
    QCOMPARE(count.cell(u"count"_s).toInt(), listed(filter).size());
    QCOMPARE(count.cell(u"exact"_s), u"t"_s);
}

void TestAccountFiguresSchema::facetsAreCountsWithOneMore()
{
    QFETCH(QString, filter);
    const TestSql::Answer facets =
        m_admin->exec(u"select * from castellan.account_facets($1)"_s, { filter });
    QCOMPARE(AccountPeople::column(facets, u"facet"_s),
             (QStringList { u"no_factor"_s, u"locked"_s, u"privileged"_s, u"pending"_s }));
    for (const TestSql::Row &facet : facets.rows) {
        const QString narrowed = m_schema.superuser().value(
            u"select jsonb_set($1::jsonb, '{facets}', coalesce($1::jsonb -> 'facets', '[]') || to_jsonb($2::text))"_s,
            { filter, facet.value(u"facet"_s) });
        QCOMPARE(facet.value(u"count"_s).toInt(), listed(narrowed).size());
        QCOMPARE(facet.value(u"exact"_s), u"t"_s);
    }
}

void TestAccountFiguresSchema::landmarksPartTheList_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("sort");
    for (const char *filter : kFilters) {
        for (const char *sort : { "name", "login", "last_used", "created", "rank" })
            QTest::addRow("%s %s", sort, filter)
                << QString::fromLatin1(filter) << QString::fromLatin1(sort);
    }
}

void TestAccountFiguresSchema::landmarksPartTheList()
{
    QFETCH(QString, filter);
    QFETCH(QString, sort);
    const QStringList all = listed(filter, sort);
    const TestSql::Answer marks =
        m_admin->exec(u"select * from castellan.account_landmarks($1, $2, 20)"_s, { filter, sort });
    QCOMPARE(marks.message, QString());
    QCOMPARE(marks.rows.size(), std::min<qsizetype>(20, all.size()));
    for (qsizetype i = 0; i < marks.rows.size(); ++i) {
        const TestSql::Row &mark = marks.rows.at(i);
        const qsizetype place =
            qRound64(mark.value(u"fraction"_s).toDouble() * static_cast<double>(all.size()));
        QVERIFY(std::abs(mark.value(u"fraction"_s).toDouble() - static_cast<double>(i) / 20.0)
                    < 0.06
                || all.size() < 20);
        QVERIFY(!mark.value(u"label"_s).isNull());
        const TestSql::Answer there =
            m_admin->exec(u"select id from castellan.account_list($1, $2, false, $3, false, 1)"_s,
                          { filter, sort, mark.value(u"position"_s) });
        QCOMPARE(there.value(), all.at(place));
    }
}

void TestAccountFiguresSchema::manyAreEstimated()
{
    TestSql &superuser = m_schema.superuser();
    const auto tally = [&](const QString &filter, int maximum) -> QString {
        return superuser.value(
            u"select t.count || ' ' || t.exact from castellan_private.account_filter_read($1) f,"
            " castellan_private.account_tally(f, now(), $2::integer) t"_s,
            { filter, QString::number(maximum) });
    };
    QCOMPARE(tally(u"{}"_s, 599), u"600 false"_s); // the planner's figure, of a table just analyzed
    QCOMPARE(tally(u"{}"_s, 600), u"600 true"_s);
    QVERIFY(tally(u"{\"facets\": [\"locked\"]}"_s, 10).endsWith(u"false"_s));
}

void TestAccountFiguresSchema::detailTellsEveryLock()
{
    const SchemaFixture::Enrolled person = m_schema.addEnrolled(u"admin"_s);
    TestSql &superuser = m_schema.superuser();
    superuser.exec(
        u"update castellan_private.factor set drift_steps = -1, consecutive_failures = 6,"
        " locked_until = clock_timestamp() + interval '5 minutes' where account = $1::uuid"_s,
        { person.account });
    superuser.exec(u"update castellan_private.recovery_set set locked_until = clock_timestamp() + "
                   u"interval '1 minute'"
                   " where account = $1::uuid"_s,
                   { person.account });
    m_schema.recover(person.account, person.recoveryCodes.value(0)); // locked: spends nothing
    superuser.exec(
        u"insert into castellan_private.account_rank_history (account, rank) values ($1::uuid, 'admin')"_s,
        { person.account });
    superuser.exec(u"update castellan_private.account set rank = 'user' where id = $1::uuid"_s,
                   { person.account });
    superuser.exec(
        u"insert into castellan_private.enrolment (account, method, state, expires_at, reason, "
        u"requested_by)"
        " values ($1::uuid, 'remote', 'requested', clock_timestamp() + interval '9 minutes', 'new_phone', 'helper')"_s,
        { person.account });
    const TestSql::Row row =
        m_admin->exec(u"select * from castellan.account_detail($1::uuid)"_s, { person.account })
            .row();
    QCOMPARE(row.value(u"factor_state"_s), u"locked"_s);
    QCOMPARE(row.value(u"factor_until"_s), row.value(u"locked_until"_s));
    QCOMPARE(row.value(u"drift_steps"_s), u"-1"_s);
    QCOMPARE(row.value(u"consecutive_failures"_s), u"6"_s);
    QCOMPARE(row.value(u"recovery_codes_left"_s), u"10"_s);
    QVERIFY(!row.value(u"recovery_locked_until"_s).isNull());
    QCOMPARE(row.value(u"rank"_s), u"user"_s);
    QCOMPARE(row.value(u"highest_rank"_s), u"admin"_s);
    QCOMPARE(row.value(u"pending_by"_s), u"helper"_s);
    QCOMPARE(row.value(u"pending_method"_s), u"remote"_s);
    QVERIFY(!row.value(u"pending_enrolment"_s).isNull());
    QCOMPARE(row.value(u"must_enrol"_s), u"f"_s);
}

void TestAccountFiguresSchema::detailOfNobodyIsEmpty()
{
    const TestSql::Answer answer =
        m_admin->exec(u"select * from castellan.account_detail(gen_random_uuid())"_s);
    QVERIFY(answer.ok());
    QCOMPARE(answer.rows.size(), 0);
}

QTEST_GUILESS_MAIN(TestAccountFiguresSchema)
#include "tst_account_figures_schema.moc"
