// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/factors/types.h"

#include <QFuture>

namespace castellan {

class SqlSession;

/// Enrolment with the person present. Each step is a transaction of its own, since the schema
/// records a request before it discloses anything (commit before disclose). Use the interactive
/// session, which must outlive the store; GUI thread.
class EnrolmentStore {
public:
    explicit EnrolmentStore(SqlSession &session)
        : m_session(session)
    {
    }

    QFuture<Result<EnrolmentStart>> request(const EnrolmentRequest &request);
    QFuture<Result<EnrolmentSeed>> show(const QUuid &enrolment);
    QFuture<Result<EnrolmentCheck>> check(const QUuid &enrolment, Secret code);
    QFuture<Result<RecoveryCodes>> showRecoveryCodes(const QUuid &enrolment);
    /// The person has the recovery codes in hand.
    QFuture<Result<EnrolmentCheck>> handedOver(const QUuid &enrolment);
    QFuture<Result<EnrolmentCheck>> cancel(const QUuid &enrolment);

private:
    QFuture<Result<EnrolmentCheck>> answer(const class SqlStatement &statement);

    SqlSession &m_session;
};

/// The schema's word for a reason.
QString enrolmentReasonWord(EnrolmentReason reason);

} // namespace castellan
