// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accounts/types.h"
#include "models/base/Result.h"

#include <optional>

namespace castellan {

class SqlRow;

/// The schema's word for a factor state, and back; nothing for a word we don't know.
std::optional<FactorState> factorStateFromWord(const QString &word);
QString factorStateWord(FactorState state);

/// Rows of castellan.account_list() and account_detail(), as they are read; private to this room.
struct AccountSqlRow {
    AccountRow row;
    static Result<AccountSqlRow> fromRow(const SqlRow &row);
};

struct AccountDetailSqlRow {
    AccountDetail detail;
    static Result<AccountDetailSqlRow> fromRow(const SqlRow &row);
};

struct AccountEventSqlRow {
    AccountEvent event;
    static Result<AccountEventSqlRow> fromRow(const SqlRow &row);
};

} // namespace castellan
