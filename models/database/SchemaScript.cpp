// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SchemaScript.h"

namespace castellan {

namespace {

constexpr qint64 kLockKey = 0x63617374'656c6c61; // "castella"

QByteArray asRole(const QByteArray &role, const QByteArray &sql)
{
    return "set local role " + role + ";\n" + sql + "\n;reset role;";
}

SchemaStep versionRow(const SchemaMigration &migration)
{
    return { migration.name,
             SqlStatement("insert into castellan_private.schema_version (version, name, checksum)"
                          " values ($1, $2, $3)")
                 .bind(migration.version)
                 .bind(migration.name)
                 .bind(migration.checksum) };
}

SchemaStep script(const char *what, QByteArray sql)
{
    return { QLatin1StringView(what), SqlStatement::script(std::move(sql)) };
}

/// create or replace keeps old grants: an upgrade must end with exactly those in the files.
constexpr char kResetGrants[] = R"(
do $reset$
declare
    granted record;
begin
    for granted in
        select p.oid::regprocedure as function, a.grantee
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
               lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
         where n.nspname in ('castellan', 'castellan_private') and a.grantee <> p.proowner
    loop
        execute format('revoke all on function %s from %s', granted.function,
                       case granted.grantee when 0 then 'public' else granted.grantee::regrole::text end);
    end loop;
end $reset$;)";

/// Where each function's row lies; one that is made again lies elsewhere afterwards.
constexpr char kRemember[] = R"(
create temporary table castellan_before on commit drop as
select p.oid, p.ctid as place from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname in ('castellan', 'castellan_private');)";

constexpr char kDropLeftOver[] = R"(
do $left_over$
declare
    old record;
begin
    for old in
        select p.oid::regprocedure as function
          from pg_temp.castellan_before b join pg_proc p on p.oid = b.oid and p.ctid = b.place
    loop
        execute format('drop function %s', old.function);
    end loop;
end $left_over$;)";

/// Every function of that name, for one whose result, parameter names or owner changed.
QByteArray dropByName(const QByteArray &name)
{
    return "do $drop$ declare old record; begin"
           " for old in select p.oid::regprocedure as function from pg_proc p"
           " where p.pronamespace = split_part('"
        + name + "', '.', 1)::regnamespace and p.proname = split_part('" + name
        + "', '.', 2) loop execute format('drop function %s', old.function);"
          " end loop; end $drop$;";
}

} // namespace

SqlStatement SchemaScript::lock()
{
    return SqlStatement::script(
        "set local lock_timeout = 0; set local statement_timeout = 0;"
        "set local idle_in_transaction_session_timeout = 0;"
        "lock table pg_catalog.pg_authid in share row exclusive mode;"
        "select pg_advisory_xact_lock("
        + QByteArray::number(kLockKey)
        + ");"
          // The next statements must see what the one before us committed.
          "set local search_path = pg_catalog, pg_temp; set local check_function_bodies = off;");
}

QList<SchemaStep> SchemaScript::migrations(const QList<SchemaMigration> &pending)
{
    QList<SchemaStep> steps;
    for (const SchemaMigration &migration : pending) {
        const QByteArray sql =
            migration.asSuperuser ? migration.sql : asRole("castellan_owner", migration.sql);
        const SchemaStep run { migration.name, SqlStatement::script(sql) };
        // The first makes the table that the rows stand in; every other claims its number first.
        const bool makesTable = migration.version == 1;
        steps += makesTable ? run : versionRow(migration);
        steps += makesTable ? versionRow(migration) : run;
    }
    return steps;
}

SqlStatement SchemaScript::functionStatement(const SchemaFunction &function,
                                             const QByteArray &keyDirectory)
{
    QByteArray sql = function.sql;
    const QByteArray literal = "'" + keyDirectory + "'"; // checked to be plain
    sql.replace("@KEY_DIRECTORY@", literal);
    return SqlStatement::script("savepoint castellan_file;" + asRole(function.owner, sql)
                                + "release savepoint castellan_file;");
}

QList<SchemaStep> SchemaScript::functions(const SchemaBundle &bundle, const QString &keyDirectory)
{
    QList<SchemaStep> steps;
    steps += script("grants",
                    QByteArray(kResetGrants) + kRemember
                        + "grant usage, create on schema castellan_private"
                          " to castellan_key, castellan_roles, castellan_backends;");
    for (const SchemaFunction &function : bundle.functions()) {
        SchemaStep step { function.path, functionStatement(function, keyDirectory.toUtf8()) };
        step.repair = SqlStatement::script("rollback to savepoint castellan_file;"
                                           + dropByName(function.name));
        steps += step;
    }
    steps += script("left over",
                    QByteArray(kDropLeftOver)
                        + "revoke all on schema castellan_private"
                          " from castellan_key, castellan_roles, castellan_backends;");
    steps += script("settings", R"(
do $settings$ begin
    execute format('alter database %I set log_parameter_max_length = 0', current_database());
    execute format('alter database %I set log_parameter_max_length_on_error = 0', current_database());
end $settings$;)");
    steps += { QStringLiteral("checksum"),
               SqlStatement("insert into castellan_private.schema_api (checksum) values ($1)"
                            " on conflict (only_row) do update set checksum = excluded.checksum,"
                            " applied_at = clock_timestamp(), applied_by = session_user")
                   .bind(bundle.apiChecksum(keyDirectory)) };
    return steps;
}

} // namespace castellan
