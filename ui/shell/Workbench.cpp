// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Workbench.h"

#include "models/operators/OperatorSession.h"
#include "ui/kit/Announce.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Page.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Sidebar.h"
#include "ui/kit/Theme.h"
#include "ui/shell/ConnectionStatus.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace castellan {

Workbench::Workbench(PageRegistry &pages, OperatorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_session(session)
    , m_sidebar(new Sidebar(pages, this))
    , m_connection(new Banner(State::Warning, {}, this))
    , m_schema(new Banner(State::Warning, {}, this))
    , m_stack(new QStackedWidget(this))
    , m_status(new ConnectionStatus(session, this))
{
    setObjectName(QStringLiteral("workbench"));
    m_connection->setObjectName(QStringLiteral("connectionBanner"));
    m_schema->setObjectName(QStringLiteral("schemaBanner"));
    m_connection->hide();
    m_schema->hide();
    SidebarItem *lock = m_sidebar->addFootItem(tr("Lock"), QStringLiteral("system-lock-screen"));
    lock->setObjectName(QStringLiteral("lockItem"));
    lock->setShortcutHint(QStringLiteral("Ctrl+L"));
    m_narrowStatus = m_sidebar->addFootItem(tr("Connection"), QStringLiteral("network-connect"));
    m_narrowStatus->setObjectName(QStringLiteral("narrowStatus"));
    m_sidebar->addToFoot(m_status);
    connect(m_status, &ConnectionStatus::changed, this, &Workbench::showNarrowStatus);
    connect(m_narrowStatus, &SidebarItem::clicked, this, &Workbench::popUpStatus);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_connection);
    column->addWidget(m_schema);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(content, 1);

    connect(lock, &SidebarItem::clicked, this, &Workbench::lockRequested);
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { open(id); });
    connect(&m_session, &OperatorSession::phaseChanged, this, &Workbench::followPhase);
    showNarrowStatus();
}

Page *Workbench::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

bool Workbench::open(const QString &pageId)
{
    Page *before = currentPage();
    if (before && pageId == m_current)
        return true;
    if (before && !before->mayLeave())
        return false;
    Page *page = m_pages.page(pageId, m_stack);
    if (!page)
        return false;
    if (m_stack->indexOf(page) < 0)
        m_stack->addWidget(page);
    if (before)
        before->closed();
    m_current = pageId;
    m_stack->setCurrentWidget(page);
    m_sidebar->setCurrent(pageId);
    page->opened();
    page->setFocus();
    Q_EMIT pageOpened(pageId);
    return true;
}

void Workbench::resume()
{
    showSchemaNotice();
    if (Page *page = currentPage()) {
        page->opened();
        return;
    }
    const QList<PageSpec> visible = m_pages.visible();
    if (!visible.isEmpty())
        open(visible.constFirst().id);
}

void Workbench::clear()
{
    m_current.clear();
    while (m_stack->count() > 0)
        delete m_stack->widget(0);
}

void Workbench::showSchemaNotice()
{
    m_schema->setVisible(m_session.isReadOnly());
    if (m_session.isReadOnly())
        m_schema->setText(tr("The schema of this server is newer than this console: everything can "
                             "be looked at, nothing can be changed. A newer Castellan is needed."));
}

void Workbench::showNarrowStatus()
{
    // Narrow, a badge is its mark alone: the state is seen there, good or bad.
    m_narrowStatus->setBadge({ QStringLiteral("!"), m_status->state(), m_status->sentence() });
}

/// What the wide sidebar says at its foot, beside the entry that stands for it.
void Workbench::popUpStatus()
{
    auto *popup = new QFrame(m_narrowStatus, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setObjectName(QStringLiteral("statusPopup"));
    popup->setProperty("surface", QStringLiteral("popup"));
    popup->setAccessibleName(m_narrowStatus->text());
    auto *text = new PlainLabel({}, TextRole::Body, Tone::Normal, popup);
    text->setObjectName(QStringLiteral("statusText"));
    const auto tell = [this, text] {
        text->setText(m_status->sentence() + QLatin1Char('\n') + m_status->exactText());
    };
    connect(m_status, &ConnectionStatus::changed, text, tell);
    tell();
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metric::kCardPadding, metric::kStep, metric::kCardPadding,
                               metric::kStep);
    layout->addWidget(text);
    popup->adjustSize();
    const QRect entry(m_narrowStatus->mapToGlobal(QPoint()), m_narrowStatus->size());
    const int x = isRightToLeft() ? entry.left() - popup->width() : entry.right() + 1;
    popup->move(x, entry.bottom() + 1 - popup->height());
    popup->show();
    announce(popup, text->text());
}

void Workbench::followPhase()
{
    const SignInPhase phase = m_session.phase();
    m_connection->setVisible(phase == SignInPhase::Lost);
    if (phase == SignInPhase::Lost)
        m_connection->setText(tr("The connection to the server is lost. What you see stays as it "
                                 "was; it is being brought back, and goes on by itself."));
    const bool left = phase == SignInPhase::SignedOut || phase == SignInPhase::SignInAgain;
    if (left && currentPage())
        currentPage()->closed();
}

void Workbench::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < metric::kSidebarBreak;
    m_sidebar->setNarrow(narrow);
    m_narrowStatus->setVisible(narrow);
    QWidget::resizeEvent(event);
}

WorkbenchNavigator::WorkbenchNavigator(Workbench &workbench, PageRegistry &pages, QObject *parent)
    : Navigator(parent)
    , m_workbench(workbench)
    , m_pages(pages)
{
}

void WorkbenchNavigator::open(const Subject &subject)
{
    const auto spec = m_pages.forSubject(subject.kind);
    if (spec && open(spec->id))
        m_workbench.currentPage()->showSubject(subject);
}

bool WorkbenchNavigator::open(const QString &page)
{
    return m_workbench.open(page);
}

bool WorkbenchNavigator::open(const QString &page, const Filter &filter)
{
    if (!open(page))
        return false;
    m_workbench.currentPage()->applyFilter(filter);
    return true;
}

} // namespace castellan
