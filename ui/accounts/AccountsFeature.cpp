// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountsFeature.h"

#include "ui/kit/PageRegistry.h"

namespace castellan {

void registerAccounts(PageRegistry &pages, const AccountsParts &parts)
{
    PageSpec spec;
    spec.id = QStringLiteral("accounts");
    spec.title = AccountsPage::tr("Accounts");
    spec.icon = QStringLiteral("system-users");
    spec.order = 20;
    spec.neededRight = QStringLiteral("account_list");
    spec.subjectKind = QStringLiteral("account");
    spec.create = [parts](QWidget *parent) {
        return new AccountsPage(parts.source(), parts.detail, parts.layout, parts.connectivity,
                                parts.changes, parent);
    };
    pages.add(spec);
}

} // namespace castellan
