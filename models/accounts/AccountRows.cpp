// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accounts/AccountRows.h"

#include "models/database/SqlRow.h"

#include <QStringList>

namespace castellan {

namespace {

/// In the order of FactorState.
const QStringList &factorStates()
{
    static const QStringList words { QStringLiteral("none"),    QStringLiteral("active"),
                                     QStringLiteral("locked"),  QStringLiteral("disabled"),
                                     QStringLiteral("pending"), QStringLiteral("must_enrol") };
    return words;
}

} // namespace

std::optional<FactorState> factorStateFromWord(const QString &word)
{
    const auto index = factorStates().indexOf(word);
    return index < 0 ? std::nullopt : std::optional(static_cast<FactorState>(index));
}

QString factorStateWord(FactorState state)
{
    return factorStates().at(static_cast<qsizetype>(state));
}

Result<AccountSqlRow> AccountSqlRow::fromRow(const SqlRow &row)
{
    const auto state = factorStateFromWord(row.text("factor_state"));
    if (!state)
        return Error { ErrorCode::Malformed,
                       { { QStringLiteral("field"), QStringLiteral("factor_state") } },
                       row.text("factor_state") };
    AccountRow made;
    made.id = row.uuid("id");
    made.externalId = row.text("external_id");
    made.login = row.text("login");
    made.displayName = row.text("display_name");
    made.email = row.text("email");
    made.rank = row.text("rank");
    made.active = row.boolean("active");
    made.factorState = *state;
    made.factorUntil = row.timestamp("factor_until");
    made.factors = static_cast<int>(row.integer("factors"));
    made.recoveryCodesLeft = static_cast<int>(row.integer("recovery_codes_left"));
    made.lastUsedAt = row.timestamp("last_used_at");
    made.enrolledAt = row.timestamp("enrolled_at");
    made.createdAt = row.timestamp("created_at");
    made.version = row.integer("version");
    made.position = row.jsonText("position");
    return AccountSqlRow { std::move(made) };
}

Result<AccountDetailSqlRow> AccountDetailSqlRow::fromRow(const SqlRow &row)
{
    const Result<AccountSqlRow> common = AccountSqlRow::fromRow(row);
    if (!common)
        return common.error();
    AccountDetail made;
    made.row = common.value().row;
    made.mustEnrol = row.boolean("must_enrol");
    made.enrolBy = row.timestamp("enrol_by");
    made.factorConfirmedAt = row.timestamp("factor_confirmed_at");
    made.driftSteps = static_cast<int>(row.integer("drift_steps"));
    made.consecutiveFailures = static_cast<int>(row.integer("consecutive_failures"));
    made.lockedUntil = row.timestamp("locked_until");
    made.recoveryLockedUntil = row.timestamp("recovery_locked_until");
    made.pendingEnrolment = row.uuid("pending_enrolment");
    made.pendingUntil = row.timestamp("pending_until");
    made.pendingBy = row.text("pending_by");
    made.highestRank = row.text("highest_rank");
    return AccountDetailSqlRow { made };
}

Result<AccountEventSqlRow> AccountEventSqlRow::fromRow(const SqlRow &row)
{
    return AccountEventSqlRow { { row.timestamp("at"), row.text("kind"), row.text("outcome"),
                                  row.text("reason"), row.text("actor"), row.json("facts") } };
}

} // namespace castellan
