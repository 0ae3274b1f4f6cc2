// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <optional>
#include <vector>

namespace castellan {

/// One row of an answer, read by column name. NULL reads as the type's empty value; ask isNull()
/// where that matters. A column that is not there, or not of the type asked for, reads as empty too
/// and is remembered in problem(), which SqlSession::fetch() turns into a Malformed error; so a
/// fromRow() just reads. The rows of an answer share its data: use them, and their copies, from one
/// thread at a time.
class SqlRow {
public:
    struct Column {
        QByteArray name;
        quint32 typeOid = 0;
    };
    using Columns = QList<Column>;
    using Cell = std::optional<QByteArray>; ///< in PostgreSQL's text form; nothing is NULL
    /// What the rows of an answer share.
    struct Answer {
        std::shared_ptr<const Columns> columns;
        qsizetype rows = 0;
        QList<Cell> cells; ///< row by row
        std::shared_ptr<const void> memory; ///< what the cells look into, if not their own
        bool sensitive = false; ///< the cells are overwritten when the last row is gone
    };

    SqlRow() = default;
    static QList<SqlRow> rowsOf(Answer answer);

    /// The first of its answer.
    bool isFirst() const { return m_index == 0; }
    bool isNull(const char *column) const;
    QString text(const char *column) const; ///< any type, in PostgreSQL's text form; NULL is null
    bool boolean(const char *column) const;
    qint64 integer(const char *column) const; ///< smallint, integer, bigint
    std::optional<qint64> optionalInteger(const char *column) const;
    double real(const char *column) const; ///< real, double precision, numeric
    QUuid uuid(const char *column) const;
    QDateTime timestamp(const char *column) const; ///< UTC, in ms; infinity is invalid
    /// µs since 1970 UTC; infinity is the largest, -infinity the smallest number.
    qint64 timestampMicros(const char *column) const;
    QJsonObject json(const char *column) const; ///< an object; any other JSON is a problem
    /// As json(), unread: what is only handed back to the server need not be.
    QByteArray jsonText(const char *column) const;
    QJsonValue jsonValue(const char *column) const;
    QStringList textList(const char *column) const; ///< text[], one dimension
    QByteArray bytes(const char *column) const; ///< bytea
    /// Any type of text. Moves out: a sensitive answer's own bytes are overwritten, a second call
    /// is empty.
    Secret secret(const char *column) const;
    /// text[], moved out element by element.
    std::vector<Secret> secretList(const char *column) const;

    const Columns &columns() const;
    /// The first thing in the answer that did not fit, or nothing.
    std::optional<Error> problem() const;

private:
    struct Data;

    SqlRow(std::shared_ptr<Data> data, qsizetype index);
    const QByteArray *cell(const char *column, std::initializer_list<quint32> types) const;
    void report(const char *column, QLatin1StringView what) const;
    std::optional<qint64> micros(const char *column) const;

    std::shared_ptr<Data> m_data;
    qsizetype m_index = 0;
};

using SqlRows = QList<SqlRow>;

} // namespace castellan
