// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QWidget>

namespace castellan {

class Clock;

class OperatorSession;
class PlainLabel;
class StateChip;

/// The foot of the sidebar: server and TLS, who is signed in, when the console locks, and how far
/// this computer's clock is off when that is more than 5 s.
class ConnectionStatus : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionStatus(OperatorSession &session, QWidget *parent = nullptr);

    void setLockCountdown(const QString &countdown);
    State state() const;
    /// All of it in one line, for where there is no room.
    QString sentence() const;
    /// Server, database and protection in full.
    QString exactText() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    OperatorSession &m_session;
    StateChip *m_server;
    PlainLabel *m_who;
    PlainLabel *m_clock;
    QString m_countdown;
};

} // namespace castellan
