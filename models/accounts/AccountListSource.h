// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accounts/types.h"
#include "models/lists/ListSource.h"

namespace castellan {

class SqlSession;

/// The accounts, from castellan.account_list() and its companions. A person's pages are
/// asked for on the interactive session, so that a slow count never delays scrolling; the rest on
/// the background one, whose calls are no activity. Both must outlive it.
class AccountListSource : public ListSource {
public:
    AccountListSource(SqlSession &interactive, SqlSession &background);

    QFuture<Result<RowPage>> page(const ListQuery &query, const QJsonObject &at, bool backward,
                                  int limit, Purpose purpose) override;
    QFuture<Result<QList<ListRow>>> rows(const QStringList &ids) override;
    QFuture<Result<RowCount>> count(const Filter &filter) override;
    QFuture<Result<QList<Landmark>>> landmarks(const ListQuery &query, int n) override;
    QFuture<Result<QList<FacetCount>>> facets(const Filter &filter) override;
    QFuture<Result<RowChanges>> changes(const QJsonObject &cursor, int limit) override;
    /// A typed prefix where the order is by name or login, a time where it is by one.
    QJsonObject positionOf(const ListQuery &query, const QVariant &key) const override;

private:
    SqlSession &m_interactive;
    SqlSession &m_background;
};

} // namespace castellan
