// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/operators/types.h"

#include <QUuid>

namespace castellan {

class SqlRow;

/// Rows of the sign-in functions, as they are read; private to this room.
struct SchemaVersionRow {
    qint64 version = 0;
    static Result<SchemaVersionRow> fromRow(const SqlRow &row);
};

/// SchemaTooOld or SchemaTooNew with the facts "found" and "known".
Error schemaError(ErrorCode code, qint64 found, int known);

struct AttemptRow {
    QUuid attempt; ///< null while locked
    QDateTime retryAt;
    QDateTime serverTime;
    static Result<AttemptRow> fromRow(const SqlRow &row);
};

struct VerdictRow {
    SignInVerdict verdict;
    Secret ticket;
    static Result<VerdictRow> fromRow(const SqlRow &row);
};

struct OperatorInfoRow {
    OperatorInfo info;
    static Result<OperatorInfoRow> fromRow(const SqlRow &row);
};

struct RightRow {
    Right right;
    static Result<RightRow> fromRow(const SqlRow &row);
};

} // namespace castellan
