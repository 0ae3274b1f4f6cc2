// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/ProfileStore.h"
#include "models/operators/ConnectionProbe.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryVault.h"
#include "tests/support/OperatorScene.h"
#include "tests/support/TestResult.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/HiddenEntry.h"
#include "ui/kit/Page.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Rights.h"
#include "ui/kit/Theme.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Workbench.h"

#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>

namespace castellan {

/// A page that notes what the shell asks of it.
class NotingPage : public Page {
public:
    NotingPage(QStringList &calls, const QString &id, QWidget *parent)
        : Page(parent)
        , m_calls(calls)
        , m_id(id)
    {
        setFocusPolicy(Qt::StrongFocus);
    }
    void opened() override { note(QStringLiteral("opened")); }
    void closed() override { note(QStringLiteral("closed")); }
    void reload() override { note(QStringLiteral("reload")); }
    bool focusFilter() override { return note(QStringLiteral("filter")); }
    bool closeInnermost() override { return note(QStringLiteral("close")); }

private:
    bool note(const QString &call)
    {
        m_calls += QStringLiteral("%1 %2").arg(m_id, call);
        return true;
    }
    QStringList &m_calls;
    QString m_id;
};

/// The window over a real server, with a clock, a keychain and files that belong to the test.
class ShellScene {
public:
    explicit ShellScene(TestDatabase &testDatabase)
        : database(testDatabase)
        , profiles(directory.filePath(QStringLiteral("profiles.json")))
        , settings(directory.filePath(QStringLiteral("settings.ini")))
        , session(OperatorScene::knownSchema(), clock)
        , probe(OperatorScene::knownSchema())
        , pages(rights)
        , actions(rights)
    {
        for (const char16_t *id : { u"first", u"second" })
            addPage(QString::fromUtf16(id));
    }
    ~ShellScene() { window.reset(); }

    void show(const QList<DemoPerson> &demo = {})
    {
        window = std::make_unique<MainWindow>(
            MainWindow::Parts { session, probe, profiles, vault, clock, settings, pages, actions });
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->start(demo);
    }
    ConnectionProfile profile(const TestPerson &person) const
    {
        ConnectionProfile made = database.profile(person);
        made.name = person.role;
        return made;
    }
    /// The window with this person's connection chosen.
    void showFor(const TestPerson &person)
    {
        QVERIFY_RESULT(profiles.save(profile(person)));
        settings.setLastProfile(person.role);
        show();
    }
    /// The same, with a password in the keychain.
    void showRemembering(const TestPerson &person, Secret password)
    {
        ConnectionProfile remembering = profile(person);
        remembering.rememberPassword = true;
        QVERIFY_RESULT(profiles.save(remembering));
        vault.kept.emplace(keychainKey(remembering), std::move(password));
        show();
    }
    static QString keychainKey(const ConnectionProfile &profile)
    {
        return QStringLiteral("password/%1@%2:%3/%4")
            .arg(profile.user, profile.host)
            .arg(profile.port)
            .arg(profile.database);
    }
    void typePassword(const QByteArray &password)
    {
        auto *field = child<SecretField>("passwordField");
        field->wipe();
        QTest::keyClicks(field, QString::fromUtf8(password));
        QTest::keyClick(field, Qt::Key_Return);
    }
    void typeCode(const TestPerson &person)
    {
        QVERIFY_RESULT(database.asSuperuser(SqlStatement("update castellan_private.factor"
                                                         "   set last_step = last_step - 10"
                                                         " where operator = $1")
                                                .bind(person.role)));
        QTest::keyClicks(child<CodeEntry>("codeEntry"), TestDatabase::code(person));
    }
    bool reaches(SignInPhase phase)
    {
        return QTest::qWaitFor([this, phase] { return session.phase() == phase; }, 20'000);
    }
    bool signInAs(const TestPerson &person)
    {
        typePassword(person.password.view().toByteArray());
        if (!reaches(SignInPhase::AwaitingCode))
            return false;
        typeCode(person);
        return reaches(SignInPhase::SignedIn);
    }
    template <typename T = QWidget> T *child(const char *name)
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    bool shows(const char *name)
    {
        const QWidget *widget = child(name);
        return widget && widget->isVisible();
    }
    void click(const char *name) { QTest::mouseClick(child<Button>(name), Qt::LeftButton); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = window->focusWidget();
        QTest::keyClick(focus ? focus : window.get(), Qt::Key(key), modifiers);
    }
    /// Until what was asked of the keychain before has been answered.
    void letTheKeychainAnswer() { (void)await(vault.read(QStringLiteral("none"))); }
    QString problem() { return child<Banner>("connectProblem")->text(); }

    TestDatabase &database;
    QTemporaryDir directory;
    FakeClock clock { QDateTime::currentDateTimeUtc() };
    MemoryVault vault;
    ProfileStore profiles;
    SettingsStore settings;
    OperatorSession session;
    ConnectionProbe probe;
    Rights rights;
    PageRegistry pages;
    ActionCatalog actions;
    QStringList calls;
    std::unique_ptr<MainWindow> window;

private:
    void addPage(const QString &id)
    {
        PageSpec spec;
        spec.id = id;
        spec.title = id;
        spec.icon = QStringLiteral("configure");
        spec.order = int(pages.visible().size()) + 1;
        spec.create = [this, id](QWidget *parent) { return new NotingPage(calls, id, parent); };
        pages.add(spec);
    }
};

} // namespace castellan
