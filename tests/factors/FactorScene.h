// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Base32.h"
#include "models/base/OtpAuthUri.h"
#include "models/base/Totp.h"
#include "models/factors/EnrolmentStore.h"
#include "tests/accounts/AccountScene.h"

namespace castellan {

/// An AccountScene with what enrolling needs.
class FactorScene : public AccountScene {
public:
    /// Somebody new whom helpdesk may enrol.
    QUuid person(const QString &name = QStringLiteral("Chen Wei"))
    {
        return sync(QStringLiteral("person-%1").arg(++m_people), name);
    }
    bool run(const SqlStatement &statement)
    {
        const auto done = database->asSuperuser(statement);
        if (!done.hasValue())
            qWarning() << describe(done.error());
        return done.hasValue();
    }
    /// Pending ones too.
    qint64 factors(const QUuid &account)
    {
        const auto rows = database->asSuperuser(
            SqlStatement("select count(*) from castellan_private.factor where account = $1")
                .bind(account));
        return rows.hasValue() ? rows.value().constFirst().integer("count") : -1;
    }
    qint64 openEnrolments(const QUuid &account)
    {
        const auto rows = database->asSuperuser(
            SqlStatement("select count(*) from castellan_private.enrolment"
                         " where account = $1 and state in ('requested', 'shown')")
                .bind(account));
        return rows.hasValue() ? rows.value().constFirst().integer("count") : -1;
    }
    /// The answer, or an empty one that is not ok.
    template <typename T> static T valueOf(const QFuture<Result<T>> &future)
    {
        Result<T> answer = await(future);
        if (!answer.hasValue())
            qWarning() << describe(answer.error());
        return answer.hasValue() ? std::move(answer).value() : T {};
    }
    /// What an app that scanned this shows, so many steps from now.
    static QString code(const Secret &uri, int steps = 0)
    {
        const auto parsed = OtpAuthUri::parse(uri);
        return parsed.hasValue() ? codeOfKey(parsed.value().secretBase32.view(), steps) : QString();
    }
    static QString codeOfKey(QByteArrayView base32, int steps = 0)
    {
        const auto seed = Base32::decode(base32);
        if (!seed.hasValue())
            return {};
        const qint64 now = Totp::timeStep(QDateTime::currentDateTimeUtc());
        return Totp::code(seed.value().view(), now + steps);
    }

private:
    int m_people = 0;
};

} // namespace castellan
