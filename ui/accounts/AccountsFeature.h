// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/AccountsPage.h"

#include <functional>
#include <memory>

namespace castellan {

class PageRegistry;

/// What the feature needs from the composition root. Each visit of the page after signing in anew
/// gets a source of its own.
struct AccountsParts {
    std::function<std::shared_ptr<ListSource>()> source;
    AccountDetailPane::Parts detail;
    AccountsPage::Layout layout;
    Connectivity &connectivity;
    SubjectChanges &changes;
};

/// Adds the page of accounts.
void registerAccounts(PageRegistry &pages, const AccountsParts &parts);

} // namespace castellan
