// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace castellan {

class Button;
class Clock;
class CountdownChip;

/// Says for how long a secret stays on the screen: two minutes, and only while the window is in
/// front. After that a button shows it again. What is shown and hidden belongs to the owner.
class TimedReveal : public QWidget {
    Q_OBJECT

public:
    explicit TimedReveal(const Clock &clock, QWidget *parent = nullptr);

    /// Shows it, for two minutes from now.
    void reveal();
    void conceal();
    /// There is nothing to show.
    void stop();
    /// Beside the button that shows. Taken over.
    void addButton(Button *button);

Q_SIGNALS:
    void concealed(bool concealed);

protected:
    bool event(QEvent *event) override;

private:
    const Clock &m_clock;
    CountdownChip *m_left;
    Button *m_show;
    QHBoxLayout *m_buttons;
    bool m_revealed = false;
};

} // namespace castellan
