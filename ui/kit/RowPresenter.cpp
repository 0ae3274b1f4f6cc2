// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/RowPresenter.h"

#include "models/base/DisplayText.h"
#include "ui/kit/TimeText.h"

#include <QLocale>

namespace castellan {

namespace {

RowCell numberCell(const QVariant &value)
{
    RowCell cell;
    cell.text = value.typeId() == QMetaType::Double ? QLocale().toString(value.toDouble())
                                                    : QLocale().toString(value.toLongLong());
    cell.copy = value.toString();
    return cell;
}

RowCell timeCell(const QDateTime &time, const QDateTime &now)
{
    RowCell cell;
    cell.text = TimeText::relative(time, now);
    cell.exact = TimeText::exact(time);
    cell.copy = cell.exact;
    return cell;
}

} // namespace

QString absentText()
{
    return QStringLiteral("\u2013");
}

RowPresenter::~RowPresenter() = default;

QDateTime RowPresenter::now() const
{
    return QDateTime::currentDateTimeUtc();
}

RowCell RowPresenter::cell(const ListRow &row, const Column &column) const
{
    const QVariant value = row.value(column.id);
    RowCell cell;
    if (value.isNull() || !value.isValid()
        || (value.typeId() == QMetaType::QString && value.toString().isEmpty())) {
        cell.text = absentText();
        cell.copy = QLatin1String("");
        cell.absent = true;
        return cell;
    }
    switch (column.kind) {
    case ColumnKind::Number:
        return numberCell(value);
    case ColumnKind::Time:
        return timeCell(value.toDateTime(), now());
    case ColumnKind::Name:
    case ColumnKind::Text:
    case ColumnKind::Chip:
    case ColumnKind::Identifier:
        break;
    }
    cell.text = DisplayText::visible(value.toString());
    return cell;
}

QString RowPresenter::label(const ListRow &row) const
{
    return DisplayText::visible(row.value(QStringLiteral("name")).toString());
}

} // namespace castellan
