// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListExporter.h"

#include "models/lists/RowExport.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace castellan {

namespace {

QString suffixOf(ExportFormat format)
{
    return format == ExportFormat::Csv ? QStringLiteral("csv") : QStringLiteral("json");
}

} // namespace

ListExporter::ListExporter(PagedModel *model, QWidget *window)
    : QObject(window)
    , m_model(model)
    , m_window(window)
{
}

void ListExporter::askAndStart(ExportFormat format)
{
    if (isRunning())
        return;
    auto *dialog = new QFileDialog(m_window, tr("Export the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format));
    dialog->setNameFilter(format == ExportFormat::Csv ? tr("CSV files (*.csv)")
                                                      : tr("JSON files (*.json)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_name + QLatin1Char('-') + QDate::currentDate().toString(Qt::ISODate)
                       + QLatin1Char('.') + suffixOf(format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { start(format, path); });
    dialog->open();
}

void ListExporter::start(ExportFormat format, const QString &path)
{
    if (isRunning())
        return;
    m_job =
        new RowExport(m_model->source(), m_model->query(), m_model->columns(), format, path, this);
    connect(m_job, &RowExport::progressed, this, &ListExporter::progressed);
    connect(m_job, &RowExport::finished, this, [this, path](const Result<qint64> &result) {
        m_job->deleteLater();
        m_job.clear();
        Q_EMIT finished(result, path);
    });
    m_job->start();
}

void ListExporter::cancel()
{
    if (m_job)
        m_job->cancel();
}

} // namespace castellan
