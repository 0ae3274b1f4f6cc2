// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Filter.h"

namespace castellan {

/// Which rows, and in which order.
struct ListQuery {
    Filter filter;
    QString sort; ///< the server's sort word
    bool descending = false;

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

} // namespace castellan
