// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/SqlValue.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace castellan {

/// One SQL statement with its parameters $1…; its text is a constant of the program, values are
/// only ever bound. Cheap to copy.
class SqlStatement {
public:
    explicit SqlStatement(QByteArray sql)
        : m_sql(std::move(sql))
    {
    }
    /// Several statements in one text, without parameters and without rows: the schema's files.
    /// They form one transaction, unless the session is in one already.
    static SqlStatement script(QByteArray sql)
    {
        SqlStatement statement(std::move(sql));
        statement.m_script = true;
        return statement;
    }

    SqlStatement &bind(SqlValue value) &
    {
        m_values += std::move(value);
        return *this;
    }
    SqlStatement &&bind(SqlValue value) && { return std::move(bind(std::move(value))); }

    /// The answer holds a secret (a seed, recovery codes, a ticket): it is overwritten wherever it
    /// passed through once the rows are gone. A statement with a Secret bound is one by itself.
    SqlStatement &disclosing() &
    {
        m_disclosing = true;
        return *this;
    }
    SqlStatement &&disclosing() && { return std::move(disclosing()); }

    const QByteArray &sql() const { return m_sql; }
    const QList<SqlValue> &values() const { return m_values; }
    bool isScript() const { return m_script; }
    bool isSensitive() const
    {
        return m_disclosing
            || std::any_of(m_values.cbegin(), m_values.cend(),
                           [](const SqlValue &value) { return value.isSecret(); });
    }

private:
    QByteArray m_sql;
    QList<SqlValue> m_values;
    bool m_script = false;
    bool m_disclosing = false;
};

} // namespace castellan
