// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/PgRequest.h"

#include <QFuture>
#include <QPromise>

#include <functional>

namespace castellan {

/// A request whose outcome somebody in another thread waits for.
template <typename T> class PromiseRequest : public PgRequest {
public:
    explicit PromiseRequest(QList<SqlStatement> statements)
        : PgRequest(std::move(statements))
    {
        m_promise.start();
    }
    QFuture<Result<T>> future() { return m_promise.future(); }
    bool isGivenUp() const override { return m_promise.isCanceled(); }

protected:
    void answer(Result<T> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
};

/// What a function makes of all rows of one statement, in the connection's thread. (Not a
/// continuation of the rows' future: cancelling one does not reach what it continues.)
template <typename T> class FutureRows final : public PromiseRequest<T> {
public:
    using Make = std::function<Result<T>(const SqlRows &)>;
    using Flow = PgRequest::Flow;

    FutureRows(const SqlStatement &statement, Make make)
        : PromiseRequest<T>({ statement })
        , m_make(std::move(make))
    {
    }
    Flow takeRows(qsizetype, SqlRows rows) override
    {
        m_rows += std::move(rows);
        return Flow::Continue;
    }
    void finish(const Result<void> &outcome) override
    {
        this->answer(outcome.hasValue() ? m_make(m_rows) : Result<T>(outcome.error()));
    }

private:
    Make m_make;
    SqlRows m_rows;
};

/// All rows of several statements.
class FuturePipeline final : public PromiseRequest<QList<SqlRows>> {
public:
    explicit FuturePipeline(const QList<SqlStatement> &statements)
        : PromiseRequest(statements)
        , m_rows(statements.size())
    {
    }
    Flow takeRows(qsizetype statement, SqlRows rows) override
    {
        m_rows[statement] += std::move(rows);
        return Flow::Continue;
    }
    void finish(const Result<void> &outcome) override
    {
        answer(outcome.hasValue() ? Result<QList<SqlRows>>(std::move(m_rows)) : outcome.error());
    }

private:
    QList<SqlRows> m_rows;
};

/// Hands each piece on and pauses until it has been dealt with; counts what came.
template <typename Piece> class FutureStream final : public PromiseRequest<qint64> {
public:
    using HandOn = std::function<void(quint64 request, const Piece &)>;

    FutureStream(const SqlStatement &statement, HandOn handOn)
        : PromiseRequest({ statement })
        , m_handOn(std::move(handOn))
    {
    }
    bool comesInPieces() const override { return true; }
    Flow takeRows(qsizetype, SqlRows rows) override
    {
        if constexpr (std::is_same_v<Piece, SqlRows>)
            return pass(rows);
        return Flow::Continue;
    }
    Flow takeBlock(const QByteArray &block) override
    {
        if constexpr (std::is_same_v<Piece, QByteArray>)
            return pass(block);
        return Flow::Continue;
    }
    void finish(const Result<void> &outcome) override
    {
        answer(outcome.hasValue() ? Result<qint64>(m_count) : outcome.error());
    }

private:
    Flow pass(const Piece &piece)
    {
        m_count += piece.size();
        if (isGivenUp())
            return Flow::Continue; // read to the end, for nobody
        m_handOn(id(), piece);
        return Flow::Pause;
    }

    HandOn m_handOn;
    qint64 m_count = 0;
};

} // namespace castellan
