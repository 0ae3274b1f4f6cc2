// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgConnector.h"

#include "models/base/logging.h"
#include "models/database/PgErrors.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <clocale>
#include <locale.h>
#endif

namespace castellan {

namespace {

/// How often a refused certificate is looked at again to learn why, see fail().
constexpr int kLooksAtCertificate = 10;

/// libpq and the C library translate their messages; classification wants them as they are.
class PlainMessages {
public:
#ifdef Q_OS_UNIX
    PlainMessages()
        : m_plain(newlocale(LC_ALL_MASK, "C", nullptr))
        , m_before(m_plain ? uselocale(m_plain) : nullptr)
    {
    }
    ~PlainMessages()
    {
        if (m_plain) {
            uselocale(m_before);
            freelocale(m_plain);
        }
    }

private:
    locale_t m_plain;
    locale_t m_before;
#else
    PlainMessages() = default;
    ~PlainMessages()
    {
    }
#endif
    Q_DISABLE_COPY_MOVE(PlainMessages)
};

void ignoreNotice(void *, const PGresult *)
{
}

} // namespace

PgConnector::PgConnector(ConnectionProfile profile, Secret password,
                         PgParameters::Settings settings, int timeoutMs, Callback callback,
                         QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_password(std::move(password))
    , m_settings(std::move(settings))
    , m_callback(std::move(callback))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeoutMs);
    connect(&m_timeout, &QTimer::timeout, this, &PgConnector::leaveHost);
    m_settings.hosts = m_profile.host;
}

PgConnector::~PgConnector() = default;

void PgConnector::start()
{
    if (const auto checked = m_profile.check(); !checked) {
        finish(checked.error());
        return;
    }
    m_timeout.start();
    begin();
}

void PgConnector::begin()
{
    const PlainMessages plain;
    const PgParameters parameters(m_profile, m_password, m_settings);
    m_watch.reset();
    m_connection.reset(PQconnectStartParams(parameters.keywords(), parameters.values(), 0));
    if (!m_connection) {
        finish(Error { ErrorCode::Internal, {}, QStringLiteral("out of memory") });
        return;
    }
    if (PQstatus(m_connection.get()) == CONNECTION_BAD) {
        fail();
        return;
    }
    // Verbose messages have the SQLSTATE, which no language of the server changes.
    PQsetErrorVerbosity(m_connection.get(), PQERRORS_VERBOSE);
    PQsetNoticeReceiver(m_connection.get(), ignoreNotice, nullptr);
    listen(true);
}

void PgConnector::leaveHost()
{
    QStringList hosts = m_settings.hosts.split(u',');
    const auto silent = hosts.indexOf(QString::fromUtf8(PQhost(m_connection.get())));
    hosts = hosts.sliced(silent + 1); // what stands before it was tried
    if (silent < 0 || hosts.isEmpty()) {
        finish(Error { ErrorCode::ConnectTimedOut, PgErrors::factsOf(m_profile), {} });
        return;
    }
    m_settings.hosts = hosts.join(u',');
    m_notifier.reset(); // before its socket
    m_timeout.start();
    begin();
}

void PgConnector::listen(bool forWriting)
{
    // A new one each time: libpq changes the socket when it tries the next address.
    m_notifier = std::make_unique<QSocketNotifier>(
        PQsocket(m_connection.get()), forWriting ? QSocketNotifier::Write : QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PgConnector::poll);
}

void PgConnector::poll()
{
    const PlainMessages plain;
    m_notifier.release()->deleteLater(); // we may be in its signal
    const auto next = PQconnectPoll(m_connection.get());
    m_watch.attach(PQsslStruct(m_connection.get(), "OpenSSL"));
    switch (next) {
    case PGRES_POLLING_READING:
        listen(false);
        return;
    case PGRES_POLLING_WRITING:
        listen(true);
        return;
    case PGRES_POLLING_OK:
        m_watch.detach(PQsslStruct(m_connection.get(), "OpenSSL"));
        finish(std::move(m_connection));
        return;
    default:
        fail();
    }
}

void PgConnector::fail()
{
    const Error error =
        PgErrors::fromConnect(PQerrorMessage(m_connection.get()), m_watch.verdict(), m_profile);
    // The server's answer may have been there before we could listen; the next time it hardly is.
    if (error.code == ErrorCode::TlsUntrusted && !m_watch.verdict()
        && ++m_unexplained < kLooksAtCertificate) {
        begin();
        return;
    }
    qCInfo(lcDatabase) << "connect failed:" << error.detail;
    finish(error);
}

void PgConnector::finish(Result<PgHandle> result)
{
    m_timeout.stop();
    if (m_notifier)
        m_notifier.release()->deleteLater();
    // The callback may destroy this object.
    const Callback callback = std::exchange(m_callback, nullptr);
    if (callback)
        callback(std::move(result));
}

} // namespace castellan
