// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accounts/AccountStore.h"

#include "models/accounts/AccountRows.h"
#include "models/database/SqlSession.h"

namespace castellan {

QFuture<Result<AccountDetail>> AccountStore::detail(const QUuid &account)
{
    const auto statement = SqlStatement("select * from castellan.account_detail($1)").bind(account);
    return m_session.fetchOne<AccountDetailSqlRow>(
        statement, [](const AccountDetailSqlRow &row) { return row.detail; });
}

QFuture<Result<QList<AccountEvent>>> AccountStore::events(const QUuid &account, int limit)
{
    const auto statement = SqlStatement("select at, kind, outcome, reason, actor, facts"
                                        "  from castellan.account_events($1, $2)")
                               .bind(account)
                               .bind(limit);
    return m_session.fetch<AccountEventSqlRow>(statement,
                                               [](const QList<AccountEventSqlRow> &rows) {
                                                   QList<AccountEvent> events;
                                                   events.reserve(rows.size());
                                                   for (const AccountEventSqlRow &row : rows)
                                                       events += row.event;
                                                   return events;
                                               });
}

} // namespace castellan
