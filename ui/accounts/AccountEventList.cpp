// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountEventList.h"

#include "models/base/Clock.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/Theme.h"
#include "ui/kit/TimeText.h"
#include "ui/kit/Wording.h"

#include <QGridLayout>

namespace castellan {

namespace {

constexpr int kTimeWidth = 80;

} // namespace

AccountEventList::AccountEventList(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metric::kStep);
    m_grid->setVerticalSpacing(metric::kStep);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, theme().scaled(kTimeWidth));
}

void AccountEventList::setEvents(const QList<AccountEvent> &events)
{
    clear();
    if (events.isEmpty())
        tell(tr("There are no events that you may read."));
    for (int row = 0; row < events.size(); ++row)
        add(row, events.at(row));
}

void AccountEventList::setProblem(const QString &sentence)
{
    clear();
    tell(sentence);
}

void AccountEventList::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void AccountEventList::tell(const QString &sentence)
{
    auto *text = new PlainLabel(sentence, TextRole::Secondary, Tone::Muted, this);
    text->setOverflow(PlainLabel::Overflow::Wrap);
    m_grid->addWidget(text, 0, 0, 1, 2);
}

void AccountEventList::add(int row, const AccountEvent &event)
{
    auto *when = new PlainLabel(TimeText::relative(event.at, m_clock.utcNow()), TextRole::Secondary,
                                Tone::Muted, this);
    setPlainToolTip(when, TimeText::exact(event.at));
    auto *what = new PlainLabel(
        Wording::event(event.kind, event.outcome, event.reason, event.facts.toVariantMap()),
        TextRole::Secondary, Tone::Normal, this);
    what->setOverflow(PlainLabel::Overflow::Wrap);
    m_grid->addWidget(when, row, 0, Qt::AlignTop);
    m_grid->addWidget(what, row, 1);
}

} // namespace castellan
