// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/SamplePresenter.h"

#include "ui/kit/GalleryPage.h"

namespace castellan {

namespace {

RowCell chip(const QString &word)
{
    if (word == QLatin1String("locked"))
        return { .text = GalleryPage::tr("Locked until 14:32"), .state = State::Critical };
    if (word == QLatin1String("none"))
        return { .text = GalleryPage::tr("None"), .state = State::None };
    if (word == QLatin1String("must_enrol"))
        return { .text = GalleryPage::tr("Must enrol by 30 Nov"), .state = State::Warning };
    if (word == QLatin1String("pending"))
        return { .text = GalleryPage::tr("Pending, 11 min left"), .state = State::Information };
    return { .text = GalleryPage::tr("Active"), .state = State::Good };
}

} // namespace

Columns SamplePresenter::columns()
{
    using K = ColumnKind;
    return { { .id = QStringLiteral("name"),
               .title = GalleryPage::tr("Account"),
               .kind = K::Name,
               .sort = QStringLiteral("name") },
             { .id = QStringLiteral("state"),
               .title = GalleryPage::tr("Second factor"),
               .kind = K::Chip,
               .priority = 90,
               .width = 200 },
             { .id = QStringLiteral("codes"),
               .title = GalleryPage::tr("Codes left"),
               .kind = K::Number,
               .priority = 40,
               .width = 104,
               .sort = QStringLiteral("codes") },
             { .id = QStringLiteral("used"),
               .title = GalleryPage::tr("Last used"),
               .kind = K::Time,
               .priority = 60,
               .width = 112 },
             { .id = QStringLiteral("rank"),
               .title = GalleryPage::tr("Rank"),
               .priority = 30,
               .width = 88 } };
}

RowCell SamplePresenter::cell(const ListRow &row, const Column &column) const
{
    RowCell cell = RowPresenter::cell(row, column);
    if (column.kind == ColumnKind::Chip)
        return chip(cell.text);
    if (column.kind == ColumnKind::Name)
        cell.second = { row.value(QStringLiteral("login")).toString(),
                        row.value(QStringLiteral("email")).toString() };
    return cell;
}

} // namespace castellan
