// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/PostgresServer.h"

#include "models/base/logging.h"

#include <QDir>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace castellan {
namespace {

constexpr int kPollMs = 20;
constexpr qint64 kPredecessorMs = 40'000; // longer than a supervisor lets a server take
constexpr qint64 kReadyMs = 120'000; // recovery after a crash comes first
constexpr int kPortTries = 5;

/// A port that was free a moment ago; 0 when the system gives none.
quint16 freePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0)
        return 0;
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool known =
        bind(listener, generic, length) == 0 && getsockname(listener, generic, &length) == 0;
    close(listener);
    return known ? ntohs(address.sin_port) : 0;
}

bool isFree(quint16 port)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0)
        return false;
    const int reuse = 1; // as PostgreSQL does: connections of an earlier server may linger
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool bound = bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    close(listener);
    return bound;
}

} // namespace

PostgresServer::PostgresServer(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    connect(&m_supervisor, &Supervisor::finished, this, &PostgresServer::onServerEnded);
}

PostgresServer::~PostgresServer()
{
    m_supervisor.disconnect(this);
    if (m_supervisor.isRunning())
        return; // its shell tidies up
    m_lock.reset();
    removeDirectories();
}

QString PostgresServer::caCertificate() const
{
    return m_directory ? m_directory->rootCertificate() : QString();
}

QString PostgresServer::socketDirectory() const
{
    return m_directory ? m_directory->sockets() : QString();
}

QString PostgresServer::dataDirectory() const
{
    return m_directory ? m_directory->data() : QString();
}

QString PostgresServer::logFile() const
{
    return m_directory ? m_directory->log() : QString();
}

QString PostgresServer::program(const QString &name) const
{
    return m_binaries ? m_binaries->program(name) : QString();
}

QFuture<Result<void>> PostgresServer::start()
{
    Q_ASSERT(m_state == State::Stopped);
    m_state = State::Starting;
    m_portsTried = 0;
    m_starting = std::make_unique<Answer>();
    m_starting->start();
    auto future = m_starting->future();
    if (const auto prepared = prepare(); !prepared)
        finishStart(prepared);
    else
        awaitPredecessor();
    return future;
}

Result<void> PostgresServer::prepare()
{
    auto binaries = PostgresBinaries::find();
    if (!binaries)
        return std::move(binaries).error();
    auto account = ServerAccount::choose(QDir(m_options.directory).filePath(u"data"_qs));
    if (!account)
        return std::move(account).error();
    m_binaries = std::move(binaries).value();
    m_account = std::move(account).value();
    m_directory.reset(); // not ours to remove before it is ours
    const ServerDirectory directory(m_options.directory, *m_account);
    if (auto prepared = directory.prepare(); !prepared)
        return prepared;

    auto lock = std::make_unique<QLockFile>(directory.path() + u"/lock"_qs);
    lock->setStaleLockTime(0); // stale when its process is gone, however old
    if (!lock->tryLock(0))
        return Error { ErrorCode::InUse, { { u"path"_qs, directory.path() } }, {} };
    m_lock = std::move(lock);
    m_directory = directory;
    if (m_port == 0)
        m_port = directory.lastPort(); // a connection that somebody saved goes on to work
    return {};
}

/// A console that was killed leaves a server that is still stopping.
void PostgresServer::awaitPredecessor()
{
    poll([this] {
        if (m_directory->runningServer() != 0) {
            if (m_waiting.elapsed() > kPredecessorMs)
                finishStart(
                    Error { ErrorCode::InUse, { { u"path"_qs, m_directory->path() } }, {} });
            return;
        }
        m_poll.stop();
        m_directory->forgetStaleServer();
        if (m_directory->hasData())
            launch();
        else
            createCluster();
    });
}

void PostgresServer::createCluster()
{
    m_builder = std::make_unique<ClusterBuilder>(*m_binaries, *m_account, nullptr);
    connect(m_builder.get(), &ClusterBuilder::finished, this, [this](const Result<void> &result) {
        m_builder.release()->deleteLater();
        if (result)
            launch();
        else
            finishStart(result);
    });
    m_builder->build(*m_directory, m_options.templateDirectory, m_options.fsync);
}

Result<void> PostgresServer::configure()
{
    if (m_options.port != 0)
        m_port = m_options.port;
    else if (m_portsTried++ > 0 || m_port == 0 || !isFree(m_port))
        m_port = freePort();
    const ServerSettings settings { m_port, m_options.fsync, m_options.certificateHosts,
                                    m_options.certificateUntil, m_options.settings };
    if (auto written = m_directory->writeSettings(settings); !written)
        return written;
    if (auto written = m_directory->writeCertificates(settings); !written)
        return written;
    if (auto begun = m_directory->beginLog(); !begun)
        return begun;
    auto password = m_directory->password();
    if (!password)
        return std::move(password).error();
    m_password = std::move(password).value();
    return {};
}

void PostgresServer::launch()
{
    if (const auto configured = configure(); !configured)
        return finishStart(configured);
    Supervisor::Removals removals;
    if (m_options.removeAfterwards)
        removals = { m_options.removeWhenOrphaned.isEmpty() ? m_directory->path()
                                                            : m_options.removeWhenOrphaned,
                     m_directory->sockets() };
    const QStringList server { m_binaries->program(u"postgres"_qs), u"-D"_qs, m_directory->data(),
                               u"--config-file="_qs + m_directory->configuration() };
    m_supervisor.start(m_account->mortalCommand(server), m_directory->log(), removals);
    awaitReady();
}

void PostgresServer::awaitReady()
{
    poll([this] {
        if (m_directory->isReady())
            return finishStart({});
        if (m_waiting.elapsed() > kReadyMs) {
            m_poll.stop();
            m_supervisor.stop(true); // onServerEnded() tells
        }
    });
}

void PostgresServer::onServerEnded(bool wasStarted)
{
    const QString log = m_directory->logTail();
    const Error error { ErrorCode::ServerFailed,
                        { { u"log"_qs, log } },
                        wasStarted ? u"the server ended"_qs : u"no shell to start it with"_qs };
    switch (m_state) {
    case State::Starting: {
        m_poll.stop();
        const bool portTaken = log.contains(u"could not bind"_qs);
        if (portTaken && m_options.port == 0 && m_portsTried < kPortTries)
            return launch();
        return finishStart(error);
    }
    case State::Stopping:
        return finishStop();
    case State::Ready:
    case State::Stopped:
        m_state = State::Stopped;
        m_lock.reset();
        qCWarning(lcWorkspace) << "PostgreSQL ended by itself";
        Q_EMIT lost(error);
    }
}

QFuture<Result<void>> PostgresServer::stop(StopMode mode)
{
    if (m_stopping)
        return m_stopping->future();
    m_stopping = std::make_unique<Answer>();
    m_stopping->start();
    auto future = m_stopping->future();
    if (m_starting)
        finishStart(Error { ErrorCode::Cancelled, {}, u"stopped while starting"_qs });
    if (m_supervisor.isRunning()) {
        m_state = State::Stopping;
        m_supervisor.stop(mode == StopMode::Immediate);
    } else {
        finishStop();
    }
    return future;
}

/// The one end of a start, good or bad.
void PostgresServer::finishStart(const Result<void> &result)
{
    m_poll.stop();
    m_builder.reset();
    m_state = result ? State::Ready : State::Stopped;
    if (!result) {
        if (!m_supervisor.isRunning())
            m_lock.reset();
        qCWarning(lcWorkspace) << "PostgreSQL did not start:" << result.error().detail;
    }
    const auto answer = std::move(m_starting);
    answer->addResult(result);
    answer->finish();
}

void PostgresServer::finishStop()
{
    m_state = State::Stopped;
    m_lock.reset();
    if (m_directory)
        QDir().rmdir(m_directory->sockets()); // it may lie apart from the rest
    removeDirectories();
    const auto answer = std::move(m_stopping);
    answer->addResult(Result<void>());
    answer->finish();
}

/// Calls `check` now and then until m_poll is stopped; m_waiting tells for how long already.
void PostgresServer::poll(std::function<void()> check)
{
    m_poll.stop();
    m_poll.disconnect(this);
    m_waiting.start();
    connect(&m_poll, &QTimer::timeout, this, std::move(check));
    m_poll.start(kPollMs);
}

void PostgresServer::removeDirectories()
{
    if (!m_options.removeAfterwards || !m_directory)
        return;
    QDir(m_directory->sockets()).removeRecursively();
    QDir(m_directory->path()).removeRecursively();
}

} // namespace castellan
