// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Column.h"
#include "models/lists/ListRow.h"
#include "ui/kit/State.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace castellan {

/// What one cell shows, in words.
struct RowCell {
    QString text = {};
    State state = State::None; ///< of a Chip column
    QStringList second = {}; ///< of a Name column: what identifies the row, the most telling first
    QString exact = {}; ///< for the tooltip, when it says more than the text
    QString copy = {}; ///< for the clipboard; null: the text, and a Name's second line
    bool absent = false; ///< there is no value; the text is a dash
};

/// Turns the plain values of a list's rows into words. The base knows all column kinds but chips;
/// a page overrides cell() for its name and its states and calls the base for the rest. Text from
/// outside leaves it made visible (DisplayText).
class RowPresenter {
    Q_DECLARE_TR_FUNCTIONS(castellan::RowPresenter)
public:
    RowPresenter() = default;
    RowPresenter(const RowPresenter &) = delete;
    RowPresenter &operator=(const RowPresenter &) = delete;
    virtual ~RowPresenter();

    virtual RowCell cell(const ListRow &row, const Column &column) const;
    /// The row in a few words, for menus, dialogs and screen readers: its name.
    virtual QString label(const ListRow &row) const;
    /// Whether rows have a second line, and so are 44 high and not 32.
    virtual bool hasSecondLine() const { return true; }

protected:
    /// What relative times are told from, UTC.
    virtual QDateTime now() const;
};

/// The text of a value that is not there.
QString absentText();

} // namespace castellan
