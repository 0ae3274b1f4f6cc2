// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/RowPresenter.h"

namespace castellan {

/// Words for the people of a SyntheticSource, as the list of accounts has them: for the gallery,
/// tests and benches. Its "now" stands still, so that pictures can be compared.
class SamplePresenter : public RowPresenter {
public:
    static Columns columns();

    RowCell cell(const ListRow &row, const Column &column) const override;

protected:
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC); }
};

} // namespace castellan
