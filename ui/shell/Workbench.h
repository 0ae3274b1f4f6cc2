// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Navigator.h"
#include "ui/kit/Subject.h"

#include <QWidget>

class QStackedWidget;

namespace castellan {

class Banner;
class ConnectionStatus;
class OperatorSession;
class Page;
class PageRegistry;
class Sidebar;
class SidebarItem;

/// What somebody who is signed in sees: the navigation, standing notices, and the page that is
/// open. Pages are built on their first visit. GUI thread.
class Workbench : public QWidget {
    Q_OBJECT

public:
    Workbench(PageRegistry &pages, OperatorSession &session, QWidget *parent = nullptr);

    /// False when there is no such page or it may not be read.
    bool open(const QString &pageId);
    Page *currentPage() const;
    QString currentPageId() const { return m_current; }
    /// Opens the page where the person was, or the first one.
    void resume();
    /// Forgets all pages: somebody else signs in.
    void clear();

    ConnectionStatus *status() const { return m_status; }

Q_SIGNALS:
    void lockRequested();
    void pageOpened(const QString &pageId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void followPhase();
    void showSchemaNotice();
    void showNarrowStatus();
    void popUpStatus();

    PageRegistry &m_pages;
    OperatorSession &m_session;
    Sidebar *m_sidebar;
    Banner *m_connection;
    Banner *m_schema;
    QStackedWidget *m_stack;
    ConnectionStatus *m_status;
    SidebarItem *m_narrowStatus; ///< stands for m_status where there is no room for it
    QString m_current;
};

/// The Navigator of the main window.
class WorkbenchNavigator : public Navigator {
    Q_OBJECT

public:
    WorkbenchNavigator(Workbench &workbench, PageRegistry &pages, QObject *parent = nullptr);

    void open(const Subject &subject) override;
    bool open(const QString &page) override;
    bool open(const QString &page, const Filter &filter) override;

private:
    Workbench &m_workbench;
    PageRegistry &m_pages;
};

} // namespace castellan
