// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FocusRing.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QFocusFrame>
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
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return false;
    const auto reason = static_cast<QFocusEvent *>(event)->reason();
    if (event->type() == QEvent::FocusIn && byKeyboard(reason) && !drawsItsOwn(widget))
        show(widget);
    else if (event->type() == QEvent::FocusIn
                 ? reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason
                 : m_frame && m_frame->widget() == widget && reason != Qt::ActiveWindowFocusReason
                     && reason != Qt::PopupFocusReason)
        delete m_frame;
    return false;
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
