// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellScene.h"

#include "ui/kit/DialogFrame.h"
#include "ui/kit/SidebarItem.h"
#include "ui/kit/ToastHost.h"

#include <QMenu>

using namespace castellan;

/// The window: its keys, and when it locks.
class MainWindowTest : public QObject {
    Q_OBJECT

private:
    qint64 elevations()
    {
        const auto rows = m_database->asSuperuser(
            SqlStatement("select count(*) from castellan_private.elevation where operator = $1")
                .bind(m_admin.role));
        return rows.hasValue() ? rows.value().constFirst().integer("count") : -1;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TestDatabase> m_database;
    TestPerson m_admin;
    TestPerson m_helpdesk;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        auto made = TestDatabase::create();
        QVERIFY_RESULT(made);
        m_database = std::move(made).value();
        auto admin = m_database->addOperator(u"admin"_qs);
        auto helpdesk = m_database->addOperator(u"helpdesk"_qs);
        QVERIFY_RESULT(admin);
        QVERIFY_RESULT(helpdesk);
        m_admin = std::move(admin).value();
        m_helpdesk = std::move(helpdesk).value();
    }
    void cleanupTestCase() { m_database.reset(); }

    void keysDoNothingBeforeSomebodyIsIn()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        for (const int key : { Qt::Key_1, Qt::Key_2, Qt::Key_K, Qt::Key_L, Qt::Key_F })
            scene.press(key, Qt::ControlModifier);
        scene.press(Qt::Key_F5);
        scene.press(Qt::Key_Escape);
        QVERIFY(scene.calls.isEmpty());
        QVERIFY(!scene.shows("commandPalette"));
        QVERIFY(scene.shows("passwordPane"));
    }

    void opensPagesByNumber()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(scene.shows("workbench"));
        QCOMPARE(scene.calls, QStringList { u"first opened"_qs });
        scene.press(Qt::Key_2, Qt::ControlModifier);
        scene.press(Qt::Key_2, Qt::ControlModifier); // is there already
        scene.press(Qt::Key_9, Qt::ControlModifier); // there are not so many
        scene.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(scene.calls,
                 (QStringList { u"first opened"_qs, u"first closed"_qs, u"second opened"_qs,
                                u"second closed"_qs, u"first opened"_qs }));
    }

    void handsKeysToThePage()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.calls.clear();
        scene.press(Qt::Key_F, Qt::ControlModifier);
        scene.press(Qt::Key_F5);
        scene.press(Qt::Key_Escape);
        QCOMPARE(scene.calls,
                 (QStringList { u"first filter"_qs, u"first reload"_qs, u"first close"_qs }));
    }

    void opensThePaletteAnywhere()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(scene.shows("commandPalette"));
        scene.calls.clear();
        scene.press(Qt::Key_Escape); // the popup first, and only that
        QTRY_VERIFY(!scene.shows("commandPalette"));
        QVERIFY(scene.calls.isEmpty());
        scene.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(scene.shows("commandPalette"));
        QTest::keyClicks(scene.child("paletteQuery"), u"second"_qs);
        QTest::keyClick(scene.child("paletteQuery"), Qt::Key_Return);
        QTRY_VERIFY(scene.calls.contains(u"second opened"_qs));
    }

    void locksByKeyAndUnlocksToWhereItWas()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.press(Qt::Key_2, Qt::ControlModifier);
        QPointer<Page> page = scene.window->workbench()->currentPage();
        scene.press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QVERIFY(scene.shows("passwordPane"));
        QVERIFY(!scene.shows("workbench"));
        QVERIFY(scene.child<SecretField>("passwordField")->isEmpty());
        QTRY_COMPARE(elevations(), 0);
        scene.calls.clear();
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(scene.shows("workbench"));
        QVERIFY(page && page == scene.window->workbench()->currentPage());
        QCOMPARE(scene.calls, QStringList { u"second opened"_qs });
    }

    void keepsNothingForSomebodyElse()
    {
        ShellScene scene(*m_database);
        QVERIFY_RESULT(scene.profiles.save(scene.profile(m_helpdesk)));
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        QPointer<Page> page = scene.window->workbench()->currentPage();
        scene.press(Qt::Key_L, Qt::ControlModifier);
        auto *list = scene.child<QListWidget>("profileList");
        list->setCurrentRow(
            list->findItems(m_helpdesk.role, Qt::MatchExactly).isEmpty()
                ? -1
                : list->row(list->findItems(m_helpdesk.role, Qt::MatchExactly).constFirst()));
        QVERIFY(scene.signInAs(m_helpdesk));
        QVERIFY(!page);
        QCOMPARE(scene.settings.lastProfile(), m_helpdesk.role);
    }

    void locksWhenNobodyIsThere()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        auto *dialog = new DialogFrame(u"Something"_qs, scene.window.get());
        dialog->open();
        QTRY_VERIFY(dialog->isVisible());
        QPointer<DialogFrame> watched(dialog);
        scene.clock.advance(qint64(10) * 60'000);
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QVERIFY(scene.shows("passwordPane"));
        QTRY_VERIFY(!watched || !watched->isVisible());
        QTRY_COMPARE(elevations(), 0);
    }

    void aLostConnectionIsNobodysTouch()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.clock.advance(qint64(9) * 60'000);
        QVERIFY_RESULT(
            m_database->asSuperuser(SqlStatement("select pg_terminate_backend($1)")
                                        .bind(scene.session.interactive().backendPid())));
        QVERIFY(scene.reaches(SignInPhase::Lost));
        QVERIFY(scene.shows("connectionBanner"));
        QWidget *page = scene.window->workbench()->currentPage();
        QCOMPARE(scene.window->focusWidget(), page); // what is typed goes where it went before
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
        QVERIFY(!scene.shows("connectionBanner"));
        QCOMPARE(scene.window->focusWidget(), page);
        scene.clock.advance(60'000);
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
    }

    void locksFromADialogToo()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        QPointer<DialogFrame> dialog = new DialogFrame(u"Something"_qs, scene.window.get());
        dialog->setDirty(true); // locking asks nothing
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyPress(dialog->windowHandle(), Qt::Key_L, Qt::ControlModifier); // it is gone then
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void closesWhatIsOpenWhenItLocks()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        QMenu menu(scene.window->workbench());
        QMenu *inner = menu.addMenu(u"Inner"_qs);
        inner->addAction(u"Copy"_qs);
        menu.popup({});
        inner->popup({});
        QVERIFY(inner->isVisible());
        scene.clock.advance(qint64(10) * 60'000);
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!menu.isVisible());
        QVERIFY(scene.child<SecretField>("passwordField")->hasFocus());
    }

    void keepsMessagesForWhoeverTheyAreFor()
    {
        ShellScene scene(*m_database);
        QVERIFY_RESULT(scene.profiles.save(scene.profile(m_helpdesk)));
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        ToastHost &toasts = scene.window->toasts();
        toasts.post({ State::Critical, u"Chen Wei could not be enrolled."_qs, {}, {} });
        scene.press(Qt::Key_F6);
        QTRY_VERIFY(scene.shows("toastHistory"));
        const auto told = [&scene] {
            for (const QLabel *label : scene.window->findChildren<QLabel *>())
                if (label->isVisible() && label->text().startsWith(u"Chen Wei"))
                    return true;
            return false;
        };
        QVERIFY(told());
        scene.window->lock();
        QTRY_VERIFY(!told());
        scene.press(Qt::Key_F6);
        QTRY_VERIFY(scene.shows("toastHistory"));
        QVERIFY(!told());
        scene.press(Qt::Key_F6);
        QVERIFY(scene.signInAs(m_admin));
        QTRY_VERIFY(told()); // unread, and now there is somebody to read it

        scene.window->lock();
        auto *list = scene.child<QListWidget>("profileList");
        list->setCurrentRow(
            list->row(list->findItems(m_helpdesk.role, Qt::MatchExactly).constFirst()));
        QVERIFY(scene.signInAs(m_helpdesk));
        scene.press(Qt::Key_F6);
        QTRY_VERIFY(scene.shows("toastHistory"));
        QVERIFY(!told());
    }

    void locksFromAMenuToo()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        QMenu menu(scene.window->workbench());
        menu.addAction(u"Copy"_qs);
        menu.popup({});
        QTest::keyClick(&menu, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QVERIFY(!menu.isVisible());
    }

    void locksWhereACodeIsAwaited()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        scene.typePassword(m_admin.password.view().toByteArray());
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
        scene.clock.advance(qint64(10) * 60'000);
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QVERIFY(scene.shows("passwordPane"));
        QVERIFY(scene.child<SecretField>("passwordField")->hasFocus());
        QVERIFY(scene.child<SecretField>("passwordField")->isEmpty());
    }

    void locksWhereItAsksToSignInAgain()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY_RESULT(m_database->asSuperuser(
            SqlStatement("select castellan_private.elevation_end($1, 'test')").bind(m_admin.role)));
        QVERIFY(scene.reaches(SignInPhase::SignInAgain));
        QVERIFY(scene.shows("codePane"));
        QVERIFY(scene.child<CodeEntry>("codeEntry")->hasFocus());
        scene.clock.advance(qint64(10) * 60'000);
        QVERIFY(scene.reaches(SignInPhase::SignedOut));
        QVERIFY(scene.shows("passwordPane"));
        QCOMPARE(scene.child<Button>("connectButton")->text(), u"&Unlock"_qs);
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(scene.shows("workbench"));
        QVERIFY(scene.window->workbench()->isAncestorOf(scene.window->focusWidget()));
    }

    void isLockedFromOutsideWhateverIsShown()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        scene.window->lockUnattended(); // nobody is in: nothing to lock
        QVERIFY(scene.signInAs(m_admin));
        scene.window->lockUnattended();
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QCOMPARE(scene.child<Button>("connectButton")->text(), u"&Unlock"_qs);
    }

    void alwaysShowsHowItIsConnected()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.window->resize(1600, 900);
        QTRY_VERIFY(scene.shows("connectionStatus"));
        QVERIFY(!scene.shows("narrowStatus"));
        scene.window->resize(1100, 800);
        QTRY_VERIFY(scene.shows("narrowStatus"));
        QVERIFY(!scene.shows("connectionStatus"));
        auto *entry = scene.child<SidebarItem>("narrowStatus");
        QVERIFY(entry->accessibleDescription().contains(u"TLS"));
        // The mark of a good state is on it.
        const QImage picture = entry->grab().toImage();
        const QRgb good = theme().color(ColorRole::GoodText).rgb();
        bool marked = false;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                marked = marked || picture.pixel(x, y) == good;
        QVERIFY(marked);
        QTest::keyClick(entry, Qt::Key_Return);
        QVERIFY(scene.shows("statusPopup"));
        auto *text = scene.child<PlainLabel>("statusText");
        QVERIFY2(text->text().contains(u"TLSv1"), qPrintable(text->text()));
        QTest::keyClick(scene.child("statusPopup"), Qt::Key_Escape);
        QTRY_VERIFY(!scene.child("statusPopup"));
    }

    /// Round the workbench by Tab: all that can be reached is visible and has a name.
    void tabGoesRoundTheWorkbench()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.window->resize(1100, 800);
        QTRY_VERIFY(scene.shows("narrowStatus"));
        QStringList names;
        QWidget *first = scene.window->focusWidget();
        QVERIFY(scene.window->workbench()->currentPage()->isAncestorOf(first)
                || scene.window->workbench()->currentPage() == first);
        do {
            QWidget *focus = scene.window->focusWidget();
            QVERIFY(focus->isVisible());
            names += focus->accessibleName();
            QTest::keyClick(focus, Qt::Key_Tab);
        } while (scene.window->focusWidget() != first && names.size() < 20);
        names.removeFirst(); // the test's page
        // Of the pages the one that is open; the arrow keys go to the others.
        QCOMPARE(names, (QStringList { u"first"_qs, u"Lock"_qs, u"Connection"_qs }));
    }

    void signsOutWhenItIsClosed()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.window->close();
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QTRY_COMPARE(elevations(), 0);
        QVERIFY(!scene.settings.layout(u"window"_qs).isEmpty());
    }

    void opensAndClosesTheToastsByKey()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QVERIFY(scene.signInAs(m_admin));
        scene.press(Qt::Key_F6);
        QTRY_VERIFY(scene.shows("toastHistory"));
        scene.press(Qt::Key_F6);
        QTRY_VERIFY(!scene.shows("toastHistory"));
        scene.press(Qt::Key_F6);
        QTRY_VERIFY(scene.shows("toastHistory"));
        scene.calls.clear();
        scene.press(Qt::Key_Escape);
        QTRY_VERIFY(!scene.shows("toastHistory"));
        QVERIFY(scene.calls.isEmpty());
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
