// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

/// What must hold for every object of the schema, read from the catalogue after an installation.
class TestSchemaHygiene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void isEmpty_data();
    void isEmpty();
    void ownersHoldOnePowerEach();
    void ownersHaveNoAttributes();
    void foreignOwnersOwnExactlyTheirFunctions();
    void newFunctionsAreNobodys();
    void groupsHaveNoTables();
    void partitionsReachTwoYearsAhead();
    void settingsHaveTheirDefaults();
    void parametersStayOutOfTheLog();

private:
    SchemaFixture m_schema;
};

namespace {

const QString kOurs = u"('castellan'::regnamespace, 'castellan_private'::regnamespace)"_s;

} // namespace

void TestSchemaHygiene::isEmpty_data()
{
    QTest::addColumn<QString>("query");
    const auto functions = [](const char *name, const QString &condition) {
        QTest::newRow(name) << u"select p.oid::regprocedure::text from pg_proc p"
                               " join pg_roles r on r.oid = p.proowner"
                               " where p.pronamespace in "_s
                + kOurs + u" and ("_s + condition + u")"_s;
    };
    functions(
        "definer functions without exactly our search_path",
        u"prosecdef and not coalesce(proconfig, '{}')"
        " && array['search_path=pg_catalog, pg_temp', 'search_path=\"pg_catalog\", \"pg_temp\"']"_s);
    functions("API functions whose plans, values included, a caller could have printed",
              u"pronamespace = 'castellan'::regnamespace"
              " and not coalesce(proconfig, '{}') @> array['debug_print_plan=off']"_s);
    functions("functions PUBLIC may call",
              u"proacl is null or exists (select from aclexplode(proacl) a where a.grantee = 0)"_s);
    functions("functions with an owner of another kind",
              u"r.rolname not in ('castellan_owner', 'castellan_key', 'castellan_roles',"
              " 'castellan_backends') or r.rolcanlogin or r.rolsuper"_s);
    functions("functions without a comment", u"obj_description(p.oid, 'pg_proc') is null"_s);
    functions("functions that pretend to be leakproof", u"proleakproof"_s);
    functions("API functions that are no definer's",
              u"pronamespace = 'castellan'::regnamespace and not prosecdef"_s);
    functions("API functions of another owner",
              u"pronamespace = 'castellan'::regnamespace and r.rolname <> 'castellan_owner'"_s);
    functions("strict API functions",
              u"pronamespace = 'castellan'::regnamespace and proisstrict"_s);
    functions("private functions that a group may call",
              u"pronamespace = 'castellan_private'::regnamespace and exists (select from"
              " aclexplode(proacl) a join pg_roles g on g.oid = a.grantee where g.rolname not in"
              " ('castellan_owner', 'castellan_key', 'castellan_roles', 'castellan_backends'))"_s);
    functions("functions with a backslash outside E'', which a setting of the caller would change",
              u"position(chr(92) in regexp_replace(prosrc, 'E''([^'']|'''')*''', '', 'g')) > 0"_s);
    functions("functions that use now(), which stands still in a transaction",
              u"prosrc ~ '[^a-z_](now|transaction_timestamp|localtimestamp)[(]'"
              " or prosrc ~* 'current_timestamp'"_s);
    functions("functions that notify", u"prosrc ~* '(^|[^a-z_])(notify|pg_notify)'"_s);
    functions("API functions without a guard",
              u"pronamespace = 'castellan'::regnamespace and p.proname not in ('schema_version',"
              " 'sign_in_begin', 'sign_in_finish', 'sign_in_join', 'sign_out')"
              " and prosrc !~ 'castellan_private[.](operator|application)_guard'"_s);
    functions("procedures and overloads",
              u"prokind <> 'f' or exists (select from pg_proc o where o.oid <> p.oid"
              " and o.pronamespace = p.pronamespace and o.proname = p.proname)"_s);

    QTest::newRow("tables without a comment")
        << u"select c.oid::regclass::text from pg_class c where relnamespace in "_s + kOurs
            + u" and relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') is null"_s;
    QTest::newRow("relations in the API's schema")
        << u"select c.oid::regclass::text from pg_class c"
           " where relnamespace = 'castellan'::regnamespace"_s;
    QTest::newRow("tables somebody else may touch")
        << u"select c.oid::regclass::text from pg_class c, aclexplode(c.relacl) a"
           " where relnamespace in "_s
            + kOurs + u" and a.grantee <> c.relowner"_s;
    QTest::newRow("tables of another owner")
        << u"select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = relowner"
           " where relnamespace in "_s
            + kOurs + u" and rolname <> 'castellan_owner'"_s;
    QTest::newRow("schemas PUBLIC may use or create in")
        << u"select n.nspname from pg_namespace n, aclexplode(n.nspacl) a"
           " where n.nspname like 'castellan%' and (a.grantee = 0 or a.privilege_type = 'CREATE'"
           " and a.grantee <> n.nspowner)"_s;
    QTest::newRow("private schema open to others")
        << u"select a.grantee::regrole::text from pg_namespace n, aclexplode(n.nspacl) a"
           " where n.nspname = 'castellan_private' and a.grantee <> n.nspowner"_s;
    QTest::newRow("extension functions PUBLIC may call")
        << u"select p.oid::regprocedure::text from pg_proc p, aclexplode(coalesce(proacl,"
           " acldefault('f', proowner))) a where pronamespace = 'castellan_ext'::regnamespace"
           " and a.grantee = 0"_s;
    QTest::newRow("constraints not valid") << u"select conname::text from pg_constraint"
                                              " where connamespace in "_s
            + kOurs + u" and not convalidated"_s;
    QTest::newRow("audit events in the default partition")
        << u"select id::text from castellan_private.audit_event_default"_s;
}

void TestSchemaHygiene::isEmpty()
{
    QFETCH(QString, query);
    const auto found = m_schema.superuser().exec(query);
    QVERIFY2(found.ok(), qPrintable(found.message));
    QStringList names;
    for (const auto &row : found.rows)
        names << row.value(found.columns.first());
    QVERIFY2(names.isEmpty(), qPrintable(names.join(u", "_s)));
}

void TestSchemaHygiene::ownersHoldOnePowerEach()
{
    const auto rows = m_schema.superuser().exec(
        u"select m.roleid::regrole::text || ' to ' || m.member::regrole::text"
        " || case when admin_option then ' with admin' else '' end as membership"
        " from pg_auth_members m where m.member in (select oid from pg_roles where rolname in"
        " ('castellan_owner', 'castellan_key', 'castellan_roles', 'castellan_backends'))"
        " or m.roleid in (select oid from pg_roles where rolname in"
        " ('castellan_owner', 'castellan_key', 'castellan_roles', 'castellan_backends'))"
        " order by 1"_s);
    QStringList memberships;
    for (const auto &row : rows.rows)
        memberships << row.value(u"membership"_s);
    QStringList expected { u"pg_read_all_stats to castellan_backends"_s,
                           u"pg_read_server_files to castellan_key"_s,
                           u"pg_signal_backend to castellan_backends"_s };
    if (m_schema.superuser().value(u"show server_version_num"_s).toInt() >= 160000) {
        for (const char *group : { "admin", "agent", "app", "auditor", "helpdesk" })
            expected << u"castellan_%1 to castellan_roles with admin"_s.arg(QLatin1String(group));
        expected.sort();
    }
    QCOMPARE(memberships, expected);
}

void TestSchemaHygiene::ownersHaveNoAttributes()
{
    const auto rows = m_schema.superuser().exec(
        u"select rolname, rolcreaterole, rolsuper or rolcanlogin or rolcreatedb or rolreplication"
        " or rolbypassrls as more from pg_roles where rolname like 'castellan%' order by 1"_s);
    QCOMPARE(rows.rows.size(), 9);
    for (const auto &row : rows.rows) {
        QCOMPARE(row.value(u"more"_s), u"f"_s);
        QCOMPARE(row.value(u"rolcreaterole"_s),
                 row.value(u"rolname"_s) == u"castellan_roles" ? u"t"_s : u"f"_s);
    }
}

void TestSchemaHygiene::foreignOwnersOwnExactlyTheirFunctions()
{
    const auto owned = [this](const QString &role) {
        return m_schema.superuser().value(
            u"select string_agg(proname, ' ' order by proname) from pg_proc"
            " where proowner = $1::regrole"_s,
            { role });
    };
    QCOMPARE(owned(u"castellan_key"_s), u"subkey"_s);
    QCOMPARE(owned(u"castellan_roles"_s), u"role_put"_s);
    QCOMPARE(owned(u"castellan_backends"_s),
             u"backend_alive backend_end own_backend_start role_backends_end"_s);
    // Callable by the owner of the API alone, who guards and audits.
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from pg_proc p, aclexplode(p.proacl) a where p.proowner in"
            " ('castellan_key'::regrole, 'castellan_roles'::regrole, 'castellan_backends'::regrole)"
            " and a.grantee not in (p.proowner, 'castellan_owner'::regrole)"_s),
        u"0"_s);
}

void TestSchemaHygiene::newFunctionsAreNobodys()
{
    for (const QString &owner : { u"castellan_owner"_s, u"castellan_key"_s, u"castellan_roles"_s,
                                  u"castellan_backends"_s }) {
        TestSql session = m_schema.asSuperuser();
        session.exec(u"begin"_s);
        session.exec(u"grant all on schema castellan_private to "_s + owner);
        session.exec(u"set local role "_s + owner);
        QVERIFY(session
                    .exec(u"create function castellan_private.later() returns int"
                          " language sql as 'select 1'"_s)
                    .ok());
        session.exec(u"reset role"_s);
        QCOMPARE(session.value(u"select count(*) from pg_proc p, aclexplode(p.proacl) a"
                               " where p.proname = 'later' and a.grantee = 0"_s),
                 u"0"_s);
        QVERIFY(!session.value(u"select proacl from pg_proc where proname = 'later'"_s).isNull());
        session.exec(u"rollback"_s);
    }
}

void TestSchemaHygiene::groupsHaveNoTables()
{
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from pg_class c, pg_roles r where c.relnamespace in "_s + kOurs
            + u" and c.relkind in ('r', 'p', 'v', 'm')"
              " and r.rolname in ('castellan_admin', 'castellan_helpdesk', 'castellan_auditor',"
              " 'castellan_app', 'castellan_agent')"
              " and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete')"_s),
        u"0"_s);
}

void TestSchemaHygiene::partitionsReachTwoYearsAhead()
{
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from generate_series(date_trunc('month', now() at time zone 'UTC'),"
            " now() at time zone 'UTC' + interval '24 months', '1 month') month"
            " where to_regclass('castellan_private.audit_event_'"
            " || to_char(month, 'YYYY_MM')) is null"_s),
        u"0"_s);
    // And making them again makes none.
    QCOMPARE(m_schema.superuser().value(
                 u"select castellan_private.audit_partitions_make(current_date, 24)"_s),
             u"0"_s);
}

void TestSchemaHygiene::settingsHaveTheirDefaults()
{
    const auto value = [this](const QString &name) {
        return m_schema.superuser().value(
            u"select value from castellan_private.setting where name = $1"_s, { name });
    };
    QCOMPARE(value(u"required_ranks"_s), u"[\"admin\"]"_s);
    QCOMPARE(value(u"operator_idle_minutes"_s), u"15"_s);
    QCOMPARE(value(u"operator_session_minutes"_s), u"480"_s);
    QCOMPARE(value(u"enrolment_minutes"_s), u"15"_s);
    QCOMPARE(value(u"enrolment_code_minutes"_s), u"30"_s);
    QCOMPARE(value(u"recovery_low_water"_s), u"3"_s);
}

void TestSchemaHygiene::parametersStayOutOfTheLog()
{
    TestSql fresh = m_schema.anotherApplication();
    QCOMPARE(fresh.value(u"show log_parameter_max_length"_s), u"0"_s);
    QCOMPARE(fresh.value(u"show log_parameter_max_length_on_error"_s), u"0"_s);
    QCOMPARE(fresh.exec(u"set log_parameter_max_length = -1"_s).sqlState, u"42501"_s);
}

QTEST_GUILESS_MAIN(TestSchemaHygiene)
#include "tst_schema_hygiene.moc"
