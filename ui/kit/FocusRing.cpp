// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FocusRing.h"

#include "ui/kit/KitStyle.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace castellan {

namespace {

bool byKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

bool drawsItsOwn(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || widget->property("ownFocusRing").toBool();
}

} // namespace

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

QWidget *FocusRing::ringed() const
{
    return m_frame && m_frame->isVisible() ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            focusChanged(widget, static_cast<QFocusEvent *>(event));
        break;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            showMnemonics(event->type() == QEvent::KeyPress);
        break;
    case QEvent::ApplicationStateChange:
    case QEvent::WindowDeactivate: // the release goes to another window then
        showMnemonics(false);
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::focusChanged(QWidget *widget, QFocusEvent *event)
{
    // Coming back to the window, or from a menu, is no new choice: the ring stays as it was.
    const auto reason = event->reason();
    if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason)
        return;
    if (event->type() == QEvent::FocusIn && byKeyboard(reason) && !drawsItsOwn(widget))
        show(widget);
    else if (event->type() == QEvent::FocusIn || (m_frame && m_frame->widget() == widget))
        delete m_frame;
}

void FocusRing::showMnemonics(bool shown)
{
    if (qApp->property(kMnemonicsShown).toBool() == shown)
        return;
    qApp->setProperty(kMnemonicsShown, shown);
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            window->update();
    }
}

void FocusRing::show(QWidget *widget)
{
    // A frame that outlived its widget's window can't be moved to another one: make it anew.
    delete m_frame;
    m_frame = new QFocusFrame(widget);
    m_frame->setObjectName(QStringLiteral("focusRing"));
    m_frame->setWidget(widget);
}

} // namespace castellan
