// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/LicencesDialog.h"

#include "ui/kit/ChoiceBox.h"

#include <QDirIterator>
#include <QFile>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr QSize kTextSize { 640, 400 };

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

LicencesDialog::LicencesDialog(QWidget *parent)
    : DialogFrame(tr("Licences"), parent)
{
    setObjectName(QStringLiteral("licencesDialog"));
    setWhy(
        tr("Castellan is free software under the GNU General Public License, version 3 or later. "
           "It contains and uses:"));
    auto *choice = new ChoiceBox(this);
    choice->setObjectName(QStringLiteral("licenceChoice"));
    choice->setAccessibleName(tr("Part"));
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QStringLiteral("licenceText"));
    text->setAccessibleName(tr("Licence text"));
    text->setReadOnly(true);
    text->setMinimumSize(kTextSize);
    QDirIterator files(QStringLiteral(":/castellan/licences"));
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        choice->addItem(file.completeBaseName(), file.filePath());
    }
    connect(choice, &QComboBox::currentIndexChanged, text,
            [choice, text] { text->setPlainText(read(choice->currentData().toString())); });
    text->setPlainText(read(choice->currentData().toString()));
    body()->addWidget(choice);
    body()->addWidget(text, 1);
    setOnlyClose();
}

} // namespace castellan
