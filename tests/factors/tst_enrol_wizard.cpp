// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WizardScene.h"

#include "tests/support/MemorySearch.h"
#include "ui/kit/Wording.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace castellan;

/// The whole enrolment in front of a real database.
class EnrolWizardTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    FactorScene m_scene;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        const QString problem = m_scene.start(0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanupTestCase() { m_scene.stop(); }

    void enrolsSomebody()
    {
        const QUuid account = m_scene.person();
        WizardScene wizard(m_scene, account);
        QSignalSpy enrolled(wizard.wizard, &EnrolWizard::enrolled);
        QCOMPARE(wizard.page(), u"reason"_qs);
        QCOMPARE(wizard.child<Button>(u"cancelButton"_qs)->text(), u"&Cancel"_qs);
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        const QString key = wizard.key();
        wizard.press();
        QCOMPARE(wizard.page(), u"confirm"_qs);
        QVERIFY(wizard.code()->hasFocus());
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key.toLatin1()));
        QVERIFY(wizard.reaches(u"codes"_qs));
        QCOMPARE(enrolled.count(), 1);
        // What is in force is not cancelled any more.
        QCOMPARE(wizard.child<Button>(u"cancelButton"_qs)->text(), u"&Close"_qs);
        // The key is gone as soon as it is in force.
        QVERIFY(wizard.child<SecretText>(u"keyText"_qs)->isEmpty());

        const QStringList codes = wizard.child<SecretText>(u"recoveryCodes"_qs)
                                      ->spoken()
                                      .split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(codes.size(), 10);
        QVERIFY(!wizard.primary()->isEnabled());
        QTest::mouseClick(wizard.child<QCheckBox>(u"handedOver"_qs), Qt::LeftButton, {},
                          QPoint(8, wizard.child<QCheckBox>(u"handedOver"_qs)->height() / 2));
        QVERIFY(wizard.primary()->isEnabled());
        wizard.press();
        QVERIFY(wizard.reaches(u"done"_qs));
        QVERIFY(wizard.child<SecretText>(u"recoveryCodes"_qs)->isEmpty());
        QVERIFY(!wizard.child<Button>(u"cancelButton"_qs)->isVisible());
        wizard.press();
        QTRY_VERIFY(!wizard.wizard);

        // What was handed over works.
        const auto used = await(m_scene.application->rows(
            SqlStatement("select ok from castellan.recovery_code_verify($1, $2, null)")
                .bind(account)
                .bind(codes.constLast().trimmed())));
        QVERIFY_RESULT(used);
        QVERIFY(used.value().constFirst().boolean("ok"));
        QCOMPARE(m_scene.factors(account), 1);
    }

    void findsAReasonByTyping()
    {
        WizardScene wizard(m_scene, m_scene.person());
        auto *reason = wizard.child<QComboBox>(u"reasonChoice"_qs);
        const auto chosen = [&] { return EnrolmentReason(reason->currentData().toInt()); };
        reason->setFocus();
        QTest::keyClicks(reason, u"lo"_qs); // "Phone lost or broken"
        QCOMPARE(chosen(), EnrolmentReason::LostPhone);
        QTest::keyClick(reason, Qt::Key_Space);
        QTRY_VERIFY(reason->view()->isVisible());
        QTest::keyClicks(reason->view(), u"new"_qs);
        QTest::keyClick(reason->view(), Qt::Key_Return);
        QCOMPARE(chosen(), EnrolmentReason::NewPhone);
    }

    void wantsAReason()
    {
        WizardScene wizard(m_scene, m_scene.person());
        auto *reason = wizard.child<QComboBox>(u"reasonChoice"_qs);
        reason->setCurrentIndex(reason->findData(int(EnrolmentReason::Other)));
        QVERIFY(!wizard.primary()->isEnabled());
        QTest::keyClicks(wizard.child<QLineEdit>(u"noteField"_qs), u"  "_qs);
        QVERIFY(!wizard.primary()->isEnabled());
        QTest::keyClicks(wizard.child<QLineEdit>(u"noteField"_qs), u"Loan"_qs);
        QVERIFY(wizard.primary()->isEnabled());
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
    }

    void saysWhatIsWrongWithACode()
    {
        WizardScene wizard(m_scene, m_scene.person());
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        const QByteArray key = wizard.key().toLatin1();
        wizard.press();
        wizard.press(); // without a code
        QVERIFY(!wizard.codeProblem().isEmpty());
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key, 20));
        QTRY_COMPARE(
            wizard.codeProblem(),
            Wording::enrolment(u"refused"_qs,
                               { { u"diagnosis"_qs, u"clock"_qs }, { u"offset_seconds"_qs, 600 } })
                .joined());
        QCOMPARE(wizard.page(), u"confirm"_qs);
        QCOMPARE(wizard.code()->length(), 0);
        // Enter, by habit, after the sixth digit: the diagnosis is still there to be read.
        const QString diagnosis = wizard.codeProblem();
        QTest::keyClick(wizard.wizard->focusWidget(), Qt::Key_Return);
        QCOMPARE(wizard.codeProblem(), diagnosis);
        QVERIFY(wizard.code()->hasFocus());
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key));
        QVERIFY(wizard.reaches(u"codes"_qs));
    }

    void waitsForTheAnswerToACode()
    {
        WizardScene wizard(m_scene, m_scene.person());
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        const QByteArray key = wizard.key().toLatin1();
        wizard.press();
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key, 20));
        // Neither Back nor a second Enter take the answer away.
        QVERIFY(!wizard.primary()->isEnabled());
        QVERIFY(!wizard.child<Button>(u"backButton"_qs)->isEnabled());
        QTest::keyClick(wizard.wizard->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!wizard.codeProblem().isEmpty());
        QVERIFY(wizard.child<Button>(u"backButton"_qs)->isEnabled());
        QTest::mouseClick(wizard.child<Button>(u"backButton"_qs), Qt::LeftButton);
        QVERIFY(wizard.reaches(u"scan"_qs));
        wizard.press();
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key));
        QVERIFY(wizard.reaches(u"codes"_qs));
    }

    void saysWhenALockTookTheRecoveryCodes()
    {
        WizardScene wizard(m_scene, m_scene.person());
        QSignalSpy lost(wizard.wizard, &EnrolWizard::codesLost);
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        const QByteArray key = wizard.key().toLatin1();
        wizard.press();
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key));
        QVERIFY(wizard.reaches(u"codes"_qs));
        wizard.wizard->done(QDialog::Rejected); // as the window closes what is open
        QCOMPARE(lost.count(), 1);
    }

    void keysAreUnique()
    {
        WizardScene wizard(m_scene, m_scene.person());
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        for (const char16_t *page : { u"reason", u"scan", u"confirm", u"codes" }) {
            wizard.wizard->goTo(QString::fromUtf16(page));
            wizard.wizard->setDirty(true);
            wizard.wizard->reject(); // "Stay here" and "Leave" beside them
            QStringList keys;
            for (const auto *button : wizard.wizard->findChildren<QAbstractButton *>())
                if (button->isVisible() && !button->shortcut().isEmpty())
                    keys += button->shortcut().toString();
            for (const auto *label : wizard.wizard->findChildren<QLabel *>())
                if (label->isVisible() && label->buddy())
                    keys += QKeySequence::mnemonic(label->text()).toString();
            keys.removeAll(QString());
            const QString all = keys.join(u' ');
            QVERIFY2(keys.removeDuplicates() == 0, qPrintable(all));
        }
    }

    void renewsTheKey()
    {
        WizardScene wizard(m_scene, m_scene.person());
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        const QString first = wizard.key();
        QTest::mouseClick(wizard.child<Button>(u"renewSeedButton"_qs), Qt::LeftButton);
        QTRY_VERIFY(wizard.key() != first && wizard.primary()->isEnabled());
        // Back to the reason and on again is another one still.
        const QString second = wizard.key();
        QTest::mouseClick(wizard.child<Button>(u"backButton"_qs), Qt::LeftButton);
        QCOMPARE(wizard.page(), u"reason"_qs);
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        QVERIFY(wizard.key() != second);
        const QByteArray last = wizard.key().toLatin1();
        wizard.press();
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(last));
        QVERIFY(wizard.reaches(u"codes"_qs));
    }

    void cancellingLeavesNothing()
    {
        const QUuid account = m_scene.person();
        WizardScene wizard(m_scene, account);
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        QCOMPARE(m_scene.factors(account), 1); // pending
        QTest::keyClick(wizard.wizard.data(), Qt::Key_Escape);
        QVERIFY(wizard.wizard->isVisible()); // it asks
        QVERIFY(wizard.child<QWidget>(u"leaveBanner"_qs)->isVisible());
        QTest::mouseClick(wizard.child<Button>(u"discardButton"_qs), Qt::LeftButton);
        QTRY_VERIFY(!wizard.wizard);
        QTRY_COMPARE(m_scene.factors(account), 0);
    }

    void cancelsWithoutAskingBeforeAnythingWasShown()
    {
        WizardScene wizard(m_scene, m_scene.person());
        QTest::keyClick(wizard.wizard.data(), Qt::Key_Escape);
        QTRY_VERIFY(!wizard.wizard);
    }

    void leavesNothingWhenClosedWhileItAsks()
    {
        // The answer to the request comes when nobody is there to cancel it any more.
        const QUuid account = m_scene.person();
        WizardScene wizard(m_scene, account);
        wizard.press();
        QTest::mouseClick(wizard.child<Button>(u"cancelButton"_qs), Qt::LeftButton);
        QTRY_VERIFY(!wizard.wizard);
        QVERIFY_RESULT(await(m_scene.interactive().rows(SqlStatement("select 1"))));
        QTRY_COMPARE(m_scene.openEnrolments(account), 0);
    }

    void tellsHelpdeskThatStaffNeedMore()
    {
        const QUuid colleague = m_scene.sync(u"colleague"_qs, u"Colleague"_qs, u"staff"_qs);
        WizardScene wizard(m_scene, colleague);
        wizard.press();
        auto *problem = wizard.child<Banner>(u"problemBanner"_qs);
        QTRY_VERIFY(problem->isVisible());
        QCOMPARE(problem->text(), Wording::enrolment(u"rank"_qs).joined());
        QCOMPARE(wizard.page(), u"reason"_qs);
        QVERIFY(wizard.primary()->isEnabled());
    }

    void goesOnAfterALostConnection()
    {
        WizardScene wizard(m_scene, m_scene.person());
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        const QByteArray key = wizard.key().toLatin1();
        wizard.press();
        auto *overlay = wizard.child<QWidget>(u"connectionLost"_qs);
        QVERIFY(m_scene.run(SqlStatement("select pg_terminate_backend($1)")
                                .bind(m_scene.interactive().backendPid())));
        QTRY_VERIFY(overlay->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!overlay->isVisible(), 20'000);
        QCOMPARE(wizard.page(), u"confirm"_qs);
        QTest::keyClicks(wizard.code(), FactorScene::codeOfKey(key));
        QVERIFY(wizard.reaches(u"codes"_qs));
    }

    void forgetsTheKeyWhenItCloses()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        const QUuid account = m_scene.person();
        WizardScene wizard(m_scene, account);
        wizard.press();
        QVERIFY(wizard.reaches(u"scan"_qs));
        // From the database, since asking the widget would leave copies.
        const auto row = m_scene.database->asSuperuser(
            SqlStatement("select castellan_private.factor_seed(f) as seed"
                         "  from castellan_private.factor f where account = $1")
                .bind(account));
        QVERIFY_RESULT(row);
        const Secret key = Base32::encode(row.value().constFirst().bytes("seed"));
        QByteArray whole;
        QByteArray line; // as it is shown: groups of four
        for (qsizetype i = 0; i < 16; ++i) {
            if (i > 0 && i % 4 == 0)
                line += MemorySearch::unmask(' ');
            line += MemorySearch::unmask(key.view()[i]);
            whole += MemorySearch::unmask(key.view()[i]);
        }
        const int mine = 1; // the Secret above
        QVERIFY(MemorySearch::copies(line) > 0);
        wizard.wizard->discard();
        QTRY_VERIFY(!wizard.wizard);
        QVERIFY_RESULT(await(m_scene.interactive().rows(SqlStatement("select 1"))));
        QCOMPARE(MemorySearch::copies(line), 0);
        QCOMPARE(MemorySearch::copies(whole), mine);
    }
};

QTEST_MAIN(EnrolWizardTest)
#include "tst_enrol_wizard.moc"
