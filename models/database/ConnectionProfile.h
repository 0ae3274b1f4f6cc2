// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QJsonObject>
#include <QString>

namespace castellan {

enum class Authentication { Password, Certificate };

/// How far the server's TLS certificate is checked; the names are libpq's sslmode.
enum class TlsMode { VerifyFull, VerifyCa, Require, Disable };

/// Where a server is and how to sign in to it; never a password. Plain data, compared by value.
struct ConnectionProfile {
    QString name; ///< what the person calls it; unique in a ProfileStore
    QString host; ///< name, address, socket directory (starts with "/"), or several with commas
    quint16 port = 5432;
    QString database;
    QString user; ///< the operator's own login role
    Authentication authentication = Authentication::Password;
    TlsMode tlsMode = TlsMode::VerifyFull;
    QString rootCertificate; ///< path of a PEM file; empty: the system's trusted authorities
    QString clientCertificate; ///< path of a PEM file, for Authentication::Certificate
    QString clientKey; ///< path of its key
    bool rememberPassword = false; ///< in the system's keychain, only if the person asked for it

    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;

    bool isLocalSocket() const;
    /// A socket directory, localhost, 127.0.0.0/8 or ::1: there TLS may be left out without
    /// warning.
    bool isLoopback() const;
    /// Weaker than VerifyFull where the network is in between: ask, and keep a warning on show.
    bool isWeakened() const;

    /// A libpq connection URI or keyword string. InvalidArgument with the fact "argument" when it
    /// is not one, holds a password ("password") or a keyword that has no place here.
    static Result<ConnectionProfile> fromUri(const QString &uri);

    QJsonObject toJson() const;
    /// Malformed with the fact "field" when something is missing or out of range.
    static Result<ConnectionProfile> fromJson(const QJsonObject &json);
};

} // namespace castellan
