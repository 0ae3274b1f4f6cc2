// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accounts/types.h"

#include <QWidget>

class QGridLayout;

namespace castellan {

class Clock;

/// The last events of an account, newest first: when, and what in a few words.
class AccountEventList : public QWidget {
    Q_OBJECT

public:
    explicit AccountEventList(const Clock &clock, QWidget *parent = nullptr);

    void setEvents(const QList<AccountEvent> &events);
    /// A sentence in place of events that could not be read.
    void setProblem(const QString &sentence);

private:
    void clear();
    void tell(const QString &sentence);
    void add(int row, const AccountEvent &event);

    const Clock &m_clock;
    QGridLayout *m_grid;
};

} // namespace castellan
