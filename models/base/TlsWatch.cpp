// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/TlsWatch.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <QFileInfo>
#include <QString>

#include <ctime>

namespace castellan {

namespace {

int watchIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    const QDate day(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    return { day, QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC };
}

TlsVerdict::Problem problemOf(int code)
{
    switch (code) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return TlsVerdict::Problem::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return TlsVerdict::Problem::NotYetValid;
    default:
        return TlsVerdict::Problem::Untrusted;
    }
}

/// Hears the judgement on each certificate of the chain and passes it on as it is.
int listen(int accepted, X509_STORE_CTX *context)
{
    const auto *ssl = static_cast<SSL *>(
        X509_STORE_CTX_get_ex_data(context, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *watch = static_cast<TlsWatch *>(SSL_get_ex_data(ssl, watchIndex()));
    if (accepted == 1 || !watch)
        return accepted;
    TlsVerdict verdict;
    verdict.code = X509_STORE_CTX_get_error(context);
    verdict.problem = problemOf(verdict.code);
    if (const X509 *certificate = X509_STORE_CTX_get_current_cert(context)) {
        verdict.notBefore = timeOf(X509_get0_notBefore(certificate));
        verdict.notAfter = timeOf(X509_get0_notAfter(certificate));
    }
    watch->note(verdict);
    return accepted;
}

} // namespace

void TlsWatch::attach(void *ssl)
{
    auto *handshake = static_cast<SSL *>(ssl);
    if (!handshake || SSL_get_verify_mode(handshake) == SSL_VERIFY_NONE)
        return;
    if (SSL_get_ex_data(handshake, watchIndex()) == this)
        return;
    SSL_set_ex_data(handshake, watchIndex(), this);
    SSL_set_verify(handshake, SSL_get_verify_mode(handshake), listen);
}

void TlsWatch::detach(void *ssl)
{
    if (ssl)
        SSL_set_ex_data(static_cast<SSL *>(ssl), watchIndex(), nullptr);
}

void TlsWatch::note(const TlsVerdict &verdict)
{
    if (!m_verdict)
        m_verdict = verdict;
}

QString systemRootCertificates()
{
    const QString candidates[] = {
        QStringLiteral("/etc/ssl/certs/ca-certificates.crt"), // Debian, Arch
        QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"), // Fedora
        QStringLiteral("/etc/ssl/ca-bundle.pem"), // openSUSE
        QStringLiteral("/etc/ssl/cert.pem"), // Alpine, macOS
        QString::fromLocal8Bit(X509_get_default_cert_file()),
    };
    for (const QString &path : candidates) {
        if (!path.isEmpty() && QFileInfo(path).isReadable())
            return path;
    }
    return {};
}

} // namespace castellan
