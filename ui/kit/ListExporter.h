// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/lists/PagedModel.h"
#include "models/lists/RowWriter.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace castellan {

class RowExport;

/// Exports what a list is filtered to: asks for a file, writes it in the background and tells how
/// far it is. One at a time.
class ListExporter : public QObject {
    Q_OBJECT
public:
    ListExporter(PagedModel *model, QWidget *window);

    /// "accounts": the first part of the proposed file name.
    void setName(const QString &name) { m_name = name; }
    QString name() const { return m_name; }
    void askAndStart(ExportFormat format);
    void start(ExportFormat format, const QString &path);
    void cancel();
    bool isRunning() const { return !m_job.isNull(); }

Q_SIGNALS:
    void progressed(qint64 rows);
    void finished(const castellan::Result<qint64> &result, const QString &path);

private:
    PagedModel *m_model;
    QWidget *m_window;
    QString m_name;
    QPointer<RowExport> m_job;
};

} // namespace castellan
