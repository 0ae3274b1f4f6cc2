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
    /// The rows keep the result and read their values in it. Those of a sensitive one have values
    /// of their own, which they wipe; the result's are overwritten here.
    void add(PgResult result, bool sensitive);
    qsizetype count() const { return m_rows.size(); }
    /// The rows so far; the columns are kept for the rest.
    SqlRows take();
    /// The next result is another statement's.
    void reset() { m_columns.reset(); }

private:
    std::shared_ptr<const SqlRow::Columns> m_columns;
    SqlRows m_rows;
};

} // namespace castellan
