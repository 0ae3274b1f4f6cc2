// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/WizardFrame.h"

#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/Card.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/ScrimOverlay.h"
#include "ui/kit/Scrolling.h"
#include "ui/kit/WizardSteps.h"

#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr QSize kSize(760, 540);
constexpr int kSideWidth = 200;
constexpr int kSideMargin = 20;
constexpr int kMainMargin = 32;

/// On the ground of the wizard.
QScrollArea *onWizard(QScrollArea *area)
{
    area->viewport()->setAutoFillBackground(false);
    area->widget()->setAutoFillBackground(false);
    return area;
}

} // namespace

WizardFrame::WizardFrame(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_steps(new WizardSteps)
    , m_title(new PlainLabel({}, TextRole::DetailTitle))
    , m_why(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_stack(new QStackedWidget)
    , m_problem(new Banner(State::Critical))
    , m_leave(new Banner(State::Warning))
    , m_cancel(new Button(tr("&Cancel")))
    , m_back(new Button(tr("&Back")))
    , m_primary(new Button({}, ButtonRole::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(buildSide(title));
    outer->addWidget(buildMain(), 1);
    resize(usualSize().boundedTo(screen()->availableSize()));
    m_lost = new ScrimOverlay(this);
    m_lost->setObjectName(QStringLiteral("connectionLost"));
    Button *leave = m_lost->addAction(tr("&Leave"));
    leave->setObjectName(QStringLiteral("leaveLost"));
    connect(leave, &Button::clicked, this, &WizardFrame::discard);
}

QSize WizardFrame::usualSize()
{
    return { theme().scaled(kSize.width()), theme().scaled(kSize.height()) };
}

QWidget *WizardFrame::buildSide(const QString &title)
{
    auto *side = new QFrame;
    side->setProperty("surface", QStringLiteral("pane"));
    side->setFixedWidth(theme().scaled(kSideWidth));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(kSideMargin, metric::kPageMargin, kSideMargin, metric::kPageMargin);
    layout->setSpacing(metric::kStep);
    auto *name = new PlainLabel(title, TextRole::CardTitle);
    name->setOverflow(PlainLabel::Overflow::Wrap);
    layout->addWidget(name);
    layout->addSpacing(metric::kHalfStep);
    layout->addWidget(m_steps);
    layout->addStretch();
    return side;
}

QWidget *WizardFrame::buildMain()
{
    auto *main = new QWidget;
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(kMainMargin, metric::kPageMargin, kMainMargin, kSideMargin);
    layout->setSpacing(metric::kStep);
    for (PlainLabel *label : { m_title, m_why }) {
        label->setOverflow(PlainLabel::Overflow::Wrap);
        layout->addWidget(label);
    }
    layout->addSpacing(metric::kStep);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_leave);
    layout->addWidget(new Hairline);
    layout->addWidget(buildFoot());
    m_problem->setObjectName(QStringLiteral("problemBanner"));
    m_problem->hide();
    buildLeaveBanner();
    return main;
}

QWidget *WizardFrame::buildFoot()
{
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    auto *foot = new QWidget;
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(metric::kControlGap);
    layout->addWidget(m_cancel);
    layout->addStretch();
    layout->addWidget(m_back);
    layout->addWidget(m_primary);
    connect(m_cancel, &Button::clicked, this, &WizardFrame::reject);
    connect(m_back, &Button::clicked, this, [this] { Q_EMIT backTriggered(current()); });
    connect(m_primary, &Button::clicked, this, [this] { Q_EMIT primaryTriggered(current()); });
    return foot;
}

void WizardFrame::buildLeaveBanner()
{
    m_leave->setObjectName(QStringLiteral("leaveBanner"));
    m_leave->hide();
    Button *stay = m_leave->addAction(tr("Sta&y here"));
    stay->setObjectName(QStringLiteral("keepButton"));
    Button *leave = m_leave->addAction(tr("&Leave"));
    leave->setObjectName(QStringLiteral("discardButton"));
    leave->setRole(ButtonRole::Destructive);
    connect(stay, &Button::clicked, m_leave, &QWidget::hide);
    connect(leave, &Button::clicked, this, &WizardFrame::discard);
}

void WizardFrame::addPage(const WizardPage &page)
{
    m_pages.append(page);
    m_steps->addStep(page.step);
    m_stack->addWidget(onWizard(scrolling(page.content)));
    if (m_current < 0)
        goTo(page.id);
    else
        m_steps->setCurrent(m_current);
}

void WizardFrame::goTo(const QString &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return;
    m_current = index;
    m_busy = false;
    m_primaryEnabled = true;
    setProblem({});
    m_leave->hide();
    m_stack->setCurrentIndex(index);
    m_stack->currentWidget()->setEnabled(true);
    showCurrent();
    if (isVisible())
        focusContent();
    Q_EMIT pageShown(id);
}

QString WizardFrame::current() const
{
    return m_current < 0 ? QString() : m_pages[m_current].id;
}

QWidget *WizardFrame::content(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : m_pages[index].content;
}

void WizardFrame::setTexts(const QString &id, const QString &title, const QString &why)
{
    const int index = indexOf(id);
    if (index < 0)
        return;
    m_pages[index].title = title;
    m_pages[index].why = why;
    showCurrent();
}

void WizardFrame::setPrimaryText(const QString &id, const QString &text)
{
    const int index = indexOf(id);
    if (index < 0)
        return;
    m_pages[index].primary = text;
    showCurrent();
}

void WizardFrame::setPrimaryEnabled(bool enabled, const QString &why)
{
    m_primaryEnabled = enabled;
    m_primary->setWhyDisabled(enabled ? QString() : why);
    updateFoot();
}

void WizardFrame::setBusy(bool busy)
{
    if (busy && !m_busy) {
        m_focusBefore = focusWidget();
        setFocus(Qt::OtherFocusReason);
    }
    m_busy = busy;
    if (QWidget *page = m_stack->currentWidget())
        page->setEnabled(!busy);
    updateFoot();
    giveFocusBack();
}

void WizardFrame::setProblem(const QString &sentence)
{
    m_problem->hide();
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void WizardFrame::setDirty(bool dirty, const QString &whatIsLost)
{
    m_dirty = dirty;
    m_leave->setText(whatIsLost.isEmpty() ? tr("What was done here is not finished.") : whatIsLost);
    if (!dirty)
        m_leave->hide();
}

void WizardFrame::setCancelText(const QString &text)
{
    m_cancel->setText(text);
}

void WizardFrame::setFinished(bool finished)
{
    m_finished = finished;
    updateFoot();
}

void WizardFrame::setConnectionLost(const QString &sentence)
{
    if (!sentence.isEmpty())
        return m_lost->cover(tr("The connection is lost"), sentence);
    m_lost->uncover();
    giveFocusBack(); // what was being asked may have been answered meanwhile
}

void WizardFrame::reject()
{
    if (!m_dirty || m_finished) {
        QDialog::reject();
    } else if (m_lost->isVisible()) {
        return; // its own button leaves; a question under it could not be answered
    } else if (m_leave->isVisible()) {
        m_leave->hide(); // a second Esc takes the question back
    } else {
        m_leave->show();
        m_leave->findChild<Button *>(QStringLiteral("keepButton"))->setFocus(Qt::OtherFocusReason);
    }
}

void WizardFrame::discard()
{
    QDialog::reject();
}

void WizardFrame::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    focusContent();
}

int WizardFrame::indexOf(const QString &id) const
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id)
            return i;
    }
    return -1;
}

void WizardFrame::showCurrent()
{
    if (m_current < 0)
        return;
    const WizardPage &page = m_pages[m_current];
    m_steps->setCurrent(m_current);
    m_title->setText(page.title);
    m_why->setText(page.why);
    m_why->setVisible(!page.why.isEmpty());
    m_primary->setText(page.primary);
    m_primary->setVisible(!page.primary.isEmpty());
    setAccessibleName(page.title);
    setAccessibleDescription(page.why);
    updateFoot();
}

void WizardFrame::updateFoot()
{
    const bool back = m_current > 0 && m_pages[m_current].mayGoBack && !m_finished;
    m_back->setVisible(back);
    m_back->setEnabled(!m_busy);
    m_cancel->setVisible(!m_finished);
    m_primary->setEnabled(m_primaryEnabled && !m_busy);
    m_primary->setAutoDefault(false);
    m_primary->setDefault(true);
}

void WizardFrame::focusContent()
{
    QWidget *content = m_pages.isEmpty() ? nullptr : m_pages[m_current].content;
    if (!content)
        return;
    for (QWidget *child : content->findChildren<QWidget *>()) {
        if (child->focusPolicy() & Qt::TabFocus && child->isEnabled() && child->isVisibleTo(this)) {
            child->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_primary->setFocus(Qt::OtherFocusReason);
}

/// From the frame, where it waited while the wizard was busy.
void WizardFrame::giveFocusBack()
{
    if (!m_busy && focusWidget() == this && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

} // namespace castellan
