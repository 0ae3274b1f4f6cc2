// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Refusal {
    const char *name;
    const char *call;
    const char *state;
    const char *argument;
};

#define COUNT(filter) "account_count(" filter ")"
#define LIST(sort, at) "account_list('{}', " sort ", false, " at ", false, 10)"
#define CHANGES(cursor) "account_changes(" cursor ", 10)"

const Refusal kRefusals[] = {
    { "unknown key", COUNT(R"('{"txet": "a"}')"), "ZC011", "filter" },
    { "no object", COUNT("'[1]'"), "ZC011", "filter" },
    { "text is a number", COUNT(R"('{"text": 5}')"), "ZC011", "filter.text" },
    { "201 characters", COUNT("jsonb_build_object('text', repeat('x', 201))"), "ZC012",
      "filter.text" },
    { "unknown facet", COUNT(R"('{"facets": ["lockd"]}')"), "ZC011", "filter.facets" },
    { "facet no list", COUNT(R"('{"facets": "locked"}')"), "ZC011", "filter.facets" },
    { "facet no word", COUNT(R"('{"facets": [null]}')"), "ZC011", "filter.facets" },
    { "unknown rank", COUNT(R"('{"ranks": ["root"]}')"), "ZC011", "filter.ranks" },
    { "too many ranks",
      COUNT("jsonb_build_object('ranks', array_to_json(array_fill('user'::text, array[1000])))"),
      "ZC012", "filter.ranks" },
    { "active no boolean", COUNT(R"('{"active": "yes"}')"), "ZC011", "filter.active" },
    { "unknown sort", LIST("'name desc; drop'", "null"), "ZC011", "sort" },
    { "unknown sort of landmarks", "account_landmarks('{}', 'rnk', 10)", "ZC011", "sort" },
    { "no rows", "account_list('{}', 'name', false, null, false, 0)", "ZC011", "row_limit" },
    { "too many rows", "account_list('{}', 'name', false, null, false, 1001)", "ZC011",
      "row_limit" },
    { "too many landmarks", "account_landmarks('{}', 'name', 201)", "ZC011", "n" },
    { "position no object", LIST("'name'", "'7'"), "ZC011", "at" },
    { "position of another order", LIST("'name'", R"('{"login": "x"}')"), "ZC011", "at" },
    { "position of unknown key", LIST("'name'", R"('{"name": "x", "offset": "1"}')"), "ZC011",
      "at" },
    { "position without text", LIST("'name'", R"('{"name": 5}')"), "ZC011", "at" },
    { "position of no id", LIST("'name'", R"('{"name": "x", "id": "1 or 1=1"}')"), "ZC011", "at" },
    { "position of a long text", LIST("'name'", "jsonb_build_object('name', repeat('x', 900))"),
      "ZC012", "at" },
    { "position of no time", LIST("'created'", R"('{"created": "soon"}')"), "ZC011", "at" },
    { "position of no rank", LIST("'rank'", R"('{"rank": "root"}')"), "ZC011", "at" },
    { "prefix of a time", LIST("'created'", R"('{"prefix": "2026"}')"), "ZC011", "at" },
    { "too many ids", "account_rows(array_fill(gen_random_uuid(), array[2001]))", "ZC012", "ids" },
    { "no account", "account_detail(null)", "ZC010", "account" },
    { "events of no account", "account_events(null, 10)", "ZC010", "account" },
    { "too many events", "account_events(gen_random_uuid(), 1001)", "ZC011", "row_limit" },
    { "cursor no object", CHANGES("'[]'"), "ZC011", "cursor" },
    { "cursor of nonsense", CHANGES(R"('{"since": "x"}')"), "ZC011", "cursor" },
    { "cursor cut short", CHANGES(R"('{"since": "3:3:", "xid": "3"}')"), "ZC011", "cursor" },
    { "cursor of another server", CHANGES(R"('{"since": "999999999999:999999999999:"}')"), "ZC011",
      "cursor" },
    // Ten million characters come back as a refusal that does not repeat them.
    { "long text", COUNT("jsonb_build_object('text', repeat('é', 10000000))"), "ZC012",
      "filter.text" },
    { "long key", COUNT("jsonb_build_object(repeat('x', 10000000), 1)"), "ZC011", "filter" },
    { "long facet", COUNT("jsonb_build_object('facets', jsonb_build_array(repeat('x', 10000000)))"),
      "ZC011", "filter.facets" },
    { "long position", LIST("'name'", "jsonb_build_object('name', repeat('x', 10000000))"), "ZC012",
      "at" },
    { "long sort", LIST("repeat('x', 10000000)", "null"), "ZC011", "sort" },
    { "long cursor", CHANGES("jsonb_build_object('since', repeat('1', 10000000))"), "ZC012",
      "cursor" },
};

} // namespace

/// What the account functions refuse, and that they say which argument it was and nothing else.
class TestAccountRefusalsSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusals_data();
    void refusals();
    void nothingIsReadInAnOldSnapshot();
    void guardComesBeforeTheArguments_data() { refusals_data(); }
    void guardComesBeforeTheArguments();

private:
    SchemaFixture m_schema;
    SchemaFixture::Operator m_person;
    std::unique_ptr<TestSql> m_session;
};

void TestAccountRefusalsSchema::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    m_person = m_schema.addOperator(u"auditor"_s);
    m_session = std::make_unique<TestSql>(m_schema.signedIn(m_person));
}

void TestAccountRefusalsSchema::refusals_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("argument");
    for (const Refusal &refusal : kRefusals)
        QTest::newRow(refusal.name)
            << QString::fromUtf8(refusal.call) << QString::fromLatin1(refusal.state)
            << QString::fromLatin1(refusal.argument);
}

void TestAccountRefusalsSchema::refusals()
{
    QFETCH(QString, call);
    QFETCH(QString, state);
    QFETCH(QString, argument);
    const TestSql::Answer answer = m_session->exec(u"select * from castellan."_s + call);
    QCOMPARE(answer.sqlState, state);
    QCOMPARE(answer.column, argument);
    QCOMPARE(answer.detail, QString());
    QVERIFY(answer.message.size() < 100);
}

void TestAccountRefusalsSchema::nothingIsReadInAnOldSnapshot()
{
    for (const char *level : { "repeatable read", "serializable" }) {
        QVERIFY(m_session->exec(u"begin isolation level "_s + QString::fromLatin1(level)).ok());
        QCOMPARE(m_session->exec(u"select * from castellan.account_count('{}')"_s).sqlState,
                 u"ZC003"_s);
        QVERIFY(m_session->exec(u"rollback"_s).ok());
    }
}

void TestAccountRefusalsSchema::guardComesBeforeTheArguments()
{
    QFETCH(QString, call);
    static TestSql outside = m_schema.as(m_person.role);
    QCOMPARE(outside.exec(u"select * from castellan."_s + call).sqlState, u"ZC001"_s);
}

QTEST_GUILESS_MAIN(TestAccountRefusalsSchema)
#include "tst_account_refusals_schema.moc"
