// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace castellan {

/// Name and version of the library that encrypts, as it is loaded: "OpenSSL 3.0.15 3 Sep 2024".
QString cryptoLibrary();

} // namespace castellan
