// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/kit/CommandPalette.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Page.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/TimeText.h"
#include "ui/kit/ToastHost.h"
#include "ui/shell/ConnectionStatus.h"
#include "ui/shell/LockWatch.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Workbench.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>

namespace castellan {

namespace {

constexpr QSize kLeastSize { 1024, 640 };
constexpr QSize kFirstSize { 1360, 800 };

} // namespace

MainWindow::MainWindow(const Parts &parts)
    : m_parts(parts)
    , m_stack(new QStackedWidget(this))
    , m_toasts(new ToastHost(this))
    , m_signIn(new SignInView(
          { parts.session, parts.probe, parts.profiles, parts.vault, parts.clock, *m_toasts },
          m_stack))
    , m_lockWatch(new LockWatch(parts.clock, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Castellan"));
    setWindowIcon(applicationIcon());
    setMinimumSize(kLeastSize);
    resize(kFirstSize);
    restoreGeometry(m_parts.settings.layout(QStringLiteral("window")));
    m_stack->addWidget(m_signIn);
    setCentralWidget(m_stack);
    m_toasts->raise();
    addKeys();
    QCoreApplication::instance()->installEventFilter(this);

    connect(&m_parts.session, &OperatorSession::phaseChanged, this, &MainWindow::followPhase);
    connect(&m_parts.session, &OperatorSession::backgroundRestored, this, &MainWindow::reloadPage);
    connect(m_signIn, &SignInView::profileUsed, &m_parts.settings, &SettingsStore::setLastProfile);
    connect(m_lockWatch, &LockWatch::due, this, &MainWindow::lockUnattended);
    connect(m_lockWatch, &LockWatch::touched, &m_parts.session, &OperatorSession::noteActivity);
    connect(m_lockWatch, &LockWatch::ticked, this, &MainWindow::showLockCountdown);
    connect(&m_parts.settings, &SettingsStore::changed, this, [this](const Settings &settings) {
        m_lockWatch->setLimit(std::chrono::minutes(settings.lockAfterMinutes));
    });
    m_lockWatch->setLimit(std::chrono::minutes(m_parts.settings.settings().lockAfterMinutes));
}

MainWindow::~MainWindow() = default;

void MainWindow::start(const QList<DemoPerson> &demo)
{
    m_signIn->setDemoPeople(demo);
    m_signIn->start(m_parts.settings.lastProfile());
}

void MainWindow::showPreparing(const QString &sentence, bool failed)
{
    m_signIn->showPreparing(sentence, failed);
}

void MainWindow::addKeys()
{
    addKey(QKeySequence(Qt::CTRL | Qt::Key_K), &MainWindow::showPalette);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::lock);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_F), &MainWindow::focusFilter);
    addKey(QKeySequence(Qt::Key_F5), &MainWindow::reloadPage);
    for (int number = 0; number <= 9; ++number) {
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)), this);
        connect(key, &QShortcut::activated, this,
                [this, number] { openPageByNumber(number == 0 ? 10 : number); });
    }
}

void MainWindow::addKey(const QKeySequence &keys, void (MainWindow::*slot)())
{
    auto *key = new QShortcut(keys, this);
    connect(key, &QShortcut::activated, this, [this, slot] {
        if (m_stack->currentWidget() == m_workbench)
            (this->*slot)();
    });
}

/// A dialog or a menu keeps the window's shortcuts from it; locking works all the same.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && (QApplication::activeModalWidget() || QApplication::activePopupWidget())
        && m_stack->currentWidget() == m_workbench
        && static_cast<QKeyEvent *>(event)->keyCombination() == (Qt::CTRL | Qt::Key_L)) {
        QMetaObject::invokeMethod(this, &MainWindow::lock, Qt::QueuedConnection);
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::followPhase(SignInPhase phase)
{
    switch (phase) {
    case SignInPhase::SignedIn:
        showWorkbench();
        break;
    case SignInPhase::AwaitingCode: // from here on the password is held
        if (!m_lockWatch->isStarted())
            m_lockWatch->start();
        break;
    case SignInPhase::SignInAgain: // and here what was open is held as well
        showSignIn();
        break;
    case SignInPhase::SignedOut:
        m_lockWatch->stop();
        showSignIn();
        break;
    case SignInPhase::Connecting:
    case SignInPhase::Judging:
    case SignInPhase::Lost:
        break;
    }
}

void MainWindow::showSignIn()
{
    closeDialogs();
    if (m_stack->currentWidget() == m_workbench)
        m_toasts->withhold();
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->focusFirst();
}

void MainWindow::showWorkbench()
{
    if (!m_workbench)
        makeWorkbench();
    const ConnectionProfile &where = m_parts.session.profile();
    const QString person = QStringLiteral("%1@%2:%3/%4")
                               .arg(m_parts.session.info().role, where.host)
                               .arg(where.port)
                               .arg(where.database);
    if (std::exchange(m_person, person) != person) {
        m_workbench->clear();
        m_toasts->forgetWithheld();
    }
    m_toasts->release();
    m_stack->setCurrentWidget(m_workbench);
    m_workbench->resume();
    if (!m_lockWatch->isStarted()) // a connection that came back is nobody's touch
        m_lockWatch->start();
    showLockCountdown();
}

void MainWindow::makeWorkbench()
{
    m_workbench = new Workbench(m_parts.pages, m_parts.session, m_stack);
    m_stack->addWidget(m_workbench);
    auto *navigator = new WorkbenchNavigator(*m_workbench, m_parts.pages, this);
    m_palette = new CommandPalette(m_parts.pages, m_parts.actions, *navigator, this);
    m_palette->hide();
    m_toasts->raise();
    connect(m_workbench, &Workbench::lockRequested, this, &MainWindow::lock);
}

void MainWindow::lock()
{
    m_parts.session.signOut();
    m_signIn->showLocked();
}

void MainWindow::lockUnattended()
{
    const SignInPhase phase = m_parts.session.phase();
    if (phase == SignInPhase::SignedIn || phase == SignInPhase::Lost
        || phase == SignInPhase::SignInAgain)
        lock();
    else
        m_parts.session.signOut();
}

void MainWindow::signOut()
{
    m_parts.session.signOut();
    if (m_workbench)
        m_workbench->clear();
    m_person.clear();
    m_signIn->start(m_parts.settings.lastProfile());
}

void MainWindow::closeDialogs()
{
    Q_EMIT locking();
    if (m_palette)
        m_palette->hide();
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    const QList<QDialog *> dialogs = findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        if (dialog->isVisible())
            dialog->done(QDialog::Rejected);
}

void MainWindow::openPageByNumber(int number)
{
    const QList<PageSpec> pages = m_parts.pages.visible();
    if (m_stack->currentWidget() == m_workbench && number <= pages.size())
        m_workbench->open(pages.at(number - 1).id);
}

void MainWindow::showPalette()
{
    const Page *page = m_workbench->currentPage();
    m_palette->popUp(page ? page->currentSubject() : Subject {});
}

void MainWindow::reloadPage()
{
    if (Page *page = m_workbench->currentPage())
        page->reload();
}

void MainWindow::focusFilter()
{
    if (Page *page = m_workbench->currentPage())
        page->focusFilter();
}

/// Esc that nothing within has taken. No shortcut, since that would come before popups and fields.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool here = m_stack->currentWidget() == m_workbench;
    Page *page = here ? m_workbench->currentPage() : nullptr;
    if (event->key() != Qt::Key_Escape || !page || !page->closeInnermost())
        QMainWindow::keyPressEvent(event);
}

void MainWindow::showLockCountdown()
{
    if (m_workbench)
        m_workbench->status()->setLockCountdown(TimeText::countdown(m_lockWatch->left()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_parts.settings.setLayout(QStringLiteral("window"), saveGeometry());
    m_parts.session.signOut();
    QMainWindow::closeEvent(event);
}

} // namespace castellan
