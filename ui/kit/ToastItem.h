// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QFrame>
#include <QTimer>

#include <chrono>
#include <functional>

namespace castellan {

/// A short message about something that happened.
struct Toast {
    State state = State::Information;
    QString text; ///< one or two whole sentences
    QString action = {}; ///< the text of its button; a toast with one stays until closed
    std::function<void()> run = {};

    /// Errors and toasts with an action stay until closed.
    bool stays() const { return state == State::Critical || !action.isEmpty(); }
};

/// One toast on the screen. While the pointer is over it or the focus in it, its time stands still.
class ToastItem : public QFrame {
    Q_OBJECT

public:
    ToastItem(const Toast &toast, std::chrono::milliseconds shownFor, QWidget *parent);

    const Toast &toast() const { return m_toast; }

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void keepTime();

    Toast m_toast;
    QTimer m_life;
};

} // namespace castellan
