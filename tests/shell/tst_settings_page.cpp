// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OperatorScene.h"
#include "tests/support/TestResult.h"
#include "ui/kit/Button.h"
#include "ui/kit/Theme.h"
#include "ui/shell/LicencesDialog.h"
#include "ui/shell/Settings.h"
#include "ui/shell/SettingsPage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace castellan;

/// Choosing how the console looks and when it locks, and what is told about it to others.
class SettingsPageTest : public QObject {
    Q_OBJECT

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

    void writesWhatIsChosen()
    {
        const QTemporaryDir directory;
        SettingsStore store(directory.filePath(u"settings.ini"_qs));
        OperatorScene scene(*m_database);
        SettingsPage page(store, scene.session);
        const auto choose = [&page](const QString &name, const QVariant &value) {
            auto *box = page.findChild<QComboBox *>(name);
            QVERIFY(box && box->findData(value) >= 0);
            box->setCurrentIndex(box->findData(value));
        };
        choose(u"languageChoice"_qs, u"de"_qs);
        choose(u"themeChoice"_qs, int(SchemeChoice::Dark));
        choose(u"motionChoice"_qs, int(MotionChoice::Reduced));
        choose(u"zoneChoice"_qs, int(ZoneChoice::Utc));
        page.findChild<QSpinBox *>(u"textSize"_qs)->setValue(130);
        page.findChild<QSpinBox *>(u"lockAfter"_qs)->setValue(99); // more than the server allows
        Settings expected;
        expected.language = u"de"_qs;
        expected.look = { SchemeChoice::Dark, 130, MotionChoice::Reduced, ZoneChoice::Utc };
        expected.lockAfterMinutes = Settings::kLockMost;
        QCOMPARE(store.settings(), expected);
    }

    void fitsWithoutScrolling()
    {
        const QTemporaryDir directory;
        SettingsStore store(directory.filePath(u"settings.ini"_qs));
        OperatorScene scene(*m_database);
        SettingsPage page(store, scene.session);
        page.resize(1224, 800); // of a window of 1280 by 800
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(page.findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
    }

    void showsWhatIsChosenElsewhere()
    {
        const QTemporaryDir directory;
        SettingsStore store(directory.filePath(u"settings.ini"_qs));
        OperatorScene scene(*m_database);
        SettingsPage page(store, scene.session);
        QSignalSpy changed(&store, &SettingsStore::changed);
        Settings other;
        other.look.scheme = SchemeChoice::Light;
        other.lockAfterMinutes = 4;
        store.change(other);
        QCOMPARE(page.findChild<QComboBox *>(u"themeChoice"_qs)->currentData().toInt(),
                 int(SchemeChoice::Light));
        QCOMPARE(page.findChild<QSpinBox *>(u"lockAfter"_qs)->value(), 4);
        QCOMPARE(changed.count(), 1); // reading writes nothing
    }

    void diagnosticsNameNobody()
    {
        const QTemporaryDir directory;
        SettingsStore store(directory.filePath(u"settings.ini"_qs));
        OperatorScene scene(*m_database);
        QVERIFY(scene.signInAs(m_admin));
        SettingsPage page(store, scene.session);
        const QSignalSpy copied(&page, &SettingsPage::diagnosticsCopied);
        page.findChild<Button *>(u"copyDiagnostics"_qs)->click();
        QCOMPARE(copied.count(), 1);
        const QString report = QApplication::clipboard()->text();
        QVERIFY(report.contains(u"postgresql: 15."_qs));
        QVERIFY(report.contains(u"crypto: OpenSSL "_qs));
        QVERIFY(report.contains(u"tls name checked: yes"_qs));
        const ConnectionProfile &profile = scene.session.profile();
        const QStringList forbidden { m_admin.role,
                                      profile.host,
                                      profile.database,
                                      profile.rootCertificate,
                                      m_database->superuserPassword(),
                                      QString::fromUtf8(m_admin.password.view()) };
        for (const QString &word : forbidden)
            QVERIFY2(!report.contains(word), qPrintable(word));
    }

    void tabGoesFromTopToBottomAndAllHaveNames()
    {
        const QTemporaryDir directory;
        SettingsStore store(directory.filePath(u"settings.ini"_qs));
        OperatorScene scene(*m_database);
        SettingsPage page(store, scene.session);
        page.resize(900, 1200);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.findChild<QComboBox *>(u"languageChoice"_qs)->setFocus();
        QWidget *const first = page.focusWidget();
        QStringList reached;
        int above = -1;
        do {
            QWidget *focus = page.focusWidget();
            const QString name = focus->accessibleName();
            const auto *button = qobject_cast<QAbstractButton *>(focus);
            QVERIFY2(button || !name.isEmpty(), focus->metaObject()->className());
            reached += button ? button->text() : name;
            const int y = focus->mapTo(&page, QPoint()).y();
            QVERIFY2(y >= above, qPrintable(reached.join(u' ')));
            above = y;
            QTest::keyClick(focus, Qt::Key_Tab);
        } while (page.focusWidget() != first && reached.size() < 20);
        QCOMPARE(reached,
                 (QStringList { u"Language"_qs, u"Theme"_qs, u"Text size"_qs, u"Motion"_qs,
                                u"Time zone"_qs, u"Lock after"_qs, u"&Sign out, switch person"_qs,
                                u"&Copy diagnostics"_qs, u"L&icences"_qs }));
    }

    void signsOutAndShowsLicences()
    {
        const QTemporaryDir directory;
        SettingsStore store(directory.filePath(u"settings.ini"_qs));
        OperatorScene scene(*m_database);
        SettingsPage page(store, scene.session);
        QSignalSpy out(&page, &SettingsPage::signOutRequested);
        page.findChild<Button *>(u"signOutButton"_qs)->click();
        QCOMPARE(out.count(), 1);
        page.show();
        page.findChild<Button *>(u"licencesButton"_qs)->click();
        QTRY_VERIFY(page.findChild<LicencesDialog *>());
        auto *dialog = page.findChild<LicencesDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        for (const QWidget *part : dialog->findChildren<QWidget *>())
            if (part->isVisible() && (part->focusPolicy() & Qt::TabFocus)
                && !qobject_cast<const QAbstractButton *>(part))
                QVERIFY2(!part->accessibleName().isEmpty(), part->metaObject()->className());
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
