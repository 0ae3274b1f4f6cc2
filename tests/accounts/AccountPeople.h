// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/SchemaFixture.h"

namespace castellan {

/// A few hundred accounts made for trouble: names that are equal, missing, accented, right-to-left
/// or hostile, and second factors in every state. The same ones each time.
class AccountPeople {
public:
    /// Makes them in place of all accounts there are; the error when that fails.
    static QString populate(TestSql &superuser, int count = 600)
    {
        for (const QString &statement : statements(count)) {
            const TestSql::Answer answer = superuser.exec(statement);
            if (!answer.ok())
                return answer.message + answer.detail;
        }
        return {};
    }

    static QStringList column(const TestSql::Answer &answer, const QString &name)
    {
        QStringList values;
        for (const TestSql::Row &row : answer.rows)
            values.append(row.value(name));
        return values;
    }

private:
    static QStringList statements(int count)
    {
        using namespace Qt::Literals::StringLiterals;
        return {
            u"delete from castellan_private.account"_s,
            u"select setseed(0.25)"_s,
            u"insert into castellan_private.account (external_id, login, display_name, email, "
            u"rank, active,"
            "                                       created_at, must_enrol, enrol_by)"
            " select 'ext-' || i, login, name, case when i % 7 > 0 then login || i || "
            "'@example.org' end,"
            "        (array['user', 'user', 'user', 'user', 'staff', 'admin'])[1 + i % 6], i % 5 > "
            "0,"
            "        timestamptz '2026-01-01' + (i / 9) * interval '1 hour', i % 11 = 0,"
            "        case when i % 11 = 0 then clock_timestamp() + interval '3 days' end"
            "   from (select i, (array['anna', 'Änna', 'ANNA', 'o''neil', 'per%cent', "
            "'under_score', 'back\\slash',"
            "                          'zoë', 'łukasz', '王小明', 'Юлия', 'محمد', 'דוד', 'q'])[1 + "
            "(random() * 13.99)::int % 14] as login,"
            "                (array[null, '', 'Anna', 'ánna', 'Émile  Zola', 'emile zola', "
            "'Straße', 'STRASSE', 'محمد علي',"
            "                       'דוד כהן', '王小明', '<b>Bob</b>', E'bi\\u202Edi', "
            "E'line\\nbreak', '🙂', repeat('long ', 90)])"
            "                    [1 + (random() * 15.99)::int % 16] as name"
            "           from generate_series(1, %1) i) s"_s.arg(count),
            u"insert into castellan_private.factor (account, pending, key_version, secret, "
            u"confirmed_at, last_used_at,"
            "                                      locked_until, disabled_at)"
            " select id, false, 1, '\\x00', now(), case when r < 0.9 then date_trunc('hour', "
            "now()) - (r * 40)::int * interval '1 hour' end,"
            "        case when r < 0.2 then now() + (random() - 0.4) * interval '10 hours' end, "
            "case when r > 0.95 then now() end"
            "   from (select id, random() as r, random() as chosen from castellan_private.account "
            "order by external_id) a"
            "  where chosen < 0.6"_s,
            u"insert into castellan_private.enrolment (account, method, state, expires_at, reason)"
            " select id, (array['application', 'with_me'])[1 + (random() * 1.99)::int % 2],"
            "        (array['requested', 'shown', 'cancelled', 'confirmed'])[1 + (random() * "
            "3.99)::int % 4],"
            "        now() + (random() - 0.3) * interval '10 hours', 'first_factor'"
            "   from (select id, random() as chosen from castellan_private.account order by external_id) a where chosen < 0.3"_s,
            u"analyze castellan_private.account, castellan_private.factor, castellan_private.enrolment"_s,
        };
    }
};

} // namespace castellan
