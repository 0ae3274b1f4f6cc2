// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace castellan {

/// Why a peer's certificate was refused.
struct TlsVerdict {
    enum class Problem { Expired, NotYetValid, Untrusted };

    Problem problem = Problem::Untrusted;
    QDateTime notBefore; ///< of the certificate that was refused, UTC
    QDateTime notAfter;
    int code = 0; ///< OpenSSL's X509_V_ERR_…, for the log
};

/// Listens to somebody else's TLS handshake, to learn what OpenSSL thinks of the certificate: libpq
/// 15 says no more than "certificate verify failed". It changes no decision. Must outlive the
/// handshake; lives in the thread of the handshake.
class TlsWatch {
public:
    TlsWatch() = default;
    TlsWatch(const TlsWatch &) = delete;
    TlsWatch &operator=(const TlsWatch &) = delete;

    /// `ssl` is an SSL pointer of OpenSSL that checks its peer; does nothing when that is null or
    /// checks nothing.
    void attach(void *ssl);
    /// Once the handshake is over, so that this object may go before the connection does.
    void detach(void *ssl);
    /// The first problem found, if any.
    const std::optional<TlsVerdict> &verdict() const { return m_verdict; }
    void reset() { m_verdict.reset(); }

    void note(const TlsVerdict &verdict);

private:
    std::optional<TlsVerdict> m_verdict;
};

/// The file with the authorities that this system trusts; empty when there is none.
QString systemRootCertificates();

} // namespace castellan
