// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/CryptoLibrary.h"

#include <openssl/crypto.h>

namespace castellan {

QString cryptoLibrary()
{
    return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION));
}

void endCryptoThread()
{
    OPENSSL_thread_stop();
}

} // namespace castellan
