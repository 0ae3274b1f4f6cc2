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
    /// Name, address, or several with commas; a socket's directory (starts with "/"), or nothing
    /// for the directory that libpq knows.
    QString host;
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

    // Of several hosts each one has to be so.
    bool isLocalSocket() const;
    /// A socket, localhost, 127.0.0.0/8 or ::1: there TLS may be left out without warning.
    bool isLoopback() const;
    /// Weaker than VerifyFull where the network is in between: ask, and keep a warning on show.
    bool isWeakened() const;
    /// What no connection is made by: sockets among other hosts, of which not all could be treated
    /// alike (InvalidArgument, "host"); a password to another computer without TLS
    /// (PasswordUnprotected), because libpq 15 sends it in clear to whoever asks for it so.
    Result<void> check() const;

    /// A libpq connection URI or keyword string. InvalidArgument with the fact "argument" when it
    /// is not one, holds a password ("password") or a keyword that has no place here.
    static Result<ConnectionProfile> fromUri(const QString &uri);

    QJsonObject toJson() const;
    /// Malformed with the fact "field" when something is missing or out of range.
    static Result<ConnectionProfile> fromJson(const QJsonObject &json);
};

} // namespace castellan
