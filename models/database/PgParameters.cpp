// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgParameters.h"

#include "models/base/TlsWatch.h"
#include "models/database/PgLibrary.h"

#include <QFile>

namespace castellan {

namespace {

/// A path at which nothing can be: an empty one would send libpq to the home directory.
constexpr char kNoFile[] = "/dev/null/none";

QByteArray pathOr(const QString &path, const char *otherwise = kNoFile)
{
    return path.isEmpty() ? QByteArray(otherwise) : QFile::encodeName(path);
}

const char *modeOf(const ConnectionProfile &profile)
{
    if (profile.isLocalSocket())
        return "disable"; // TLS is not spoken on sockets
    switch (profile.tlsMode) {
    case TlsMode::VerifyFull:
        return "verify-full";
    case TlsMode::VerifyCa:
        return "verify-ca";
    case TlsMode::Require:
        return "require";
    case TlsMode::Disable:
        return "disable";
    }
    Q_UNREACHABLE();
}

/// What the server does in our name, whatever the role's own settings are: they decide how values
/// are written, and what an unqualified name means.
QByteArray optionsFor(const PgParameters::Settings &settings)
{
    return "-c statement_timeout=" + QByteArray::number(settings.statementTimeoutMs)
        + " -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000"
          " -c search_path=pg_catalog -c datestyle=ISO,YMD -c timezone=UTC"
          " -c intervalstyle=iso_8601 -c bytea_output=hex -c extra_float_digits=1"
          " -c standard_conforming_strings=on -c default_transaction_isolation=read\\ committed"
          " -c client_min_messages=warning";
}

} // namespace

PgParameters::PgParameters(const ConnectionProfile &profile, const Secret &password,
                           const Settings &settings)
{
    m_storage.reserve(40); // the pointers below stay good
    add("host", settings.hosts.toUtf8());
    add("port", QByteArray::number(profile.port));
    add("dbname", profile.database.toUtf8());
    add("user", profile.user.toUtf8());
    add("application_name", settings.applicationName.toUtf8());
    add("client_encoding", "UTF8");
    add("options", optionsFor(settings));
    add("passfile", pathOr(settings.passwordFile));
    add("gssencmode", "disable");
    add("replication", "false");
    add("connect_timeout", "0"); // ours: libpq does not time an asynchronous connect
    add("keepalives", "1");
    add("keepalives_idle", "15");
    add("keepalives_interval", "5");
    add("keepalives_count", "3");
    add("tcp_user_timeout", "20000");
    // Several hosts are one cluster of which one takes writes.
    add("target_session_attrs", profile.host.contains(u',') ? "read-write" : "any");
    addTls(profile);
    if (!password.isEmpty() && profile.authentication == Authentication::Password) {
        m_keywords.push_back("password");
        m_values.push_back(password.cString());
    }
    m_keywords.push_back(nullptr);
    m_values.push_back(nullptr);
}

void PgParameters::addTls(const ConnectionProfile &profile)
{
    const bool byCertificate = profile.authentication == Authentication::Certificate;
    const bool checks =
        profile.tlsMode == TlsMode::VerifyFull || profile.tlsMode == TlsMode::VerifyCa;
    const QByteArray mode = modeOf(profile);
    QString root = profile.rootCertificate;
    if (root.isEmpty() && checks)
        root = systemRootCertificates();
    add("sslmode", mode);
    add("sslrootcert", pathOr(root));
    add("sslcert", byCertificate ? pathOr(profile.clientCertificate) : kNoFile);
    add("sslkey", byCertificate ? pathOr(profile.clientKey) : kNoFile);
    add("sslcrl", kNoFile);
    add("sslcrldir", kNoFile);
    add("sslcompression", "0");
    add("sslsni", "1");
    add("ssl_min_protocol_version", "TLSv1.2");
    // SCRAM bound to the TLS channel is what stops a rogue server from asking for the password in
    // clear. A certificate signs in without a password, where there is nothing to bind.
    const bool binds = mode != "disable" && !byCertificate;
    add("channel_binding", binds ? "require" : "prefer");
    // Without TLS a password goes to this computer only, see ConnectionProfile::check(); a later
    // libpq can be told to keep it from whoever listens there in the server's place.
    constexpr int kKnowsRequireAuth = 160000;
    if (mode == "disable" && !profile.isLocalSocket() && PQlibVersion() >= kKnowsRequireAuth)
        add("require_auth", "scram-sha-256");
}

void PgParameters::add(const char *keyword, QByteArray value)
{
    m_storage += std::move(value);
    m_keywords.push_back(keyword);
    m_values.push_back(m_storage.constLast().constData());
}

} // namespace castellan
