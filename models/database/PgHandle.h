// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/PgLibrary.h"

#include <memory>

namespace castellan {

// Included by .cpp files of this room and by headers that only those include.
template <const auto &end> struct PgEnd {
    void operator()(auto *it) const { end(it); }
};
using PgHandle = std::unique_ptr<PGconn, PgEnd<PQfinish>>;
using PgResult = std::unique_ptr<PGresult, PgEnd<PQclear>>;

} // namespace castellan
