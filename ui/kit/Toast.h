// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QList>
#include <QWidget>

#include <chrono>
#include <functional>

class QTimer;
class QVBoxLayout;

namespace castellan {

class Button;
class PlainLabel;

/// A short message about something that happened.
struct Toast {
    State state = State::Information;
    QString text; ///< one or two whole sentences
    QString action = {}; ///< the text of its button; a toast with one stays until closed
    std::function<void()> run = {};
};

/// The toasts of a window, at its lower right: 6 s, errors and those with an action until closed,
/// at most 3 at once. All are kept and shown by showHistory() (F6). Each is announced.
class ToastHost : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kShownFor { 6000 };
    static constexpr int kAtOnce = 3;
    static constexpr int kKept = 100;

    /// Lays itself over the window and follows its size.
    explicit ToastHost(QWidget *window);

    void show(const Toast &toast);
    using QWidget::show;
    int shownCount() const;
    /// How long a plain one stays, for tests.
    void setShownFor(std::chrono::milliseconds time) { m_shownFor = time; }

    /// Opens the list of what was said, newest first; again closes it.
    void toggleHistory();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Kept {
        Toast toast;
        QDateTime at;
    };
    QWidget *makeToast(const Toast &toast);
    QWidget *makeHistory();
    void place();

    QVBoxLayout *m_layout;
    QList<QWidget *> m_shown;
    QList<Kept> m_kept;
    QWidget *m_history = nullptr;
    std::chrono::milliseconds m_shownFor = kShownFor;
};

} // namespace castellan
