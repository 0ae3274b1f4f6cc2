// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlRow.h"

#include "models/database/PgText.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace castellan {

namespace {

// pg_type's fixed oids, by what they may be read as.
constexpr std::initializer_list<quint32> kAnyType = {};
constexpr std::initializer_list<quint32> kBool = { 16 };
constexpr std::initializer_list<quint32> kIntegers = { 20, 21, 23 };
constexpr std::initializer_list<quint32> kReals = { 700, 701, 1700, 20, 21, 23 };
constexpr std::initializer_list<quint32> kUuid = { 2950 };
constexpr std::initializer_list<quint32> kTimestampTz = { 1184 };
constexpr std::initializer_list<quint32> kJson = { 114, 3802 };
constexpr std::initializer_list<quint32> kTextArray = { 1009, 1015, 1003 };
constexpr std::initializer_list<quint32> kBytea = { 17 };

} // namespace

struct SqlRow::Data {
    Answer answer;
    qsizetype next = 0; ///< rows are read in the order of their columns, mostly
    std::optional<Error> problem;

    explicit Data(Answer &&from)
        : answer(std::move(from))
    {
    }
    Data(const Data &) = delete;
    Data &operator=(const Data &) = delete;
    ~Data()
    {
        for (Cell &cell : answer.cells) {
            if (answer.sensitive && cell)
                wipe(*cell);
        }
    }
};

SqlRow::SqlRow(std::shared_ptr<Data> data, qsizetype index)
    : m_data(std::move(data))
    , m_index(index)
{
}

QList<SqlRow> SqlRow::rowsOf(Answer answer)
{
    const qsizetype count = answer.rows;
    const auto data = std::make_shared<Data>(std::move(answer));
    QList<SqlRow> rows;
    rows.reserve(count);
    for (qsizetype index = 0; index < count; ++index)
        rows.append(SqlRow(data, index));
    return rows;
}

const SqlRow::Columns &SqlRow::columns() const
{
    static const Columns none;
    return m_data ? *m_data->answer.columns : none;
}

std::optional<Error> SqlRow::problem() const
{
    return m_data ? m_data->problem : std::nullopt;
}

void SqlRow::report(const char *column, QLatin1StringView what) const
{
    if (!m_data || m_data->problem)
        return;
    m_data->problem = Error { ErrorCode::Malformed,
                              { { QStringLiteral("column"), QLatin1StringView(column) } },
                              what };
}

const QByteArray *SqlRow::cell(const char *column, std::initializer_list<quint32> types) const
{
    const Columns &all = columns();
    for (qsizetype tried = 0; tried < all.size(); ++tried) {
        const qsizetype i = (m_data->next + tried) % all.size();
        if (all[i].name != column)
            continue;
        m_data->next = i + 1;
        if (types.size() != 0
            && std::find(types.begin(), types.end(), all[i].typeOid) == types.end()) {
            report(column, QLatin1StringView("column of another type"));
            return nullptr;
        }
        const Cell &found = m_data->answer.cells.at(m_index * all.size() + i);
        return found ? &*found : nullptr;
    }
    report(column, QLatin1StringView("no such column"));
    return nullptr;
}

bool SqlRow::isNull(const char *column) const
{
    return cell(column, kAnyType) == nullptr;
}

QString SqlRow::text(const char *column) const
{
    const QByteArray *value = cell(column, kAnyType);
    if (!value)
        return {};
    return value->isEmpty() ? QStringLiteral("") : QString::fromUtf8(*value);
}

bool SqlRow::boolean(const char *column) const
{
    const QByteArray *value = cell(column, kBool);
    return value && *value == "t";
}

std::optional<qint64> SqlRow::optionalInteger(const char *column) const
{
    const QByteArray *value = cell(column, kIntegers);
    if (!value)
        return std::nullopt;
    bool ok = false;
    const qint64 number = value->toLongLong(&ok);
    if (!ok)
        report(column, QLatin1StringView("no integer"));
    return ok ? std::optional(number) : std::nullopt;
}

qint64 SqlRow::integer(const char *column) const
{
    return optionalInteger(column).value_or(0);
}

double SqlRow::real(const char *column) const
{
    const QByteArray *value = cell(column, kReals);
    bool ok = true;
    const double number = value ? value->toDouble(&ok) : 0;
    if (!ok)
        report(column, QLatin1StringView("no number"));
    return number;
}

QUuid SqlRow::uuid(const char *column) const
{
    const QByteArray *value = cell(column, kUuid);
    return value ? QUuid(QLatin1StringView(*value)) : QUuid();
}

std::optional<qint64> SqlRow::micros(const char *column) const
{
    const QByteArray *value = cell(column, kTimestampTz);
    if (!value)
        return std::nullopt;
    const auto micros = PgText::micros(*value);
    if (!micros)
        report(column, QLatin1StringView("no timestamp"));
    return micros;
}

qint64 SqlRow::timestampMicros(const char *column) const
{
    return micros(column).value_or(0);
}

QDateTime SqlRow::timestamp(const char *column) const
{
    const std::optional<qint64> time = micros(column);
    if (!time || *time == std::numeric_limits<qint64>::max()
        || *time == std::numeric_limits<qint64>::min())
        return {};
    const qint64 below = *time % 1000 < 0 ? 1 : 0;
    return QDateTime::fromMSecsSinceEpoch(*time / 1000 - below, Qt::UTC);
}

QJsonValue SqlRow::jsonValue(const char *column) const
{
    const QByteArray *value = cell(column, kJson);
    if (!value)
        return QJsonValue::Undefined;
    // A document is an object or an array; anything else goes in wrapped.
    const auto document = QJsonDocument::fromJson(QByteArray("[" + *value + "]"));
    if (!document.isArray())
        report(column, QLatin1StringView("no JSON"));
    return document.isArray() ? document.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

QJsonObject SqlRow::json(const char *column) const
{
    const QJsonValue value = jsonValue(column);
    if (!value.isObject() && !value.isUndefined())
        report(column, QLatin1StringView("no JSON object"));
    return value.toObject();
}

QByteArray SqlRow::jsonText(const char *column) const
{
    const QByteArray *value = cell(column, kJson);
    if (value && !value->startsWith('{'))
        report(column, QLatin1StringView("no JSON object"));
    return value ? QByteArray(value->constData(), value->size()) : QByteArray(); // it may be a view
}

QStringList SqlRow::textList(const char *column) const
{
    QStringList list;
    const QByteArray *value = cell(column, kTextArray);
    const auto elements = value ? PgText::array(*value) : QList<QByteArray>();
    if (!elements)
        report(column, QLatin1StringView("no array"));
    for (const QByteArray &element : elements.value_or(QList<QByteArray>()))
        list += QString::fromUtf8(element);
    return list;
}

QByteArray SqlRow::bytes(const char *column) const
{
    const QByteArray *value = cell(column, kBytea);
    const auto decoded = value ? PgText::bytes(*value) : QByteArray();
    if (!decoded)
        report(column, QLatin1StringView("no bytes"));
    return decoded.value_or(QByteArray());
}

Secret SqlRow::secret(const char *column) const
{
    auto *value = const_cast<QByteArray *>(cell(column, kAnyType));
    return value ? Secret::fromUtf8(std::move(*value)) : Secret();
}

std::vector<Secret> SqlRow::secretList(const char *column) const
{
    std::vector<Secret> list;
    auto *value = const_cast<QByteArray *>(cell(column, kTextArray));
    if (!value)
        return list;
    auto elements = PgText::array(*value);
    if (!elements)
        report(column, QLatin1StringView("no array"));
    wipe(*value);
    if (elements) {
        for (QByteArray &element : *elements)
            list.push_back(Secret::fromUtf8(std::move(element)));
    }
    return list;
}

} // namespace castellan
