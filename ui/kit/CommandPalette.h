// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QFrame>
#include <QList>
#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace castellan {

class ActionCatalog;
class Navigator;
class PageRegistry;
class PlainLabel;

/// How well a text answers a query, letter by letter in order: higher is better, negative is no
/// match. Accents and case do not matter; word starts and runs count more.
int matchScore(const QString &query, const QString &text);

/// Ctrl+K: find a page or an action by some of its letters, and go. Arrow keys choose, Enter runs,
/// Esc closes. Actions that may not be run are shown with the reason.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(PageRegistry &pages, ActionCatalog &actions, Navigator &navigator,
                   QWidget *window);

    /// What the actions are about: the selection of the current page; may be invalid.
    void popUp(const Subject &subject);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &query);
    void runCurrent();
    void move(int by);
    void dismiss();
    void place();

    PageRegistry &m_pages;
    ActionCatalog &m_actions;
    Navigator &m_navigator;
    Subject m_subject;
    QLineEdit *m_query;
    QListView *m_list;
    QStandardItemModel *m_model;
    PlainLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace castellan
