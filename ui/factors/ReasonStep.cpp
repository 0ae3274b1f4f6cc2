// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/ReasonStep.h"

#include "models/base/DisplayText.h"
#include "ui/kit/ChoiceBox.h"
#include "ui/kit/KeyValueList.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace castellan {

ReasonStep::ReasonStep(const Subject &account, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_reason(new ChoiceBox(this))
    , m_ticket(new QLineEdit(this))
    , m_note(new QLineEdit(this))
{
    setObjectName(QStringLiteral("reasonStep"));
    const QList<std::pair<EnrolmentReason, QString>> reasons {
        { EnrolmentReason::FirstFactor, QStringLiteral("first_factor") },
        { EnrolmentReason::NewPhone, QStringLiteral("new_phone") },
        { EnrolmentReason::LostPhone, QStringLiteral("lost_phone") },
        { EnrolmentReason::Other, QStringLiteral("other") },
    };
    for (const auto &[reason, word] : reasons)
        m_reason->addItem(Wording::word(WordKind::Request, word), int(reason));
    m_reason->setObjectName(QStringLiteral("reasonChoice"));
    m_ticket->setObjectName(QStringLiteral("ticketField"));
    m_ticket->setMaxLength(64);
    m_note->setObjectName(QStringLiteral("noteField"));
    m_note->setMaxLength(500);

    auto *who = new KeyValueList(this);
    who->setRow(QStringLiteral("name"), tr("Person"), account.label);
    who->setRow(QStringLiteral("login"), tr("Login"),
                DisplayText::visible(account.facts.value(QStringLiteral("login")).toString()));
    who->setRow(
        QStringLiteral("rank"), tr("Rank"),
        Wording::word(WordKind::Rank, account.facts.value(QStringLiteral("rank")).toString()));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(metric::kCardGap);
    form->setVerticalSpacing(metric::kStep);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Ticket"), m_ticket);
    form->addRow(tr("&Note"), m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kCardGap);
    layout->addWidget(who);
    layout->addLayout(form);
    layout->addStretch();
    connect(m_reason, &QComboBox::currentIndexChanged, this, &ReasonStep::edited);
    connect(m_ticket, &QLineEdit::textChanged, this, &ReasonStep::edited);
    connect(m_note, &QLineEdit::textChanged, this, &ReasonStep::edited);
}

EnrolmentRequest ReasonStep::request() const
{
    return { QUuid::fromString(m_account.id), EnrolmentReason(m_reason->currentData().toInt()),
             m_ticket->text().trimmed(), m_note->text().trimmed() };
}

QString ReasonStep::whyIncomplete() const
{
    const EnrolmentRequest made = request();
    if (made.reason == EnrolmentReason::Other && made.note.isEmpty())
        return tr("Say in the note what the reason is.");
    return {};
}

} // namespace castellan
