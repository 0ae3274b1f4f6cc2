// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ToastItem.h"

#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/StateChip.h"

#include <QEvent>
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
{
    setProperty("surface", QStringLiteral("popup"));
    setObjectName(QStringLiteral("toast"));
    setFixedWidth(theme().scaled(kWidth));
    build(toast);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(20);
    shadow->setOffset(0, 4);
    shadow->setColor(theme().color(ColorRole::Shadow));
    setGraphicsEffect(shadow);
    m_life.setSingleShot(true);
    m_life.setInterval(shownFor);
    connect(&m_life, &QTimer::timeout, this, &ToastItem::closed);
    if (!toast.stays())
        m_life.start();
    else
        m_life.setInterval(-1);
}

void ToastItem::build(const Toast &toast)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kStep, metric::kHalfStep, metric::kStep, metric::kHalfStep);
    layout->setSpacing(metric::kStep);
    layout->addSpacing(metric::kHalfStep); // margins are not mirrored, spacings are
    auto *mark = new StateMark(toast.state);
    auto *text = new PlainLabel(toast.text);
    text->setOverflow(PlainLabel::Overflow::Wrap);
    text->setObjectName(QStringLiteral("toastText"));
    text->setContentsMargins(0, theme().scaled(kTextInset), 0, theme().scaled(kTextInset));
    auto *markColumn = new QVBoxLayout;
    markColumn->setContentsMargins(0, theme().scaled(kTextInset), 0, 0);
    markColumn->addWidget(mark);
    markColumn->addStretch();
    layout->addLayout(markColumn);
    layout->addWidget(text, 1);
    if (!toast.action.isEmpty()) {
        auto *action = new Button(toast.action);
        action->setObjectName(QStringLiteral("toastAction"));
        layout->addWidget(action, 0, Qt::AlignTop);
        connect(action, &Button::clicked, this, [this, run = toast.run] {
            if (run)
                run();
            Q_EMIT closed();
        });
    }
    auto *close = Button::tool(QStringLiteral("edit-delete-remove"), tr("Close this message"));
    close->setObjectName(QStringLiteral("toastClose"));
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &Button::clicked, this, &ToastItem::closed);
    setAccessibleName(toast.text);
    setAccessibleDescription(stateName(toast.state));
}

bool ToastItem::event(QEvent *event)
{
    if (m_life.interval() >= 0) {
        if (event->type() == QEvent::Enter)
            m_life.stop();
        else if (event->type() == QEvent::Leave)
            m_life.start();
    }
    return QFrame::event(event);
}

} // namespace castellan
