// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/factors/EnrolmentStore.h"

#include "models/database/SqlSession.h"

namespace castellan {

namespace {

struct StartRow {
    EnrolmentStart start;
    static Result<StartRow> fromRow(const SqlRow &row)
    {
        return StartRow { { row.boolean("ok"), row.text("outcome"), row.uuid("enrolment"),
                            row.timestamp("expires_at") } };
    }
};

struct SeedRow {
    EnrolmentSeed seed;
    static Result<SeedRow> fromRow(const SqlRow &row)
    {
        return SeedRow { { row.boolean("ok"), row.text("outcome"), row.secret("uri"),
                           row.timestamp("expires_at") } };
    }
};

struct CheckRow {
    EnrolmentCheck check;
    static Result<CheckRow> fromRow(const SqlRow &row)
    {
        return CheckRow { { row.boolean("ok"), row.text("outcome"), row.text("diagnosis"),
                            static_cast<int>(row.integer("offset_seconds")) } };
    }
};

struct CodesRow {
    RecoveryCodes codes;
    static Result<CodesRow> fromRow(const SqlRow &row)
    {
        return CodesRow { { row.boolean("ok"), row.text("outcome"),
                            std::make_unique<const std::vector<Secret>>(
                                row.secretList("codes")) } };
    }
};

/// One row, and of it what callers see.
template <typename Row, typename Value>
QFuture<Result<Value>> one(SqlSession &session, const SqlStatement &statement, Value Row::*member)
{
    return session.fetchOne<Row>(statement, [member](Row row) { return std::move(row.*member); });
}

} // namespace

QString enrolmentReasonWord(EnrolmentReason reason)
{
    switch (reason) {
    case EnrolmentReason::FirstFactor:
        return QStringLiteral("first_factor");
    case EnrolmentReason::NewPhone:
        return QStringLiteral("new_phone");
    case EnrolmentReason::LostPhone:
        return QStringLiteral("lost_phone");
    case EnrolmentReason::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

QFuture<Result<EnrolmentStart>> EnrolmentStore::request(const EnrolmentRequest &request)
{
    const auto statement = SqlStatement("select ok, outcome, enrolment, expires_at"
                                        "  from castellan.otp_enrol_request($1, $2, $3, $4)")
                               .bind(request.account)
                               .bind(enrolmentReasonWord(request.reason))
                               .bind(request.ticket)
                               .bind(request.note);
    return one(m_session, statement, &StartRow::start);
}

QFuture<Result<EnrolmentSeed>> EnrolmentStore::show(const QUuid &enrolment)
{
    const auto statement =
        SqlStatement("select ok, outcome, uri, expires_at from castellan.otp_enrol_show($1)")
            .bind(enrolment)
            .disclosing();
    return one(m_session, statement, &SeedRow::seed);
}

QFuture<Result<EnrolmentCheck>> EnrolmentStore::check(const QUuid &enrolment, Secret code)
{
    return answer(SqlStatement("select ok, outcome, diagnosis, offset_seconds"
                               "  from castellan.otp_enrol_check($1, $2)")
                      .bind(enrolment)
                      .bind(std::move(code)));
}

QFuture<Result<RecoveryCodes>> EnrolmentStore::showRecoveryCodes(const QUuid &enrolment)
{
    const auto statement =
        SqlStatement("select ok, outcome, codes from castellan.recovery_codes_show($1)")
            .bind(enrolment)
            .disclosing();
    return one(m_session, statement, &CodesRow::codes);
}

QFuture<Result<EnrolmentCheck>> EnrolmentStore::handedOver(const QUuid &enrolment)
{
    return answer(SqlStatement("select ok, outcome, null::text as diagnosis,"
                               "       null::integer as offset_seconds"
                               "  from castellan.recovery_codes_handed_over($1)")
                      .bind(enrolment));
}

QFuture<Result<EnrolmentCheck>> EnrolmentStore::cancel(const QUuid &enrolment)
{
    return answer(SqlStatement("select ok, outcome, null::text as diagnosis,"
                               "       null::integer as offset_seconds"
                               "  from castellan.otp_enrol_cancel($1)")
                      .bind(enrolment));
}

QFuture<Result<EnrolmentCheck>> EnrolmentStore::answer(const SqlStatement &statement)
{
    return one(m_session, statement, &CheckRow::check);
}

} // namespace castellan
