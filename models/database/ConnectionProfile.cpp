// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/ConnectionProfile.h"

#include "models/database/PgHandle.h"

#include <QHash>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace castellan {

namespace {

constexpr std::array kTlsModes = {
    std::pair { TlsMode::VerifyFull, "verify-full" },
    std::pair { TlsMode::VerifyCa, "verify-ca" },
    std::pair { TlsMode::Require, "require" },
    std::pair { TlsMode::Disable, "disable" },
};

QString wordOf(TlsMode mode)
{
    for (const auto &[value, word] : kTlsModes) {
        if (value == mode)
            return QLatin1StringView(word);
    }
    Q_UNREACHABLE();
}

std::optional<TlsMode> tlsModeOf(const QString &word)
{
    for (const auto &[value, name] : kTlsModes) {
        if (word == QLatin1StringView(name))
            return value;
    }
    return std::nullopt;
}

Error wrong(ErrorCode code, const char *key, const QString &name)
{
    return { code, { { QLatin1StringView(key), name } }, {} };
}

std::optional<quint16> portOf(const QString &text)
{
    bool ok = false;
    const uint port = text.toUInt(&ok);
    return ok && port > 0 && port <= 65535 ? std::optional(static_cast<quint16>(port))
                                           : std::nullopt;
}

/// The keywords that are set in a connection string.
Result<QHash<QString, QString>> keywordsOf(const QString &uri)
{
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, PgEnd<PQconninfoFree>> options(
        PQconninfoParse(uri.toUtf8().constData(), &message));
    PQfreemem(message); // it repeats parts of the string, a password among them
    if (!options)
        return wrong(ErrorCode::InvalidArgument, "argument", QStringLiteral("connection"));
    QHash<QString, QString> keywords;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val)
            keywords.insert(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    }
    return keywords;
}

/// Takes one keyword into the profile; false when it has no place or its value is impossible.
bool apply(ConnectionProfile &profile, const QString &keyword, const QString &value)
{
    const std::pair<const char *, QString *> texts[] = {
        { "host", &profile.host },
        { "dbname", &profile.database },
        { "user", &profile.user },
        { "sslrootcert", &profile.rootCertificate },
        { "sslcert", &profile.clientCertificate },
        { "sslkey", &profile.clientKey },
    };
    for (const auto &[name, place] : texts) {
        if (keyword == QLatin1StringView(name)) {
            *place = value;
            return true;
        }
    }
    if (keyword == QLatin1StringView("port")) {
        profile.port = portOf(value).value_or(0);
        return profile.port != 0;
    }
    if (keyword == QLatin1StringView("sslmode")) {
        const auto mode = tlsModeOf(value);
        profile.tlsMode = mode.value_or(profile.tlsMode);
        return mode.has_value();
    }
    // A name to tell connections apart is ours to give; it does no harm.
    return keyword == QLatin1StringView("application_name");
}

/// An empty one is libpq's own directory.
bool isSocket(QStringView host)
{
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@');
}

/// By address and not by its first letters: a name may begin as it likes.
bool isNear(QStringView host)
{
    constexpr quint32 kLoopbackNet = 127;
    const QByteArray text = host.toUtf8();
    in_addr four {};
    in6_addr six {};
    if (inet_pton(AF_INET, text.constData(), &four) == 1)
        return ntohl(four.s_addr) >> 24 == kLoopbackNet;
    if (inet_pton(AF_INET6, text.constData(), &six) == 1)
        return IN6_IS_ADDR_LOOPBACK(&six);
    return isSocket(host) || host == QLatin1StringView("localhost");
}

template <typename Test> bool eachHost(const QString &hosts, Test test)
{
    const auto all = QStringView(hosts).split(u',');
    return std::all_of(all.cbegin(), all.cend(), test);
}

} // namespace

bool ConnectionProfile::isLocalSocket() const
{
    return eachHost(host, isSocket);
}

bool ConnectionProfile::isLoopback() const
{
    return eachHost(host, isNear);
}

bool ConnectionProfile::isWeakened() const
{
    return tlsMode != TlsMode::VerifyFull && !isLoopback();
}

Result<void> ConnectionProfile::check() const
{
    const bool hasSocket = !eachHost(host, [](QStringView one) { return !isSocket(one); });
    if (hasSocket && !isLocalSocket())
        return wrong(ErrorCode::InvalidArgument, "argument", QStringLiteral("host"));
    if (tlsMode == TlsMode::Disable && authentication == Authentication::Password && !isLoopback())
        return Error { ErrorCode::PasswordUnprotected, {}, {} };
    return {};
}

Result<ConnectionProfile> ConnectionProfile::fromUri(const QString &uri)
{
    const auto keywords = keywordsOf(uri);
    if (!keywords.hasValue())
        return keywords.error();
    ConnectionProfile profile;
    for (auto it = keywords.value().cbegin(); it != keywords.value().cend(); ++it) {
        if (!apply(profile, it.key(), it.value()))
            return wrong(ErrorCode::InvalidArgument, "argument", it.key());
    }
    if (const auto checked = profile.check(); !checked)
        return checked.error();
    if (profile.isLocalSocket() && !keywords.value().contains(QStringLiteral("sslmode")))
        profile.tlsMode = TlsMode::Disable;
    if (!profile.clientCertificate.isEmpty())
        profile.authentication = Authentication::Certificate;
    return profile;
}

QJsonObject ConnectionProfile::toJson() const
{
    const bool byCertificate = authentication == Authentication::Certificate;
    return {
        { QStringLiteral("name"), name },
        { QStringLiteral("host"), host },
        { QStringLiteral("port"), port },
        { QStringLiteral("database"), database },
        { QStringLiteral("user"), user },
        { QStringLiteral("authentication"),
          byCertificate ? QStringLiteral("certificate") : QStringLiteral("password") },
        { QStringLiteral("tls_mode"), wordOf(tlsMode) },
        { QStringLiteral("root_certificate"), rootCertificate },
        { QStringLiteral("client_certificate"), clientCertificate },
        { QStringLiteral("client_key"), clientKey },
        { QStringLiteral("remember_password"), rememberPassword },
    };
}

Result<ConnectionProfile> ConnectionProfile::fromJson(const QJsonObject &json)
{
    ConnectionProfile profile;
    const std::pair<const char *, QString *> texts[] = {
        { "name", &profile.name },
        { "host", &profile.host },
        { "database", &profile.database },
        { "user", &profile.user },
        { "root_certificate", &profile.rootCertificate },
        { "client_certificate", &profile.clientCertificate },
        { "client_key", &profile.clientKey },
    };
    for (const auto &[name, place] : texts) {
        const QJsonValue value = json[QLatin1StringView(name)];
        if (!value.isString())
            return wrong(ErrorCode::Malformed, "field", QLatin1StringView(name));
        *place = value.toString();
    }
    const int port = json[QLatin1StringView("port")].toInt();
    if (port < 1 || port > 65535)
        return wrong(ErrorCode::Malformed, "field", QStringLiteral("port"));
    profile.port = static_cast<quint16>(port);
    const auto mode = tlsModeOf(json[QLatin1StringView("tls_mode")].toString());
    if (!mode)
        return wrong(ErrorCode::Malformed, "field", QStringLiteral("tls_mode"));
    profile.tlsMode = *mode;
    const QString authentication = json[QLatin1StringView("authentication")].toString();
    const bool byCertificate = authentication == QLatin1StringView("certificate");
    if (!byCertificate && authentication != QLatin1StringView("password"))
        return wrong(ErrorCode::Malformed, "field", QStringLiteral("authentication"));
    profile.authentication = byCertificate ? Authentication::Certificate : Authentication::Password;
    profile.rememberPassword = json[QLatin1StringView("remember_password")].toBool();
    return profile;
}

} // namespace castellan
