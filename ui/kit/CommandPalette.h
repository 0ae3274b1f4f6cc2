// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace castellan {

class ActionCatalog;
class Navigator;
class PageRegistry;
class PlainLabel;

/// Ctrl+K: find a page or an action by some of its letters, and go. Arrow keys and Tab choose,
/// Enter runs, Esc and whatever is done elsewhere in the window close. Actions that can't be run
/// are shown with the reason.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(PageRegistry &pages, ActionCatalog &actions, Navigator &navigator,
                   QWidget *window);

    /// What the actions are about: the selection of the current page; may be invalid.
    void popUp(const Subject &subject);
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isPressOutside(QObject *watched, const QEvent *event) const;
    void search(const QString &query);
    void runCurrent();
    void move(int by);
    bool handleKey(int key);
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
