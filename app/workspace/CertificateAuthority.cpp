// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/CertificateAuthority.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace castellan {
namespace {

template <auto Free> struct Freed {
    template <typename T> void operator()(T *object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Buffer = std::unique_ptr<BIO, Freed<BIO_free_all>>;

Error opensslError()
{
    const unsigned long code = ERR_get_error();
    std::array<char, 256> text {};
    ERR_error_string_n(code, text.data(), text.size());
    return { ErrorCode::Internal, {}, QString::fromLatin1(text.data()) };
}

/// Extensions by OpenSSL's own names and its configuration syntax, in the order they are added.
using Extensions = QList<std::pair<int, QByteArray>>;

struct Subject {
    QString commonName;
    Validity validity;
    Extensions extensions;
};

bool addExtensions(X509 *certificate, X509 *issuer, const Extensions &extensions)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[nid, value] : extensions) {
        const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
            return false;
    }
    return true;
}

bool setSerialNumber(X509 *certificate)
{
    std::array<unsigned char, 16> bytes {};
    if (RAND_bytes(bytes.data(), bytes.size()) != 1)
        return false;
    bytes[0] &= 0x7f; // RFC 5280 4.1.2.2: positive
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(
        BN_bin2bn(bytes.data(), bytes.size(), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setValidity(X509 *certificate, const Validity &validity)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), validity.from.toSecsSinceEpoch())
        && ASN1_TIME_set(X509_getm_notAfter(certificate), validity.until.toSecsSinceEpoch());
}

bool setName(X509 *certificate, const QString &commonName)
{
    const QByteArray utf8 = commonName.toUtf8();
    const auto *bytes = reinterpret_cast<const unsigned char *>(utf8.constData());
    return X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate), NID_commonName,
                                      MBSTRING_UTF8, bytes, static_cast<int>(utf8.size()), -1, 0)
        == 1;
}

/// Signed by the issuer, or by itself when there is none.
Certificate makeCertificate(const Subject &subject, EVP_PKEY *key, X509 *issuer,
                            EVP_PKEY *issuerKey)
{
    Certificate certificate(X509_new());
    X509 *raw = certificate.get();
    if (!raw || X509_set_version(raw, X509_VERSION_3) != 1 || !setSerialNumber(raw)
        || !setValidity(raw, subject.validity) || !setName(raw, subject.commonName)) {
        return nullptr;
    }
    X509 *signer = issuer ? issuer : raw;
    if (X509_set_issuer_name(raw, X509_get_subject_name(signer)) != 1
        || X509_set_pubkey(raw, key) != 1 || !addExtensions(raw, signer, subject.extensions)
        || X509_sign(raw, issuerKey, EVP_sha256()) == 0) {
        return nullptr;
    }
    return certificate;
}

QByteArray takeBytes(BIO *buffer)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(buffer, &bytes);
    return { bytes, size };
}

std::optional<CertificatePair> toPem(X509 *certificate, EVP_PKEY *key)
{
    const Buffer publicPart(BIO_new(BIO_s_mem()));
    const Buffer privatePart(BIO_new(BIO_s_secmem())); // cleansed when freed
    if (PEM_write_bio_X509(publicPart.get(), certificate) != 1
        || PEM_write_bio_PrivateKey(privatePart.get(), key, nullptr, nullptr, 0, nullptr, nullptr)
            != 1) {
        return std::nullopt;
    }
    return CertificatePair { takeBytes(publicPart.get()),
                             Secret::fromUtf8(takeBytes(privatePart.get())) };
}

Result<CertificatePair> issue(const Subject &subject, X509 *issuer, EVP_PKEY *issuerKey)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return opensslError();
    const auto certificate =
        makeCertificate(subject, key.get(), issuer, issuerKey ? issuerKey : key.get());
    if (!certificate)
        return opensslError();
    auto pair = toPem(certificate.get(), key.get());
    if (!pair)
        return opensslError();
    return std::move(*pair);
}

Result<CertificatePair> issueFrom(const CertificatePair &authority, const Subject &subject)
{
    const Buffer publicPart(BIO_new_mem_buf(authority.certificate.constData(),
                                            static_cast<int>(authority.certificate.size())));
    const auto secret = authority.key.view();
    const Buffer privatePart(BIO_new_mem_buf(secret.data(), static_cast<int>(secret.size())));
    const Certificate issuer(PEM_read_bio_X509(publicPart.get(), nullptr, nullptr, nullptr));
    const Key issuerKey(PEM_read_bio_PrivateKey(privatePart.get(), nullptr, nullptr, nullptr));
    if (!issuer || !issuerKey)
        return opensslError();
    return issue(subject, issuer.get(), issuerKey.get());
}

bool isAddress(const QByteArray &host)
{
    std::array<unsigned char, sizeof(in6_addr)> address {};
    return inet_pton(AF_INET, host.constData(), address.data()) == 1
        || inet_pton(AF_INET6, host.constData(), address.data()) == 1;
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QByteArrayList names;
    for (const QString &host : hosts) {
        const QByteArray utf8 = host.toUtf8();
        names.append((isAddress(utf8) ? "IP:" : "DNS:") + utf8);
    }
    return names.join(',');
}

} // namespace

CertificateAuthority::CertificateAuthority(CertificatePair pair)
    : m_pair(std::move(pair))
{
}

Result<CertificateAuthority> CertificateAuthority::create(const QString &name,
                                                          const Validity &validity)
{
    const Subject subject { name,
                            validity,
                            { { NID_basic_constraints, "critical,CA:TRUE,pathlen:0" },
                              { NID_key_usage, "critical,keyCertSign,cRLSign" },
                              { NID_subject_key_identifier, "hash" } } };
    auto pair = issue(subject, nullptr, nullptr);
    if (!pair)
        return std::move(pair).error();
    return CertificateAuthority(std::move(pair).value());
}

Result<CertificatePair> CertificateAuthority::issueServer(const QStringList &hosts,
                                                          const Validity &validity) const
{
    return issueFrom(m_pair,
                     { hosts.value(0),
                       validity,
                       { { NID_basic_constraints, "critical,CA:FALSE" },
                         { NID_key_usage, "critical,digitalSignature" },
                         { NID_ext_key_usage, "serverAuth" },
                         { NID_authority_key_identifier, "keyid" },
                         { NID_subject_alt_name, alternativeNames(hosts) } } });
}

Result<CertificatePair> CertificateAuthority::issueClient(const QString &role,
                                                          const Validity &validity) const
{
    return issueFrom(m_pair,
                     { role,
                       validity,
                       { { NID_basic_constraints, "critical,CA:FALSE" },
                         { NID_key_usage, "critical,digitalSignature" },
                         { NID_ext_key_usage, "clientAuth" },
                         { NID_authority_key_identifier, "keyid" } } });
}

} // namespace castellan
