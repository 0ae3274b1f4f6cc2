// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace castellan {

/// How a session stands to its server, as far as people are told.
enum class SessionState {
    /// Never opened, closed on purpose, or the server refused us, at first or on coming back.
    Closed,
    Connecting, ///< the first connect is under way
    Ready,
    Lost, ///< the connection broke; coming back is tried until it works or close() is called
    SignInAgain, ///< connected again, but the elevation is over: a person has to sign in
};

/// What protects the connection.
struct TlsInfo {
    bool encrypted = false;
    bool certificateChecked = false; ///< signed by an authority we trust
    bool hostChecked = false; ///< and made out to the host we asked for
    QString protocol; ///< e.g. TLSv1.3
    QString cipher;

    friend bool operator==(const TlsInfo &, const TlsInfo &) = default;
};

/// What is known of a server once connected.
struct ServerInfo {
    TlsInfo tls;
    int backendPid = 0;
    int version = 0; ///< as server_version_num, e.g. 150020
    QString address; ///< of the server, as connected
};

} // namespace castellan
