// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/PgRequest.h"

#include <functional>

namespace castellan {

/// Collects all rows of one statement and calls back in the connection's thread.
class RowsRequest final : public PgRequest {
public:
    using Callback = std::function<void(const Result<SqlRows> &)>;

    RowsRequest(SqlStatement statement, Callback callback)
        : PgRequest({ std::move(statement) })
        , m_callback(std::move(callback))
    {
    }
    Flow takeRows(qsizetype, SqlRows rows) override
    {
        m_rows += std::move(rows);
        return Flow::Continue;
    }
    void finish(const Result<void> &outcome) override
    {
        if (outcome.hasValue())
            m_callback(m_rows);
        else
            m_callback(outcome.error());
    }

private:
    Callback m_callback;
    SqlRows m_rows;
};

} // namespace castellan
