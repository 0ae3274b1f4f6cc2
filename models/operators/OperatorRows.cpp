// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operators/OperatorRows.h"

#include "models/database/SqlSession.h"

namespace castellan {

namespace {

struct VersionRow {
    qint64 version = 0;
    static Result<VersionRow> fromRow(const SqlRow &row)
    {
        return VersionRow { row.integer("schema_version") };
    }
};

} // namespace

QFuture<Result<qint64>> readSchemaVersion(SqlSession &session)
{
    return session.fetchOne<VersionRow>(
        SqlStatement("select castellan.schema_version() as schema_version"),
        [](const VersionRow &row) { return row.version; });
}

Result<qint64> newEnough(const Result<qint64> &version, int known)
{
    if (!version || version.value() >= known)
        return version;
    return Error { ErrorCode::SchemaTooOld,
                   { { QStringLiteral("found"), version.value() },
                     { QStringLiteral("known"), known } },
                   {} };
}

Result<AttemptRow> AttemptRow::fromRow(const SqlRow &row)
{
    return AttemptRow { row.uuid("attempt"), row.timestamp("retry_at"),
                        row.timestamp("server_time") };
}

Result<VerdictRow> VerdictRow::fromRow(const SqlRow &row)
{
    VerdictRow made;
    made.verdict = { row.boolean("ok"), row.text("outcome"), row.timestamp("retry_at") };
    made.ticket = row.secret("ticket");
    return made;
}

Result<OperatorInfoRow> OperatorInfoRow::fromRow(const SqlRow &row)
{
    static const QHash<QString, OperatorKind> kinds {
        { QStringLiteral("helpdesk"), OperatorKind::Helpdesk },
        { QStringLiteral("admin"), OperatorKind::Admin },
        { QStringLiteral("auditor"), OperatorKind::Auditor },
    };
    const QString kind = row.text("kind");
    if (!kinds.contains(kind))
        return Error { ErrorCode::Malformed,
                       { { QStringLiteral("field"), QStringLiteral("kind") } },
                       kind };
    OperatorInfo info;
    info.role = row.text("role");
    info.kind = kinds.value(kind);
    info.rank = row.text("rank");
    info.since = row.timestamp("since");
    info.idleUntil = row.timestamp("idle_until");
    info.expiresAt = row.timestamp("expires_at");
    info.serverTime = row.timestamp("server_time");
    info.productName = row.text("product_name");
    return OperatorInfoRow { info };
}

Result<RightRow> RightRow::fromRow(const SqlRow &row)
{
    return RightRow { { row.text("function"), row.boolean("allowed"), row.text("reason") } };
}

} // namespace castellan
