// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <QtEndian>

#include <array>

namespace castellan {

namespace {

const EVP_MD *hashOf(OtpAlgorithm algorithm)
{
    switch (algorithm) {
    case OtpAlgorithm::Sha1:
        return EVP_sha1();
    case OtpAlgorithm::Sha256:
        return EVP_sha256();
    case OtpAlgorithm::Sha512:
        return EVP_sha512();
    }
    Q_UNREACHABLE();
}

quint32 powerOfTen(int exponent)
{
    quint32 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/// RFC 4226 section 5.3; the offset is in the last byte of the hash, whatever its length.
quint32 truncate(const unsigned char *mac, unsigned int length)
{
    const auto offset = mac[length - 1] & 0x0fU;
    return qFromBigEndian<quint32>(mac + offset) & 0x7fffffffU;
}

qint64 floorDivide(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

qint64 Totp::timeStep(const QDateTime &time, int periodSeconds)
{
    return floorDivide(time.toMSecsSinceEpoch(), qint64(periodSeconds) * 1000);
}

int Totp::remainingMs(const QDateTime &time, int periodSeconds)
{
    const qint64 next = (timeStep(time, periodSeconds) + 1) * periodSeconds * 1000;
    return static_cast<int>(next - time.toMSecsSinceEpoch());
}

QString Totp::code(QByteArrayView seed, qint64 step, int digits, OtpAlgorithm algorithm)
{
    Q_ASSERT(digits >= 6 && digits <= 8);
    std::array<unsigned char, sizeof(qint64)> counter {};
    qToBigEndian(step, counter.data());
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac {};
    unsigned int length = 0;
    const bool done = HMAC(hashOf(algorithm), seed.data(), static_cast<int>(seed.size()),
                           counter.data(), counter.size(), mac.data(), &length);
    if (!done)
        qFatal("OpenSSL has no HMAC");
    const quint32 number = truncate(mac.data(), length) % powerOfTen(digits);
    wipe(mac.data(), mac.size());
    return QString::number(number).rightJustified(digits, u'0');
}

} // namespace castellan
