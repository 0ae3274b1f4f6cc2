// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/RowExport.h"

namespace castellan {

RowExport::RowExport(std::shared_ptr<ListSource> source, ListQuery query, const Columns &columns,
                     ExportFormat format, const QString &path, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_query(std::move(query))
    , m_format(format)
    , m_file(path)
{
    for (const Column &column : columns)
        m_columns.append(column.id);
}

void RowExport::start()
{
    if (m_file.open(QIODevice::WriteOnly)) {
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        ask({});
    } else {
        finish(Error { ErrorCode::FileUnwritable,
                       { { QStringLiteral("path"), m_file.fileName() } },
                       m_file.errorString() });
    }
}

void RowExport::cancel()
{
    finish(Error { ErrorCode::Cancelled, {}, {} });
}

void RowExport::ask(const QJsonObject &at)
{
    m_request.deliver(m_source->page(m_query, at, false, kPage, Purpose::Background), this,
                      [this](Result<RowPage> answer) { arrived(std::move(answer)); });
}

void RowExport::arrived(Result<RowPage> answer)
{
    if (!answer) {
        finish(answer.error());
        return;
    }
    const QList<ListRow> &rows = answer.value().rows;
    const bool last = rows.size() < kPage;
    QByteArray bytes;
    if (!m_writer) {
        m_writer = RowWriter::create(m_format, fieldsOf(rows.isEmpty() ? ListRow() : rows.first()));
        bytes = m_writer->begin();
    }
    bytes += m_writer->rows(rows);
    if (last)
        bytes += m_writer->end();
    m_rows += rows.size();
    if (m_file.write(bytes) != bytes.size() || (last && !m_file.commit())) {
        finish(Error { ErrorCode::FileUnwritable,
                       { { QStringLiteral("path"), m_file.fileName() } },
                       m_file.errorString() });
        return;
    }
    Q_EMIT progressed(m_rows);
    if (last)
        finish(m_rows);
    else
        ask(rows.last().place());
}

void RowExport::finish(const Result<qint64> &result)
{
    if (m_done)
        return;
    m_done = true;
    m_request.drop();
    if (!result)
        m_file.cancelWriting();
    Q_EMIT finished(result);
}

/// The id, the columns in their order, then whatever else a row carries.
QStringList RowExport::fieldsOf(const ListRow &sample) const
{
    QStringList fields { QStringLiteral("id") };
    fields += m_columns;
    for (const RowValues::Value &value : sample.values) {
        if (!fields.contains(value.field))
            fields.append(value.field);
    }
    return fields;
}

} // namespace castellan
