// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PlainText.h"

#include <QWidget>

namespace castellan {

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br/>"));
    return QStringLiteral("<qt>%1</qt>").arg(escaped);
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
}

QString withoutMnemonic(const QString &text)
{
    QString literal = text;
    return literal.replace(u'&', QStringLiteral("&&"));
}

} // namespace castellan
