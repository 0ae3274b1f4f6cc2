// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariantMap>

#include <initializer_list>

namespace castellan {

/// The values of a row by field, in the order they were given. A list rather than a map: a row has
/// a dozen, and a page of 200 rows is made in one allocation each.
class RowValues {
public:
    struct Value {
        QString field;
        QVariant value; ///< QString, bool, qint64, double, QDateTime (UTC) or null
        friend bool operator==(const Value &, const Value &) = default;
    };

    RowValues() = default;
    RowValues(std::initializer_list<Value> values)
        : m_values(values)
    {
    }

    bool contains(const QString &field) const { return find(field) != nullptr; }
    QVariant value(const QString &field) const
    {
        const Value *found = find(field);
        return found ? found->value : QVariant();
    }
    QVariantMap toMap() const
    {
        QVariantMap map;
        for (const Value &value : m_values)
            map.insert(value.field, value.value);
        return map;
    }
    auto begin() const { return m_values.cbegin(); }
    auto end() const { return m_values.cend(); }

    friend bool operator==(const RowValues &, const RowValues &) = default;

private:
    const Value *find(const QString &field) const
    {
        for (const Value &value : m_values) {
            if (value.field == field)
                return &value;
        }
        return nullptr;
    }

    QList<Value> m_values;
};

/// One row of any list, as plain data: no sentence, no colour.
struct ListRow {
    QString id; ///< unique in its list and stable (a uuid, a number as text)
    QByteArray position; ///< opaque key of its place in the order: a JSON object as it came
    qint64 version = 0; ///< what an action on this row is bound to
    RowValues values;
    bool ended = false; ///< gone or over; stays, dimmed. Set by the source or by PagedModel

    QVariant value(const QString &field) const { return values.value(field); }
    /// The position to ask on from, which few rows ever are: only then is it read.
    QJsonObject place() const { return QJsonDocument::fromJson(position).object(); }

    friend bool operator==(const ListRow &, const ListRow &) = default;
};

} // namespace castellan
