// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/PromiseRequests.h"
#include "models/database/SessionState.h"
#include "models/database/SqlRow.h"
#include "models/database/SqlStatement.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <type_traits>

namespace castellan {

class SessionThread;

/// The server is there and says no: trying again changes nothing, and may lock the role.
bool needsPerson(ErrorCode code);

/// One connection to PostgreSQL in a thread of its own. Statements run one after the other, each in
/// a transaction of its own unless `begin` was sent; calls never block. A lost connection comes
/// back by itself: after 0.5 s to 30 s of back-off, through the admission statement when there is
/// one. Statements are not sent again: what was under way when the connection broke ends in
/// ConnectionLost with the fact "outcome" = "unknown", what had not been sent in "not_sent".
/// While there is no connection statements end in NotConnected. Cancelling a future gives its
/// statement up: one that waits is not sent, one that runs is stopped on the server unless it ends
/// in a moment. Use it from the thread it lives in.
class SqlSession : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString applicationName = QStringLiteral("castellan");
        QString passwordFile; ///< in PGPASSFILE's format, for the commands; empty: none
        int connectTimeoutMs = 10'000;
        int statementTimeoutMs = 30'000; ///< enforced by the server; 0: none
        int firstRetryMs = 500; ///< then doubled, up to:
        int longestRetryMs = 30'000;
        bool reconnect = true;
    };

    explicit SqlSession(QObject *parent = nullptr);
    explicit SqlSession(const Options &options, QObject *parent = nullptr);
    ~SqlSession() override;

    /// Connects; the future ends once connected and, with an admission set, admitted or not (see
    /// state()). Errors are those of "reaching the server" in ErrorCode. An open session is closed
    /// first. The password is kept, in a Secret, for coming back, until close().
    QFuture<Result<ServerInfo>> open(const ConnectionProfile &profile, Secret password);
    /// Ends the connection and forgets the password; statements under way end in Cancelled.
    void close();

    SessionState state() const { return m_state; }
    /// Of the present or the last connection.
    const ServerInfo &server() const { return m_server; }
    TlsInfo tls() const { return m_server.tls; }
    int backendPid() const { return m_server.backendPid; }

    /// What has to be answered with ok = true after each connect before the session is Ready, e.g.
    /// sign_in_join with the ticket. Called in the session's own thread, so it must own what it
    /// captures. Setting one while SignInAgain says that the person has signed in: Ready. Nothing
    /// (an empty function) takes it away.
    void setAdmission(std::function<SqlStatement()> admission);
    /// For the statements that follow, and after coming back. 0: none.
    void setStatementTimeout(int ms);
    /// Statements of this session are cancelled over the other one, encrypted, and by PQcancel
    /// when that is not connected or does not get to it within two seconds.
    void setCancelPeer(SqlSession *peer);

    QFuture<Result<SqlRows>> rows(const SqlStatement &statement);
    /// As rows(), each turned into T by `static Result<T> T::fromRow(const SqlRow &)`.
    template <typename T> QFuture<Result<QList<T>>> fetch(const SqlStatement &statement);
    /// And what `map` makes of the list, in the session's own thread.
    template <typename T, typename Map>
    auto fetch(const SqlStatement &statement, Map map)
        -> QFuture<Result<std::invoke_result_t<Map, QList<T>>>>;
    /// Exactly one row; NotFound without any.
    template <typename T> QFuture<Result<T>> fetchOne(const SqlStatement &statement);
    template <typename T, typename Map>
    auto fetchOne(const SqlStatement &statement, Map map)
        -> QFuture<Result<std::invoke_result_t<Map, T>>>;
    /// Sent together, one round trip; each in its own transaction. The first error, if any.
    QFuture<Result<QList<SqlRows>>> pipeline(const QList<SqlStatement> &statements);
    /// Rows in chunks of up to 500, each handed to `chunk` in the receiver's thread; the next is
    /// read once it returned. Ends with the number of rows; when the receiver dies, in Cancelled.
    QFuture<Result<qint64>> stream(const SqlStatement &statement, QObject *receiver,
                                   std::function<void(const SqlRows &)> chunk);
    /// `copy (…) to stdout` in blocks of some 64 kB, as stream() does it; ends with the bytes.
    QFuture<Result<qint64>> copyOut(const SqlStatement &statement, QObject *receiver,
                                    std::function<void(const QByteArray &)> block);

Q_SIGNALS:
    void stateChanged(castellan::SessionState state);
    /// The connection broke, or an attempt to come back failed; the next is under way.
    void lost(const castellan::Error &error);
    /// A hint, never a fact: any role can send on any channel.
    void notification(const QString &channel, const QString &payload);

private:
    void apply(SessionState state, const ServerInfo &server);
    void sendCancel(int backendPid);
    void cancelDirectly();
    void start(std::unique_ptr<PgRequest> request, const QFuture<void> &future);
    template <typename T>
    QFuture<Result<T>> ask(const SqlStatement &statement, typename FutureRows<T>::Make make);
    template <typename Piece>
    QFuture<Result<qint64>> pieces(const SqlStatement &statement, QObject *receiver,
                                   std::function<void(const Piece &)> take);

    std::unique_ptr<SessionThread> m_thread;
    SessionState m_state = SessionState::Closed;
    ServerInfo m_server;
    quint64 m_opening = 0; ///< tells what belongs to an earlier open()
    QPointer<SqlSession> m_cancelPeer;
    LatestQuery m_peerCancel; ///< what the peer was asked to do
    QTimer m_peerPatience;
};

/// T from a row, or what does not fit.
template <typename T> Result<T> fromSqlRow(const SqlRow &row)
{
    Result<T> made = T::fromRow(row);
    if (const auto problem = row.problem(); problem && made.hasValue())
        return *problem;
    return made;
}

template <typename T> Result<QList<T>> fromSqlRows(const SqlRows &rows)
{
    QList<T> list;
    list.reserve(rows.size());
    for (const SqlRow &row : rows) {
        Result<T> made = fromSqlRow<T>(row);
        if (!made.hasValue())
            return made.error();
        list += std::move(made).value();
    }
    return list;
}

template <typename T> Result<T> fromOnlySqlRow(const SqlRows &rows)
{
    if (rows.isEmpty())
        return Error { ErrorCode::NotFound, {}, {} };
    return fromSqlRow<T>(rows.constFirst());
}

template <typename T>
QFuture<Result<T>> SqlSession::ask(const SqlStatement &statement, typename FutureRows<T>::Make make)
{
    auto request = std::make_unique<FutureRows<T>>(statement, std::move(make));
    auto future = request->future();
    start(std::move(request), QFuture<void>(future));
    return future;
}

template <typename T> QFuture<Result<QList<T>>> SqlSession::fetch(const SqlStatement &statement)
{
    return ask<QList<T>>(statement, fromSqlRows<T>);
}

template <typename T, typename Map>
auto SqlSession::fetch(const SqlStatement &statement, Map map)
    -> QFuture<Result<std::invoke_result_t<Map, QList<T>>>>
{
    using Made = std::invoke_result_t<Map, QList<T>>;
    return ask<Made>(statement, [map](const SqlRows &rows) -> Result<Made> {
        Result<QList<T>> list = fromSqlRows<T>(rows);
        if (!list)
            return list.error();
        return map(std::move(list).value());
    });
}

template <typename T> QFuture<Result<T>> SqlSession::fetchOne(const SqlStatement &statement)
{
    return ask<T>(statement, fromOnlySqlRow<T>);
}

template <typename T, typename Map>
auto SqlSession::fetchOne(const SqlStatement &statement, Map map)
    -> QFuture<Result<std::invoke_result_t<Map, T>>>
{
    using Made = std::invoke_result_t<Map, T>;
    return ask<Made>(statement, [map](const SqlRows &rows) -> Result<Made> {
        Result<T> row = fromOnlySqlRow<T>(rows);
        if (!row)
            return row.error();
        return map(std::move(row).value());
    });
}

} // namespace castellan
