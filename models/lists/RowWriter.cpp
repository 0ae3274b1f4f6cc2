// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/RowWriter.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace castellan {

namespace {

const auto kId = QLatin1String("id");

QVariant valueOf(const ListRow &row, const QString &field)
{
    return field == kId ? QVariant(row.id) : row.value(field);
}

QString isoUtc(const QVariant &value)
{
    const QDateTime time = value.toDateTime();
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

class CsvWriter final : public RowWriter {
public:
    explicit CsvWriter(QStringList fields)
        : m_fields(std::move(fields))
    {
    }

    QByteArray begin() override
    {
        QByteArrayList names;
        for (const QString &field : m_fields)
            names.append(csvField(field));
        return names.join(',') + "\r\n";
    }

    QByteArray rows(const QList<ListRow> &rows) override
    {
        QByteArray lines;
        for (const ListRow &row : rows) {
            for (qsizetype n = 0; n < m_fields.size(); ++n) {
                if (n > 0)
                    lines += ',';
                lines += csvField(valueOf(row, m_fields.at(n)));
            }
            lines += "\r\n";
        }
        return lines;
    }

    QByteArray end() override { return {}; }

private:
    QStringList m_fields;
};

class JsonWriter final : public RowWriter {
public:
    explicit JsonWriter(QStringList fields)
        : m_fields(std::move(fields))
    {
    }

    QByteArray begin() override { return "["; }

    QByteArray rows(const QList<ListRow> &rows) override
    {
        QByteArray lines;
        for (const ListRow &row : rows) {
            lines += m_first ? "\n" : ",\n";
            m_first = false;
            QJsonObject object;
            for (const QString &field : m_fields)
                object.insert(field, json(valueOf(row, field)));
            lines += QJsonDocument(object).toJson(QJsonDocument::Compact);
        }
        return lines;
    }

    QByteArray end() override { return "\n]\n"; }

private:
    static QJsonValue json(const QVariant &value)
    {
        if (value.isNull() || !value.isValid())
            return QJsonValue::Null;
        if (value.typeId() == QMetaType::QDateTime)
            return isoUtc(value);
        return QJsonValue::fromVariant(value);
    }

    QStringList m_fields;
    bool m_first = true;
};

} // namespace

RowWriter::~RowWriter() = default;

std::unique_ptr<RowWriter> RowWriter::create(ExportFormat format, const QStringList &fields)
{
    if (format == ExportFormat::Json)
        return std::make_unique<JsonWriter>(fields);
    return std::make_unique<CsvWriter>(fields);
}

bool looksLikeFormula(const QString &text)
{
    for (const QChar letter : text) {
        if (letter == u'\t' || letter == u'\r' || letter == u'\n')
            return true;
        if (!letter.isSpace() && letter.isPrint())
            return QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(letter);
    }
    return false;
}

QByteArray csvField(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return isoUtc(value).toUtf8();
    QString text = value.typeId() == QMetaType::QStringList
        ? value.toStringList().join(QLatin1Char(' '))
        : value.toString();
    if (value.typeId() == QMetaType::QString && looksLikeFormula(text))
        text.prepend(QLatin1Char('\''));
    QByteArray field = text.toUtf8();
    if (field.contains(',') || field.contains('"') || field.contains('\n') || field.contains('\r'))
        field = '"' + field.replace('"', "\"\"") + '"';
    return field;
}

} // namespace castellan
