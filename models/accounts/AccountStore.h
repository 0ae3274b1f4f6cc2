// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accounts/types.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QList>

namespace castellan {

class SqlSession;

/// Reads what the schema tells of accounts. The session must outlive the store; GUI thread.
class AccountStore {
public:
    explicit AccountStore(SqlSession &session)
        : m_session(session)
    {
    }

    /// NotFound when there is no such account (any more).
    QFuture<Result<AccountDetail>> detail(const QUuid &account);
    /// The newest events of this account, newest first.
    QFuture<Result<QList<AccountEvent>>> events(const QUuid &account, int limit);

private:
    SqlSession &m_session;
};

} // namespace castellan
