// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/PasswordRule.h"

#include <algorithm>

namespace castellan {

namespace {

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

} // namespace

Result<void> PasswordRule::check(const Secret &password)
{
    const QByteArrayView bytes = password.view();
    if (std::count_if(bytes.begin(), bytes.end(), beginsCharacter) >= kLeastCharacters)
        return {};
    return Error { ErrorCode::InvalidArgument,
                   { { QStringLiteral("argument"), QStringLiteral("password") },
                     { QStringLiteral("reason"), QStringLiteral("too_short") },
                     { QStringLiteral("least"), kLeastCharacters } },
                   {} };
}

} // namespace castellan
