// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/ClusterBuilder.h"
#include "app/workspace/PostgresBinaries.h"
#include "app/workspace/ServerAccount.h"
#include "app/workspace/ServerDirectory.h"
#include "app/workspace/Supervisor.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace castellan {

/// A private PostgreSQL from the installed programs: TLS by its own authority, SCRAM, loopback
/// only. It ends with this process, however that ends: between the two stands a shell that holds
/// the reading end of a pipe and stops the server when the pipe closes, and if that shell is
/// killed the kernel interrupts the server itself.
///
/// Nothing blocks; use it from one thread that has an event loop. Going out of scope lets the
/// server stop in its own time; wait for stop() where the end matters.
class PostgresServer : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString directory; ///< made when missing; data that stands there is served again
        quint16 port = 0; ///< 0: any free one
        bool fsync = true; ///< false: quicker, and the data may not survive a crash of the machine
        /// Where a freshly initialised cluster is kept and copied from, superuser's password
        /// included: for tests. Empty: initdb each time.
        QString templateDirectory;
        bool removeAfterwards = false; ///< take the directory away once the server has stopped
        /// With removeAfterwards: what goes with it when this process dies, e.g. the directory
        /// around.
        QString removeWhenOrphaned;
        QStringList certificateHosts { u"localhost"_qs, u"127.0.0.1"_qs, u"::1"_qs };
        QDateTime certificateUntil; ///< in the past for an expired one; invalid: the usual time
        QMap<QString, QString> settings; ///< postgresql.conf, wins over ours
    };
    enum class StopMode {
        Fast, ///< sessions are ended, everything is written
        Immediate, ///< as in a crash: the next start recovers
    };

    explicit PostgresServer(Options options, QObject *parent = nullptr);
    ~PostgresServer() override;

    /// Answers once the server accepts connections. ServerMissing, InUse (another process serves
    /// this directory), ServerFailed (fact "log"), FileUnreadable, FileUnwritable.
    /// May be called again after stop(); the port stays the same while it is free.
    QFuture<Result<void>> start();
    /// Answers once every process of the server is gone; at once when none was there.
    QFuture<Result<void>> stop(StopMode mode = StopMode::Fast);
    bool isRunning() const { return m_state == State::Ready; }

    // What a client needs; meaningful once start() has answered.
    QString host() const { return u"127.0.0.1"_qs; }
    quint16 port() const { return m_port; }
    QString superuser() const { return u"postgres"_qs; }
    Secret superuserPassword() const { return m_password.clone(); }
    /// The path of the root certificate, PEM.
    QString caCertificate() const;
    QString socketDirectory() const;
    QString dataDirectory() const;
    QString logFile() const;
    /// Where this version's psql, pg_dump and others are.
    QString program(const QString &name) const;

Q_SIGNALS:
    /// The server ended without being asked to.
    void lost(const castellan::Error &error);

private:
    enum class State { Stopped, Starting, Ready, Stopping };
    using Answer = QPromise<Result<void>>;

    Result<void> prepare();
    void awaitPredecessor();
    void createCluster();
    Result<void> configure();
    void launch();
    void awaitReady();
    void onServerEnded(bool wasStarted);
    void finishStart(const Result<void> &result);
    void finishStop();
    void poll(std::function<void()> check);
    void removeDirectories();

    Options m_options;
    State m_state = State::Stopped;
    std::optional<PostgresBinaries> m_binaries;
    std::optional<ServerAccount> m_account;
    std::optional<ServerDirectory> m_directory;
    std::unique_ptr<QLockFile> m_lock;
    Secret m_password;
    quint16 m_port = 0;
    int m_portsTried = 0;
    QTimer m_poll;
    QElapsedTimer m_waiting;
    std::unique_ptr<ClusterBuilder> m_builder;
    Supervisor m_supervisor;
    std::unique_ptr<Answer> m_starting;
    std::unique_ptr<Answer> m_stopping;
};

} // namespace castellan
