// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/RowPresenter.h"

namespace castellan {

/// Words for the people of a SyntheticSource, as the list of accounts has them.
class SamplePresenter : public RowPresenter {
public:
    static Columns columns()
    {
        using K = ColumnKind;
        return { { .id = u"name"_qs, .title = u"Account"_qs, .kind = K::Name, .sort = u"name"_qs },
                 { .id = u"state"_qs,
                   .title = u"Second factor"_qs,
                   .kind = K::Chip,
                   .priority = 90,
                   .width = 200 },
                 { .id = u"codes"_qs,
                   .title = u"Codes left"_qs,
                   .kind = K::Number,
                   .priority = 40,
                   .width = 104,
                   .sort = u"codes"_qs },
                 { .id = u"used"_qs,
                   .title = u"Last used"_qs,
                   .kind = K::Time,
                   .priority = 60,
                   .width = 112 },
                 { .id = u"rank"_qs, .title = u"Rank"_qs, .priority = 30, .width = 88 } };
    }

    RowCell cell(const ListRow &row, const Column &column) const override
    {
        RowCell cell = RowPresenter::cell(row, column);
        if (column.kind == ColumnKind::Name)
            cell.second = { row.value(u"login"_qs).toString(), row.value(u"email"_qs).toString() };
        if (column.id == u"state"_qs) {
            if (cell.text == u"locked"_qs)
                cell = { .text = u"Locked until 14:32"_qs, .state = State::Critical };
            else if (cell.text == u"none"_qs)
                cell = { .text = u"None"_qs, .state = State::None };
            else if (cell.text == u"must_enrol"_qs)
                cell = { .text = u"Must enrol by 30 Nov"_qs, .state = State::Warning };
            else if (cell.text == u"pending"_qs)
                cell = { .text = u"Pending, 11 min left"_qs, .state = State::Information };
            else
                cell = { .text = u"Active"_qs, .state = State::Good };
        }
        return cell;
    }

protected:
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC); }
};

} // namespace castellan
