// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/operators/types.h"

#include <QFuture>
#include <QUuid>

namespace castellan {

class SqlRow;
class SqlSession;

/// The version of the schema that is installed.
QFuture<Result<qint64>> readSchemaVersion(SqlSession &session);
/// The version, unless it is older than what is known: SchemaTooOld, facts "found" and "known".
Result<qint64> newEnough(const Result<qint64> &version, int known);

// Rows of the sign-in functions, as they are read; private to this room.

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
