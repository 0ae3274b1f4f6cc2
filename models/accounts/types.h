// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace castellan {

/// All that the detail of one account shows at once. Times are UTC; a null time means "never" or
/// "does not apply".
struct AccountDetail {
    QUuid id;
    QString externalId;
    QString login;
    QString displayName;
    QString email;
    QString rank; ///< "user", "staff" or "admin"
    QString highestRank; ///< of the last 24 hours
    bool active = true;
    QDateTime createdAt;
    qint64 version = 0;

    QString factorState; ///< the schema's word: "none", "active", "locked", …
    QDateTime factorUntil; ///< end of the lock, of the disablement, of the pending enrolment, or
                           ///< the deadline
    int factors = 0;
    QDateTime factorConfirmedAt;
    QDateTime lastUsedAt;
    int driftSteps = 0; ///< of 30 s; positive when the person's clock is ahead
    int consecutiveFailures = 0;
    QDateTime lockedUntil;
    int recoveryCodesLeft = 0;
    QDateTime recoveryLockedUntil;

    bool mustEnrol = false;
    QDateTime enrolBy;
    QUuid pendingEnrolment;
    QDateTime pendingUntil;
    QString pendingBy; ///< role name of the operator, empty for self-service
};

/// One audit event of an account. `facts` are words and numbers, never a sentence.
struct AccountEvent {
    QDateTime at;
    QString kind;
    QString outcome;
    QString reason;
    QString actor;
    QJsonObject facts;
};

} // namespace castellan
