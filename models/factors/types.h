// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <memory>
#include <vector>

namespace castellan {

/// Why somebody is enrolled; the schema knows exactly these words.
enum class EnrolmentReason { FirstFactor, NewPhone, LostPhone, Other };

struct EnrolmentRequest {
    QUuid account;
    EnrolmentReason reason = EnrolmentReason::FirstFactor;
    QString ticket;
    QString note; ///< needed when the reason is Other
};

/// An enrolment that was recorded but has disclosed nothing yet.
struct EnrolmentStart {
    bool ok = false;
    QString outcome;
    QUuid enrolment;
    QDateTime expiresAt; ///< UTC
};

/// The seed, once, as an otpauth:// URI.
struct EnrolmentSeed {
    bool ok = false;
    QString outcome;
    Secret uri;
    QDateTime expiresAt; ///< UTC
};

/// Whether the code that the person read out fits, and if not what is wrong with it.
struct EnrolmentCheck {
    bool ok = false;
    QString outcome;
    QString diagnosis;
    int offsetSeconds = 0; ///< of the person's clock; positive when it is ahead
};

/// Recovery codes, once, in the order to print them.
struct RecoveryCodes {
    bool ok = false;
    QString outcome;
    std::unique_ptr<const std::vector<Secret>> codes;
};

} // namespace castellan
