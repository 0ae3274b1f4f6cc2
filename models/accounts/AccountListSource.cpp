// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accounts/AccountListSource.h"

#include "models/database/SqlSession.h"

namespace castellan {

namespace {

struct CountRow {
    RowCount count;
    static Result<CountRow> fromRow(const SqlRow &row)
    {
        return CountRow { { row.integer("count"), row.boolean("exact") } };
    }
};

struct LandmarkRow {
    Landmark landmark;
    static Result<LandmarkRow> fromRow(const SqlRow &row)
    {
        return LandmarkRow { { row.text("label"), row.json("position"), row.real("fraction") } };
    }
};

struct FacetRow {
    FacetCount facet;
    static Result<FacetRow> fromRow(const SqlRow &row)
    {
        return FacetRow { { row.text("facet"), row.integer("count"), row.boolean("exact") } };
    }
};

struct ChangeRow {
    QUuid id;
    QJsonObject cursor;
    static Result<ChangeRow> fromRow(const SqlRow &row)
    {
        return ChangeRow { row.uuid("id"), row.json("cursor") };
    }
};

/// A list's rows hold null for a time that never was; a variant of an invalid time is not null.
QVariant timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time) : QVariant();
}

RowValues::List valuesOf(const SqlRow &row)
{
    return {
        { QStringLiteral("external_id"), row.text("external_id") },
        { QStringLiteral("login"), row.text("login") },
        { QStringLiteral("display_name"), row.text("display_name") },
        { QStringLiteral("email"), row.text("email") },
        { QStringLiteral("rank"), row.text("rank") },
        { QStringLiteral("active"), row.boolean("active") },
        { QStringLiteral("factor_state"), row.text("factor_state") },
        { QStringLiteral("factor_until"), timeOrNull(row.timestamp("factor_until")) },
        { QStringLiteral("factors"), row.integer("factors") },
        { QStringLiteral("recovery_codes_left"), row.integer("recovery_codes_left") },
        { QStringLiteral("last_used_at"), timeOrNull(row.timestamp("last_used_at")) },
        { QStringLiteral("created_at"), timeOrNull(row.timestamp("created_at")) },
    };
}

struct AccountListRow {
    ListRow row;
    static Result<AccountListRow> fromRow(const SqlRow &row)
    {
        if (row.isFirst())
            valuesOf(row); // columns that do not fit are told now, and are the same in all rows
        ListRow made;
        made.id = row.text("id");
        made.position = row.jsonText("position");
        made.version = row.integer("version");
        made.values = RowValues([row] { return valuesOf(row); });
        return AccountListRow { std::move(made) };
    }
};

template <typename Row, typename Value>
QList<Value> unwrapped(QList<Row> &&rows, Value Row::*member)
{
    QList<Value> made;
    made.reserve(rows.size());
    for (Row &row : rows)
        made += std::move(row.*member);
    return made;
}

RowChanges changesOf(const QList<ChangeRow> &rows, const QJsonObject &since)
{
    RowChanges changes;
    changes.cursor = since;
    for (const ChangeRow &row : rows) {
        if (!row.id.isNull())
            changes.ids += row.id.toString(QUuid::WithoutBraces);
        changes.cursor = row.cursor;
    }
    changes.ids.removeDuplicates();
    return changes;
}

} // namespace

AccountListSource::AccountListSource(SqlSession &interactive, SqlSession &background)
    : m_interactive(interactive)
    , m_background(background)
{
}

QFuture<Result<RowPage>> AccountListSource::page(const ListQuery &query, const QJsonObject &at,
                                                 bool backward, int limit, Purpose purpose)
{
    const auto statement =
        SqlStatement("select * from castellan.account_list($1, $2, $3, $4, $5, $6)")
            .bind(query.filter.toJson())
            .bind(query.sort)
            .bind(query.descending)
            .bind(at.isEmpty() ? SqlValue::null(SqlType::Jsonb) : SqlValue(at))
            .bind(backward)
            .bind(limit);
    SqlSession &session = purpose == Purpose::Person ? m_interactive : m_background;
    return session.fetch<AccountListRow>(statement, [](QList<AccountListRow> rows) {
        return RowPage { unwrapped(std::move(rows), &AccountListRow::row) };
    });
}

QFuture<Result<QList<ListRow>>> AccountListSource::rows(const QStringList &ids)
{
    QList<QUuid> uuids;
    uuids.reserve(ids.size());
    for (const QString &id : ids)
        uuids += QUuid::fromString(id);
    const auto statement = SqlStatement("select * from castellan.account_rows($1)").bind(uuids);
    return m_background.fetch<AccountListRow>(statement, [](QList<AccountListRow> rows) {
        return unwrapped(std::move(rows), &AccountListRow::row);
    });
}

QFuture<Result<RowCount>> AccountListSource::count(const Filter &filter)
{
    const auto statement =
        SqlStatement("select * from castellan.account_count($1)").bind(filter.toJson());
    return m_background.fetchOne<CountRow>(statement,
                                           [](const CountRow &row) { return row.count; });
}

QFuture<Result<QList<Landmark>>> AccountListSource::landmarks(const ListQuery &query, int n)
{
    const auto statement = SqlStatement("select * from castellan.account_landmarks($1, $2, $3)")
                               .bind(query.filter.toJson())
                               .bind(query.sort)
                               .bind(n);
    return m_background.fetch<LandmarkRow>(statement, [](QList<LandmarkRow> rows) {
        return unwrapped(std::move(rows), &LandmarkRow::landmark);
    });
}

QFuture<Result<QList<FacetCount>>> AccountListSource::facets(const Filter &filter)
{
    const auto statement =
        SqlStatement("select * from castellan.account_facets($1)").bind(filter.toJson());
    return m_background.fetch<FacetRow>(statement, [](QList<FacetRow> rows) {
        return unwrapped(std::move(rows), &FacetRow::facet);
    });
}

QJsonObject AccountListSource::positionOf(const ListQuery &query, const QVariant &key) const
{
    QJsonObject position { { QStringLiteral("inclusive"), true } };
    const bool byText = query.sort == QLatin1String("name") || query.sort == QLatin1String("login");
    const bool byTime =
        query.sort == QLatin1String("created") || query.sort == QLatin1String("last_used");
    if (byText && key.typeId() == QMetaType::QString)
        position.insert(QStringLiteral("prefix"), key.toString());
    else if (byTime && key.typeId() == QMetaType::QDateTime)
        position.insert(query.sort, key.toDateTime().toUTC().toString(Qt::ISODateWithMs));
    else
        return {};
    return position;
}

QFuture<Result<RowChanges>> AccountListSource::changes(const QJsonObject &cursor, int limit)
{
    const auto statement =
        SqlStatement("select * from castellan.account_changes($1, $2)")
            .bind(cursor.isEmpty() ? SqlValue::null(SqlType::Jsonb) : SqlValue(cursor))
            .bind(limit);
    return m_background.fetch<ChangeRow>(
        statement, [cursor](const QList<ChangeRow> &rows) { return changesOf(rows, cursor); });
}

} // namespace castellan
