// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Button.h"

#include "ui/kit/Icons.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QKeyEvent>

namespace castellan {

namespace {

QString roleName(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Primary:
        return QStringLiteral("primary");
    case ButtonRole::Secondary:
        return QStringLiteral("secondary");
    case ButtonRole::Destructive:
        return QStringLiteral("destructive");
    case ButtonRole::Quiet:
        return QStringLiteral("quiet");
    case ButtonRole::Tool:
        return QStringLiteral("tool");
    }
    return {};
}

ColorRole iconRole(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Primary:
        return ColorRole::OnAccent;
    case ButtonRole::Destructive:
        return ColorRole::CriticalText;
    case ButtonRole::Tool:
        return ColorRole::Muted;
    default:
        return ColorRole::Text;
    }
}

} // namespace

bool clickOnEnter(QAbstractButton *button, const QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return false;
    if (!event->isAutoRepeat()) // one press, held for long, is one click
        button->click();
    return true;
}

Button::Button(const QString &text, ButtonRole role, QWidget *parent)
    : QPushButton(text, parent)
    , m_role(role)
{
    setAutoDefault(false);
    setRole(role);
}

Button *Button::tool(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new Button({}, ButtonRole::Tool, parent);
    button->setIconName(iconName);
    button->setAccessibleName(name);
    setPlainToolTip(button, name);
    return button;
}

void Button::setRole(ButtonRole role)
{
    m_role = role;
    setStyleProperty(this, "buttonRole", roleName(role));
    setIconName(m_iconName);
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    setIcon(name.isEmpty() ? QIcon() : castellan::icon(name, iconRole(m_role)));
    restyle();
}

void Button::setWhyDisabled(const QString &why)
{
    setEnabled(why.isEmpty());
    setAccessibleDescription(why);
    if (m_role != ButtonRole::Tool)
        setPlainToolTip(this, why);
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

bool Button::event(QEvent *event)
{
    if (isRestyle(event))
        restyle();
    return QPushButton::event(event);
}

// Enter presses the button that has the focus, in a dialog too, where it would press the default.
void Button::keyPressEvent(QKeyEvent *event)
{
    if (!clickOnEnter(this, event))
        QPushButton::keyPressEvent(event);
}

void Button::restyle()
{
    const int side = theme().iconSize();
    setIconSize({ side, side });
}

} // namespace castellan
