// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SchemaStatus.h"

#include <QHash>

namespace castellan {

namespace {

constexpr int kOldestServer = 150000;

Error migrationError(const QString &name, const char *reason)
{
    return { ErrorCode::Malformed,
             { { QStringLiteral("migration"), name },
               { QStringLiteral("reason"), QLatin1StringView(reason) } },
             {} };
}

Error lacks(ErrorCode code, const char *what, QVariantMap facts)
{
    facts.insert(QStringLiteral("lacks"), QLatin1StringView(what));
    return { code, std::move(facts), {} };
}

} // namespace

SqlStatement SchemaReading::hostStatement()
{
    // Catalogues by name, so that a role without rights on the schema is answered too.
    return SqlStatement(R"(
select r.rolname::text as "user", r.rolsuper as superuser,
       current_database()::text as database,
       current_setting('server_version_num')::integer as server_version,
       pg_is_in_recovery() as standby,
       current_setting('max_prepared_transactions')::integer as max_prepared_transactions,
       case when r.rolsuper then current_setting('data_directory') end as data_directory,
       array(select x.name from unnest(array['pgcrypto', 'pg_trgm', 'unaccent']) as x (name)
              where not exists (select from pg_available_extensions e where e.name = x.name))
           as missing_extensions,
       exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'castellan_private' and c.relname = 'schema_version') as installed,
       (select substring(p.prosrc from 'pg_read_binary_file\(''([^'']*)''')
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'castellan_private' and p.proname = 'subkey') as key_directory
  from pg_roles r where r.rolname = current_user)");
}

SqlStatement SchemaReading::versionsStatement()
{
    return SqlStatement(
        "select version, name, checksum from castellan_private.schema_version order by version");
}

SqlStatement SchemaReading::apiStatement()
{
    return SqlStatement("select checksum from castellan_private.schema_api");
}

SchemaStatus SchemaReading::fromHost(const SqlRow &row)
{
    SchemaStatus status;
    status.user = row.text("user");
    status.superuser = row.boolean("superuser");
    status.database = row.text("database");
    status.serverVersion = static_cast<int>(row.integer("server_version"));
    status.standby = row.boolean("standby");
    status.maxPreparedTransactions = static_cast<int>(row.integer("max_prepared_transactions"));
    status.dataDirectory = row.text("data_directory");
    status.missingExtensions = row.textList("missing_extensions");
    status.installed = row.boolean("installed");
    status.keyDirectory = row.text("key_directory");
    return status;
}

Result<SchemaStatus> SchemaReading::complete(SchemaStatus status, const SqlRows &versions,
                                             const SqlRows &api, const SchemaBundle &bundle,
                                             const QString &keyDirectory)
{
    QHash<int, SqlRow> applied;
    for (const SqlRow &row : versions) {
        applied.insert(static_cast<int>(row.integer("version")), row);
        status.version = static_cast<int>(row.integer("version"));
    }
    status.knownVersion = bundle.newestVersion();
    for (const SchemaMigration &migration : bundle.migrations()) {
        const auto row = applied.constFind(migration.version);
        if (row == applied.constEnd())
            status.pending += migration;
        else if (row->bytes("checksum") != migration.checksum)
            return migrationError(migration.name, "checksum");
        applied.remove(migration.version);
    }
    for (const SqlRow &row : std::as_const(applied)) {
        if (row.integer("version") < status.knownVersion)
            return migrationError(row.text("name"), "unknown");
    }
    const QString &directory = keyDirectory.isEmpty() ? status.keyDirectory : keyDirectory;
    status.apiCurrent =
        !api.isEmpty() && api.constFirst().bytes("checksum") == bundle.apiChecksum(directory);
    return status;
}

Result<void> SchemaReading::checkMayApply(const SchemaStatus &status)
{
    const QVariantMap who { { QStringLiteral("user"), status.user },
                            { QStringLiteral("database"), status.database } };
    if (status.serverVersion < kOldestServer)
        return lacks(ErrorCode::ServerMissing, "server_version",
                     { { QStringLiteral("needed"), kOldestServer / 10000 },
                       { QStringLiteral("found"), status.serverVersion / 10000 } });
    if (!status.superuser)
        return lacks(ErrorCode::PermissionDenied, "superuser", who);
    if (status.standby)
        return lacks(ErrorCode::PermissionDenied, "primary", who);
    if (!status.missingExtensions.isEmpty() && !status.installed)
        return lacks(ErrorCode::NotFound, "extension",
                     { { QStringLiteral("name"), status.missingExtensions.join(u' ') },
                       { QStringLiteral("found"), status.serverVersion / 10000 } });
    return {};
}

} // namespace castellan
