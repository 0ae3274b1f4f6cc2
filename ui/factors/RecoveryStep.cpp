// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/RecoveryStep.h"

#include "ui/factors/SecretText.h"
#include "ui/factors/TimedReveal.h"
#include "ui/kit/Card.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace castellan {

RecoveryStep::RecoveryStep(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_codes(new SecretText(tr("Recovery codes"), this))
    , m_reveal(new TimedReveal(clock, this))
    , m_handedOver(new QCheckBox(tr("The person has &written them down or printed them"), this))
{
    setObjectName(QStringLiteral("recoveryStep"));
    m_codes->setObjectName(QStringLiteral("recoveryCodes"));
    m_handedOver->setObjectName(QStringLiteral("handedOver"));
    auto *card = new Card(this);
    card->body()->addWidget(m_codes);
    auto *how = new PlainLabel(tr("Each works once, in place of a code from the app. Capitals and "
                                  "hyphens do not matter. They can't be shown again."),
                               TextRole::Secondary, Tone::Muted, this);
    how->setOverflow(PlainLabel::Overflow::Wrap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kCardGap);
    layout->addWidget(card);
    layout->addWidget(m_reveal);
    layout->addWidget(how);
    layout->addWidget(m_handedOver);
    layout->addStretch();
    connect(m_reveal, &TimedReveal::concealed, m_codes, &SecretText::setConcealed);
    connect(m_handedOver, &QCheckBox::toggled, this, &RecoveryStep::edited);
}

void RecoveryStep::setCodes(const std::vector<Secret> &codes)
{
    std::vector<Secret> lines;
    lines.reserve(codes.size());
    for (const Secret &code : codes)
        lines.push_back(code.clone());
    m_codes->setLines(std::move(lines), 2);
    m_reveal->reveal();
}

void RecoveryStep::clear()
{
    m_codes->clear();
    m_reveal->stop();
}

bool RecoveryStep::isHandedOver() const
{
    return m_handedOver->isChecked();
}

} // namespace castellan
