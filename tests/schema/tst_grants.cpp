// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Who may call what: the whole API, one line a function.
struct Line {
    const char *function;
    const char *groups; ///< without castellan_, in order of the alphabet
};

constexpr auto kOperators = "admin auditor helpdesk";
constexpr auto kDesk = "admin helpdesk";
constexpr Line kTable[] = {
    { "account_changes", kOperators },
    { "account_count", kOperators },
    { "account_detail", kOperators },
    { "account_events", kOperators },
    { "account_facets", kOperators },
    { "account_landmarks", kOperators },
    { "account_list", kOperators },
    { "account_rows", kOperators },
    { "account_sync", "app" },
    { "my_rights", kOperators },
    { "my_session", kOperators },
    { "otp_enrol_begin", "app" },
    { "otp_enrol_cancel", kDesk },
    { "otp_enrol_check", kDesk },
    { "otp_enrol_code_show", kDesk },
    { "otp_enrol_confirm", "app" },
    { "otp_enrol_redeem", "app" },
    { "otp_enrol_remote_request", kDesk },
    { "otp_enrol_request", kDesk },
    { "otp_enrol_show", kDesk },
    { "otp_state", "app" },
    { "otp_verify", "app" },
    { "recovery_code_verify", "app" },
    { "recovery_codes_handed_over", kDesk },
    { "recovery_codes_show", kDesk },
    { "schema_version", "admin agent app auditor helpdesk" },
    { "setting_list", kOperators },
    { "sign_in_begin", kOperators },
    { "sign_in_finish", kOperators },
    { "sign_in_join", kOperators },
    { "sign_out", kOperators },
};

} // namespace

/// Each role is denied what is not its own, function by function and table by table.
class TestGrants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void tableIsWhole();
    void grants_data();
    void grants();
    void calls_data();
    void calls();
    void nothingPrivateIsReachable_data();
    void nothingPrivateIsReachable();
    void powersStayWithTheirOwners_data();
    void powersStayWithTheirOwners();
    void applicationFunctionsAskForTheApplication();

private:
    QString callOf(const QString &function);

    SchemaFixture m_schema;
    QHash<QString, QString> m_roles; ///< a login role by group
};

void TestGrants::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    for (const QString &kind : { u"admin"_s, u"helpdesk"_s, u"auditor"_s })
        m_roles.insert(kind, m_schema.addOperator(kind).role);
    m_roles.insert(u"app"_s, m_schema.applicationRole());
    // A member of nothing, and the agent's group, borrowed from an operator's role.
    for (const QString &group : { u"agent"_s, u"nobody"_s }) {
        const QString role = m_schema.addOperator(u"auditor"_s).role;
        m_schema.superuser().exec(u"revoke castellan_auditor from "_s + role);
        if (group == u"agent")
            m_schema.superuser().exec(u"grant castellan_agent to "_s + role);
        m_roles.insert(group, role);
    }
}

QString TestGrants::callOf(const QString &function)
{
    const int arguments =
        m_schema.superuser()
            .value(u"select pronargs from pg_proc where pronamespace = 'castellan'::regnamespace"
                   " and proname = $1"_s,
                   { function })
            .toInt();
    QStringList nulls;
    for (int i = 0; i < arguments; ++i)
        nulls << u"null"_s;
    return u"select * from castellan."_s + function + u"("_s + nulls.join(u", "_s) + u")"_s;
}

void TestGrants::tableIsWhole()
{
    const auto rows = m_schema.superuser().exec(
        u"select proname from pg_proc where pronamespace = 'castellan'::regnamespace order by 1"_s);
    QStringList there, listed;
    for (const auto &row : rows.rows)
        there << row.value(u"proname"_s);
    for (const Line &line : kTable)
        listed << QString::fromLatin1(line.function);
    QCOMPARE(there, listed);
}

void TestGrants::grants_data()
{
    QTest::addColumn<QString>("groups");
    for (const Line &line : kTable)
        QTest::newRow(line.function) << QString::fromLatin1(line.groups);
}

void TestGrants::grants()
{
    QFETCH(QString, groups);
    QCOMPARE(m_schema.superuser().value(
                 u"select string_agg(replace(a.grantee::regrole::text, 'castellan_', ''), ' '"
                 " order by a.grantee::regrole::text) from pg_proc p, aclexplode(p.proacl) a"
                 " where pronamespace = 'castellan'::regnamespace and proname = $1"
                 " and a.grantee <> p.proowner and not a.is_grantable"_s,
                 { QString::fromLatin1(QTest::currentDataTag()) }),
             groups);
}

void TestGrants::calls_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("function");
    QTest::addColumn<bool>("allowed");
    for (const char *group : { "admin", "helpdesk", "auditor", "app", "agent", "nobody" })
        for (const Line &line : kTable)
            QTest::addRow("%s by %s", line.function, group)
                << QString::fromLatin1(group) << QString::fromLatin1(line.function)
                << QString::fromLatin1(line.groups).split(u' ').contains(QLatin1String(group));
}

void TestGrants::calls()
{
    QFETCH(QString, group);
    QFETCH(QString, function);
    QFETCH(bool, allowed);
    static QHash<QString, std::shared_ptr<TestSql>> sessions;
    if (!sessions.contains(group))
        sessions.insert(group, std::make_shared<TestSql>(m_schema.target(m_roles.value(group))));
    const auto answer = sessions.value(group)->exec(callOf(function));
    if (!allowed) {
        QCOMPARE(answer.sqlState, u"42501"_s);
        return;
    }
    // Allowed to call, and told so in Castellan's own words: not signed in, an argument missing.
    QVERIFY2(answer.ok() || answer.sqlState.startsWith(u"ZC0"_s),
             qPrintable(answer.sqlState + answer.message));
}

void TestGrants::nothingPrivateIsReachable_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *statement :
         { "select * from castellan_private.factor",
           "select * from castellan_private.account",
           "select * from castellan_private.audit_event",
           "select * from castellan_private.setting",
           "insert into castellan_private.setting values ('a', '1')",
           "select castellan_private.subkey(1::smallint, 'x')",
           "select castellan_private.operator_add('x', 'admin', null)",
           "select castellan_private.operator_reset('x')",
           "select castellan_private.words()",
           "select castellan_private.role_put('x', 'admin', null)",
           "select castellan_private.backend_end(1, now())",
           "select castellan_private.audit_write('x', 'ok')",
           "select castellan_ext.crypt('a', 'b')",
           "create table castellan.x (id int)",
           "create function castellan.x() returns int language sql as 'select 1'",
           "create table castellan_private.x (id int)",
           "create table castellan_ext.x (id int)",
           "select pg_read_binary_file('/etc/passwd')",
           "set role castellan_owner",
           "set role castellan_key",
           "set session authorization postgres" })
        QTest::newRow(statement) << QString::fromLatin1(statement);
}

void TestGrants::nothingPrivateIsReachable()
{
    QFETCH(QString, statement);
    for (const QString &role : std::as_const(m_roles)) {
        TestSql session = m_schema.as(role);
        QCOMPARE(session.exec(statement).sqlState, u"42501"_s);
    }
}

void TestGrants::powersStayWithTheirOwners_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("statement");
    const auto denied = [](const char *owner, const char *statement) {
        QTest::addRow("%s: %s", owner, statement)
            << u"castellan_"_s + QLatin1String(owner) << QString::fromLatin1(statement);
    };
    denied("owner", "select pg_read_binary_file('/etc/passwd')");
    denied("owner", "create role x");
    denied("key", "select * from castellan_private.factor");
    denied("key", "select castellan_private.own_backend_start()");
    denied("key", "create table castellan_private.x (id int)");
    denied("key", "select castellan_ext.crypt('a', 'b')");
    denied("roles", "select * from castellan_private.operator");
    denied("roles", "select castellan_private.subkey(1::smallint, 'x')");
    denied("roles", "create table castellan_private.x (id int)");
    denied("backends", "select * from castellan_private.elevation");
    denied("backends", "select castellan_private.role_put('x', 'admin', null)");
}

void TestGrants::powersStayWithTheirOwners()
{
    QFETCH(QString, owner);
    QFETCH(QString, statement);
    TestSql session = m_schema.asSuperuser();
    QVERIFY(session.exec(u"set role "_s + owner).ok());
    QCOMPARE(session.exec(statement).sqlState, u"42501"_s);
}

void TestGrants::applicationFunctionsAskForTheApplication()
{
    // Even where somebody granted EXECUTE by hand: the functions ask again.
    const QString role = m_roles.value(u"auditor"_s);
    TestSql session = m_schema.as(role);
    m_schema.superuser().exec(u"grant execute on function castellan.otp_state(uuid) to "_s + role);
    const auto answer = session.exec(u"select * from castellan.otp_state(null)"_s);
    m_schema.superuser().exec(u"revoke execute on function castellan.otp_state(uuid) from "_s
                              + role);
    QCOMPARE(answer.sqlState, u"ZC002"_s);
}

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
