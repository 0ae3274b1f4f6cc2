// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/TimedReveal.h"

#include "models/base/Clock.h"
#include "ui/kit/Button.h"
#include "ui/kit/Theme.h"
#include "ui/kit/TimeLabels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kShownSeconds = 120;

} // namespace

TimedReveal::TimedReveal(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_left(new CountdownChip(clock, this))
    , m_show(new Button(tr("Sh&ow"), ButtonRole::Secondary, this))
    , m_buttons(new QHBoxLayout)
{
    m_left->setObjectName(QStringLiteral("hiddenChip"));
    m_show->setObjectName(QStringLiteral("revealButton"));
    m_show->setIconName(QStringLiteral("view-visible"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::kStep);
    column->addWidget(m_left, 0, Qt::AlignLeading);
    m_buttons->setSpacing(metric::kControlGap);
    m_buttons->addWidget(m_show);
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    connect(m_show, &Button::clicked, this, &TimedReveal::reveal);
    connect(m_left, &CountdownChip::expired, this, &TimedReveal::conceal);
    stop();
}

void TimedReveal::addButton(Button *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void TimedReveal::reveal()
{
    m_revealed = true;
    m_left->show();
    m_left->start(m_clock.utcNow().addSecs(kShownSeconds),
                  [](const QString &left) { return tr("Hidden in %1").arg(left); });
    m_show->hide();
    Q_EMIT concealed(false);
}

void TimedReveal::conceal()
{
    m_revealed = false;
    m_left->stop();
    m_left->setState(State::None, tr("Hidden"));
    m_show->show();
    Q_EMIT concealed(true);
}

void TimedReveal::stop()
{
    m_revealed = false;
    m_left->stop();
    m_left->hide();
    m_show->hide();
}

bool TimedReveal::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate && m_revealed)
        conceal();
    return QWidget::event(event);
}

} // namespace castellan
