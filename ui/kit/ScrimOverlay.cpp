// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ScrimOverlay.h"

#include "ui/kit/Announce.h"
#include "ui/kit/PlainLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kCardWidth = 400;

} // namespace

ScrimOverlay::ScrimOverlay(QWidget *covered)
    : QFrame(covered)
    , m_title(new PlainLabel({}, TextRole::CardTitle))
    , m_sentence(new PlainLabel({}, TextRole::Body, Tone::Muted))
{
    setProperty("surface", QStringLiteral("scrim"));
    auto *outer = new QVBoxLayout(this);
    auto *card = new QFrame;
    card->setProperty("surface", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(metric::kPageMargin, metric::kCardPadding, metric::kPageMargin,
                               metric::kCardPadding);
    layout->setSpacing(metric::kStep);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    card->setMaximumWidth(theme().scaled(kCardWidth));
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 1000);
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

void ScrimOverlay::cover(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    announce(this, title + u' ' + sentence);
}

void ScrimOverlay::uncover()
{
    hide();
}

bool ScrimOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QFrame::eventFilter(watched, event);
}

} // namespace castellan
