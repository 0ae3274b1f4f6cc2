// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PageHeader.h"

#include "ui/kit/Button.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(title, TextRole::PageTitle))
    , m_fact(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_factBelow(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_actions(new QHBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(metric::kHalfStep);
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::kControlGap);
    // Title and fact stand on one line of writing, not on one middle.
    auto *texts = new QHBoxLayout;
    texts->setSpacing(metric::kCardGap + metric::kHalfStep);
    texts->addWidget(m_title, 0, Qt::AlignBaseline);
    texts->addWidget(m_fact, 1, Qt::AlignBaseline);
    row->addLayout(texts, 1);
    row->addLayout(m_actions);
    m_actions->setSpacing(metric::kControlGap);
    outer->addLayout(row);
    outer->addWidget(m_factBelow);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_fact->setObjectName(QStringLiteral("pageFact"));
    m_title->setOverflow(PlainLabel::Overflow::Elide);
    m_fact->setOverflow(PlainLabel::Overflow::Elide);
    m_factBelow->setOverflow(PlainLabel::Overflow::Wrap);
    setMinimumHeight(theme().scaled(metric::kControlHeight));
    setTitle(title);
    arrange();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    arrange();
}

void PageHeader::setFact(const QString &fact)
{
    m_fact->setText(fact);
    m_factBelow->setText(fact);
    arrange();
}

void PageHeader::addAction(Button *button)
{
    m_actions->addWidget(button);
    arrange();
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool PageHeader::event(QEvent *event)
{
    if (isRestyle(event)) {
        setMinimumHeight(theme().scaled(metric::kControlHeight));
        arrange();
    }
    return QWidget::event(event);
}

void PageHeader::arrange()
{
    const int need = m_title->sizeHint().width() + m_fact->sizeHint().width()
        + m_actions->sizeHint().width() + 3 * metric::kCardGap;
    const bool below = !m_fact->text().isEmpty() && need > width();
    m_fact->setVisible(!below);
    m_factBelow->setVisible(below);
}

} // namespace castellan
