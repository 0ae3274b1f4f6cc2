// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariantMap>

#include <functional>
#include <initializer_list>
#include <memory>
#include <utility>

namespace castellan {

/// The values of a row by field, in the order they were given. They may be made when somebody first
/// asks for one: of a page of 200 rows a screen shows a tenth. Copies share them; use from one
/// thread at a time.
class RowValues {
public:
    struct Value {
        QString field;
        QVariant value; ///< QString, bool, qint64, double, QDateTime (UTC) or null
        friend bool operator==(const Value &, const Value &) = default;
    };
    using List = QList<Value>;
    using Make = std::function<List()>;

    RowValues() = default;
    RowValues(std::initializer_list<Value> values)
        : m_shared(std::make_shared<Shared>(Shared { nullptr, values }))
    {
    }
    explicit RowValues(Make make)
        : m_shared(std::make_shared<Shared>(Shared { std::move(make), {} }))
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
        for (const Value &value : all())
            map.insert(value.field, value.value);
        return map;
    }
    auto begin() const { return all().cbegin(); }
    auto end() const { return all().cend(); }

    friend bool operator==(const RowValues &a, const RowValues &b)
    {
        return a.m_shared == b.m_shared || a.all() == b.all();
    }

private:
    struct Shared {
        Make make; ///< until it has
        List values;
    };

    const List &all() const
    {
        static const List none;
        if (!m_shared)
            return none;
        if (m_shared->make)
            m_shared->values = std::exchange(m_shared->make, nullptr)();
        return m_shared->values;
    }
    const Value *find(const QString &field) const
    {
        for (const Value &value : all()) {
            if (value.field == field)
                return &value;
        }
        return nullptr;
    }

    std::shared_ptr<Shared> m_shared;
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
