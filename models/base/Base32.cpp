// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Base32.h"

namespace castellan {

namespace {

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

int valueOf(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a';
    if (c >= '2' && c <= '7')
        return c - '2' + 26;
    return -1;
}

Error malformed(QLatin1StringView why)
{
    return { ErrorCode::Malformed,
             { { QStringLiteral("format"), QStringLiteral("base32") } },
             why };
}

/// A fixed buffer on its way to a Secret, overwritten when left.
struct Scratch {
    explicit Scratch(qsizetype size) { bytes.reserve(size); }
    ~Scratch() { wipe(bytes); }
    QByteArray bytes;
};

/// 1, 3 and 6 characters over a multiple of 8 can't come from whole bytes (RFC 4648 section 6).
bool isPossibleLength(qsizetype characters)
{
    const auto rest = characters % 8;
    return rest != 1 && rest != 3 && rest != 6;
}

} // namespace

Secret Base32::encode(QByteArrayView bytes)
{
    Scratch text((bytes.size() * 8 + 4) / 5);
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | static_cast<quint8>(byte);
        for (count += 8; count >= 5; count -= 5)
            text.bytes += kAlphabet[(bits >> (count - 5)) & 31];
        bits &= 0xff;
    }
    if (count > 0)
        text.bytes += kAlphabet[(bits << (5 - count)) & 31];
    return Secret::copyOf(text.bytes);
}

Result<Secret> Base32::decode(QByteArrayView text)
{
    while (text.endsWith('='))
        text.chop(1);
    Scratch bytes(text.size() * 5 / 8 + 1);
    quint32 bits = 0;
    int count = 0;
    qsizetype characters = 0;
    for (const char c : text) {
        if (c == ' ' || c == '-')
            continue;
        const int value = valueOf(c);
        if (value < 0)
            return malformed(QLatin1StringView("character outside the alphabet"));
        ++characters;
        bits = ((bits << 5) | static_cast<quint32>(value)) & 0xfff;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.bytes += static_cast<char>((bits >> count) & 0xff);
        }
    }
    if (!isPossibleLength(characters))
        return malformed(QLatin1StringView("impossible length"));
    if ((bits & ((1U << count) - 1)) != 0)
        return malformed(QLatin1StringView("stray bits at the end"));
    return Secret::copyOf(bytes.bytes);
}

} // namespace castellan
