// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/DialogFrame.h"

#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kLeastWidth = 480;

} // namespace

DialogFrame::DialogFrame(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_title(new PlainLabel(title, TextRole::DetailTitle))
    , m_why(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_content(new QWidget)
    , m_body(new QVBoxLayout(m_content))
    , m_problem(new Banner(State::Critical))
    , m_leave(buildLeaveBanner())
    , m_cancel(new Button(tr("&Cancel")))
    , m_primary(new Button({}, ButtonRole::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(theme().scaled(kLeastWidth));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin,
                              metric::kCardPadding);
    outer->setSpacing(metric::kStep);
    outer->addWidget(m_title);
    outer->addWidget(m_why);
    outer->addSpacing(metric::kStep);
    outer->addWidget(m_content, 1);
    outer->addSpacing(metric::kStep);
    outer->addWidget(m_problem);
    outer->addWidget(m_leave);
    buildFoot(outer);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(metric::kStep);
    for (PlainLabel *label : { m_title, m_why })
        label->setOverflow(PlainLabel::Overflow::Wrap);
    m_why->hide();
    m_problem->hide();
    m_leave->hide();
    m_primary->hide();
    setTitle(title);
}

Banner *DialogFrame::buildLeaveBanner()
{
    auto *banner = new Banner(State::Warning, tr("What you entered is not saved."));
    banner->setObjectName(QStringLiteral("leaveBanner"));
    Button *keep = banner->addAction(tr("&Keep editing"));
    keep->setObjectName(QStringLiteral("keepButton"));
    Button *discardButton = banner->addAction(tr("&Discard"));
    discardButton->setObjectName(QStringLiteral("discardButton"));
    discardButton->setRole(ButtonRole::Destructive);
    connect(keep, &Button::clicked, banner, &QWidget::hide);
    connect(discardButton, &Button::clicked, this, &DialogFrame::discard);
    return banner;
}

void DialogFrame::buildFoot(QVBoxLayout *outer)
{
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    m_problem->setObjectName(QStringLiteral("problemBanner"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(metric::kControlGap);
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_primary);
    outer->addSpacing(metric::kHalfStep);
    outer->addLayout(foot);
    connect(m_cancel, &Button::clicked, this, &DialogFrame::reject);
    connect(m_primary, &Button::clicked, this, &DialogFrame::primaryTriggered);
}

void DialogFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

void DialogFrame::setWhy(const QString &sentence)
{
    m_why->setText(sentence);
    m_why->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
}

void DialogFrame::setPrimary(const QString &text, bool destructive)
{
    m_primary->setText(text);
    m_primary->setRole(destructive ? ButtonRole::Destructive : ButtonRole::Primary);
    m_primary->show();
    m_primary->setAutoDefault(false);
    m_primary->setDefault(!destructive);
    m_cancel->setDefault(destructive);
}

void DialogFrame::setOnlyClose()
{
    m_primary->hide();
    m_cancel->setText(tr("&Close"));
    m_cancel->setDefault(true);
}

void DialogFrame::setPrimaryEnabled(bool enabled, const QString &why)
{
    m_primary->setWhyDisabled(why);
    m_primary->setEnabled(enabled);
}

void DialogFrame::setDirty(bool dirty)
{
    m_dirty = dirty;
    if (!dirty)
        m_leave->hide();
}

void DialogFrame::setBusy(bool busy)
{
    m_content->setEnabled(!busy);
    m_primary->setEnabled(!busy);
}

void DialogFrame::setProblem(const QString &sentence)
{
    m_problem->setVisible(false);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    growToFit();
}

// A banner that appears must not squeeze the content.
void DialogFrame::growToFit()
{
    if (!isVisible())
        return;
    layout()->activate();
    const int need = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                   : layout()->totalSizeHint().height();
    if (need > height())
        resize(width(), need);
}

void DialogFrame::reject()
{
    if (!m_dirty) {
        QDialog::reject();
    } else if (m_leave->isVisible()) {
        m_leave->hide(); // a second Esc takes the question back
    } else {
        m_leave->show();
        growToFit();
        m_leave->findChild<Button *>(QStringLiteral("keepButton"))->setFocus(Qt::OtherFocusReason);
    }
}

void DialogFrame::discard()
{
    QDialog::reject();
}

bool DialogFrame::event(QEvent *event)
{
    if (isRestyle(event))
        setMinimumWidth(theme().scaled(kLeastWidth));
    return QDialog::event(event);
}

void DialogFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // Begin with the content, not with a button of the foot.
    if (!focusWidget() || focusWidget() == m_cancel || focusWidget() == m_primary) {
        for (QWidget *child : m_content->findChildren<QWidget *>()) {
            if (child->focusPolicy() & Qt::TabFocus && child->isEnabled()
                && child->isVisibleTo(this)) {
                child->setFocus(Qt::OtherFocusReason);
                break;
            }
        }
    }
}

} // namespace castellan
