// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/OtpAuthUri.h"

#include "models/base/Base32.h"

#include <optional>

namespace castellan {

namespace {

constexpr QByteArrayView kScheme("otpauth://totp/");

Error malformed(QLatin1StringView why)
{
    return { ErrorCode::Malformed,
             { { QStringLiteral("format"), QStringLiteral("otpauth") } },
             why };
}

QString decoded(QByteArrayView part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toByteArray()));
}

/// The part before the separator; `text` becomes what follows it.
QByteArrayView takeUntil(QByteArrayView &text, char separator)
{
    const auto at = text.indexOf(separator);
    const QByteArrayView head = at < 0 ? text : text.first(at);
    text = at < 0 ? QByteArrayView() : text.sliced(at + 1);
    return head;
}

std::optional<OtpAlgorithm> algorithmOf(QByteArrayView name)
{
    if (name == "SHA1")
        return OtpAlgorithm::Sha1;
    if (name == "SHA256")
        return OtpAlgorithm::Sha256;
    if (name == "SHA512")
        return OtpAlgorithm::Sha512;
    return std::nullopt;
}

/// A decimal number from least to most, or nothing.
std::optional<int> numberOf(QByteArrayView text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// Sets one parameter; false when its value is not acceptable.
bool apply(OtpAuthUri &uri, QString &issuer, QByteArrayView name, QByteArrayView value)
{
    if (name == "secret") {
        const Result<Secret> seed = Base32::decode(value);
        if (!seed.hasValue() || seed.value().isEmpty())
            return false;
        uri.secretBase32 = Base32::encode(seed.value().view());
    } else if (name == "issuer") {
        issuer = decoded(value);
    } else if (name == "algorithm") {
        const auto algorithm = algorithmOf(value);
        uri.algorithm = algorithm.value_or(uri.algorithm);
        return algorithm.has_value();
    } else if (name == "digits") {
        uri.digits = numberOf(value, 6, 8).value_or(0);
        return uri.digits != 0;
    } else if (name == "period") {
        uri.period = numberOf(value, 5, 300).value_or(0);
        return uri.period != 0;
    }
    return true;
}

void splitLabel(const QString &label, OtpAuthUri &uri)
{
    const auto colon = label.indexOf(u':');
    uri.issuer = colon < 0 ? QString() : label.first(colon).trimmed();
    uri.account = label.sliced(colon + 1).trimmed();
}

} // namespace

Result<OtpAuthUri> OtpAuthUri::parse(const Secret &text)
{
    QByteArrayView rest = text.view();
    if (!rest.startsWith(kScheme))
        return malformed(QLatin1StringView("no otpauth://totp/ URI"));
    rest = rest.sliced(kScheme.size());
    OtpAuthUri uri;
    splitLabel(decoded(takeUntil(rest, '?')), uri);
    QString issuer;
    while (!rest.isEmpty()) {
        QByteArrayView value = takeUntil(rest, '&');
        const QByteArrayView name = takeUntil(value, '=');
        if (!apply(uri, issuer, name, value))
            return malformed(QLatin1StringView("a parameter is out of range"));
    }
    if (uri.secretBase32.isEmpty())
        return malformed(QLatin1StringView("no secret"));
    if (!uri.issuer.isEmpty() && !issuer.isEmpty() && uri.issuer != issuer)
        return malformed(QLatin1StringView("two different issuers"));
    if (uri.issuer.isEmpty())
        uri.issuer = issuer;
    return uri;
}

} // namespace castellan
