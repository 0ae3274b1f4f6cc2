// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

#include <memory>

namespace castellan {

// Included by .cpp files of this room and by headers that only those include.
struct PgFinish {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
struct PgClear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using PgHandle = std::unique_ptr<PGconn, PgFinish>;
using PgResult = std::unique_ptr<PGresult, PgClear>;

} // namespace castellan
