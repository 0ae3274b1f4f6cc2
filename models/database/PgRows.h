// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/PgHandle.h"
#include "models/database/SqlRow.h"

#include <memory>

namespace castellan {

/// Collects the rows of one statement from libpq's results.
class PgRows {
public:
    /// A sensitive result's rows wipe themselves.
    void add(const PGresult *result, bool sensitive);
    qsizetype count() const { return m_rows.size(); }
    /// The rows so far; the columns are kept for the rest.
    SqlRows take();
    /// The next result is another statement's.
    void reset() { m_columns.reset(); }

    /// Overwrites the values that libpq holds.
    static void wipeCells(PGresult *result);

private:
    std::shared_ptr<const SqlRow::Columns> m_columns;
    SqlRows m_rows;
};

} // namespace castellan
