// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgErrors.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace castellan {

namespace {

struct StateRule {
    const char *prefix; ///< of the SQLSTATE; the longest that fits wins by standing first
    ErrorCode code;
};

// PostgreSQL, appendix A, and the schema's own class ZC.
constexpr std::array kStates = {
    StateRule { "ZC001", ErrorCode::NotSignedIn },
    StateRule { "ZC002", ErrorCode::PermissionDenied },
    StateRule { "ZC003", ErrorCode::WrongIsolation },
    StateRule { "ZC004", ErrorCode::AlreadyWritten },
    StateRule { "ZC01", ErrorCode::InvalidArgument },
    StateRule { "ZC020", ErrorCode::KeyUnavailable },
    StateRule { "ZC", ErrorCode::Internal },
    StateRule { "42501", ErrorCode::PermissionDenied },
    StateRule { "3F000", ErrorCode::SchemaMissing },
    StateRule { "42883", ErrorCode::SchemaTooOld }, // a function that we know and it does not
    StateRule { "3D000", ErrorCode::DatabaseMissing },
    StateRule { "28", ErrorCode::AuthenticationFailed },
    StateRule { "53300", ErrorCode::TooManyConnections },
    StateRule { "57014", ErrorCode::Cancelled },
    StateRule { "55P03", ErrorCode::Timeout },
    StateRule { "57P03", ErrorCode::ServerStarting },
    StateRule { "57P04", ErrorCode::DatabaseMissing }, // dropped under us
    StateRule { "57P", ErrorCode::ConnectionLost },
    StateRule { "25P03", ErrorCode::ConnectionLost },
    StateRule { "08", ErrorCode::ConnectionLost },
    StateRule { "40", ErrorCode::Conflict },
    StateRule { "22", ErrorCode::InvalidArgument },
};

struct TextRule {
    const char *part; ///< of the message
    ErrorCode code;
    const char *reason; ///< the fact "reason", or null
};

// libpq 15's own messages; a test provokes each. The first that fits wins, so what is most telling
// comes first: with several addresses the message has a line for each.
constexpr std::array kTexts = {
    TextRule { "channel binding", ErrorCode::ChannelBindingUnavailable, nullptr },
    TextRule { "does not match host name", ErrorCode::TlsWrongHost, nullptr },
    TextRule { "host name must be specified for a verified SSL", ErrorCode::TlsWrongHost, nullptr },
    TextRule { "certificate verify failed", ErrorCode::TlsUntrusted, nullptr },
    TextRule { "root certificate file", ErrorCode::FileUnreadable, "root_certificate" },
    TextRule { "private key file", ErrorCode::FileUnreadable, "client_key" },
    TextRule { "could not read certificate file", ErrorCode::FileUnreadable, "client_certificate" },
    TextRule { "could not open certificate file", ErrorCode::FileUnreadable, "client_certificate" },
    TextRule { "server does not support SSL", ErrorCode::TlsNotOffered, nullptr },
    TextRule { "alert certificate", ErrorCode::ClientCertificateRefused, nullptr },
    TextRule { "alert unknown ca", ErrorCode::ClientCertificateRefused, nullptr },
    TextRule { "alert bad certificate", ErrorCode::ClientCertificateRefused, nullptr },
    TextRule { "invalid response to SSL negotiation", ErrorCode::TlsFailed, "no_postgresql" },
    TextRule { "SSL", ErrorCode::TlsFailed, nullptr },
    TextRule { "no password supplied", ErrorCode::AuthenticationFailed, "no_password" },
    TextRule { "could not translate host name", ErrorCode::NameNotFound, nullptr },
    TextRule { "Connection timed out", ErrorCode::ConnectTimedOut, nullptr },
    TextRule { "timeout expired", ErrorCode::ConnectTimedOut, nullptr },
    TextRule { "Connection refused", ErrorCode::ConnectionRefused, nullptr },
    TextRule { "No such file or directory", ErrorCode::ConnectionRefused, "no_socket" },
    TextRule { "No route to host", ErrorCode::ConnectionRefused, "unreachable" },
    TextRule { "Network is unreachable", ErrorCode::ConnectionRefused, "unreachable" },
    TextRule { "session is read-only", ErrorCode::ConnectionRefused, "standby" },
    TextRule { "closed the connection", ErrorCode::ConnectionLost, nullptr },
    TextRule { "Connection reset", ErrorCode::ConnectionLost, nullptr },
};

QByteArray sqlStateIn(const QByteArray &message)
{
    static const QRegularExpression pattern(QStringLiteral(":  ([0-9A-Z]{5}): "));
    return pattern.match(QString::fromUtf8(message)).captured(1).toLatin1();
}

QString firstQuoted(const QByteArray &message, const char *after)
{
    const auto from = message.indexOf('"', std::max<qsizetype>(0, message.indexOf(after)));
    const auto to = message.indexOf('"', from + 1);
    return from < 0 || to < 0 ? QString()
                              : QString::fromUtf8(message.sliced(from + 1, to - from - 1));
}

/// What a refusal of the server during the connect means beyond its SQLSTATE.
void refineRefusal(Error &error, const QByteArray &message, const ConnectionProfile &profile)
{
    const bool byCertificate = profile.authentication == Authentication::Certificate;
    if (error.code != ErrorCode::AuthenticationFailed)
        return;
    if (byCertificate || message.contains("client certificate"))
        error.code = ErrorCode::ClientCertificateRefused;
    // 28000 without a password having been looked at: pg_hba.conf or NOLOGIN.
    if (error.facts.value(QStringLiteral("sqlstate")) == QLatin1StringView("28000"))
        error.facts.insert(QStringLiteral("reason"), QStringLiteral("not_admitted"));
}

void applyVerdict(Error &error, const TlsVerdict &verdict)
{
    const bool outdated = verdict.problem != TlsVerdict::Problem::Untrusted;
    error.code = outdated ? ErrorCode::TlsCertificateExpired : ErrorCode::TlsUntrusted;
    if (verdict.problem == TlsVerdict::Problem::NotYetValid)
        error.facts.insert(QStringLiteral("reason"), QStringLiteral("not_yet_valid"));
    error.facts.insert(QStringLiteral("not_before"), verdict.notBefore);
    error.facts.insert(QStringLiteral("not_after"), verdict.notAfter);
    error.facts.insert(QStringLiteral("openssl"), verdict.code);
}

} // namespace

QVariantMap PgErrors::factsOf(const ConnectionProfile &profile)
{
    return { { QStringLiteral("host"), profile.host },
             { QStringLiteral("port"), profile.port },
             { QStringLiteral("user"), profile.user },
             { QStringLiteral("database"), profile.database } };
}

Error PgErrors::fromState(const QByteArray &sqlState, const QByteArray &column)
{
    Error error { ErrorCode::Internal, {}, {} };
    const auto rule = std::find_if(kStates.begin(), kStates.end(), [&](const StateRule &one) {
        return sqlState.startsWith(one.prefix);
    });
    if (rule != kStates.end())
        error.code = rule->code;
    if (sqlState == "ZC900" && column == "key")
        error.code = ErrorCode::KeyUnavailable;
    error.facts.insert(QStringLiteral("sqlstate"), QString::fromLatin1(sqlState));
    if (!column.isEmpty())
        error.facts.insert(QStringLiteral("argument"), QString::fromUtf8(column));
    if (sqlState == "55P03")
        error.facts.insert(QStringLiteral("reason"), QStringLiteral("lock"));
    return error;
}

Error PgErrors::fromConnect(const QByteArray &message, const std::optional<TlsVerdict> &verdict,
                            const ConnectionProfile &profile)
{
    Error error { ErrorCode::ConnectionRefused, factsOf(profile), QString::fromUtf8(message) };
    const QByteArray state = sqlStateIn(message);
    if (!state.isEmpty()) {
        const Error refusal = fromState(state);
        error.code = refusal.code;
        error.facts.insert(refusal.facts);
        refineRefusal(error, message, profile);
        return error;
    }
    const auto rule = std::find_if(kTexts.begin(), kTexts.end(),
                                   [&](const TextRule &one) { return message.contains(one.part); });
    if (rule == kTexts.end())
        return error;
    error.code = rule->code;
    if (rule->reason)
        error.facts.insert(QStringLiteral("reason"), QLatin1StringView(rule->reason));
    if (error.code == ErrorCode::FileUnreadable)
        error.facts.insert(QStringLiteral("path"), firstQuoted(message, rule->part));
    if (error.code == ErrorCode::TlsWrongHost)
        error.facts.insert(QStringLiteral("certificate_host"),
                           firstQuoted(message, "server certificate for"));
    if (error.code == ErrorCode::TlsUntrusted && verdict)
        applyVerdict(error, *verdict);
    return error;
}

} // namespace castellan
