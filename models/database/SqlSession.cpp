// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"

#include "models/database/SessionThread.h"

#include <QFutureWatcher>
#include <QPointer>

namespace castellan {

namespace {

constexpr int kPeerPatienceMs = 2000;

} // namespace

bool needsPerson(ErrorCode code)
{
    return code == ErrorCode::AuthenticationFailed || code == ErrorCode::PermissionDenied
        || code == ErrorCode::ClientCertificateRefused;
}

SqlSession::SqlSession(QObject *parent)
    : SqlSession(Options(), parent)
{
}

SqlSession::SqlSession(const Options &options, QObject *parent)
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
    m_peerPatience.setSingleShot(true);
    m_peerPatience.setInterval(kPeerPatienceMs);
    connect(&m_peerPatience, &QTimer::timeout, this, [this] {
        m_peerCancel.drop(); // what the other session has not sent by now it never does
        cancelDirectly();
    });
}

SqlSession::~SqlSession() = default;

QFuture<Result<ServerInfo>> SqlSession::open(const ConnectionProfile &profile, Secret password)
{
    auto promise = std::make_shared<QPromise<Result<ServerInfo>>>();
    promise->start();
    auto future = promise->future();
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

/// The future may be cancelled at any time, by whoever holds a copy.
void SqlSession::start(std::unique_ptr<PgRequest> request, const QFuture<void> &future)
{
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this,
            [this] { m_thread->post([worker = m_thread->worker()] { worker->cancelGivenUp(); }); });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    m_thread->post([worker = m_thread->worker(), request = std::move(request)]() mutable {
        worker->run(std::move(request));
    });
}

QFuture<Result<SqlRows>> SqlSession::rows(const SqlStatement &statement)
{
    return ask<SqlRows>(statement, [](const SqlRows &rows) { return rows; });
}

QFuture<Result<QList<SqlRows>>> SqlSession::pipeline(const QList<SqlStatement> &statements)
{
    auto request = std::make_unique<FuturePipeline>(statements);
    auto future = request->future();
    start(std::move(request), QFuture<void>(future));
    return future;
}

template <typename Piece>
QFuture<Result<qint64>> SqlSession::pieces(const SqlStatement &statement, QObject *receiver,
                                           std::function<void(const Piece &)> take)
{
    // The worker posts to this object, which outlives it, and never touches the receiver.
    const auto asked = std::make_shared<QFuture<void>>();
    const auto handOver = [this, asked, receiver = QPointer<QObject>(receiver),
                           take = std::move(take)](quint64 id, const Piece &piece) {
        if (receiver)
            take(piece);
        else
            asked->cancel();
        m_thread->post([worker = m_thread->worker(), id] { worker->resume(id); });
    };
    auto request = std::make_unique<FutureStream<Piece>>(
        statement, [this, handOver](quint64 id, const Piece &piece) {
            QMetaObject::invokeMethod(
                this, [handOver, id, piece] { handOver(id, piece); }, Qt::QueuedConnection);
        });
    auto future = request->future();
    *asked = QFuture<void>(future);
    start(std::move(request), *asked);
    return future;
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

void SqlSession::sendCancel(int backendPid)
{
    if (!m_cancelPeer || m_cancelPeer->state() != SessionState::Ready) {
        cancelDirectly();
        return;
    }
    auto request = std::make_unique<FutureRows<SqlRows>>(
        SqlStatement("select pg_catalog.pg_cancel_backend($1) as ok").bind(backendPid),
        [](const SqlRows &rows) { return rows; });
    const auto sent = request->future();
    SessionThread &other = *m_cancelPeer->m_thread;
    other.post([worker = other.worker(), request = std::move(request)]() mutable {
        worker->runNext(std::move(request));
    });
    m_peerPatience.start();
    m_peerCancel.deliver(sent, this, [this](const Result<SqlRows> &answer) {
        m_peerPatience.stop();
        if (!answer.hasValue())
            cancelDirectly();
        else
            m_thread->post([worker = m_thread->worker()] { worker->endCancel(); });
    });
}

void SqlSession::cancelDirectly()
{
    m_thread->post([worker = m_thread->worker()] { worker->cancelDirectly(); });
}

} // namespace castellan
