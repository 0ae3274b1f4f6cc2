// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace castellan {

/// What a list says in place of rows: what would be here, why it is not, and one thing to do.
struct ListNotice {
    QString icon; ///< a name of resources/icons/icons.txt
    QString title;
    QString text;
    QString detail = {}; ///< to copy, in monospace: a statement, an address
    QString actionText = {}; ///< empty: no action
    std::function<void()> action = {};
};

} // namespace castellan
