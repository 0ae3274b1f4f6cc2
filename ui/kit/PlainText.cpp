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
    // Qt would read the tooltip, markup and all, to who has no description of the widget's own.
    const QString described = widget->accessibleDescription();
    if (described.isEmpty() || plainToolTip(described) == widget->toolTip())
        widget->setAccessibleDescription(text);
    widget->setToolTip(plainToolTip(text));
}

QString withoutMnemonic(const QString &text)
{
    QString literal = text;
    return literal.replace(u'&', QStringLiteral("&&"));
}

} // namespace castellan
