// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListFrame.h"

#include "ui/kit/Card.h"
#include "ui/kit/LandmarkScrollBar.h"
#include "ui/kit/ListFooter.h"
#include "ui/kit/ListView.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/StatePanes.h"
#include "ui/kit/StateStack.h"
#include "ui/kit/TimeText.h"
#include "ui/kit/Wording.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace castellan {

using namespace std::chrono_literals;

namespace {

/// A list only reads, and is asked for again when the connection is back: nobody has to connect,
/// nor to look up what was done.
Sentence failureOf(const Error &error)
{
    if (error.code != ErrorCode::NotConnected && error.code != ErrorCode::ConnectionLost)
        return Wording::error(error);
    return { ListFrame::tr("The connection to the server is lost."),
             {},
             ListFrame::tr("Castellan is reconnecting; the list goes on by itself."),
             State::Warning };
}

} // namespace

ListFrame::ListFrame(ListView *view, QWidget *parent)
    : QFrame(parent)
    , m_view(view)
    , m_model(view->paged())
    , m_scrollBar(new LandmarkScrollBar(this))
    , m_footer(new ListFooter(this))
{
    setStyleProperty(this, "surface", QStringLiteral("card"));
    setStyleProperty(view, "embedded", QStringLiteral("true"));
    auto *rows = new QWidget(this);
    auto *over = new QGridLayout(rows); // the rows' ground and lines reach under the bar
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(view, 0, 0);
    over->addWidget(m_scrollBar, 0, 0, Qt::AlignTrailing);
    m_scrollBar->raise();
    m_stack = new StateStack(rows, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    m_line = new Hairline(Qt::Horizontal, this);
    layout->addWidget(m_line);
    layout->addWidget(m_footer);

    m_dimSoon.setSingleShot(true);
    m_dimSoon.setInterval(150ms);
    m_waitLong.setSingleShot(true);
    m_tellPlace.setSingleShot(true);
    m_tellPlace.setInterval(40ms);
    connect(&m_tellPlace, &QTimer::timeout, this, &ListFrame::tellPlace);
    m_waitLong.setInterval(2s);
    connect(&m_dimSoon, &QTimer::timeout, this, [this] { m_view->setStale(true); });
    connect(&m_waitLong, &QTimer::timeout, this, &ListFrame::showWaiting);

    connect(m_model, &PagedModel::stateChanged, this, &ListFrame::refresh);
    connect(m_model, &PagedModel::windowChanged, this, &ListFrame::refresh);
    connect(m_model, &PagedModel::arrivalsChanged, this,
            [this] { m_footer->setArrivals(m_model->arrivals()); });
    connect(m_footer, &ListFooter::showArrivals, m_model, &PagedModel::showArrivals);
    connect(m_stack, &StateStack::retry, m_model, &PagedModel::retry);
    connect(m_stack, &StateStack::cancelled, m_model, &PagedModel::cancel);
    connect(m_stack->empty(), &EmptyState::actionTriggered, this, [this] {
        if (const auto act = m_act)
            act();
    });

    m_scrollBar->setLabelAt([this](double fraction) { return m_view->labelAt(fraction); });
    connect(m_scrollBar, &LandmarkScrollBar::draggedTo, m_view, &ListView::goToPlace);
    connect(m_scrollBar, &LandmarkScrollBar::steppedLine, m_view, &ListView::scrollLines);
    connect(m_scrollBar, &LandmarkScrollBar::steppedPage, m_view, &ListView::scrollPages);
    connect(m_scrollBar, &LandmarkScrollBar::wheeled, m_view, [this](QWheelEvent *event) {
        QCoreApplication::sendEvent(m_view->verticalScrollBar(), event);
    });
    connect(m_view, &ListView::placeChanged, this, &ListFrame::followPlace);
    refresh();
}

void ListFrame::setEmptyNotice(const ListNotice &notice)
{
    m_notice = notice;
}

void ListFrame::setNoRightsText(const QString &text)
{
    m_noRights = text;
}

void ListFrame::followPlace()
{
    m_scrollBar->setPlace(m_view->place(), m_view->visibleShare());
    if (!m_tellPlace.isActive())
        m_tellPlace.start();
}

void ListFrame::tellPlace()
{
    const int visible = m_model->lastVisible() - m_model->firstVisible() + 1;
    m_footer->setPosition(m_model->rowCount() > 0 ? listPositionText(m_model->position(), visible)
                                                  : QString());
}

void ListFrame::refresh()
{
    const ListState state = m_model->state();
    const bool rows = m_model->rowCount() > 0;
    const bool loading = state == ListState::Loading;
    if (loading != std::exchange(m_loading, loading)) {
        if (loading) {
            m_dimSoon.start();
            m_waitLong.start();
        } else {
            m_dimSoon.stop();
            m_waitLong.stop();
        }
    }
    if (!loading)
        m_view->setStale(state == ListState::Failed);
    if (rows || state == ListState::Idle)
        m_stack->showContent();
    else if (loading)
        m_stack->showLoading(tr("Waiting for the server to send the list."));
    else if (state == ListState::Failed)
        showFailure();
    else
        showNothing();
    tellFailure();
    followPlace();
    m_line->setVisible(rows);
    m_footer->setVisible(rows);
}

void ListFrame::tellFailure()
{
    if (m_model->state() == ListState::Failed && m_model->rowCount() > 0)
        tell(failureOf(m_model->error()).happened + QLatin1Char(' ') + loadedText(), Tone::Critical,
             tr("Try again"), [this] { m_model->retry(); });
    else if (m_model->edgeFailed())
        tell(tr("More rows could not be loaded."), Tone::Critical, tr("Try again"),
             [this] { m_model->retry(); });
    else if (!m_told.isEmpty() && m_told == m_footer->message())
        m_footer->setMessage({});
}

void ListFrame::tell(const QString &text, Tone tone, const QString &action,
                     std::function<void()> run)
{
    m_told = text;
    m_footer->setMessage(text, tone, action, std::move(run));
}

QString ListFrame::loadedText() const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return tr("What is shown was loaded %1.", "relative time, '4 min ago'")
        .arg(TimeText::relative(m_model->loadedAt(), now));
}

void ListFrame::showWaiting()
{
    if (m_model->rowCount() > 0)
        tell(tr("Waiting for the server to send the list.") + QLatin1Char(' ') + loadedText(),
             Tone::Muted, tr("Cancel"), [this] { m_model->cancel(); });
}

void ListFrame::showNotice(const ListNotice &notice)
{
    m_stack->empty()->setContent(notice.icon, notice.title, notice.text);
    m_stack->empty()->setSnippet(notice.detail);
    m_stack->empty()->setAction(notice.actionText);
    m_act = notice.action;
    m_stack->showEmpty();
}

void ListFrame::showNothing()
{
    if (m_model->query().filter.isEmpty())
        showNotice(m_notice);
    else
        showNotice({ .icon = QStringLiteral("view-filter"),
                     .title = tr("Nothing matches the filter"),
                     .text = tr("There may be rows that the filter leaves out."),
                     .actionText = tr("Clear the filter"),
                     .action = [this] { Q_EMIT clearFilter(); } });
}

void ListFrame::showFailure()
{
    if (m_model->error().code == ErrorCode::PermissionDenied)
        showNotice({ .icon = QStringLiteral("lock"),
                     .title = tr("Your role may not read this list"),
                     .text = m_noRights });
    else
        m_stack->showError(failureOf(m_model->error()));
}

} // namespace castellan
