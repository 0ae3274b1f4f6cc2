// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace castellan {

/// A certificate with its private key, both PEM.
struct CertificatePair {
    QByteArray certificate;
    Secret key;
};

/// From when until when a certificate counts; UTC.
struct Validity {
    QDateTime from = QDateTime::currentDateTimeUtc().addSecs(-3600); // clocks differ a little
    QDateTime until = QDateTime::currentDateTimeUtc().addDays(825); // what strict clients accept
};

/// A certificate authority of a workspace's own (EC P-256, SHA-256), kept in memory alone: nobody
/// can issue another certificate once the object is gone. Errors are Internal.
class CertificateAuthority {
public:
    static Result<CertificateAuthority> create(const QString &name, const Validity &validity = {});

    /// The authority's own certificate, PEM: what clients are given as root.
    QByteArray certificate() const { return m_pair.certificate; }

    /// For a server that is reached by these names and addresses (each a subjectAltName).
    Result<CertificatePair> issueServer(const QStringList &hosts,
                                        const Validity &validity = {}) const;
    /// For a person who signs in to the database as `role` (the subject's common name).
    Result<CertificatePair> issueClient(const QString &role, const Validity &validity = {}) const;

private:
    explicit CertificateAuthority(CertificatePair pair);

    CertificatePair m_pair;
};

} // namespace castellan
