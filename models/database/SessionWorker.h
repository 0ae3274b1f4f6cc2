// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/Backoff.h"
#include "models/database/PgConnection.h"
#include "models/database/PgConnector.h"
#include "models/database/SqlSession.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>

namespace castellan {

/// The part of a SqlSession that lives in its thread: opens the connection, has it admitted, brings
/// it back when it broke. All members are called in that thread.
class SessionWorker : public QObject {
    Q_OBJECT

public:
    using Opening = std::shared_ptr<QPromise<Result<ServerInfo>>>;

    explicit SessionWorker(SqlSession::Options options);
    ~SessionWorker() override;

    /// `generation` comes back with each state, so that the session can tell old ones.
    void open(quint64 generation, ConnectionProfile profile, Secret password, Opening opening);
    void close();
    void setAdmission(std::function<SqlStatement()> admission);
    void setStatementTimeout(int ms);

    void run(std::unique_ptr<PgRequest> request);
    /// Before everything that waits.
    void runNext(std::unique_ptr<PgRequest> request);
    /// Reads on in this request, if it is still the one under way.
    void resume(quint64 request);
    /// Somebody gave a request up: stops it if it is the one under way, and stays so for a moment.
    void cancelGivenUp();
    /// The other session has sent it.
    void endCancel();
    /// The other session could not.
    void cancelDirectly();

Q_SIGNALS:
    void stateReached(quint64 generation, castellan::SessionState state,
                      const castellan::ServerInfo &server);
    void lost(quint64 generation, const castellan::Error &error);
    void notification(const QString &channel, const QString &payload);
    void cancelWanted(int backendPid);

private:
    bool isOpen() const;
    void startConnecting();
    void onConnected(Result<PgHandle> handle);
    void onLost(const Error &error);
    void admit();
    void onAdmission(const Result<SqlRows> &answer);
    void ready(SessionState state);
    void failed(const Error &error);
    void dropConnection();
    void reach(SessionState state);

    const SqlSession::Options m_options;
    int m_statementTimeoutMs;
    quint64 m_generation = 0;
    ConnectionProfile m_profile;
    Secret m_password;
    Opening m_opening;
    std::function<SqlStatement()> m_admission;
    std::unique_ptr<PgConnector> m_connector;
    std::unique_ptr<PgConnection> m_connection;
    ServerInfo m_server;
    SessionState m_state = SessionState::Closed;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_cancelDelay;
    bool m_wasReady = false;
};

} // namespace castellan
