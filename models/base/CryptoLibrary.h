// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace castellan {

/// Name and version of the library that encrypts, as it is loaded: "OpenSSL 3.0.15 3 Sep 2024".
QString cryptoLibrary();

/// Frees what the library keeps for this thread; to be the last that a thread of ours does. Left to
/// itself it happens when thread-local data goes, which may be after the library's end at exit: Qt
/// takes a thread for finished before that.
void endCryptoThread();

} // namespace castellan
