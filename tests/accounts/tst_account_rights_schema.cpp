// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const char *const kCalls[] = {
    "account_list('{}', 'name', false, null, false, 10)",
    "account_rows('{}')",
    "account_count('{}')",
    "account_landmarks('{}', 'name', 10)",
    "account_facets('{}')",
    "account_changes(null, 10)",
    "account_detail('00000000-0000-4000-8000-000000000000')",
    "account_events('00000000-0000-4000-8000-000000000000', 10)",
    "my_rights()",
    "setting_list()",
};

} // namespace

/// Who may read what about accounts, and what my_rights() says of it.
class TestAccountRightsSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }
    void operatorsMayRead_data();
    void operatorsMayRead();
    void nobodyElseMay_data();
    void nobodyElseMay();
    void nobodyMayPastTheFunctions();
    void readersTakeNoRowLocks();
    void readersRunInReadOnlyTransactions();
    void rightsAreTheGrants_data();
    void rightsAreTheGrants();
    void policyTakesRightsAway();
    void helpdeskReadsEventsOfThoseItMayHandle();
    void loweredRankStillHidesEvents();
    void eventsTellFactsAndNoNames();
    void settingsAreAllThere();

private:
    static void calls()
    {
        QTest::addColumn<QString>("call");
        for (const char *call : kCalls)
            QTest::newRow(call) << u"select * from castellan."_s + QString::fromLatin1(call);
    }
    static QStringList eventKinds(TestSql &session, const QString &account)
    {
        QStringList kinds;
        for (const TestSql::Row &row :
             session
                 .exec(u"select kind from castellan.account_events($1::uuid, 100)"_s, { account })
                 .rows)
            kinds.append(row.value(u"kind"_s));
        return kinds;
    }

    SchemaFixture m_schema;
};

void TestAccountRightsSchema::operatorsMayRead_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : { "admin", "helpdesk", "auditor" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestAccountRightsSchema::operatorsMayRead()
{
    QFETCH(QString, kind);
    TestSql session = m_schema.signedIn(m_schema.addOperator(kind));
    for (const char *call : kCalls)
        QCOMPARE(session.exec(u"select * from castellan."_s + QString::fromLatin1(call)).message,
                 QString());
}

void TestAccountRightsSchema::nobodyElseMay_data()
{
    calls();
}

void TestAccountRightsSchema::nobodyElseMay()
{
    QFETCH(QString, call);
    QCOMPARE(m_schema.application().exec(call).sqlState, u"42501"_s);
    // The superuser may call anything, and is still not signed in.
    QCOMPARE(m_schema.superuser().exec(call).sqlState, u"ZC001"_s);
    static const SchemaFixture::Operator person = m_schema.addOperator(u"admin"_s);
    QCOMPARE(m_schema.as(person.role).exec(call).sqlState, u"ZC001"_s);
}

void TestAccountRightsSchema::nobodyMayPastTheFunctions()
{
    TestSql session = m_schema.signedIn(m_schema.addOperator(u"admin"_s));
    for (const char *sql :
         { "select * from castellan_private.account", "select castellan_private.fold('x')",
           "select castellan_private.account_entries('{}', null, now())",
           "select castellan_private.account_estimate(null)" })
        QCOMPARE(session.exec(QString::fromLatin1(sql)).sqlState, u"42501"_s);
}

void TestAccountRightsSchema::readersTakeNoRowLocks()
{
    const QString account = m_schema.addAccount();
    TestSql reader = m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s));
    TestSql writer = m_schema.asSuperuser();
    writer.exec(u"begin"_s);
    QVERIFY(writer
                .exec(u"select from castellan_private.account where id = $1::uuid for update"_s,
                      { account })
                .ok());
    reader.exec(u"set statement_timeout = '20s'"_s);
    QCOMPARE(
        reader.exec(u"select * from castellan.account_detail($1::uuid)"_s, { account }).rows.size(),
        1);
    for (const char *call : kCalls)
        QCOMPARE(reader.exec(u"select * from castellan."_s + QString::fromLatin1(call)).message,
                 QString());
    writer.exec(u"rollback"_s);
}

void TestAccountRightsSchema::readersRunInReadOnlyTransactions()
{
    TestSql session = m_schema.signedIn(m_schema.addOperator(u"auditor"_s));
    QVERIFY(session.exec(u"begin read only"_s).ok());
    for (const char *call : kCalls)
        QCOMPARE(session.exec(u"select * from castellan."_s + QString::fromLatin1(call)).message,
                 QString());
    QVERIFY(session.exec(u"commit"_s).ok());
}

void TestAccountRightsSchema::rightsAreTheGrants_data()
{
    operatorsMayRead_data();
}

void TestAccountRightsSchema::rightsAreTheGrants()
{
    QFETCH(QString, kind);
    TestSql session = m_schema.signedIn(m_schema.addOperator(kind));
    const TestSql::Answer rights = session.exec(u"select * from castellan.my_rights()"_s);
    QVERIFY(rights.rows.size() > 10);
    for (const TestSql::Row &right : rights.rows) {
        const bool granted =
            m_schema.superuser().value(
                u"select bool_or(has_function_privilege('castellan_' || $1, p.oid, 'execute'))"
                " from pg_proc p where pronamespace = 'castellan'::regnamespace and proname = $2"_s,
                { kind, right.value(u"function"_s) })
            == u"t"_s;
        QCOMPARE(right.value(u"allowed"_s) == u"t"_s, granted);
        QCOMPARE(right.value(u"reason"_s), granted ? QString() : u"role"_s);
    }
    // Not one is left out that some operator may call, and none of the application's is there.
    const QString listed = m_schema.superuser().value(
        u"select count(distinct proname) from pg_proc p where pronamespace = "
        u"'castellan'::regnamespace"
        " and (has_function_privilege('castellan_admin', oid, 'execute')"
        "      or has_function_privilege('castellan_helpdesk', oid, 'execute')"
        "      or has_function_privilege('castellan_auditor', oid, 'execute'))"_s);
    QCOMPARE(QString::number(rights.rows.size()), listed);
    for (const TestSql::Row &right : rights.rows)
        QVERIFY(right.value(u"function"_s) != u"otp_verify"_s);
}

void TestAccountRightsSchema::policyTakesRightsAway()
{
    TestSql session = m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s));
    const auto right = [&] {
        const TestSql::Row row =
            session
                .exec(u"select * from castellan.my_rights() where function = 'otp_enrol_request'"_s)
                .row();
        return QStringList { row.value(u"allowed"_s), row.value(u"reason"_s) };
    };
    QCOMPARE(right(), (QStringList { u"t"_s, QString() }));
    const QString before = m_schema.superuser().value(
        u"select value from castellan_private.setting where name = 'with_me_ranks'"_s);
    const QString change =
        u"update castellan_private.setting set value = $1::jsonb where name = 'with_me_ranks'"_s;
    m_schema.superuser().exec(change, { u"[]"_s });
    const QStringList without = right();
    m_schema.superuser().exec(change, { before });
    QCOMPARE(without, (QStringList { u"f"_s, u"policy"_s }));
}

void TestAccountRightsSchema::helpdeskReadsEventsOfThoseItMayHandle()
{
    const QString user = m_schema.addAccount(u"user"_s);
    const QString staff = m_schema.addAccount(u"staff"_s);
    TestSql helpdesk = m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s));
    TestSql auditor = m_schema.signedIn(m_schema.addOperator(u"auditor"_s));
    TestSql admin = m_schema.signedIn(m_schema.addOperator(u"admin"_s));
    for (const QString &account : { user, staff }) {
        const QStringList all { u"account.create"_s };
        QCOMPARE(eventKinds(auditor, account), all);
        QCOMPARE(eventKinds(admin, account), all);
        QCOMPARE(eventKinds(helpdesk, account), account == user ? all : QStringList());
    }
    // What they tried themselves they may see.
    helpdesk.exec(u"select * from castellan.otp_enrol_request($1::uuid, 'new_phone', null, null)"_s,
                  { staff });
    QCOMPARE(eventKinds(helpdesk, staff), (QStringList { u"otp.enrol_request"_s }));
    QCOMPARE(eventKinds(admin, staff),
             (QStringList { u"otp.enrol_request"_s, u"account.create"_s }));
}

void TestAccountRightsSchema::loweredRankStillHidesEvents()
{
    const QString account = m_schema.addAccount(u"admin"_s);
    m_schema.application().exec(
        u"select castellan.account_sync($1, 'x', 'x', null, 'user', true)"_s,
        { m_schema.superuser().value(
            u"select external_id from castellan_private.account where id = $1::uuid"_s,
            { account }) });
    TestSql helpdesk = m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s));
    QCOMPARE(eventKinds(helpdesk, account), QStringList());
    m_schema.superuser().exec(u"update castellan_private.account_rank_history set held_until = "
                              u"held_until - interval '25 hours'"
                              " where account = $1::uuid"_s,
                              { account });
    QCOMPARE(eventKinds(helpdesk, account).size(), 3);
}

void TestAccountRightsSchema::eventsTellFactsAndNoNames()
{
    const SchemaFixture::Enrolled person = m_schema.addEnrolled();
    m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
    TestSql auditor = m_schema.signedIn(m_schema.addOperator(u"auditor"_s));
    const TestSql::Answer events =
        auditor.exec(u"select * from castellan.account_events($1::uuid, 2)"_s, { person.account });
    QCOMPARE(
        events.columns,
        (QStringList { u"at"_s, u"kind"_s, u"outcome"_s, u"reason"_s, u"actor"_s, u"facts"_s }));
    QCOMPARE(events.rows.size(), 2);
    QCOMPARE(events.cell(u"kind"_s), u"otp.verify"_s);
    QCOMPARE(events.cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(events.cell(u"reason"_s), u"wrong"_s);
    for (const TestSql::Row &event : events.rows) {
        QVERIFY(
            !event.value(u"facts"_s).contains(u"192.0.2.7"_s)); // the client's address is personal
        QVERIFY(!event.value(u"facts"_s).contains(u"Person"_s));
    }
}

void TestAccountRightsSchema::settingsAreAllThere()
{
    TestSql session = m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s));
    QCOMPARE(session.value(u"select count(*) from castellan.setting_list()"_s),
             m_schema.superuser().value(u"select count(*) from castellan_private.setting"_s));
    QCOMPARE(session.value(
                 u"select value from castellan.setting_list() where name = 'ticket_required'"_s),
             u"false"_s);
}

QTEST_GUILESS_MAIN(TestAccountRightsSchema)
#include "tst_account_rights_schema.moc"
