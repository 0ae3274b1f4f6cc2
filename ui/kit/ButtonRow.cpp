// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ButtonRow.h"

#include "ui/kit/Button.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QMenu>
#include <QStyle>

namespace castellan {

ButtonRow::ButtonRow(QWidget *parent)
    : QWidget(parent)
    , m_more(new Button(tr("More"), ButtonRole::Secondary, this))
{
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setIconName(QStringLiteral("overflow-menu"));
    m_more->setAccessibleDescription(tr("Opens a menu"));
    m_more->hide();
    // Not QPushButton::setMenu(): with a style sheet it moves the text in right-to-left layouts.
    connect(m_more, &Button::clicked, this, &ButtonRow::openMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ButtonRow::addButton(Button *button)
{
    button->setParent(this);
    setTabOrder(m_buttons.isEmpty() ? this : static_cast<QWidget *>(m_buttons.last()), button);
    setTabOrder(button, m_more);
    m_buttons.append(button);
    updateGeometry();
    arrange();
}

void ButtonRow::clear()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    updateGeometry();
    arrange();
}

QList<Button *> ButtonRow::hiddenButtons() const
{
    return m_buttons.mid(m_fitting);
}

QSize ButtonRow::sizeHint() const
{
    int width = 0;
    for (const Button *button : m_buttons)
        width += button->sizeHint().width() + metric::kControlGap;
    return { std::max(0, width - metric::kControlGap), m_more->sizeHint().height() };
}

QSize ButtonRow::minimumSizeHint() const
{
    if (m_buttons.size() < 2)
        return sizeHint();
    return { m_buttons.first()->sizeHint().width() + metric::kControlGap
                 + m_more->sizeHint().width(),
             m_more->sizeHint().height() };
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ButtonRow::event(QEvent *event)
{
    if (isRestyle(event) || event->type() == QEvent::LayoutRequest
        || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

int ButtonRow::fitting() const
{
    if (sizeHint().width() <= width())
        return int(m_buttons.size());
    int left = width() - m_more->sizeHint().width();
    int count = 0;
    for (const Button *button : m_buttons) {
        left -= button->sizeHint().width() + metric::kControlGap;
        if (left < 0)
            break;
        ++count;
    }
    return std::max(1, count);
}

void ButtonRow::arrange()
{
    m_fitting = std::min(fitting(), int(m_buttons.size()));
    int x = 0;
    const auto put = [&](Button *button) {
        const QRect cell(x, 0, button->sizeHint().width(), button->sizeHint().height());
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), cell));
        x += cell.width() + metric::kControlGap;
    };
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setVisible(i < m_fitting);
        if (i < m_fitting)
            put(m_buttons[i]);
    }
    m_more->setVisible(m_fitting < m_buttons.size());
    if (m_fitting < m_buttons.size())
        put(m_more);
}

void ButtonRow::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moreMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (Button *button : hiddenButtons()) {
        QAction *entry = menu->addAction(button->icon(), button->text());
        entry->setEnabled(button->isEnabled());
        entry->setToolTip(button->toolTip());
        connect(entry, &QAction::triggered, button, &Button::click);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + metric::kHalfStep)));
}

} // namespace castellan
