// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgConnection.h"

#include "models/base/logging.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/PgErrors.h"
#include "models/database/PgRows.h"

#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace castellan {

namespace {

/// Fits into libpq's buffers, 16 kB each way, so that they are filled and not enlarged.
constexpr qsizetype kScrubBytes = 15'000;
/// The server may end a statement a little early by our clock.
constexpr qint64 kTimeoutSlackMs = 100;
/// What a living server may take to say that it ended a statement.
constexpr int kSilenceSlackMs = 5000;

/// Overwrites what a secret left in the buffers of libpq and TLS: a parameter and an answer that
/// fill them.
class ScrubRequest final : public PgRequest {
public:
    ScrubRequest()
        : PgRequest({ SqlStatement("select $1").bind(QString(kScrubBytes, u'x')) })
    {
    }
    Flow takeRows(qsizetype, SqlRows) override { return Flow::Continue; }
    void finish(const Result<void> &) override { }
};

Error connectionLost(QLatin1StringView outcome, const QString &detail)
{
    return { ErrorCode::ConnectionLost, { { QStringLiteral("outcome"), outcome } }, detail };
}

Error malformed(const PGresult *result, bool sensitive)
{
    return { ErrorCode::Malformed,
             {},
             sensitive ? QString() : QString::fromUtf8(PQresultErrorMessage(result)) };
}

} // namespace

/// The request under way.
struct PgConnection::Active {
    explicit Active(std::unique_ptr<PgRequest> toRun)
        : request(std::move(toRun))
    {
        clock.start();
        const auto &all = request->statements();
        sensitive = std::any_of(all.cbegin(), all.cend(),
                                [](const SqlStatement &one) { return one.isSensitive(); });
    }
    bool isPipeline() const { return request->statements().size() > 1; }

    std::unique_ptr<PgRequest> request;
    QElapsedTimer clock;
    qsizetype statement = 0;
    PgRows rows;
    std::optional<Error> failure;
    bool sensitive = false;
    bool cancelled = false;
    bool copying = false;
};

PgConnection::PgConnection(PgHandle handle, QObject *parent)
    : QObject(parent)
    , m_handle(std::move(handle))
{
    PQsetnonblocking(m_handle.get(), 1);
    const int socket = PQsocket(m_handle.get());
    m_reader = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    m_writer = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
    m_writer->setEnabled(false);
    connect(m_reader.get(), &QSocketNotifier::activated, this, &PgConnection::onReadable);
    connect(m_writer.get(), &QSocketNotifier::activated, this, &PgConnection::flush);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        breakDown(connectionLost(QLatin1StringView("unknown"), QStringLiteral("no answer")));
    });
}

PgConnection::~PgConnection()
{
    // Notifiers first: they must not outlive the socket.
    m_reader.reset();
    m_writer.reset();
}

ServerInfo PgConnection::info(const ConnectionProfile &profile) const
{
    PGconn *connection = m_handle.get();
    ServerInfo info;
    info.backendPid = PQbackendPID(connection);
    info.version = PQserverVersion(connection);
    info.address = QString::fromUtf8(PQhostaddr(connection));
    if (PQsslInUse(connection)) {
        info.tls.encrypted = true;
        info.tls.hostChecked = profile.tlsMode == TlsMode::VerifyFull;
        info.tls.certificateChecked = info.tls.hostChecked || profile.tlsMode == TlsMode::VerifyCa;
        info.tls.protocol = QString::fromUtf8(PQsslAttribute(connection, "protocol"));
        info.tls.cipher = QString::fromUtf8(PQsslAttribute(connection, "cipher"));
    }
    return info;
}

void PgConnection::start(std::unique_ptr<PgRequest> request)
{
    m_waiting.push_back(std::move(request));
    pump();
}

void PgConnection::startNext(std::unique_ptr<PgRequest> request)
{
    m_waiting.push_front(std::move(request));
    pump();
}

void PgConnection::pump()
{
    if (m_active || m_held || m_broken)
        return;
    if (m_mustScrub) {
        m_mustScrub = false;
        m_waiting.push_front(std::make_unique<ScrubRequest>());
    }
    while (!m_waiting.empty() && m_waiting.front()->isGivenUp())
        m_waiting.pop_front();
    if (m_waiting.empty())
        return;
    m_active = std::make_unique<Active>(std::move(m_waiting.front()));
    m_waiting.pop_front();
    awaitServer();
    launch();
}

void PgConnection::launch()
{
    PGconn *connection = m_handle.get();
    const QList<SqlStatement> &statements = m_active->request->statements();
    bool sent = !m_active->isPipeline() || PQenterPipelineMode(connection) == 1;
    for (const SqlStatement &statement : statements) {
        sent = sent && send(statement);
        if (m_active->isPipeline())
            sent = sent && PQpipelineSync(connection) == 1;
    }
    if (!sent) {
        breakDown(connectionLost(QLatin1StringView("unknown"),
                                 QString::fromUtf8(PQerrorMessage(connection))));
        return;
    }
    if (m_active->request->comesInPieces())
        PQsetSingleRowMode(connection);
    flush();
}

bool PgConnection::send(const SqlStatement &statement)
{
    if (statement.isScript())
        return PQsendQuery(m_handle.get(), statement.sql().constData()) == 1;
    std::vector<Oid> types;
    std::vector<const char *> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const SqlValue &value : statement.values()) {
        const QByteArrayView bytes = value.bytes();
        types.push_back(static_cast<Oid>(value.type()));
        values.push_back(value.isNull() ? nullptr : bytes.data());
        lengths.push_back(static_cast<int>(bytes.size()));
        formats.push_back(value.isBinary() ? 1 : 0);
    }
    constexpr int kTextResults = 0;
    return PQsendQueryParams(m_handle.get(), statement.sql().constData(),
                             static_cast<int>(types.size()), types.data(), values.data(),
                             lengths.data(), formats.data(), kTextResults)
        == 1;
}

void PgConnection::flush()
{
    if (m_broken)
        return;
    // 1: the socket takes no more for now. A failure shows when we read what the server said of it.
    m_writer->setEnabled(PQflush(m_handle.get()) == 1);
}

void PgConnection::onReadable()
{
    if (PQconsumeInput(m_handle.get()) == 0) {
        // What came before the end may still hold the answer, or the reason.
        drain();
        breakDown(connectionLost(QLatin1StringView("unknown"),
                                 QString::fromUtf8(PQerrorMessage(m_handle.get()))));
        return;
    }
    flush();
    awaitServer();
    drain();
    if (!m_broken)
        readNotifications();
}

/// A stopped server or a stalled pooler still acknowledges what TCP asks, so that neither
/// keepalives nor the server's own time limit end the wait.
void PgConnection::awaitServer()
{
    if ((m_active || m_held) && !m_paused && m_statementTimeoutMs > 0)
        m_silence.start(m_statementTimeoutMs + kSilenceSlackMs);
    else
        m_silence.stop();
}

void PgConnection::drain()
{
    while (m_active && !m_paused && !m_broken) {
        if (m_active->copying) {
            if (!drainCopy())
                return;
            continue;
        }
        if (PQisBusy(m_handle.get()) == 1)
            return;
        PgResult result(PQgetResult(m_handle.get()));
        if (result)
            handle(std::move(result));
        else
            handleEnd();
    }
}

void PgConnection::handle(PgResult result)
{
    switch (PQresultStatus(result.get())) {
    case PGRES_SINGLE_TUPLE:
    case PGRES_TUPLES_OK:
        addRows(std::move(result));
        break;
    case PGRES_COPY_OUT:
        m_active->copying = true;
        break;
    case PGRES_COPY_IN:
        PQputCopyEnd(m_handle.get(), "nothing is copied in here");
        flush();
        break;
    case PGRES_PIPELINE_SYNC:
        if (++m_active->statement == m_active->request->statements().size()) {
            PQexitPipelineMode(m_handle.get());
            finishActive();
        }
        break;
    case PGRES_FATAL_ERROR:
    case PGRES_BAD_RESPONSE:
        handleFailure(result.get());
        break;
    default:
        break; // a command that has no rows
    }
}

/// No further result: the end of a statement in a pipeline, where a sync follows, of all otherwise.
void PgConnection::handleEnd()
{
    if (PQstatus(m_handle.get()) == CONNECTION_BAD) {
        breakDown(connectionLost(QLatin1StringView("unknown"),
                                 QString::fromUtf8(PQerrorMessage(m_handle.get()))));
        return;
    }
    deliverChunk();
    m_active->rows.reset();
    if (!m_active->isPipeline())
        finishActive();
}

void PgConnection::handleFailure(const PGresult *result)
{
    if (m_active->failure)
        return; // the first one is the cause
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (state.isEmpty()) {
        // Libpq's own: the connection broke, and handleEnd() says so, or the answer makes no sense.
        if (PQstatus(m_handle.get()) != CONNECTION_BAD)
            m_active->failure = malformed(result, m_active->sensitive);
        return;
    }
    Error error = PgErrors::fromState(state, PQresultErrorField(result, PG_DIAG_COLUMN_NAME));
    const bool ranOut = m_statementTimeoutMs > 0
        && m_active->clock.elapsed() + kTimeoutSlackMs >= m_statementTimeoutMs;
    if (state == "57014" && !m_active->cancelled && ranOut)
        error.code = ErrorCode::Timeout;
    // Only the message itself, never DETAIL or CONTEXT, which repeat values; and nothing at all
    // where the statement is about a secret.
    if (!m_active->sensitive)
        error.detail = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    if (error.code == ErrorCode::ConnectionLost)
        error.facts.insert(QStringLiteral("outcome"), QStringLiteral("unknown"));
    m_active->failure = std::move(error);
}

/// False when there is nothing more to be had for now.
bool PgConnection::drainCopy()
{
    constexpr int kAsynchronous = 1;
    constexpr qsizetype kBlock = 65536;
    char *buffer = nullptr;
    QByteArray block;
    int length = 0;
    while (block.size() < kBlock
           && (length = PQgetCopyData(m_handle.get(), &buffer, kAsynchronous)) > 0) {
        block.append(buffer, length);
        PQfreemem(buffer);
    }
    m_active->copying = length >= 0; // -1: done, -2: failed; a result says which
    if (!block.isEmpty() && m_active->request->takeBlock(block) == PgRequest::Flow::Pause) {
        pause();
        return false;
    }
    return length != 0;
}

void PgConnection::addRows(PgResult result)
{
    m_active->rows.add(std::move(result), m_active->sensitive);
    if (m_active->rows.count() >= kRowsAChunk)
        deliverChunk();
}

void PgConnection::deliverChunk()
{
    if (m_active->rows.count() == 0)
        return;
    const auto flow = m_active->request->takeRows(m_active->statement, m_active->rows.take());
    if (flow == PgRequest::Flow::Pause)
        pause();
}

void PgConnection::pause()
{
    m_paused = true;
    m_reader->setEnabled(false);
    m_silence.stop(); // it is us who take the time
}

void PgConnection::resume(quint64 request)
{
    if (!m_paused || m_broken || m_active->request->id() != request)
        return;
    m_paused = false;
    m_reader->setEnabled(true);
    awaitServer();
    drain();
}

void PgConnection::finishActive()
{
    const auto done = std::move(m_active);
    m_paused = false;
    m_reader->setEnabled(true);
    m_mustScrub = m_mustScrub || done->sensitive;
    awaitServer();
    done->request->finish(done->failure ? Result<void>(*done->failure) : Result<void>());
    pump();
}

void PgConnection::abandon()
{
    m_broken = true;
    m_reader->setEnabled(false);
    m_writer->setEnabled(false);
    m_silence.stop();
    m_active.reset();
    m_waiting.clear();
    m_handle.reset();
}

bool PgConnection::holdForCancel()
{
    if (!m_active || m_held || m_broken || !m_active->request->isGivenUp())
        return false;
    m_active->cancelled = true;
    m_held = true;
    return true;
}

void PgConnection::release()
{
    m_held = false;
    awaitServer();
    pump();
}

void PgConnection::cancelDirectly()
{
    const std::shared_ptr<PGcancel> cancel(PQgetCancel(m_handle.get()), PgEnd<PQfreeCancel>());
    QThread *thread = QThread::create([cancel] {
        std::array<char, 256> problem {};
        if (PQcancel(cancel.get(), problem.data(), static_cast<int>(problem.size())) != 1)
            qCInfo(lcDatabase) << "cancel failed:" << problem.data();
    });
    connect(thread, &QThread::finished, this, &PgConnection::release);
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void PgConnection::readNotifications()
{
    while (PGnotify *notify = PQnotifies(m_handle.get())) {
        const std::unique_ptr<PGnotify, PgEnd<PQfreemem>> guard(notify);
        Q_EMIT notification(QString::fromUtf8(notify->relname), QString::fromUtf8(notify->extra));
    }
}

void PgConnection::breakDown(Error error)
{
    if (m_broken)
        return;
    m_broken = true;
    m_reader->setEnabled(false);
    m_writer->setEnabled(false);
    m_silence.stop();
    qCInfo(lcDatabase) << "connection lost:" << error.detail;
    if (const auto active = std::move(m_active))
        active->request->finish(active->failure.value_or(error));
    for (const auto &request : std::exchange(m_waiting, {}))
        request->finish(connectionLost(QLatin1StringView("not_sent"), {}));
    error.facts.clear();
    Q_EMIT lost(error);
}

} // namespace castellan
