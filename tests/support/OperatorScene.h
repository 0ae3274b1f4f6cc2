// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"
#include "models/database/SchemaBundle.h"
#include "models/operators/OperatorSession.h"
#include "tests/support/Await.h"
#include "tests/support/TestDatabase.h"

#include <QSignalSpy>
#include <QTest>

namespace castellan {

/// An operator's session on a test's database. Link models_operators and test_support.
class OperatorScene {
public:
    explicit OperatorScene(TestDatabase &database, int newer = 0)
        : m_database(database)
        , session(knownSchema() + newer, m_clock)
    {
    }

    static int knownSchema()
    {
        static const int version = SchemaBundle::load().value().newestVersion();
        return version;
    }

    /// Up to where the code is asked for.
    bool connectAs(const TestPerson &person)
    {
        session.connectTo(m_database.profile(person), person.password.clone());
        return reaches(SignInPhase::AwaitingCode);
    }
    bool signInAs(const TestPerson &person)
    {
        return connectAs(person) && submit(person) && reaches(SignInPhase::SignedIn);
    }
    /// Hands in a code that is good now, however many were used before.
    bool submit(const TestPerson &person)
    {
        if (!freeCodes(person))
            return false;
        session.submitCode(Secret::fromUtf16(TestDatabase::code(person)));
        return true;
    }
    bool freeCodes(const TestPerson &person)
    {
        return m_database
            .asSuperuser(SqlStatement("update castellan_private.factor"
                                      "   set last_step = last_step - 10 where operator = $1")
                             .bind(person.role))
            .hasValue();
    }
    bool reaches(SignInPhase phase)
    {
        return QTest::qWaitFor([this, phase] { return session.phase() == phase; }, 20'000);
    }
    /// How many elevations there are of this person: 0 or 1.
    qint64 elevations(const TestPerson &person)
    {
        const auto rows = m_database.asSuperuser(
            SqlStatement("select count(*) from castellan_private.elevation where operator = $1")
                .bind(person.role));
        return rows.hasValue() ? rows.value().constFirst().integer("count") : -1;
    }

private:
    SystemClock m_clock;
    TestDatabase &m_database;

public:
    OperatorSession session;
};

} // namespace castellan
