// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/database/PgHandle.h"
#include "models/database/PgRequest.h"
#include "models/database/SessionState.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

class QSocketNotifier;

namespace castellan {

struct ConnectionProfile;

/// An open connection that runs requests one after the other without blocking: the only class that
/// speaks PostgreSQL's protocol, through libpq. Lives in one thread, which needs an event loop.
class PgConnection : public QObject {
    Q_OBJECT

public:
    static constexpr int kRowsAChunk = 500;

    explicit PgConnection(PgHandle handle, QObject *parent = nullptr);
    ~PgConnection() override;

    /// What is known of the server; `profile` says what of its certificate was checked.
    ServerInfo info(const ConnectionProfile &profile) const;

    void start(std::unique_ptr<PgRequest> request);
    /// Before everything that waits.
    void startNext(std::unique_ptr<PgRequest> request);
    /// Closes at once; requests are dropped without finish(), so that their promises end cancelled.
    void abandon();
    /// After Flow::Pause of this request; says nothing to a later one.
    void resume(quint64 request);

    /// Says that the statement under way, which was given up, is to be cancelled, and sends nothing
    /// after it until release(): a cancel that comes late must not hit the next one. False when
    /// there is none to cancel, or that is under way.
    bool holdForCancel();
    void release();
    /// By PQcancel, unencrypted, in a thread of its own, since the server may hang; then release().
    void cancelDirectly();
    /// What the server was told: tells a timeout from a cancel by somebody else, and how long a
    /// statement may be silent before the server counts as gone; 0: for ever.
    void setStatementTimeout(int ms) { m_statementTimeoutMs = ms; }

Q_SIGNALS:
    /// The connection broke. Every request has been finished by then.
    void lost(const castellan::Error &error);
    void notification(const QString &channel, const QString &payload);

private:
    struct Active;

    void pump();
    void launch();
    bool send(const SqlStatement &statement);
    void flush();
    void onReadable();
    void drain();
    void handle(PgResult result);
    void handleEnd();
    void handleFailure(const PGresult *result);
    bool drainCopy();
    void addRows(PgResult result);
    void deliverChunk();
    void pause();
    void finishActive();
    void readNotifications();
    void awaitServer();
    void breakDown(Error error);

    PgHandle m_handle;
    std::unique_ptr<QSocketNotifier> m_reader;
    std::unique_ptr<QSocketNotifier> m_writer;
    std::deque<std::unique_ptr<PgRequest>> m_waiting;
    std::unique_ptr<Active> m_active;
    QTimer m_silence;
    int m_statementTimeoutMs = 0;
    bool m_held = false;
    bool m_paused = false;
    bool m_broken = false;
    bool m_mustScrub = false;
};

} // namespace castellan
