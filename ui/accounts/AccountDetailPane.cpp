// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountDetailPane.h"

#include "models/base/Clock.h"
#include "models/base/DisplayText.h"
#include "ui/accounts/AccountEventList.h"
#include "ui/accounts/AccountPresenter.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Button.h"
#include "ui/kit/ButtonRow.h"
#include "ui/kit/Card.h"
#include "ui/kit/DetailSections.h"
#include "ui/kit/KeyValueList.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Scrolling.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/StateStack.h"
#include "ui/kit/TimeText.h"
#include "ui/kit/Wording.h"

#include <QAction>
#include <QScrollArea>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kEvents = 8;
constexpr int kWidest = 720; // a value further from its name would be read beside another
constexpr int kStepSeconds = 30; // of RFC 6238; the drift is counted in these

/// What is shown stays as it was when only the connection is gone.
bool isOfTheConnection(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::NotConnected
        || error.code == ErrorCode::Cancelled;
}

void clearLayout(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

AccountDetailPane::AccountDetailPane(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
{
    setObjectName(QStringLiteral("accountDetail"));
    setAccessibleName(tr("Account"));
    m_stack = new StateStack(scrolling(buildContent(), this), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_stack, &StateStack::retry, this, [this] { load(true); });
    connect(m_stack, &StateStack::cancelled, this, [this] {
        m_detailRequest.drop();
        fail({ ErrorCode::Cancelled, {}, {} });
    });
    connect(&m_parts.actions, &ActionCatalog::changed, this, &AccountDetailPane::fillActions);
}

QWidget *AccountDetailPane::buildContent()
{
    auto *content = new QWidget(this);
    content->setObjectName(QStringLiteral("scrollContent"));
    // As wide as the pane, whatever a word would like: nothing is cut at its trailing edge.
    content->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    content->setMaximumWidth(kWidest);
    auto *column = new QVBoxLayout(content);
    // Above it is the room of the pane's own buttons.
    column->setContentsMargins(metric::kPageMargin, metric::kHalfStep, metric::kPageMargin,
                               metric::kPageMargin);
    column->setSpacing(metric::kStep);
    m_name = new PlainLabel({}, TextRole::DetailTitle, Tone::Normal, content);
    m_name->setObjectName(QStringLiteral("accountName"));
    m_name->setOverflow(PlainLabel::Overflow::Wrap);
    m_name->setSelectable(true);
    m_identity = new PlainLabel({}, TextRole::Secondary, Tone::Muted, content);
    m_identity->setOverflow(PlainLabel::Overflow::Wrap);
    m_identity->setSelectable(true);
    m_state = new StateChip(State::None, {}, content);
    m_state->setObjectName(QStringLiteral("accountState"));
    m_actions = new ButtonRow(content);
    m_whyNot = new PlainLabel({}, TextRole::Secondary, Tone::Muted, content);
    m_whyNot->setObjectName(QStringLiteral("whyNot"));
    m_whyNot->setOverflow(PlainLabel::Overflow::Wrap);
    m_facts = new KeyValueList(content);
    m_events = new AccountEventList(m_parts.clock, content);
    m_sections = new QVBoxLayout;
    m_sections->setSpacing(metric::kStep);

    column->addWidget(m_name);
    column->addWidget(m_identity);
    column->addWidget(m_state, 0, Qt::AlignLeading);
    column->addSpacing(metric::kHalfStep);
    column->addWidget(m_actions);
    column->addWidget(m_whyNot);
    column->addSpacing(metric::kHalfStep);
    column->addWidget(new Hairline(Qt::Horizontal, content));
    column->addWidget(m_facts);
    column->addLayout(m_sections);
    column->addWidget(new Hairline(Qt::Horizontal, content));
    column->addWidget(new SectionHeading(tr("Recent events"), content));
    column->addWidget(m_events);

    column->addStretch();
    return content;
}

void AccountDetailPane::show(const Subject &account)
{
    const bool other = !account.isSameAs(m_subject);
    m_subject = account;
    if (!m_subject.isValid()) {
        m_detailRequest.drop();
        m_eventsRequest.drop();
        return;
    }
    if (other)
        fillSections();
    load(other);
}

void AccountDetailPane::refresh()
{
    if (m_subject.isValid())
        load(false);
}

void AccountDetailPane::load(bool anew)
{
    if (anew)
        m_stack->showLoading(tr("Waiting for the account."));
    const QUuid id = QUuid::fromString(m_subject.id);
    m_detailRequest.deliver(m_parts.store.detail(id), this,
                            [this](const Result<AccountDetail> &answer) {
                                if (answer)
                                    take(answer.value());
                                else if (!isShown() || !isOfTheConnection(answer.error()))
                                    fail(answer.error());
                            });
    m_eventsRequest.deliver(m_parts.store.events(id, kEvents), this,
                            [this, anew](const Result<QList<AccountEvent>> &answer) {
                                if (answer)
                                    m_events->setEvents(answer.value());
                                else if (anew || !isOfTheConnection(answer.error()))
                                    m_events->setProblem(Wording::error(answer.error()).happened);
                            });
}

void AccountDetailPane::fail(const Error &error)
{
    m_shown = {};
    m_stack->showError(Wording::error(error, tr("Nothing was changed.")));
}

void AccountDetailPane::take(const AccountDetail &detail)
{
    m_name->setText(accountName(detail.displayName, detail.login));
    m_identity->setText(tr("%1 · %2 · external id %3")
                            .arg(DisplayText::visible(detail.login),
                                 Wording::word(WordKind::Rank, detail.rank),
                                 DisplayText::visible(detail.externalId, 64)));
    const QString &word = detail.factorState;
    m_state->setState(Wording::factorState(word),
                      Wording::factorChip(word, detail.factorUntil, m_parts.clock.utcNow()));
    m_subject.label = m_name->text();
    m_subject.facts.insert(QStringLiteral("version"), detail.version);
    m_subject.facts.insert(QStringLiteral("factor_state"), word);
    m_subject.facts.insert(QStringLiteral("factors"), detail.factors);
    m_subject.facts.insert(QStringLiteral("active"), detail.active);
    m_subject.facts.insert(QStringLiteral("rank"), detail.rank);
    m_shown = m_subject;
    fillFacts(detail);
    fillActions();
    m_stack->showContent();
}

void AccountDetailPane::fillFacts(const AccountDetail &detail)
{
    const QDateTime now = m_parts.clock.utcNow();
    const bool enrolled = detail.factors > 0;
    m_facts->setRow(QStringLiteral("email"), tr("E-mail"), DisplayText::visible(detail.email));
    m_facts->setRow(QStringLiteral("active"), tr("Account"),
                    detail.active ? tr("active") : tr("inactive: nobody can sign in"));
    m_facts->setRow(
        QStringLiteral("factor"), tr("Factor"),
        enrolled ? tr("TOTP, since %1").arg(TimeText::dateTime(detail.factorConfirmedAt, now))
                 : tr("none"),
        enrolled ? TimeText::exact(detail.factorConfirmedAt) : QString());
    m_facts->setRow(QStringLiteral("used"), tr("Last used"),
                    detail.lastUsedAt.isValid() ? TimeText::dateTime(detail.lastUsedAt, now)
                                                : tr("never"),
                    detail.lastUsedAt.isValid() ? TimeText::exact(detail.lastUsedAt) : QString());
    m_facts->setRowVisible(QStringLiteral("used"), enrolled);
    const QString drift =
        TimeText::duration(std::chrono::seconds(std::abs(detail.driftSteps) * kStepSeconds));
    m_facts->setRow(QStringLiteral("drift"), tr("Clock of the phone"),
                    detail.driftSteps == 0      ? tr("right")
                        : detail.driftSteps > 0 ? tr("about %1 ahead").arg(drift)
                                                : tr("about %1 behind").arg(drift));
    m_facts->setRowVisible(QStringLiteral("drift"), enrolled);
    m_facts->setRow(QStringLiteral("failures"), tr("Wrong codes in a row"),
                    QLocale().toString(detail.consecutiveFailures));
    m_facts->setRowVisible(QStringLiteral("failures"), detail.consecutiveFailures > 0);
    m_facts->setRow(QStringLiteral("codes"), tr("Recovery codes"),
                    tr("%n left", nullptr, detail.recoveryCodesLeft));
    m_facts->setRowVisible(QStringLiteral("codes"), enrolled);
    m_facts->setRow(QStringLiteral("pending"), tr("Enrolment under way"),
                    tr("until %1").arg(TimeText::until(detail.pendingUntil, now)),
                    TimeText::exact(detail.pendingUntil));
    m_facts->setRowVisible(QStringLiteral("pending"), !detail.pendingEnrolment.isNull());
    m_facts->setRow(QStringLiteral("enrolBy"), tr("Must enrol"),
                    TimeText::until(detail.enrolBy, now), TimeText::exact(detail.enrolBy));
    m_facts->setRowVisible(QStringLiteral("enrolBy"), detail.enrolBy.isValid() && !enrolled);
}

/// The buttons stay while they are the same actions, so that the focus stays on one of them.
void AccountDetailPane::fillActions()
{
    QStringList ids;
    const QList<ActionSpec> specs =
        m_shown.isValid() ? m_parts.actions.forKind(m_shown.kind) : QList<ActionSpec>();
    for (const ActionSpec &spec : specs)
        ids += spec.id;
    if (ids != m_actionIds)
        makeActions(specs);
    m_actionIds = ids;
    QStringList reasons;
    for (const QString &id : ids) {
        const QString why = m_parts.actions.whyDisabled(id, m_shown);
        m_actions->findChild<Button *>(id)->setWhyDisabled(why);
        reasons += why;
    }
    reasons.removeAll(QString());
    reasons.removeDuplicates();
    m_whyNot->setText(reasons.join(u'\n'));
    m_whyNot->setVisible(!reasons.isEmpty());
}

void AccountDetailPane::makeActions(const QList<ActionSpec> &specs)
{
    m_actions->clear();
    for (const ActionSpec &spec : specs) {
        const ButtonRole role = spec.weight == ActionWeight::Primary ? ButtonRole::Primary
            : spec.weight == ActionWeight::Destructive               ? ButtonRole::Destructive
                                                                     : ButtonRole::Secondary;
        auto *button = new Button(spec.text, role, m_actions);
        button->setObjectName(spec.id);
        button->setIconName(spec.icon);
        connect(button, &Button::clicked, this,
                [this, id = spec.id] { m_parts.actions.run(id, m_shown, window()); });
        m_actions->addButton(button);
    }
}

void AccountDetailPane::fillSections()
{
    clearLayout(m_sections);
    const QList<DetailSection> sections = m_parts.sections.forKind(m_subject.kind);
    for (const DetailSection &section : sections) {
        if (!section.title.isEmpty())
            m_sections->addWidget(new SectionHeading(section.title, this));
        m_sections->addWidget(section.create(m_subject, this));
    }
}

} // namespace castellan
