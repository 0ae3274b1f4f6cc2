// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accounts/AccountStore.h"

#include "models/database/SqlSession.h"

namespace castellan {

namespace {

struct DetailRow {
    AccountDetail detail;
    static Result<DetailRow> fromRow(const SqlRow &row)
    {
        AccountDetail made;
        made.id = row.uuid("id");
        made.externalId = row.text("external_id");
        made.login = row.text("login");
        made.displayName = row.text("display_name");
        made.email = row.text("email");
        made.rank = row.text("rank");
        made.highestRank = row.text("highest_rank");
        made.active = row.boolean("active");
        made.createdAt = row.timestamp("created_at");
        made.version = row.integer("version");
        made.factorState = row.text("factor_state");
        made.factorUntil = row.timestamp("factor_until");
        made.factors = static_cast<int>(row.integer("factors"));
        made.factorConfirmedAt = row.timestamp("factor_confirmed_at");
        made.lastUsedAt = row.timestamp("last_used_at");
        made.driftSteps = static_cast<int>(row.integer("drift_steps"));
        made.consecutiveFailures = static_cast<int>(row.integer("consecutive_failures"));
        made.lockedUntil = row.timestamp("locked_until");
        made.recoveryCodesLeft = static_cast<int>(row.integer("recovery_codes_left"));
        made.recoveryLockedUntil = row.timestamp("recovery_locked_until");
        made.mustEnrol = row.boolean("must_enrol");
        made.enrolBy = row.timestamp("enrol_by");
        made.pendingEnrolment = row.uuid("pending_enrolment");
        made.pendingUntil = row.timestamp("pending_until");
        made.pendingBy = row.text("pending_by");
        return DetailRow { std::move(made) };
    }
};

struct EventRow {
    AccountEvent event;
    static Result<EventRow> fromRow(const SqlRow &row)
    {
        return EventRow { { row.timestamp("at"), row.text("kind"), row.text("outcome"),
                            row.text("reason"), row.text("actor"), row.json("facts") } };
    }
};

} // namespace

QFuture<Result<AccountDetail>> AccountStore::detail(const QUuid &account)
{
    const auto statement = SqlStatement("select * from castellan.account_detail($1)").bind(account);
    return m_session.fetchOne<DetailRow>(statement,
                                         [](const DetailRow &row) { return row.detail; });
}

QFuture<Result<QList<AccountEvent>>> AccountStore::events(const QUuid &account, int limit)
{
    const auto statement = SqlStatement("select at, kind, outcome, reason, actor, facts"
                                        "  from castellan.account_events($1, $2)")
                               .bind(account)
                               .bind(limit);
    return m_session.fetch<EventRow>(statement, [](const QList<EventRow> &rows) {
        QList<AccountEvent> events;
        events.reserve(rows.size());
        for (const EventRow &row : rows)
            events += row.event;
        return events;
    });
}

} // namespace castellan
