// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/BusThread.h"

#include <QObject>

namespace castellan {

/// Hears from logind that the computer is about to sleep, or that the person's desktop session is
/// locked (by a request, or as its lock screen reports). On a thread of its own; where there is no
/// logind nothing is ever said.
class SystemLock : public QObject {
    Q_OBJECT

public:
    explicit SystemLock(QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// The computer is being left.
    void locking();

private:
    BusThread m_thread;
};

} // namespace castellan
