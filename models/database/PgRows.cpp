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

/// A value in the result's own memory.
SqlRow::Cell viewOf(const PGresult *result, int row, int column)
{
    if (PQgetisnull(result, row, column) == 1)
        return std::nullopt;
    return QByteArray::fromRawData(PQgetvalue(result, row, column),
                                   PQgetlength(result, row, column));
}

/// Takes a value out of the result, where nothing of it is left.
SqlRow::Cell takenFrom(PGresult *result, int row, int column)
{
    if (PQgetisnull(result, row, column) == 1)
        return std::nullopt;
    const int length = PQgetlength(result, row, column);
    const QByteArray value(PQgetvalue(result, row, column), length);
    wipe(PQgetvalue(result, row, column), static_cast<size_t>(length));
    return value;
}

} // namespace

void PgRows::add(PgResult result, bool sensitive)
{
    const int rows = PQntuples(result.get());
    if (rows == 0)
        return;
    if (!m_columns)
        m_columns = std::make_shared<const SqlRow::Columns>(columnsOf(result.get()));
    const int columns = PQnfields(result.get());
    const std::shared_ptr<PGresult> kept(std::move(result));
    QList<SqlRow::Cell> cells;
    cells.reserve(qsizetype(rows) * columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            cells +=
                sensitive ? takenFrom(kept.get(), row, column) : viewOf(kept.get(), row, column);
    }
    m_rows += SqlRow::rowsOf({ .columns = m_columns,
                               .rows = rows,
                               .cells = std::move(cells),
                               .memory = sensitive ? nullptr : kept,
                               .sensitive = sensitive });
}

SqlRows PgRows::take()
{
    return std::exchange(m_rows, {});
}

} // namespace castellan
