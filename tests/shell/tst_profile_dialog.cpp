// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Button.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"
#include "ui/shell/ProfileDialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace castellan;

namespace {

ConnectionProfile office()
{
    ConnectionProfile profile;
    profile.name = QStringLiteral("Office");
    profile.host = QStringLiteral("db.example.org");
    profile.port = 5433;
    profile.database = QStringLiteral("shop");
    profile.user = QStringLiteral("chen");
    profile.rootCertificate = QStringLiteral("/etc/ca.pem");
    profile.rememberPassword = true;
    return profile;
}

/// Without a password, which is never sent to another computer in clear.
ConnectionProfile certified()
{
    ConnectionProfile profile = office();
    profile.authentication = Authentication::Certificate;
    profile.clientCertificate = QStringLiteral("/c.pem");
    profile.clientKey = QStringLiteral("/c.key");
    return profile;
}

struct Scene {
    explicit Scene(const ConnectionProfile &profile = office(), const QStringList &taken = {})
        : dialog(new ProfileDialog(profile, taken, nullptr)) // deletes itself when closed
        , saved(dialog.data(), &ProfileDialog::saved)
    {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }
    ~Scene() { delete dialog; }
    bool isOpen() const { return dialog && dialog->isVisible(); }
    template <typename T> T *child(const QString &name) { return dialog->findChild<T *>(name); }
    QLineEdit *field(const QString &name) { return child<QLineEdit>(name); }
    void choose(const QString &combo, int value)
    {
        auto *box = child<QComboBox>(combo);
        box->setCurrentIndex(box->findData(value));
    }
    bool mayBeSaved() { return dialog->primaryButton()->isEnabled(); }
    QCheckBox *agreed() { return child<QCheckBox>(QStringLiteral("profileAgreed")); }

    QPointer<ProfileDialog> dialog;
    QSignalSpy saved;
};

} // namespace

/// Adding and changing a connection: what is needed, and what has to be agreed to.
class ProfileDialogTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void givesBackWhatItGot()
    {
        ConnectionProfile profile = certified();
        profile.tlsMode = TlsMode::VerifyCa;
        Scene scene(profile);
        QCOMPARE(scene.dialog->profile(), profile);
        QVERIFY(scene.mayBeSaved()); // it was agreed to when it was made
        QTest::mouseClick(scene.dialog->primaryButton(), Qt::LeftButton);
        QCOMPARE(scene.saved.count(), 1);
        QCOMPARE(scene.saved.constFirst().constFirst().value<ConnectionProfile>(), profile);
        QVERIFY(!scene.isOpen());
    }

    void needsThese_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : { "profileName", "profileHost", "profileDatabase", "profileUser" })
            QTest::addRow("%s", field) << QString::fromLatin1(field);
    }
    void needsThese()
    {
        QFETCH(QString, field);
        Scene scene;
        QVERIFY(scene.mayBeSaved());
        scene.field(field)->clear();
        QVERIFY(!scene.mayBeSaved());
        QTest::keyClicks(scene.field(field), u"   "_qs);
        QVERIFY(!scene.mayBeSaved());
        QTest::keyClicks(scene.field(field), u"x "_qs);
        QVERIFY(scene.mayBeSaved());
    }

    void takesNoNameTwice()
    {
        Scene scene(office(), { u"Home"_qs });
        scene.field(u"profileName"_qs)->setText(u" Home "_qs);
        QVERIFY(!scene.mayBeSaved());
        QVERIFY(!scene.dialog->primaryButton()->toolTip().isEmpty());
        scene.field(u"profileName"_qs)->setText(u"home"_qs);
        QVERIFY(scene.mayBeSaved());
    }

    void wantsWeakenedTlsAgreedTo_data()
    {
        QTest::addColumn<TlsMode>("mode");
        QTest::addRow("name not checked") << TlsMode::VerifyCa;
        QTest::addRow("not checked") << TlsMode::Require;
        QTest::addRow("none") << TlsMode::Disable;
    }
    void wantsWeakenedTlsAgreedTo()
    {
        QFETCH(TlsMode, mode);
        Scene scene(certified());
        QVERIFY(!scene.agreed()->isVisible());
        scene.choose(u"profileTls"_qs, int(mode));
        QVERIFY(scene.agreed()->isVisible());
        QVERIFY(!scene.agreed()->isChecked());
        QVERIFY(!scene.mayBeSaved());
        scene.agreed()->click();
        QVERIFY(scene.mayBeSaved());
        QCOMPARE(scene.dialog->profile().tlsMode, mode);
    }

    void wantsItAgreedToAnewForWhatIsWeakerStill()
    {
        ConnectionProfile profile = certified();
        profile.tlsMode = TlsMode::VerifyCa;
        Scene scene(profile);
        QVERIFY(scene.mayBeSaved());
        scene.choose(u"profileTls"_qs, int(TlsMode::Disable));
        QVERIFY(!scene.mayBeSaved());
        QVERIFY(!scene.agreed()->isChecked());
    }

    void wantsItAgreedToAnewForAnotherServer()
    {
        ConnectionProfile profile = certified();
        profile.tlsMode = TlsMode::Disable;
        Scene scene(profile);
        QVERIFY(scene.mayBeSaved());
        scene.field(u"profileHost"_qs)->setText(u"elsewhere.example.org"_qs);
        QVERIFY(!scene.mayBeSaved());
    }

    void refusesAPasswordWithoutTls()
    {
        Scene scene;
        scene.choose(u"profileTls"_qs, int(TlsMode::Disable));
        QVERIFY(!scene.mayBeSaved());
        QVERIFY(scene.dialog->primaryButton()->toolTip().contains(
            Wording::error({ ErrorCode::PasswordUnprotected, {}, {} }).joined()));
        QVERIFY(!scene.agreed()->isVisible()); // it is not to be had by agreeing
        scene.choose(u"profileAuthentication"_qs, int(Authentication::Certificate));
        scene.field(u"profileCertificate"_qs)->setText(u"/c.pem"_qs);
        scene.field(u"profileKey"_qs)->setText(u"/c.key"_qs);
        QVERIFY(!scene.mayBeSaved());
        scene.agreed()->click();
        QVERIFY(scene.mayBeSaved());
        scene.choose(u"profileAuthentication"_qs, int(Authentication::Password));
        QVERIFY(!scene.mayBeSaved());
    }

    void takesNoSocketAmongOtherHosts()
    {
        Scene scene;
        scene.field(u"profileHost"_qs)->setText(u"db.example.org,/run/postgresql"_qs);
        QVERIFY(!scene.mayBeSaved());
        QVERIFY(!scene.dialog->primaryButton()->toolTip().isEmpty());
        scene.field(u"profileHost"_qs)->setText(u"db.example.org,db2.example.org"_qs);
        QVERIFY(scene.mayBeSaved());
    }

    void needsNoTlsOnThisComputer()
    {
        Scene scene;
        scene.choose(u"profileTls"_qs, int(TlsMode::Disable));
        for (const QString &host : { u"localhost"_qs, u"127.0.0.1"_qs, u"/run/postgresql"_qs }) {
            scene.field(u"profileHost"_qs)->setText(host);
            QVERIFY(!scene.agreed()->isVisible());
            QVERIFY(scene.mayBeSaved());
        }
        scene.field(u"profileHost"_qs)->setText(u"db.example.org"_qs);
        QVERIFY(!scene.mayBeSaved());
    }

    void asksForTheFilesOfACertificate()
    {
        Scene scene;
        QVERIFY(!scene.field(u"profileCertificate"_qs)->isVisible());
        scene.choose(u"profileAuthentication"_qs, int(Authentication::Certificate));
        QVERIFY(scene.field(u"profileCertificate"_qs)->isVisible());
        QVERIFY(!scene.mayBeSaved());
        scene.field(u"profileCertificate"_qs)->setText(u"/c.pem"_qs);
        QVERIFY(!scene.mayBeSaved());
        scene.field(u"profileKey"_qs)->setText(u"/c.key"_qs);
        QVERIFY(scene.mayBeSaved());
    }

    void asksBeforeItLosesWhatWasTyped()
    {
        Scene scene;
        QTest::keyClick(scene.dialog, Qt::Key_Escape);
        QVERIFY(!scene.isOpen()); // nothing was
        Scene changed;
        QTest::keyClicks(changed.field(u"profileUser"_qs), u"x"_qs);
        QTest::keyClick(changed.dialog, Qt::Key_Escape);
        QVERIFY(changed.isOpen());
        QTest::mouseClick(changed.child<Button>(u"discardButton"_qs), Qt::LeftButton);
        QVERIFY(!changed.isOpen());
        QCOMPARE(changed.saved.count(), 0);
    }
};

QTEST_MAIN(ProfileDialogTest)
#include "tst_profile_dialog.moc"
