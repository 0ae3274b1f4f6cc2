// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/lists/Column.h"
#include "models/lists/ListSource.h"
#include "models/lists/RowWriter.h"

#include <QObject>
#include <QSaveFile>

namespace castellan {

/// Writes everything a query lets through into a file, page by page, so that a million rows need no
/// more memory than a thousand. The file appears when it is complete, or not at all.
class RowExport : public QObject {
    Q_OBJECT
public:
    static constexpr int kPage = 1000;

    RowExport(std::shared_ptr<ListSource> source, ListQuery query, const Columns &columns,
              ExportFormat format, const QString &path, QObject *parent = nullptr);

    void start();
    /// Ends it with Cancelled.
    void cancel();

Q_SIGNALS:
    void progressed(qint64 rows);
    /// The number of rows written, or what went wrong: FileUnwritable ("path") or the source's
    /// error.
    void finished(const castellan::Result<qint64> &result);

private:
    void ask(const QJsonObject &at);
    void arrived(Result<RowPage> answer);
    void finish(const Result<qint64> &result);
    QStringList fieldsOf(const ListRow &sample) const;

    std::shared_ptr<ListSource> m_source;
    ListQuery m_query;
    QStringList m_columns;
    ExportFormat m_format;
    QSaveFile m_file;
    std::unique_ptr<RowWriter> m_writer;
    LatestQuery m_request;
    qint64 m_rows = 0;
    bool m_done = false;
};

} // namespace castellan
