// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

namespace castellan {

/// The modules of a QR code (ISO/IEC 18004, error correction level M, 8-bit data), without the
/// quiet zone of 4 modules that whoever draws it adds. What it encodes is mostly a secret, so the
/// modules are overwritten with it, and the encoder's working memory too.
class QrCode {
public:
    /// InvalidArgument when there is nothing to encode or it does not fit (2,331 bytes).
    static Result<QrCode> encode(QByteArrayView data);

    QrCode clone() const;
    /// Modules along one edge.
    int size() const { return m_size; }
    bool isDark(int x, int y) const;

private:
    QrCode(Secret modules, int size);

    Secret m_modules; ///< one byte each, row by row; bit 0 set when dark
    int m_size = 0;
};

} // namespace castellan
