// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/CodePane.h"

#include "models/base/Clock.h"
#include "models/base/DisplayText.h"
#include "ui/kit/Button.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/Theme.h"
#include "ui/kit/TimeLabels.h"
#include "ui/kit/Wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

CodePane::CodePane(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_why(new PlainLabel({}, TextRole::Body, Tone::Muted, this))
    , m_code(new CodeField(this))
    , m_wait(new CountdownChip(clock, this))
    , m_demo(new QWidget(this))
{
    setObjectName(QStringLiteral("codePane"));
    m_why->setOverflow(PlainLabel::Overflow::Wrap);
    m_wait->setObjectName(QStringLiteral("codeWait"));
    m_wait->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kStep);
    layout->addWidget(
        new PlainLabel(tr("Enter your code"), TextRole::PageTitle, Tone::Normal, this));
    layout->addWidget(m_why);
    layout->addSpacing(metric::kStep);
    layout->addWidget(m_code);
    layout->addWidget(m_wait, 0, Qt::AlignLeading);
    layout->addWidget(buildButtons());
    layout->addStretch();
    connect(m_code, &CodeField::submitted, this, &CodePane::submitted);
    connect(m_wait, &CountdownChip::expired, this, [this] {
        m_wait->hide();
        m_code->setProblem({});
        focusFirst();
    });
}

QWidget *CodePane::buildButtons()
{
    auto *rows = new QWidget(this);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, metric::kStep, 0, 0);
    column->setSpacing(metric::kCardGap);

    auto *demoRow = new QHBoxLayout(m_demo);
    demoRow->setContentsMargins(0, 0, 0, 0);
    m_demoButton = new Button(tr("&Use the demo's code"), ButtonRole::Secondary, m_demo);
    m_demoButton->setObjectName(QStringLiteral("demoCodeButton"));
    demoRow->addWidget(new StateChip(State::Information, tr("Demo"), m_demo));
    demoRow->addWidget(m_demoButton);
    demoRow->addStretch();
    m_demo->hide();
    column->addWidget(m_demo);

    m_back = new Button(tr("&Back"), ButtonRole::Secondary, rows);
    m_back->setObjectName(QStringLiteral("codeBackButton"));
    column->addWidget(m_back, 0, Qt::AlignLeading);
    connect(m_back, &Button::clicked, this, &CodePane::backRequested);
    connect(m_demoButton, &Button::clicked, this, [this] {
        if (m_demoCode)
            m_code->fill(m_demoCode());
    });
    return rows;
}

void CodePane::start(const QString &role, const QString &host, bool again)
{
    const QString why = again
        ? tr("Your session on the server has ended: by a restart, a long pause, or a sign-in "
             "elsewhere. Six digits from the authenticator app of %1 for %2 open it again.")
        : tr("Six digits from the authenticator app of %1 for %2. They are checked as soon "
             "as the last one is typed.");
    m_why->setText(why.arg(DisplayText::visible(role, 64), DisplayText::visible(host, 80)));
    m_wait->stop();
    m_wait->hide();
    m_code->clear();
    m_code->setProblem({});
    setBusy(false);
}

void CodePane::setBusy(bool busy)
{
    m_code->setBusy(busy);
    m_demoButton->setEnabled(!busy);
    if (!busy)
        focusFirst();
}

void CodePane::setVerdict(const SignInVerdict &verdict)
{
    m_code->clear();
    const QVariantMap facts { { QStringLiteral("retry_at"), verdict.retryAt } };
    m_code->setProblem(Wording::signIn(verdict.outcome, facts, m_clock.utcNow()).joined());
    const bool waits = verdict.retryAt.isValid() && verdict.retryAt > m_clock.utcNow();
    m_wait->setVisible(waits);
    if (waits)
        m_wait->start(verdict.retryAt,
                      [](const QString &left) { return tr("Next try in %1").arg(left); });
}

void CodePane::setError(const Error &error)
{
    m_code->clear();
    m_code->setProblem(Wording::error(error, tr("You are not signed in.")).joined());
}

void CodePane::offerDemoCode(std::function<Secret()> code)
{
    m_demoCode = std::move(code);
    m_demo->setVisible(bool(m_demoCode));
}

void CodePane::focusFirst()
{
    if (isVisible())
        m_code->entry()->setFocus();
}

} // namespace castellan
