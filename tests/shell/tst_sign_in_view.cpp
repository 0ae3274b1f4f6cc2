// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellScene.h"

#include "ui/kit/TimeLabels.h"
#include "ui/kit/ToastHost.h"
#include "ui/kit/Wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTcpServer>

using namespace castellan;
using namespace std::chrono_literals;

/// The way in, with a real server behind it.
class SignInViewTest : public QObject {
    Q_OBJECT

private:
    static void fill(ShellScene &scene, const ConnectionProfile &profile)
    {
        scene.child<QLineEdit>("profileName")->setText(profile.name);
        scene.child<QLineEdit>("profileHost")->setText(profile.host);
        scene.child<QLineEdit>("profileDatabase")->setText(profile.database);
        scene.child<QLineEdit>("profileUser")->setText(profile.user);
    }
    static QStringList stored(const ShellScene &scene)
    {
        QStringList names;
        for (const ConnectionProfile &profile : scene.profiles.load().valueOr({}))
            names += profile.name;
        return names;
    }
    static QString toasts(ShellScene &scene)
    {
        QStringList texts;
        for (const QLabel *label : scene.window->findChildren<QLabel *>(u"toastText"_qs))
            texts += label->text();
        return texts.join(u'\n');
    }
    static QStringList banners(ShellScene &scene)
    {
        QStringList texts;
        for (const Banner *banner : scene.child("passwordPane")->findChildren<Banner *>())
            if (banner->isVisible())
                texts += banner->text();
        return texts;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TestDatabase> m_database;
    TestPerson m_admin;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        auto made = TestDatabase::create();
        QVERIFY_RESULT(made);
        m_database = std::move(made).value();
        auto admin = m_database->addOperator(u"admin"_qs);
        QVERIFY_RESULT(admin);
        m_admin = std::move(admin).value();
    }
    void cleanupTestCase() { m_database.reset(); }

    void makesAFirstConnection()
    {
        ShellScene scene(*m_database);
        scene.show();
        QVERIFY(scene.shows("emptyAction"));
        QVERIFY(!scene.shows("passwordPane"));
        scene.click("emptyAction");
        QTRY_VERIFY(scene.shows("profileDialog"));
        ConnectionProfile office = scene.profile(m_admin);
        office.name = u"Office"_qs;
        office.host = u"db.example.org"_qs;
        fill(scene, office);
        // Weakened TLS has to be agreed to.
        auto *tls = scene.child<QComboBox>("profileTls");
        tls->setCurrentIndex(tls->findData(int(TlsMode::Require)));
        QVERIFY(!scene.child<Button>("primaryButton")->isEnabled());
        scene.child<QCheckBox>("profileAgreed")->click();
        scene.click("primaryButton");
        QTRY_VERIFY(!scene.shows("profileDialog"));
        QCOMPARE(stored(scene), QStringList { u"Office"_qs });
        // And is told of from then on.
        QVERIFY(scene.shows("passwordPane"));
        QCOMPARE(banners(scene).size(), 1);
    }

    void aDemosPeopleComeFirst()
    {
        ShellScene scene(*m_database);
        ConnectionProfile own = scene.profile(m_admin);
        own.name = u"Own"_qs;
        QVERIFY_RESULT(scene.profiles.save(own));
        scene.settings.setLastProfile(u"Own"_qs);
        QList<DemoPerson> people(2);
        for (DemoPerson &person : people) {
            person.profile = scene.profile(m_admin);
            person.password = [] { return Secret(); };
        }
        people[0].profile.name = u"Anna"_qs;
        people[1].profile.name = u"Tomas"_qs;
        scene.show(people);
        auto *list = scene.child<QListWidget>("profileList");
        QCOMPARE(list->currentItem()->text(), u"Anna"_qs);
        scene.settings.setLastProfile(u"Tomas"_qs); // but the one who was in it last
        scene.window->start(people);
        QCOMPARE(list->currentItem()->text(), u"Tomas"_qs);
        scene.settings.setLastProfile(u"Own"_qs);
        scene.window->start({}); // no demo
        QCOMPARE(list->currentItem()->text(), u"Own"_qs);
    }

    void changesAndRemovesConnections()
    {
        ShellScene scene(*m_database);
        ConnectionProfile profile = scene.profile(m_admin);
        profile.rememberPassword = true;
        profile.name = u"Before"_qs;
        QVERIFY_RESULT(scene.profiles.save(profile));
        scene.show();
        QVERIFY(banners(scene).isEmpty());
        scene.click("editProfileButton");
        QTRY_VERIFY(scene.shows("profileDialog"));
        scene.child<QLineEdit>("profileName")->setText(u"After"_qs);
        scene.click("primaryButton");
        QTRY_VERIFY(!scene.child("profileDialog"));
        QCOMPARE(stored(scene), QStringList { u"After"_qs });
        QCOMPARE(scene.child<QListWidget>("profileList")->count(), 1);

        scene.vault.kept.emplace(ShellScene::keychainKey(profile), Secret::fromUtf8("x"));
        scene.click("removeProfileButton");
        QTRY_VERIFY(scene.shows("removeProfileDialog"));
        scene.click("primaryButton");
        QTRY_VERIFY(scene.shows("emptyAction"));
        QVERIFY(stored(scene).isEmpty());
        QVERIFY(scene.vault.kept.empty());
    }

    void forgetsThePasswordOfAConnectionThatMoved()
    {
        ShellScene scene(*m_database);
        ConnectionProfile profile = scene.profile(m_admin);
        profile.rememberPassword = true;
        QVERIFY_RESULT(scene.profiles.save(profile));
        scene.vault.kept.emplace(ShellScene::keychainKey(profile), Secret::fromUtf8("x"));
        scene.show();
        scene.click("editProfileButton");
        QTRY_VERIFY(scene.shows("profileDialog"));
        scene.child<QLineEdit>("profileHost")->setText(u"elsewhere.example.org"_qs);
        scene.click("primaryButton");
        QTRY_VERIFY(!scene.child("profileDialog"));
        QTRY_VERIFY(scene.vault.kept.empty()); // nobody could remove it any more
    }

    void saysThatThePasswordIsWrong()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        scene.child<QCheckBox>("keepPassword")->click();
        scene.typePassword("not it");
        QTRY_VERIFY(scene.shows("connectProblem"));
        QCOMPARE(scene.problem(),
                 Wording::error({ ErrorCode::AuthenticationFailed, {}, {} },
                                u"You are not signed in."_qs)
                     .joined());
        QVERIFY(scene.child<SecretField>("passwordField")->isEmpty());
        QVERIFY(scene.child<SecretField>("passwordField")->hasFocus());
        QVERIFY(scene.vault.kept.empty()); // a wrong one is not worth keeping
        QVERIFY(scene.signInAs(m_admin));
        QCOMPARE(scene.vault.kept.size(), size_t(1));
        QVERIFY(scene.vault.kept.begin()->second == m_admin.password);
    }

    void asksForTheCodeAndTakesNoWrongOne()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        scene.typePassword(m_admin.password.view().toByteArray());
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
        QVERIFY(scene.shows("codePane"));
        QVERIFY(!scene.shows("demoCodeButton"));
        auto *entry = scene.child<CodeEntry>("codeEntry");
        QVERIFY(entry->hasFocus());
        QTest::keyClicks(entry, TestDatabase::code(m_admin, 500));
        QTRY_VERIFY(!scene.child<PlainLabel>("codeProblem")->text().isEmpty());
        QTRY_COMPARE(entry->length(), 0);
        QVERIFY(!entry->isReadOnly());
        // Back, and the password is asked for again.
        scene.click("codeBackButton");
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QVERIFY(scene.shows("passwordPane"));
        QVERIFY(scene.child<SecretField>("passwordField")->isEmpty());
        QVERIFY(scene.signInAs(m_admin));
    }

    void fillsInAKeptPassword()
    {
        ShellScene scene(*m_database);
        scene.showRemembering(m_admin, m_admin.password.clone());
        QTRY_VERIFY(!scene.child<SecretField>("passwordField")->isEmpty());
        scene.click("connectButton");
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
    }

    void unlocksWithAKeptPassword()
    {
        ShellScene scene(*m_database);
        scene.showRemembering(m_admin, m_admin.password.clone());
        QTRY_VERIFY(!scene.child<SecretField>("passwordField")->isEmpty());
        scene.click("connectButton");
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
        scene.typeCode(m_admin);
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
        scene.window->lock();
        QVERIFY(scene.shows("passwordPane"));
        QTRY_VERIFY(!scene.child<SecretField>("passwordField")->isEmpty());
        scene.click("connectButton");
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
        scene.typeCode(m_admin);
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
    }

    void doesNotInsistOnAKeptPasswordThatIsWrong()
    {
        ShellScene scene(*m_database);
        scene.showRemembering(m_admin, Secret::fromUtf8("of last year"));
        QTRY_VERIFY(!scene.child<SecretField>("passwordField")->isEmpty());
        scene.click("connectButton");
        QTRY_VERIFY(scene.shows("connectProblem"));
        scene.letTheKeychainAnswer();
        QVERIFY(scene.child<SecretField>("passwordField")->isEmpty());
        QVERIFY(scene.signInAs(m_admin));
        QVERIFY(scene.vault.kept.begin()->second == m_admin.password);
    }

    void leavesWhatIsTypedBeforeTheKeychainAnswers()
    {
        ShellScene scene(*m_database);
        scene.showRemembering(m_admin, m_admin.password.clone());
        QTest::keyClicks(scene.child("passwordField"), u"abc"_qs);
        scene.letTheKeychainAnswer();
        QVERIFY(scene.child<SecretField>("passwordField")->secret() == Secret::fromUtf8("abc"));
    }

    void saysWhyTheKeychainGivesNothing_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("locked") << ErrorCode::KeychainLocked;
        QTest::addRow("hung") << ErrorCode::KeychainTimedOut;
        QTest::addRow("missing") << ErrorCode::KeychainUnavailable;
    }
    void saysWhyTheKeychainGivesNothing()
    {
        QFETCH(ErrorCode, code);
        ShellScene scene(*m_database);
        scene.vault.broken = code;
        scene.showRemembering(m_admin, m_admin.password.clone());
        auto *note = scene.child<PlainLabel>("keychainNote");
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->text(), Wording::error({ code, {}, {} }).joined());
        QVERIFY(scene.signInAs(m_admin)); // it works without one
    }

    void saysThatNothingIsKept()
    {
        ShellScene scene(*m_database);
        scene.showRemembering(m_admin, m_admin.password.clone());
        scene.vault.kept.clear();
        scene.window->start({});
        scene.letTheKeychainAnswer();
        QCOMPARE(scene.child<PlainLabel>("keychainNote")->text(),
                 u"No password is kept for this connection."_qs);
    }

    void saysWhenAPasswordCannotBeForgotten()
    {
        ShellScene scene(*m_database);
        scene.showRemembering(m_admin, m_admin.password.clone());
        scene.vault.broken = ErrorCode::KeychainLocked;
        scene.click("removeProfileButton");
        QTRY_VERIFY(scene.shows("removeProfileDialog"));
        scene.click("primaryButton");
        QTRY_VERIFY(toasts(scene).contains(u"is still kept there."));
        QVERIFY(stored(scene).isEmpty());
    }

    void canBeCancelledWhileItConnects()
    {
        QTcpServer silent; // takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ShellScene scene(*m_database);
        ConnectionProfile profile = scene.profile(m_admin);
        profile.port = silent.serverPort();
        QVERIFY_RESULT(scene.profiles.save(profile));
        scene.show();
        scene.typePassword("anything");
        QCOMPARE(scene.session.phase(), SignInPhase::Connecting);
        QVERIFY(scene.shows("cancelConnectButton"));
        QVERIFY(!scene.child<Button>("connectButton")->isEnabled());
        scene.click("cancelConnectButton");
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
        QVERIFY(scene.child<Button>("connectButton")->isEnabled());
        QVERIFY(!scene.shows("connectProblem"));
    }

    void testsAConnection()
    {
        ShellScene scene(*m_database);
        scene.showFor(m_admin);
        QTest::keyClicks(scene.child("passwordField"), u"not it"_qs);
        scene.click("testButton");
        QTRY_VERIFY(scene.shows("connectProblem"));
        auto *field = scene.child<SecretField>("passwordField");
        field->fill(m_admin.password);
        scene.click("testButton");
        QTRY_VERIFY(toasts(scene).contains(u"TLSv1"));
        QVERIFY(!scene.shows("connectProblem"));
        QVERIFY(!field->isEmpty()); // still there to connect with
        QCOMPARE(scene.session.phase(), SignInPhase::SignedOut);
    }

    void showsThatItTestsAndCanBeStopped()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ShellScene scene(*m_database);
        ConnectionProfile profile = scene.profile(m_admin);
        profile.port = silent.serverPort();
        QVERIFY_RESULT(scene.profiles.save(profile));
        scene.show();
        scene.click("testButton");
        QCOMPARE(scene.child<Button>("testButton")->text(), u"Testing…"_qs);
        QVERIFY(!scene.child<Button>("testButton")->isEnabled());
        QVERIFY(scene.shows("cancelConnectButton"));
        QCOMPARE(scene.window->focusWidget(), scene.child("cancelConnectButton"));
        scene.click("cancelConnectButton");
        QVERIFY(!scene.shows("cancelConnectButton"));
        QVERIFY(scene.child<Button>("testButton")->isEnabled());
        QVERIFY(!scene.shows("connectProblem"));
        QVERIFY(scene.child<SecretField>("passwordField")->hasFocus());
    }

    void saysHowLongItIsLockedWhateverTheClockHereSays_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addRow("right") << 0;
        QTest::addRow("an hour ahead") << 3600;
        QTest::addRow("an hour behind") << -3600;
    }
    void saysHowLongItIsLockedWhateverTheClockHereSays()
    {
        QFETCH(int, ahead);
        ShellScene scene(*m_database);
        scene.clock.jumpTo(QDateTime::currentDateTimeUtc().addSecs(ahead));
        scene.showFor(m_admin);
        scene.typePassword(m_admin.password.view().toByteArray());
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
        const auto setLock = [&](const char *when) {
            return m_database->asSuperuser(
                SqlStatement("update castellan_private.factor"
                             "   set locked_until = clock_timestamp() + $1::text::interval"
                             " where operator = $2")
                    .bind(QString::fromLatin1(when))
                    .bind(m_admin.role));
        };
        QVERIFY_RESULT(setLock("10 minutes"));
        auto *entry = scene.child<CodeEntry>("codeEntry");
        QTest::keyClicks(entry, u"123456"_qs);
        QTRY_VERIFY(scene.shows("codeWait"));
        const QString problem = scene.child<PlainLabel>("codeProblem")->text();
        QVERIFY2(problem.contains(u"locked until"), qPrintable(problem));
        const auto left = scene.child<CountdownChip>("codeWait")->left();
        QVERIFY2(left > 590s && left < 610s, qPrintable(QString::number(left.count())));
        // It ends where it should, and takes the reason away.
        scene.clock.advance(660'000);
        QTRY_VERIFY(!scene.shows("codeWait"));
        QVERIFY(scene.child<PlainLabel>("codeProblem")->text().isEmpty());
        QVERIFY_RESULT(setLock("-1 minutes"));
    }

    void aDemoPersonNeedsNoTyping()
    {
        DemoPerson person;
        ShellScene scene(*m_database);
        person.profile = scene.profile(m_admin);
        person.password = [this] { return m_admin.password.clone(); };
        person.currentCode = [this] { return Secret::fromUtf16(TestDatabase::code(m_admin)); };
        scene.show({ person });
        QVERIFY(!scene.child<SecretField>("passwordField")->isEmpty());
        QVERIFY(!scene.shows("keepPassword"));
        QVERIFY(!scene.child<Button>("editProfileButton")->isEnabled());
        QVERIFY(!scene.child<Button>("removeProfileButton")->isEnabled());
        scene.click("connectButton");
        QVERIFY(scene.reaches(SignInPhase::AwaitingCode));
        QVERIFY_RESULT(m_database->asSuperuser(
            SqlStatement("update castellan_private.factor set last_step = last_step - 10")));
        QTRY_VERIFY(scene.shows("demoCodeButton"));
        scene.click("demoCodeButton");
        QVERIFY(scene.reaches(SignInPhase::SignedIn));
        QVERIFY(stored(scene).isEmpty());
        QVERIFY(scene.vault.kept.empty());
    }
};

QTEST_MAIN(SignInViewTest)
#include "tst_sign_in_view.moc"
