// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlValue.h"

#include "models/database/PgText.h"

#include <QJsonDocument>

namespace castellan {

namespace {

QByteArray text(const QString &string)
{
    const QByteArray utf8 = string.toUtf8();
    return utf8.isNull() ? QByteArray("") : utf8;
}

QByteArray arrayOf(const QStringList &strings)
{
    QList<QByteArray> elements;
    for (const QString &string : strings)
        elements += text(string);
    return PgText::array(elements);
}

QByteArray arrayOf(const QList<QUuid> &ids)
{
    QList<QByteArray> elements;
    for (const QUuid &id : ids)
        elements += id.toByteArray(QUuid::WithoutBraces);
    return PgText::array(elements);
}

} // namespace

SqlValue::SqlValue(SqlType type, QByteArray bytes)
    : m_type(type)
    , m_bytes(std::move(bytes))
{
}

SqlValue::SqlValue(const QString &value)
    : SqlValue(SqlType::Text, text(value))
{
    m_null = value.isNull();
}

SqlValue::SqlValue(Secret value)
    : m_type(SqlType::Text)
    , m_secret(std::make_shared<const Secret>(std::move(value)))
{
}

SqlValue::SqlValue(bool value)
    : SqlValue(SqlType::Bool, value ? QByteArrayLiteral("t") : QByteArrayLiteral("f"))
{
}

SqlValue::SqlValue(int value)
    : SqlValue(SqlType::Integer, QByteArray::number(value))
{
}

SqlValue::SqlValue(qint64 value)
    : SqlValue(SqlType::BigInt, QByteArray::number(value))
{
}

SqlValue::SqlValue(double value)
    : SqlValue(SqlType::Double, QByteArray::number(value, 'g', 17))
{
}

SqlValue::SqlValue(const QUuid &value)
    : SqlValue(SqlType::Uuid, value.toByteArray(QUuid::WithoutBraces))
{
    m_null = value.isNull();
}

SqlValue::SqlValue(const QJsonObject &value)
    : SqlValue(SqlType::Jsonb, QJsonDocument(value).toJson(QJsonDocument::Compact))
{
}

SqlValue::SqlValue(const QDateTime &value)
    : SqlValue(SqlType::TimestampTz,
               value.isValid() ? PgText::timestamp(value.toMSecsSinceEpoch() * 1000) : QByteArray())
{
    m_null = !value.isValid();
}

SqlValue::SqlValue(const QByteArray &value)
    : SqlValue(SqlType::Bytea, value)
{
    m_null = value.isNull();
}

SqlValue::SqlValue(const QStringList &value)
    : SqlValue(SqlType::TextArray, arrayOf(value))
{
}

SqlValue::SqlValue(const QList<QUuid> &value)
    : SqlValue(SqlType::UuidArray, arrayOf(value))
{
}

SqlValue SqlValue::null(SqlType type)
{
    SqlValue value(type);
    value.m_null = true;
    return value;
}

SqlValue SqlValue::inet(const QString &address)
{
    SqlValue value(SqlType::Inet, text(address));
    value.m_null = address.isNull();
    return value;
}

SqlValue SqlValue::secretBytes(Secret bytes)
{
    SqlValue value(std::move(bytes));
    value.m_type = SqlType::Bytea;
    return value;
}

SqlValue SqlValue::timestampMicros(qint64 micros)
{
    return { SqlType::TimestampTz, PgText::timestamp(micros) };
}

QByteArrayView SqlValue::bytes() const
{
    return m_secret ? QByteArrayView(m_secret->cString(), m_secret->size())
                    : QByteArrayView(m_bytes.constData(), m_bytes.size());
}

} // namespace castellan
