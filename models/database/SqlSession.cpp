// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"

#include "models/base/Deliver.h"
#include "models/database/PromiseRequests.h"
#include "models/database/SessionThread.h"

#include <QPointer>

namespace castellan {

bool needsPerson(ErrorCode code)
{
    return code == ErrorCode::AuthenticationFailed || code == ErrorCode::PermissionDenied
        || code == ErrorCode::ClientCertificateRefused;
}

SqlSession::SqlSession(QObject *parent)
    : SqlSession(Options(), parent)
{
}

SqlSession::SqlSession(Options options, QObject *parent)
    : QObject(parent)
{
    m_thread = std::make_unique<SessionThread>(options);
    const SessionWorker *worker = m_thread->worker();
    connect(worker, &SessionWorker::stateReached, this,
            [this](quint64 opening, SessionState state, const ServerInfo &server) {
                if (opening == m_opening)
                    apply(state, server);
            });
    connect(worker, &SessionWorker::lost, this, [this](quint64 opening, const Error &error) {
        if (opening == m_opening)
            Q_EMIT lost(error);
    });
    connect(worker, &SessionWorker::notification, this, &SqlSession::notification);
    connect(worker, &SessionWorker::cancelWanted, this, &SqlSession::sendCancel);
}

SqlSession::~SqlSession() = default;

QFuture<Result<ServerInfo>> SqlSession::open(const ConnectionProfile &profile, Secret password)
{
    auto promise = std::make_shared<QPromise<Result<ServerInfo>>>();
    promise->start();
    const auto future = promise->future();
    const quint64 opening = ++m_opening;
    apply(SessionState::Connecting, m_server);
    m_thread->post([worker = m_thread->worker(), opening, profile, password = std::move(password),
                    promise]() mutable {
        worker->open(opening, profile, std::move(password), std::move(promise));
    });
    return future;
}

void SqlSession::close()
{
    ++m_opening; // what the worker still says of the old one is not heard
    m_thread->post([worker = m_thread->worker()] { worker->close(); });
    apply(SessionState::Closed, m_server);
}

void SqlSession::apply(SessionState state, const ServerInfo &server)
{
    m_server = server;
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void SqlSession::setAdmission(std::function<SqlStatement()> admission)
{
    m_thread->post([worker = m_thread->worker(), admission = std::move(admission)] {
        worker->setAdmission(admission);
    });
}

void SqlSession::setStatementTimeout(int ms)
{
    m_thread->post([worker = m_thread->worker(), ms] { worker->setStatementTimeout(ms); });
}

void SqlSession::setCancelPeer(SqlSession *peer)
{
    m_cancelPeer = peer;
}

template <typename Request> auto SqlSession::post(std::unique_ptr<Request> request)
{
    auto future = request->future();
    m_thread->post([worker = m_thread->worker(), request = std::move(request)]() mutable {
        worker->run(std::move(request));
    });
    return future;
}

QFuture<Result<SqlRows>> SqlSession::rows(const SqlStatement &statement)
{
    return post(std::make_unique<FutureRows>(statement));
}

QFuture<Result<QList<SqlRows>>> SqlSession::pipeline(const QList<SqlStatement> &statements)
{
    return post(std::make_unique<FuturePipeline>(statements));
}

template <typename Piece>
QFuture<Result<qint64>> SqlSession::pieces(const SqlStatement &statement, QObject *receiver,
                                           std::function<void(const Piece &)> take)
{
    // The worker posts to this object, which outlives it, and never touches the receiver.
    const auto handOver = [this, receiver = QPointer<QObject>(receiver),
                           take = std::move(take)](const Piece &piece) {
        if (receiver)
            take(piece);
        else
            cancel();
        m_thread->post([worker = m_thread->worker()] { worker->resume(); });
    };
    auto handOn = [this, handOver](const Piece &piece) {
        QMetaObject::invokeMethod(
            this, [handOver, piece] { handOver(piece); }, Qt::QueuedConnection);
    };
    return post(std::make_unique<FutureStream<Piece>>(statement, std::move(handOn)));
}

QFuture<Result<qint64>> SqlSession::stream(const SqlStatement &statement, QObject *receiver,
                                           std::function<void(const SqlRows &)> chunk)
{
    return pieces<SqlRows>(statement, receiver, std::move(chunk));
}

QFuture<Result<qint64>> SqlSession::copyOut(const SqlStatement &statement, QObject *receiver,
                                            std::function<void(const QByteArray &)> block)
{
    return pieces<QByteArray>(statement, receiver, std::move(block));
}

void SqlSession::cancel()
{
    m_thread->post([worker = m_thread->worker()] { worker->beginCancel(); });
}

void SqlSession::sendCancel(int backendPid)
{
    const auto directly = [this] {
        m_thread->post([worker = m_thread->worker()] { worker->cancelDirectly(); });
    };
    if (!m_cancelPeer || m_cancelPeer->state() != SessionState::Ready) {
        directly();
        return;
    }
    const auto sent = m_cancelPeer->rows(
        SqlStatement("select pg_catalog.pg_cancel_backend($1) as ok").bind(backendPid));
    deliver(sent, this, [this, directly](const Result<SqlRows> &answer) {
        if (!answer.hasValue())
            directly();
        else
            m_thread->post([worker = m_thread->worker()] { worker->endCancel(); });
    });
}

} // namespace castellan
