// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <memory>

namespace castellan {

/// PostgreSQL's types as far as parameters have them; the numbers are pg_type's fixed oids.
enum class SqlType : quint32 {
    Bool = 16,
    Bytea = 17,
    BigInt = 20,
    Integer = 23,
    Text = 25,
    Double = 701,
    Inet = 869,
    TextArray = 1009,
    TimestampTz = 1184,
    Uuid = 2950,
    UuidArray = 2951,
    Jsonb = 3802,
};

/// One bound parameter, of an explicit type, sent apart from the statement's text. Copies share the
/// bytes, so that a secret exists once however often the statement is handed on.
class SqlValue {
public:
    // Each constructor says the SQL type it makes; conversions are meant to happen in bind().
    SqlValue(const QString &text); ///< text; a null string is SQL's null, an empty one is not
    SqlValue(QStringView) = delete;
    SqlValue(Secret text); ///< text, wiped when the last statement that holds it is gone
    SqlValue(bool value);
    SqlValue(int value); ///< integer
    SqlValue(qint64 value); ///< bigint
    SqlValue(double value);
    SqlValue(const QUuid &value); ///< a null one is SQL's null
    SqlValue(const QJsonObject &value); ///< jsonb
    SqlValue(const QDateTime &value); ///< timestamptz in ms; an invalid one is SQL's null
    SqlValue(const QByteArray &value); ///< bytea
    SqlValue(const QStringList &value); ///< text[]
    SqlValue(const QList<QUuid> &value); ///< uuid[]
    SqlValue(const char *) = delete; // a pointer would become bool

    static SqlValue null(SqlType type);
    static SqlValue inet(const QString &address);
    static SqlValue secretBytes(Secret bytes); ///< bytea
    /// timestamptz, in µs since 1970 UTC.
    static SqlValue timestampMicros(qint64 micros);

    SqlType type() const { return m_type; }
    bool isNull() const { return m_null; }
    bool isSecret() const { return m_secret != nullptr; }
    /// Binary for bytea and text, whose binary form is the text itself, so that a NUL in it is the
    /// server's to refuse and not libpq's to end at; text form, NUL-terminated, for everything
    /// else.
    bool isBinary() const { return m_type == SqlType::Bytea || m_type == SqlType::Text; }
    QByteArrayView bytes() const;

private:
    explicit SqlValue(SqlType type)
        : m_type(type)
    {
    }
    SqlValue(SqlType type, QByteArray bytes);

    SqlType m_type;
    bool m_null = false;
    QByteArray m_bytes;
    std::shared_ptr<const Secret> m_secret;
};

} // namespace castellan
