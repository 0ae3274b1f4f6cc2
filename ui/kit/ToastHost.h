// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ToastItem.h"

#include <QDateTime>
#include <QList>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace castellan {

/// The toasts of a window, at its lower trailing corner: 6 s, errors and those with an action until
/// closed, at most 3 at once (errors wait, never drop). All are kept and listed by F6. Each is
/// announced to screen readers.
class ToastHost : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kShownFor { 6000 };
    static constexpr int kAtOnce = 3;
    static constexpr int kKept = 100;

    /// Lays itself over the window, follows its size, and listens to F6 in it.
    explicit ToastHost(QWidget *window);

    void post(const Toast &toast);
    int shownCount() const { return int(m_shown.size()); }
    /// How long a plain one stays.
    void setShownFor(std::chrono::milliseconds time) { m_shownFor = time; }

    /// The window locks: what was said to who was in it is taken from sight, and from the history.
    void withhold();
    /// Whoever it was said to is back.
    void release();
    /// Somebody else is.
    void forgetWithheld();

    /// Opens the list of what was said, newest first; again closes it.
    void toggleHistory();
    QWidget *history() const { return m_history; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Kept {
        Toast toast;
        QDateTime at;
    };
    void closeHistory();
    void showNext();
    void close(ToastItem *item);
    QWidget *makeHistory();
    void place();

    QVBoxLayout *m_layout;
    QList<ToastItem *> m_shown;
    QList<Toast> m_waiting;
    QList<Kept> m_kept;
    QList<Toast> m_withheld; ///< to be shown again
    QList<Kept> m_withheldKept;
    QPointer<QWidget> m_history;
    std::chrono::milliseconds m_shownFor = kShownFor;
};

} // namespace castellan
