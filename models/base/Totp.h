// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QDateTime>

namespace castellan {

/// The hash a seed is used with. Codes of accounts are always SHA-1, 6 digits and 30 s here; the
/// other choices exist to recognise what an app did instead.
enum class OtpAlgorithm { Sha1, Sha256, Sha512 };

/// Codes as RFC 4226 (HOTP) and RFC 6238 (TOTP) define them; pure functions.
class Totp {
public:
    static constexpr int kDigits = 6;
    static constexpr int kPeriodSeconds = 30;

    /// RFC 6238 section 4.2: whole periods since 1970; negative before that.
    static qint64 timeStep(const QDateTime &time, int periodSeconds = kPeriodSeconds);
    /// Milliseconds until the code of the next step is shown.
    static int remainingMs(const QDateTime &time, int periodSeconds = kPeriodSeconds);
    /// RFC 4226 section 5.3 with the step as counter; leading zeros kept, 6 to 8 digits.
    static QString code(QByteArrayView seed, qint64 step, int digits = kDigits,
                        OtpAlgorithm algorithm = OtpAlgorithm::Sha1);
};

} // namespace castellan
