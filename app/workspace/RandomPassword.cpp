// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/RandomPassword.h"

#include <array>

#include <openssl/rand.h>

namespace castellan {

Result<Secret> randomPassword()
{
    std::array<char, 24> random {};
    if (RAND_bytes(reinterpret_cast<unsigned char *>(random.data()), random.size()) != 1)
        return Error { ErrorCode::Internal, {}, u"no random bytes"_qs };
    auto password = Secret::fromUtf8(QByteArray::fromRawData(random.data(), random.size())
                                         .toBase64(QByteArray::Base64UrlEncoding));
    wipe(random.data(), random.size());
    return password;
}

} // namespace castellan
