// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ThemeColors.h"

#include <QPushButton>

namespace castellan {

enum class ButtonRole {
    Primary, ///< one a view
    Secondary,
    Destructive, ///< outlined in the critical colour, never the default
    Quiet, ///< no edge until the pointer is over it
    Tool, ///< an icon alone; its name is its tooltip
};

/// Clicks the button when the key is Enter, which Qt leaves to the dialog; false for other keys.
bool clickOnEnter(QAbstractButton *button, const QKeyEvent *event);

/// A button of the kit. Its icon takes the colour that fits the role.
class Button : public QPushButton {
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonRole role = ButtonRole::Secondary,
                    QWidget *parent = nullptr);
    /// An icon-only button; the name is for tooltip and screen readers.
    static Button *tool(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    ButtonRole role() const { return m_role; }
    void setRole(ButtonRole role);
    void setIconName(const QString &name);
    /// Disables with a sentence in the tooltip and the accessible description; empty enables.
    void setWhyDisabled(const QString &why);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();

    ButtonRole m_role;
    QString m_iconName;
};

} // namespace castellan
