// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace castellan {

class Button;

/// Buttons in a row; those that do not fit go under "More", the last first. The first is never
/// hidden.
class ButtonRow : public QWidget {
    Q_OBJECT

public:
    explicit ButtonRow(QWidget *parent = nullptr);

    /// Taken over.
    void addButton(Button *button);
    void clear();
    Button *moreButton() const { return m_more; }
    QList<Button *> hiddenButtons() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    int fitting() const;
    void openMenu();

    QList<Button *> m_buttons;
    int m_fitting = 0;
    Button *m_more;
};

} // namespace castellan
