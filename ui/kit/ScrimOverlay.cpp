// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ScrimOverlay.h"

#include "ui/kit/Announce.h"
#include "ui/kit/Button.h"
#include "ui/kit/PlainLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace castellan {

namespace {

constexpr int kCardWidth = 400;

} // namespace

ScrimOverlay::ScrimOverlay(QWidget *covered)
    : QFrame(covered)
    , m_title(new PlainLabel({}, TextRole::CardTitle))
    , m_sentence(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_card(new QFrame)
{
    setProperty("surface", QStringLiteral("scrim"));
    auto *outer = new QVBoxLayout(this);
    setFocusPolicy(Qt::StrongFocus);
    m_card->setProperty("surface", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(metric::kPageMargin, metric::kCardPadding, metric::kPageMargin,
                               metric::kCardPadding);
    layout->setSpacing(metric::kStep);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    m_card->setMaximumWidth(theme().scaled(kCardWidth));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_card, 1000);
    row->addStretch(1);
    outer->addStretch();
    outer->addLayout(row);
    outer->addStretch();
    for (PlainLabel *label : { m_title, m_sentence }) {
        label->setAlignment(Qt::AlignCenter);
        label->setOverflow(PlainLabel::Overflow::Wrap);
    }
    covered->installEventFilter(this);
    hide();
}

Button *ScrimOverlay::addAction(const QString &text)
{
    auto *button = new Button(text);
    m_card->layout()->addWidget(button);
    m_card->layout()->setAlignment(button, Qt::AlignHCenter);
    return button;
}

void ScrimOverlay::cover(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setGeometry(parentWidget()->rect());
    raise();
    if (!isVisibleTo(parentWidget())) {
        m_focusBefore = window()->focusWidget();
        show();
        // On itself and no button of its own, which a key meant for what is under it would press.
        setFocus(Qt::OtherFocusReason);
        const auto children = parentWidget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (QWidget *child : children) {
            if (child == this || child->isWindow() || !child->isEnabled())
                continue;
            child->setEnabled(false);
            m_disabled += child;
        }
    }
    announce(this, title + u' ' + sentence);
}

void ScrimOverlay::uncover()
{
    for (const QPointer<QWidget> &child : std::exchange(m_disabled, {})) {
        if (child)
            child->setEnabled(true);
    }
    const bool hadFocus = window()->focusWidget() && isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool ScrimOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QFrame::eventFilter(watched, event);
}

} // namespace castellan
