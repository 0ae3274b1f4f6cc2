// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace castellan {

enum class OperatorKind { Helpdesk, Admin, Auditor };

/// Who is signed in and until when, as castellan.my_session() tells it. Times are UTC.
struct OperatorInfo {
    QString role;
    OperatorKind kind = OperatorKind::Helpdesk;
    QString rank; ///< "staff", "admin", or empty for an auditor
    QDateTime since;
    QDateTime idleUntil;
    QDateTime expiresAt;
    QDateTime serverTime;
    QString productName; ///< what the protected application calls itself
};

/// What castellan.sign_in_finish() judged. `retryAt` is set while locked, and when the next code
/// must be awaited.
struct SignInVerdict {
    bool ok = false;
    QString outcome;
    QDateTime retryAt;
};

/// Whether this operator may call a function of the schema, and if not why ("role", "policy").
struct Right {
    QString function;
    bool allowed = false;
    QString reason;
};

} // namespace castellan
