// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Totp.h"

namespace castellan {

/// What an otpauth:// URI (the "key URI format" that authenticator apps scan) says.
struct OtpAuthUri {
    QString issuer; ///< may be empty
    QString account;
    Secret secretBase32; ///< upper case, unpadded; decodes to a seed
    int digits = Totp::kDigits;
    int period = Totp::kPeriodSeconds; ///< seconds
    OtpAlgorithm algorithm = OtpAlgorithm::Sha1;

    /// Only type totp. Malformed when the secret is missing or no Base32, when a number is out of
    /// range, or when the issuer in the label and the parameter differ. Unknown parameters pass.
    static Result<OtpAuthUri> parse(const Secret &uri);
};

} // namespace castellan
