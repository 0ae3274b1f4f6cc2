// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a ListView answers to keyboard and mouse.
#include "ui/kit/ListHeader.h"
#include "ui/kit/ListView.h"
#include "ui/kit/PlainText.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace castellan {

namespace {

constexpr qint64 kTypingMs = 1000; ///< letters that follow sooner belong to the same prefix

} // namespace

void ListView::keyPressEvent(QKeyEvent *event)
{
    if (pressedKey(*event) || typeAhead(*event))
        event->accept();
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        QTableView::keyPressEvent(event); // from cell to cell, for screen readers
    else
        event->ignore();
}

bool ListView::pressedKey(const QKeyEvent &event)
{
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    if (event.matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        m_selection->selectAllMatching(m_paged->query().filter);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveCurrent(event.key() == Qt::Key_Up ? -1 : 1, event.modifiers());
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        moveCurrent(event.key() == Qt::Key_PageUp ? -page : page, event.modifiers());
        return true;
    case Qt::Key_Home:
    case Qt::Key_End: {
        m_currentFollows = true;
        event.key() == Qt::Key_Home ? m_paged->jumpToStart() : m_paged->jumpToEnd();
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_currentId.isEmpty())
            Q_EMIT opened(m_currentId);
        return true;
    case Qt::Key_Space:
        if (!m_typed.isEmpty() && m_typedAt.elapsed() < kTypingMs)
            return false; // a blank inside a name
        if (!m_currentId.isEmpty())
            m_selection->toggle(m_currentId);
        m_rangeId = m_currentId;
        return true;
    case Qt::Key_F10:
    case Qt::Key_Menu:
        if (event.key() == Qt::Key_F10 && !(event.modifiers() & Qt::ShiftModifier))
            return false;
        openMenu(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return true;
    default:
        return false;
    }
}

bool ListView::typeAhead(const QKeyEvent &event)
{
    const bool plain = !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const QString text = event.text();
    if (!plain || text.isEmpty() || !text.at(0).isPrint())
        return false;
    if (m_typed.isEmpty() || m_typedAt.elapsed() >= kTypingMs)
        m_typed.clear();
    m_typed += text;
    m_typedAt.restart();
    m_currentFollows = m_paged->jumpToKey(m_typed);
    return true;
}

void ListView::moveCurrent(int by, Qt::KeyboardModifiers modifiers)
{
    if (m_paged->rowCount() == 0)
        return;
    const int from = currentRow();
    const int row =
        from < 0 ? m_paged->firstVisible() : std::clamp(from + by, 0, m_paged->rowCount() - 1);
    const bool alone = m_selection->isEmpty() || m_selection->single() == m_currentId;
    const int column =
        currentIndex().isValid() ? currentIndex().column() : m_header->logicalIndex(0);
    if (m_rangeId.isEmpty() || !(modifiers & Qt::ShiftModifier))
        m_rangeId = modifiers & Qt::ShiftModifier ? m_currentId : QString();
    const QModelIndex index = m_texts->index(row, column);
    setCurrentIndex(index);
    scrollTo(index);
    if (modifiers & Qt::ShiftModifier)
        markRange(m_paged->rowOf(m_rangeId), row);
    else if (alone && !(modifiers & Qt::ControlModifier))
        m_selection->set({ m_currentId });
}

void ListView::markRange(int from, int to)
{
    QStringList ids;
    for (int row = std::min(from < 0 ? to : from, to); row <= std::max(from, to); ++row)
        ids.append(m_paged->rowAt(row)->id);
    m_selection->set(ids);
}

void ListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const QString before = m_currentId;
    QTableView::mousePressEvent(event);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    if (event->button() == Qt::RightButton) {
        if (!m_selection->contains(m_currentId))
            m_selection->set({ m_currentId });
    } else if (event->modifiers() & Qt::ControlModifier) {
        m_selection->toggle(m_currentId);
        m_rangeId = m_currentId;
    } else if (event->modifiers() & Qt::ShiftModifier) {
        if (m_rangeId.isEmpty())
            m_rangeId = before;
        markRange(m_paged->rowOf(m_rangeId), index.row());
    } else {
        m_selection->set({ m_currentId });
        m_rangeId = m_currentId;
        Q_EMIT picked(m_currentId);
    }
}

void ListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        Q_EMIT opened(m_currentId);
}

void ListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    openMenu(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                   : event->globalPos());
}

void ListView::openMenu(const QPoint &globalPosition)
{
    const QStringList ids = markedOrCurrent();
    if (ids.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_fillMenu)
        m_fillMenu(menu, ids);
    if (!menu->isEmpty())
        menu->addSeparator();
    QAction *copying = menu->addAction(tr("Copy %n rows", nullptr, int(ids.size())));
    copying->setShortcut(QKeySequence::Copy);
    connect(copying, &QAction::triggered, this, &ListView::copy);
    m_paged->setHold(Hold::Dialog, true);
    connect(menu, &QMenu::aboutToHide, this, [this] { m_paged->setHold(Hold::Dialog, false); });
    menu->popup(globalPosition);
}

QStringList ListView::markedOrCurrent() const
{
    QStringList ids;
    for (int row = 0; row < m_paged->rowCount(); ++row) {
        const QString &id = m_paged->rowAt(row)->id;
        if (m_selection->isEmpty() ? id == m_currentId : m_selection->contains(id))
            ids.append(id);
    }
    return ids;
}

void ListView::copy()
{
    const QStringList ids = markedOrCurrent();
    if (ids.isEmpty())
        return;
    QList<int> columns;
    for (int place = 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        if (m_columns.isChosen(column))
            columns.append(column);
    }
    QGuiApplication::clipboard()->setText(m_texts->copied(ids, columns));
    Q_EMIT copied(int(ids.size()));
}

void ListView::enterAtStart()
{
    m_currentFollows = true;
    setFocus(Qt::OtherFocusReason);
    m_paged->jumpToStart();
}

void ListView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (byKey && m_currentId.isEmpty() && m_paged->rowCount() > 0)
        setCurrentIndex(m_texts->index(m_paged->firstVisible(), m_header->logicalIndex(0)));
    updateRow(currentRow());
}

void ListView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    updateRow(currentRow());
}

void ListView::fillColumnMenu(QMenu *menu)
{
    for (int column = 0; column < m_paged->columns().size(); ++column) {
        QAction *action = menu->addAction(withoutMnemonic(m_paged->columns().at(column).title));
        action->setCheckable(true);
        action->setChecked(m_columns.isChosen(column));
        action->setEnabled(!m_columns.isName(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_columns.choose(column, shown);
            arrange();
            Q_EMIT layoutChanged();
        });
    }
    menu->addSeparator();
    QAction *standard = menu->addAction(tr("Standard columns"));
    connect(standard, &QAction::triggered, this, [this] {
        m_columns.reset();
        arrange();
        Q_EMIT layoutChanged();
    });
}

void ListView::fillSortMenu(QMenu *menu)
{
    const ListQuery &query = m_paged->query();
    for (int column = 0; column < m_paged->columns().size(); ++column) {
        const Column &spec = m_paged->columns().at(column);
        if (spec.sort.isEmpty())
            continue;
        QAction *action = menu->addAction(withoutMnemonic(spec.title));
        action->setCheckable(true);
        action->setChecked(query.sort == spec.sort);
        connect(action, &QAction::triggered, this,
                [this, column, first = spec.descendingFirst] { sortBy(column, first); });
    }
    menu->addSeparator();
    QAction *turned = menu->addAction(tr("Reverse order"));
    turned->setCheckable(true);
    turned->setChecked(query.descending);
    connect(turned, &QAction::triggered, this, [this](bool descending) {
        ListQuery turnedQuery = m_paged->query();
        turnedQuery.descending = descending;
        m_paged->setQuery(turnedQuery);
        Q_EMIT layoutChanged();
    });
}

} // namespace castellan
