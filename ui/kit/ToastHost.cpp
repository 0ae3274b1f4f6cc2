// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ToastHost.h"

#include "ui/kit/Announce.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/Card.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/TimeText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kHistoryWidth = 420;
constexpr int kHistoryHeight = 480;

QWidget *historyRow(const Toast &toast, const QDateTime &at)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, metric::kHalfStep, 0, metric::kHalfStep);
    layout->setSpacing(metric::kStep);
    auto *text = new PlainLabel(toast.text);
    text->setOverflow(PlainLabel::Overflow::Wrap);
    text->setSelectable(true);
    auto *time = new PlainLabel(TimeText::until(at, QDateTime::currentDateTimeUtc()),
                                TextRole::Secondary, Tone::Muted);
    layout->addWidget(new StateMark(toast.state), 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    layout->addWidget(time, 0, Qt::AlignTop);
    return row;
}

} // namespace

ToastHost::ToastHost(QWidget *window)
    : QWidget(window)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("toastHost"));
    m_layout->setContentsMargins(metric::kStep, metric::kStep, metric::kStep, metric::kStep);
    m_layout->setSpacing(metric::kStep);
    window->installEventFilter(this);
    auto *key = new QShortcut(QKeySequence(Qt::Key_F6), window);
    connect(key, &QShortcut::activated, this, &ToastHost::toggleHistory);
    hide();
}

void ToastHost::post(const Toast &toast)
{
    m_kept.prepend({ toast, QDateTime::currentDateTimeUtc() });
    if (m_kept.size() > kKept)
        m_kept.removeLast();
    m_waiting.append(toast);
    showNext();
    announce(this, toast.text);
}

void ToastHost::showNext()
{
    while (!m_waiting.isEmpty() && m_shown.size() < kAtOnce) {
        auto *item = new ToastItem(m_waiting.takeFirst(), m_shownFor, this);
        connect(item, &ToastItem::closed, this, [this, item] { close(item); });
        m_shown.append(item);
        m_layout->addWidget(item);
        item->show();
    }
    setVisible(!m_shown.isEmpty());
    place();
}

void ToastHost::close(ToastItem *item)
{
    if (!m_shown.removeOne(item))
        return;
    m_layout->removeWidget(item);
    item->hide();
    item->deleteLater();
    showNext();
}

void ToastHost::withhold()
{
    closeHistory();
    QList<Toast> unread;
    for (const ToastItem *item : std::as_const(m_shown))
        if (item->toast().stays())
            unread += item->toast();
    m_withheld += unread + std::exchange(m_waiting, {});
    m_withheldKept = std::exchange(m_kept, {}) + m_withheldKept;
    while (!m_shown.isEmpty())
        close(m_shown.constFirst());
}

void ToastHost::release()
{
    m_waiting += std::exchange(m_withheld, {});
    m_kept += std::exchange(m_withheldKept, {});
    m_kept.resize(std::min<qsizetype>(m_kept.size(), kKept));
    showNext();
}

void ToastHost::forgetWithheld()
{
    m_withheld.clear();
    m_withheldKept.clear();
}

void ToastHost::toggleHistory()
{
    if (m_history)
        return closeHistory();
    m_history = makeHistory();
    place();
    m_history->show();
    m_history->raise();
    m_history->setFocus(Qt::ShortcutFocusReason);
}

void ToastHost::closeHistory()
{
    if (m_history)
        m_history->deleteLater();
    m_history.clear();
}

QWidget *ToastHost::makeHistory()
{
    auto *panel = new QFrame(window());
    panel->setObjectName(QStringLiteral("toastHistory"));
    panel->setProperty("surface", QStringLiteral("popup"));
    panel->setAccessibleName(tr("Messages"));
    panel->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metric::kCardPadding, metric::kStep, metric::kCardPadding,
                               metric::kStep);
    auto *head = new QHBoxLayout;
    auto *close = Button::tool(QStringLiteral("edit-delete-remove"), tr("Close the messages"));
    head->addWidget(new PlainLabel(tr("Messages"), TextRole::CardTitle), 1);
    head->addWidget(close);
    layout->addLayout(head);
    connect(close, &Button::clicked, this, &ToastHost::toggleHistory);
    // Wherever in the window the focus is: it lies over the rest, so it closes first.
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), panel);
    connect(escape, &QShortcut::activated, this, &ToastHost::toggleHistory);

    auto *rows = new QWidget;
    rows->setObjectName(QStringLiteral("scrollContent"));
    auto *list = new QVBoxLayout(rows);
    list->setContentsMargins(0, 0, metric::kStep, 0);
    for (const Kept &kept : std::as_const(m_kept))
        list->addWidget(historyRow(kept.toast, kept.at));
    if (m_kept.isEmpty())
        list->addWidget(
            new PlainLabel(tr("Nothing has been reported yet."), TextRole::Body, Tone::Muted));
    list->addStretch();
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(rows);
    layout->addWidget(area, 1);
    return panel;
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange)
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastHost::place()
{
    const QRect room = parentWidget()->rect().adjusted(metric::kStep, metric::kStep, -metric::kStep,
                                                       -metric::kStep);
    const auto corner = Qt::AlignTrailing | Qt::AlignBottom;
    m_layout->activate();
    setGeometry(QStyle::alignedRect(layoutDirection(), corner, sizeHint(), room));
    raise();
    if (m_history) {
        const QSize want(theme().scaled(kHistoryWidth), theme().scaled(kHistoryHeight));
        m_history->setGeometry(
            QStyle::alignedRect(layoutDirection(), corner, want.boundedTo(room.size()), room));
    }
}

} // namespace castellan
