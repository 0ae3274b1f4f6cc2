// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operators/OperatorSession.h"
#include "ui/shell/SignInView.h"

#include <QMainWindow>

class QStackedWidget;

namespace castellan {

class ActionCatalog;
class CommandPalette;
class LockWatch;
class PageRegistry;
class SettingsStore;
class ToastHost;
class Workbench;

/// The window: the way in, or the workbench. It navigates, locks, and knows the keys that work
/// everywhere; everything else belongs to pages and actions.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        OperatorSession &session;
        ConnectionProbe &probe;
        ProfileStore &profiles;
        SecretVault &vault;
        const Clock &clock;
        SettingsStore &settings;
        PageRegistry &pages;
        ActionCatalog &actions;
    };

    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    void start(const QList<DemoPerson> &demo);
    /// Before start(): says what is being made ready, or why that failed.
    void showPreparing(const QString &sentence, bool failed = false);
    /// Ends the elevation and asks for password and code.
    void lock();
    /// Nobody is at the console, or the computer is being left. As lock() for whoever is in; who
    /// has only given the password has to give it again.
    void lockUnattended();
    /// As lock(), and forgets who it was.
    void signOut();
    void showPalette();
    /// Closes every dialog, wizard, menu and the palette, asking nothing.
    void closeDialogs();

    ToastHost &toasts() { return *m_toasts; }
    /// Made when somebody signs in for the first time; null before.
    Workbench *workbench() const { return m_workbench; }

Q_SIGNALS:
    /// Dialogs and wizards close now, and forget what they show.
    void locking();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addKeys();
    void addKey(const QKeySequence &keys, void (MainWindow::*slot)());
    void followPhase(SignInPhase phase);
    void showSignIn();
    void showWorkbench();
    void makeWorkbench();
    void openPageByNumber(int number);

    void reloadPage();
    void focusFilter();
    void showLockCountdown();

    Parts m_parts;
    QStackedWidget *m_stack;
    ToastHost *m_toasts;
    SignInView *m_signIn;
    Workbench *m_workbench = nullptr;
    CommandPalette *m_palette = nullptr; ///< with the workbench
    LockWatch *m_lockWatch;
    QString m_person; ///< whose pages the workbench holds
};

} // namespace castellan
