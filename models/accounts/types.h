// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace castellan {

/// Where an account's second factor stands, as the schema words it (factor_state).
enum class FactorState { None, Active, Locked, Disabled, Pending, MustEnrol };

/// One account in a list. Times are UTC; a null time means "never" or "does not apply".
struct AccountRow {
    QUuid id;
    QString externalId;
    QString login;
    QString displayName;
    QString email;
    QString rank; ///< "user", "staff" or "admin"
    bool active = true;
    FactorState factorState = FactorState::None;
    QDateTime factorUntil; ///< end of the lock, of the disablement, of the pending enrolment, or
                           ///< the deadline
    int factors = 0;
    int recoveryCodesLeft = 0;
    QDateTime lastUsedAt;
    QDateTime enrolledAt;
    QDateTime createdAt;
    qint64 version = 0;
    QByteArray position; ///< opaque JSON, for the next page
};

/// All that the detail of one account shows at once.
struct AccountDetail {
    AccountRow row;
    bool mustEnrol = false;
    QDateTime enrolBy;
    QDateTime factorConfirmedAt;
    int driftSteps = 0; ///< of 30 s; positive when the person's clock is ahead
    int consecutiveFailures = 0;
    QDateTime lockedUntil;
    QDateTime recoveryLockedUntil;
    QUuid pendingEnrolment;
    QDateTime pendingUntil;
    QString pendingBy; ///< role name of the operator, empty for self-service
    QString highestRank; ///< the highest rank of the last 24 hours
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
