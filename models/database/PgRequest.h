// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/database/SqlRow.h"
#include "models/database/SqlStatement.h"

#include <atomic>

namespace castellan {

/// Statements to be run by a PgConnection, and where their answers go. All calls come in the
/// connection's thread; finish() comes exactly once, unless the request is dropped unsent.
class PgRequest {
public:
    enum class Flow {
        Continue,
        Pause, ///< read nothing more until PgConnection::resume()
    };

    explicit PgRequest(QList<SqlStatement> statements)
        : m_statements(std::move(statements))
        , m_id(nextId())
    {
    }
    virtual ~PgRequest() = default;
    PgRequest(const PgRequest &) = delete;
    PgRequest &operator=(const PgRequest &) = delete;

    /// More than one are sent as a pipeline, each a transaction of its own.
    const QList<SqlStatement> &statements() const { return m_statements; }
    /// Tells it from every other one, however late somebody speaks of it.
    quint64 id() const { return m_id; }
    /// Nobody waits for it any more; it need not be sent, or not end.
    virtual bool isGivenUp() const { return false; }
    /// The rows are to be had while the server still sends: chunks of PgConnection::kRowsAChunk.
    virtual bool comesInPieces() const { return false; }
    /// Rows of the statement with this index: all of them, or the next chunk.
    virtual Flow takeRows(qsizetype statement, SqlRows rows) = 0;
    /// What `copy … to stdout` sent.
    virtual Flow takeBlock(const QByteArray &) { return Flow::Continue; }
    virtual void finish(const Result<void> &outcome) = 0;

private:
    static quint64 nextId()
    {
        static std::atomic<quint64> last = 0;
        return ++last;
    }

    QList<SqlStatement> m_statements;
    quint64 m_id;
};

} // namespace castellan
