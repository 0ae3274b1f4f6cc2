// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

namespace castellan {

/// What went wrong, as far as code branches on it. Sentences are made from it in the kit (Wording).
enum class ErrorCode {
    // reaching the server
    NameNotFound,
    ConnectionRefused,
    ConnectTimedOut,
    TlsNotOffered,
    TlsUntrusted, ///< the server's certificate is not signed by the root we were given
    TlsCertificateExpired,
    TlsWrongHost,
    TlsFailed, ///< any other handshake failure
    ClientCertificateRefused,
    ChannelBindingUnavailable,
    PasswordUnprotected, ///< it would go over the network without TLS
    AuthenticationFailed,
    DatabaseMissing,
    TooManyConnections,
    ServerStarting,
    ConnectionLost,
    NotConnected,
    // the schema
    SchemaMissing,
    SchemaTooOld,
    SchemaTooNew,
    // a statement
    NotSignedIn, ///< ZC001
    PermissionDenied, ///< ZC002 and 42501
    WrongIsolation, ///< ZC003
    AlreadyWritten, ///< ZC004
    InvalidArgument, ///< ZC010 …; fact "argument"
    KeyUnavailable, ///< ZC900 with the column "key", and ZC020
    Conflict, ///< class 40: try again
    Timeout, ///< statement_timeout or lock_timeout
    Cancelled,
    Internal, ///< ZC900 and whatever has no better word
    // this computer
    KeychainUnavailable,
    KeychainLocked,
    KeychainTimedOut,
    NotFound,
    FileUnreadable, ///< fact "path"
    FileUnwritable, ///< fact "path"
    InUse, ///< another process works there; fact "path"
    ServerMissing, ///< no PostgreSQL programs new enough on this computer; facts "needed", "found"
    ServerFailed, ///< the workspace's own PostgreSQL did not start or stopped; fact "log"
    Malformed, ///< an answer or a file that is not what it should be
};

/// An error is a value. `facts` are words and numbers for the sentence (never markup, never a
/// secret); `detail` is for the log alone and is never shown as it is.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QVariantMap facts;
    QString detail;
};

} // namespace castellan
