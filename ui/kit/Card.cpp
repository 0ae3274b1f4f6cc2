// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Card.h"

#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

Card::Card(QWidget *parent)
    : Card(QString(), parent)
{
}

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout)
    , m_header(new QHBoxLayout)
    , m_title(new PlainLabel(title, TextRole::CardTitle))
    , m_fact(new PlainLabel({}, TextRole::Secondary, Tone::Muted))
{
    setProperty("surface", QStringLiteral("card"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metric::kCardPadding, metric::kCardPadding, metric::kCardPadding,
                              metric::kCardPadding);
    outer->setSpacing(metric::kStep);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_fact);
    m_title->setOverflow(PlainLabel::Overflow::Wrap);
    outer->addLayout(m_header);
    // The content takes what is left over as far as it can; the title never does.
    outer->addLayout(m_body, 1000);
    outer->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Minimum));
    outer->setStretch(outer->count() - 1, 1);
    m_body->setSpacing(metric::kStep);
    setTitle(title);
    setFact({});
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setFact(const QString &fact)
{
    m_fact->setText(fact);
    m_fact->setVisible(!fact.isEmpty());
}

SectionHeading::SectionHeading(const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_label(new PlainLabel(text, TextRole::BodyStrong))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metric::kStep, 0, 0);
    layout->addWidget(m_label);
    m_label->setOverflow(PlainLabel::Overflow::Wrap);
    setAccessibleName(text);
}

void SectionHeading::setText(const QString &text)
{
    setAccessibleName(text);
    m_label->setText(text);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent)
    : QFrame(parent)
{
    setProperty("surface", QStringLiteral("hairline"));
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

} // namespace castellan
