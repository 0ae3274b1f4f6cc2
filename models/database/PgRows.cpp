// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgRows.h"

#include <utility>

namespace castellan {

namespace {

SqlRow::Columns columnsOf(const PGresult *result)
{
    SqlRow::Columns columns;
    for (int i = 0; i < PQnfields(result); ++i)
        columns += SqlRow::Column { PQfname(result, i), PQftype(result, i) };
    return columns;
}

SqlRow::Cell cellOf(const PGresult *result, int row, int column)
{
    if (PQgetisnull(result, row, column) == 1)
        return std::nullopt;
    return QByteArray(PQgetvalue(result, row, column), PQgetlength(result, row, column));
}

} // namespace

void PgRows::add(const PGresult *result, bool sensitive)
{
    const int rows = PQntuples(result);
    if (rows == 0)
        return;
    if (!m_columns)
        m_columns = std::make_shared<const SqlRow::Columns>(columnsOf(result));
    const int columns = PQnfields(result);
    for (int row = 0; row < rows; ++row) {
        QList<SqlRow::Cell> cells;
        cells.reserve(columns);
        for (int column = 0; column < columns; ++column)
            cells += cellOf(result, row, column);
        m_rows += SqlRow(m_columns, std::move(cells), sensitive);
    }
}

SqlRows PgRows::take()
{
    return std::exchange(m_rows, {});
}

void PgRows::wipeCells(PGresult *result)
{
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column)
            wipe(PQgetvalue(result, row, column),
                 static_cast<size_t>(PQgetlength(result, row, column)));
    }
}

} // namespace castellan
