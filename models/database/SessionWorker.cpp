// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SessionWorker.h"

#include "models/base/CryptoLibrary.h"
#include "models/database/RowsRequest.h"

#include <utility>

namespace castellan {

namespace {

/// What ends by itself so soon is not worth a round trip in which nothing else is sent.
constexpr int kCancelDelayMs = 200;

void answer(const SessionWorker::Opening &opening, const Result<ServerInfo> &result)
{
    if (!opening)
        return;
    opening->addResult(result);
    opening->finish();
}

/// The admission was judged, and not given. Any other error, a lock or a full disk, judges nothing.
bool isRefusal(const Result<SqlRows> &answer)
{
    return answer.hasValue() || answer.error().code == ErrorCode::NotSignedIn
        || answer.error().code == ErrorCode::PermissionDenied;
}

} // namespace

SessionWorker::SessionWorker(SqlSession::Options options)
    : m_options(std::move(options))
    , m_statementTimeoutMs(m_options.statementTimeoutMs)
    , m_backoff(m_options.firstRetryMs, m_options.longestRetryMs)
    , m_retry(this)
    , m_cancelDelay(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SessionWorker::startConnecting);
    m_cancelDelay.setSingleShot(true);
    m_cancelDelay.setInterval(kCancelDelayMs);
    connect(&m_cancelDelay, &QTimer::timeout, this, [this] {
        if (m_connection && m_connection->holdForCancel())
            Q_EMIT cancelWanted(m_server.backendPid);
    });
}

// At once, unlike close(): the thread ends, and what is to be deleted later would never be.
SessionWorker::~SessionWorker()
{
    m_connection.reset();
    m_connector.reset();
    endCryptoThread();
}

void SessionWorker::open(quint64 generation, ConnectionProfile profile, Secret password,
                         Opening opening)
{
    close();
    m_generation = generation;
    m_profile = std::move(profile);
    m_password = std::move(password);
    m_opening = std::move(opening);
    m_wasReady = false;
    m_backoff.reset();
    reach(SessionState::Connecting);
    startConnecting();
}

void SessionWorker::close()
{
    m_retry.stop();
    m_connector.reset();
    m_password.clear();
    m_opening.reset(); // an unanswered promise ends its future as cancelled
    m_state = SessionState::Closed;
    dropConnection();
}

void SessionWorker::dropConnection()
{
    // Later, since it may be the one that calls us; unheard, since it is none of ours any more.
    if (auto *connection = m_connection.release()) {
        connection->disconnect(this);
        connection->abandon();
        connection->deleteLater();
    }
}

void SessionWorker::startConnecting()
{
    PgParameters::Settings settings;
    settings.applicationName = m_options.applicationName;
    settings.passwordFile = m_options.passwordFile;
    settings.statementTimeoutMs = m_statementTimeoutMs;
    m_connector = std::make_unique<PgConnector>(
        m_profile, m_password.clone(), settings, m_options.connectTimeoutMs,
        [this](Result<PgHandle> handle) { onConnected(std::move(handle)); });
    m_connector->start();
}

void SessionWorker::onConnected(Result<PgHandle> handle)
{
    if (m_connector)
        m_connector.release()->deleteLater(); // it is calling us
    if (!handle.hasValue()) {
        failed(handle.error());
        return;
    }
    m_connection = std::make_unique<PgConnection>(std::move(handle).value());
    m_connection->setStatementTimeout(m_statementTimeoutMs);
    connect(m_connection.get(), &PgConnection::lost, this, &SessionWorker::onLost);
    connect(m_connection.get(), &PgConnection::notification, this, &SessionWorker::notification);
    m_server = m_connection->info(m_profile);
    if (m_admission)
        admit();
    else
        ready(SessionState::Ready);
}

void SessionWorker::admit()
{
    m_connection->start(std::make_unique<RowsRequest>(
        m_admission(), [this](const Result<SqlRows> &rows) { onAdmission(rows); }));
}

void SessionWorker::onAdmission(const Result<SqlRows> &answer)
{
    if (m_state == SessionState::Closed)
        return;
    if (!isRefusal(answer)) {
        onLost(answer.error()); // with another connection it may go well
        return;
    }
    const bool admitted =
        answer.hasValue() && !answer.value().isEmpty() && answer.value().constFirst().boolean("ok");
    ready(admitted ? SessionState::Ready : SessionState::SignInAgain);
}

void SessionWorker::ready(SessionState state)
{
    m_wasReady = true;
    m_backoff.reset();
    reach(state);
    answer(std::exchange(m_opening, nullptr), m_server);
}

void SessionWorker::onLost(const Error &error)
{
    dropConnection();
    failed(error);
}

void SessionWorker::failed(const Error &error)
{
    if (m_wasReady && m_options.reconnect && !needsPerson(error.code)) {
        reach(SessionState::Lost);
        m_retry.start(m_backoff.next());
    } else {
        m_password.clear();
        reach(SessionState::Closed);
    }
    if (m_wasReady)
        Q_EMIT lost(m_generation, error);
    answer(std::exchange(m_opening, nullptr), error);
}

void SessionWorker::reach(SessionState state)
{
    m_state = state;
    Q_EMIT stateReached(m_generation, state, m_server);
}

void SessionWorker::setAdmission(std::function<SqlStatement()> admission)
{
    m_admission = std::move(admission);
    if (m_admission && m_connection && m_state == SessionState::SignInAgain)
        reach(SessionState::Ready);
}

void SessionWorker::setStatementTimeout(int ms)
{
    m_statementTimeoutMs = ms;
    if (!m_connection)
        return;
    m_connection->start(std::make_unique<RowsRequest>(
        SqlStatement("select pg_catalog.set_config('statement_timeout', $1, false)")
            .bind(QString::number(ms)),
        [this, ms](const Result<SqlRows> &) {
            if (m_connection)
                m_connection->setStatementTimeout(ms);
        }));
}

bool SessionWorker::isOpen() const
{
    return m_connection && (m_state == SessionState::Ready || m_state == SessionState::SignInAgain);
}

void SessionWorker::run(std::unique_ptr<PgRequest> request)
{
    if (isOpen())
        m_connection->start(std::move(request));
    else
        request->finish(Error { ErrorCode::NotConnected, {}, {} });
}

void SessionWorker::runNext(std::unique_ptr<PgRequest> request)
{
    if (isOpen())
        m_connection->startNext(std::move(request));
    else
        request->finish(Error { ErrorCode::NotConnected, {}, {} });
}

void SessionWorker::resume(quint64 request)
{
    if (m_connection)
        m_connection->resume(request);
}

void SessionWorker::cancelGivenUp()
{
    if (!m_cancelDelay.isActive())
        m_cancelDelay.start();
}

void SessionWorker::endCancel()
{
    if (m_connection)
        m_connection->release();
}

void SessionWorker::cancelDirectly()
{
    if (m_connection)
        m_connection->cancelDirectly();
}

} // namespace castellan
