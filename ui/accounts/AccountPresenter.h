// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accounts/types.h"
#include "models/lists/Column.h"
#include "ui/kit/RowPresenter.h"
#include "ui/kit/Subject.h"

namespace castellan {

/// An account's row in words.
class AccountPresenter : public RowPresenter {
    Q_DECLARE_TR_FUNCTIONS(castellan::AccountPresenter)
public:
    /// The columns of the list of accounts; their ids are the fields of AccountListSource's rows.
    static Columns columns();

    RowCell cell(const ListRow &row, const Column &column) const override;
    QString label(const ListRow &row) const override;
};

/// The name people know an account by: its display name, else its login.
QString accountName(const QString &displayName, const QString &login);

/// The account of a list row, with what was on the screen when it was picked.
Subject accountSubject(const ListRow &row);

} // namespace castellan
