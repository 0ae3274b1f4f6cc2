// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ToastItem.h"

#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/StateChip.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kWidth = 360;
/// With a line of text this makes the height of a control.
constexpr int kTextInset = 7;

} // namespace

ToastItem::ToastItem(const Toast &toast, std::chrono::milliseconds shownFor, QWidget *parent)
    : QFrame(parent)
    , m_toast(toast)
{
    setProperty("surface", QStringLiteral("popup"));
    setObjectName(QStringLiteral("toast"));
    setFixedWidth(theme().scaled(kWidth));
    build();
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(20);
    shadow->setOffset(0, 4);
    shadow->setColor(theme().color(ColorRole::Shadow));
    setGraphicsEffect(shadow);
    m_life.setSingleShot(true);
    m_life.setInterval(shownFor);
    connect(&m_life, &QTimer::timeout, this, &ToastItem::closed);
    if (!m_toast.stays())
        m_life.start();
}

void ToastItem::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kStep, metric::kHalfStep, metric::kStep, metric::kHalfStep);
    layout->setSpacing(metric::kStep);
    layout->addSpacing(metric::kHalfStep); // margins are not mirrored, spacings are
    auto *mark = new StateMark(m_toast.state);
    auto *text = new PlainLabel(m_toast.text);
    text->setOverflow(PlainLabel::Overflow::Wrap);
    text->setObjectName(QStringLiteral("toastText"));
    text->setContentsMargins(0, theme().scaled(kTextInset), 0, theme().scaled(kTextInset));
    auto *markColumn = new QVBoxLayout;
    markColumn->setContentsMargins(0, theme().scaled(kTextInset), 0, 0);
    markColumn->addWidget(mark);
    markColumn->addStretch();
    layout->addLayout(markColumn);
    layout->addWidget(text, 1);
    if (!m_toast.action.isEmpty()) {
        auto *action = new Button(m_toast.action);
        action->setObjectName(QStringLiteral("toastAction"));
        layout->addWidget(action, 0, Qt::AlignTop);
        connect(action, &Button::clicked, this, [this, run = m_toast.run] {
            if (run)
                run();
            Q_EMIT closed();
        });
    }
    auto *close = Button::tool(QStringLiteral("edit-delete-remove"), tr("Close this message"));
    close->setObjectName(QStringLiteral("toastClose"));
    layout->addWidget(close, 0, Qt::AlignTop);
    close->installEventFilter(this); // what passes by itself has no other button
    connect(close, &Button::clicked, this, &ToastItem::closed);
    setAccessibleName(m_toast.text);
    setAccessibleDescription(stateName(m_toast.state));
}

void ToastItem::keepTime()
{
    if (m_toast.stays())
        return;
    const QWidget *focus = QApplication::focusWidget();
    if (underMouse() || (focus && isAncestorOf(focus)))
        m_life.stop();
    else if (!m_life.isActive())
        m_life.start();
}

bool ToastItem::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        keepTime();
    return QFrame::event(event);
}

bool ToastItem::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        keepTime();
    return QFrame::eventFilter(watched, event);
}

} // namespace castellan
