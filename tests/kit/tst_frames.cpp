// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dialogs and wizards: what Esc, Enter and the buttons do.

#include "tests/kit/KitSamples.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/FocusRing.h"
#include "ui/kit/ScrimOverlay.h"
#include "ui/kit/Theme.h"
#include "ui/kit/WizardSteps.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>

using namespace castellan;

class TestFrames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void dialogOpensWindowModal();
    void escapeClosesACleanDialog();
    void escapeAsksInADirtyDialog();
    void destructiveIsNeverTheDefault();
    void primaryIsTheDefault();
    void enterPressesTheButtonInFocus();
    void busyKeepsCancel();
    void problemIsSaidAndMakesRoom();
    void wizardGoesWhereItIsTold();
    void wizardSaysItsSteps();
    void wizardAsksBeforeItIsLeft();
    void finishedWizardOnlyCloses();
    void lostConnectionCoversAndKeeps();
    void lostConnectionKeepsTheKeyboardOut();
    void keysTooManyPressNothingInABusyWizard();
    void focusRingFollowsTheKeyboard();

private:
    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
};

namespace {

template <typename T> T *child(QWidget *parent, const char *name)
{
    return parent->findChild<T *>(QLatin1String(name));
}

} // namespace

void TestFrames::dialogOpensWindowModal()
{
    QWidget window;
    QPointer<DialogFrame> dialog =
        new DialogFrame(QStringLiteral("Reset the factor of Björn Þórsson"), &window);
    dialog->setPrimary(QStringLiteral("Reset"), true);
    dialog->open();
    QCOMPARE(dialog->windowModality(), Qt::WindowModal);
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Reset the factor of Björn Þórsson"));
    QSignalSpy triggered(dialog.data(), &DialogFrame::primaryTriggered);
    dialog->primaryButton()->click();
    QCOMPARE(triggered.count(), 1);
    QVERIFY(dialog->isVisible()); // it stays until its owner is done
    dialog->accept();
    QTRY_VERIFY(dialog.isNull());
}

void TestFrames::escapeClosesACleanDialog()
{
    const auto dialog = sampleDialog();
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    dialog->open();
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QVERIFY(!dialog->isVisible());
}

void TestFrames::escapeAsksInADirtyDialog()
{
    const auto dialog = sampleDialog();
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    dialog->setDirty(true);
    dialog->open();
    auto *question = child<Banner>(dialog.get(), "leaveBanner");
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(question->isVisible());
    QTest::keyClick(dialog.get(), Qt::Key_Escape); // a second one takes the question back
    QVERIFY(!question->isVisible());
    dialog->close();
    QVERIFY(dialog->isVisible()); // the window's own button asks, too
    child<Button>(dialog.get(), "keepButton")->click();
    QVERIFY(!question->isVisible());
    QCOMPARE(rejected.count(), 0);
    dialog->cancelButton()->click();
    child<Button>(dialog.get(), "discardButton")->click();
    QCOMPARE(rejected.count(), 1);
}

void TestFrames::destructiveIsNeverTheDefault()
{
    const auto dialog = sampleDialog();
    QSignalSpy triggered(dialog.get(), &DialogFrame::primaryTriggered);
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    dialog->open();
    QVERIFY(!dialog->primaryButton()->isDefault());
    QVERIFY(!dialog->primaryButton()->autoDefault());
    QCOMPARE(dialog->primaryButton()->role(), ButtonRole::Destructive);
    QTest::keyClick(child<QLineEdit>(dialog.get(), "ticket"), Qt::Key_Return);
    QCOMPARE(triggered.count(), 0);
    QCOMPARE(rejected.count(), 1);
}

void TestFrames::primaryIsTheDefault()
{
    const auto dialog = sampleDialog();
    dialog->setPrimary(QStringLiteral("Save"));
    QSignalSpy triggered(dialog.get(), &DialogFrame::primaryTriggered);
    dialog->open();
    QTest::keyClick(child<QLineEdit>(dialog.get(), "ticket"), Qt::Key_Return);
    QCOMPARE(triggered.count(), 1);
}

void TestFrames::enterPressesTheButtonInFocus()
{
    const auto dialog = sampleDialog();
    dialog->setPrimary(QStringLiteral("Save"));
    dialog->setDirty(true);
    QSignalSpy triggered(dialog.get(), &DialogFrame::primaryTriggered);
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    auto *keep = child<Button>(dialog.get(), "keepButton");
    QVERIFY(keep->hasFocus());
    QTest::keyClick(keep, Qt::Key_Tab);
    auto *discard = child<Button>(dialog.get(), "discardButton");
    QVERIFY(discard->hasFocus());
    QTest::keyClick(discard, Qt::Key_Return);
    QCOMPARE(triggered.count(), 0); // Enter on "Discard" must not save
    QCOMPARE(rejected.count(), 1);
}

void TestFrames::busyKeepsCancel()
{
    const auto dialog = sampleDialog();
    dialog->open();
    dialog->setBusy(true);
    QVERIFY(!dialog->primaryButton()->isEnabled());
    QVERIFY(dialog->cancelButton()->isEnabled());
    QVERIFY(!child<QLineEdit>(dialog.get(), "ticket")->isEnabled());
    dialog->setBusy(false);
    QVERIFY(dialog->primaryButton()->isEnabled());
    dialog->setPrimaryEnabled(false, QStringLiteral("Choose a reason."));
    QVERIFY(!dialog->primaryButton()->isEnabled());
    QVERIFY(dialog->primaryButton()->toolTip().contains(QStringLiteral("Choose a reason.")));
}

void TestFrames::problemIsSaidAndMakesRoom()
{
    const auto dialog = sampleDialog();
    dialog->open();
    const int before = dialog->height();
    dialog->setProblem(QStringLiteral("The server took too long. Nothing was changed."));
    auto *problem = child<Banner>(dialog.get(), "problemBanner");
    QVERIFY(problem->isVisible());
    QVERIFY(dialog->height() > before);
    dialog->setProblem({});
    QVERIFY(!problem->isVisible());
}

void TestFrames::wizardGoesWhereItIsTold()
{
    const auto wizard = sampleWizard(m_clock);
    wizard->open();
    QCOMPARE(wizard->current(), QStringLiteral("scan"));
    QCOMPARE(wizard->primaryButton()->text(), QStringLiteral("Scanned, continue"));
    QSignalSpy primary(wizard.get(), &WizardFrame::primaryTriggered);
    wizard->primaryButton()->click();
    QCOMPARE(primary.first().first().toString(), QStringLiteral("scan"));
    QCOMPARE(wizard->current(), QStringLiteral("scan")); // the owner decides
    wizard->setBusy(true);
    QVERIFY(!wizard->primaryButton()->isEnabled());
    QVERIFY(wizard->cancelButton()->isEnabled());
    wizard->goTo(QStringLiteral("confirm"));
    QVERIFY(wizard->primaryButton()->isEnabled());
    QVERIFY(wizard->backButton()->isVisible());
    QSignalSpy back(wizard.get(), &WizardFrame::backTriggered);
    wizard->backButton()->click();
    QCOMPARE(back.count(), 1);
    wizard->goTo(QStringLiteral("person"));
    QVERIFY(!wizard->backButton()->isVisible());
    wizard->goTo(QStringLiteral("nowhere"));
    QCOMPARE(wizard->current(), QStringLiteral("person"));
}

void TestFrames::wizardSaysItsSteps()
{
    const auto wizard = sampleWizard(m_clock);
    const auto steps = wizard->findChildren<WizardStepItem *>();
    QCOMPARE(steps.size(), 5);
    QCOMPARE(steps[0]->phase(), WizardStepItem::Phase::Done);
    QCOMPARE(steps[1]->phase(), WizardStepItem::Phase::Current);
    QCOMPARE(steps[1]->accessibleName(), QStringLiteral("Step 2 of 5: Scan"));
    QCOMPARE(steps[4]->phase(), WizardStepItem::Phase::Ahead);
    QVERIFY(steps[3]->heightForWidth(80) > steps[3]->heightForWidth(400)); // no name is cut
}

void TestFrames::wizardAsksBeforeItIsLeft()
{
    const auto wizard = sampleWizard(m_clock);
    QSignalSpy rejected(wizard.get(), &QDialog::rejected);
    wizard->setDirty(true, QStringLiteral("The QR code was shown."));
    wizard->open();
    QTest::keyClick(wizard.get(), Qt::Key_Escape);
    auto *question = child<Banner>(wizard.get(), "leaveBanner");
    QVERIFY(question->isVisible());
    QCOMPARE(question->text(), QStringLiteral("The QR code was shown."));
    QCOMPARE(rejected.count(), 0);
    child<Button>(wizard.get(), "discardButton")->click();
    QCOMPARE(rejected.count(), 1);
}

void TestFrames::finishedWizardOnlyCloses()
{
    const auto wizard = sampleWizard(m_clock);
    wizard->setDirty(true);
    wizard->open();
    wizard->goTo(QStringLiteral("done"));
    wizard->setFinished(true);
    QVERIFY(!wizard->cancelButton()->isVisible());
    QVERIFY(!wizard->backButton()->isVisible());
    QTest::keyClick(wizard.get(), Qt::Key_Escape);
    QVERIFY(!wizard->isVisible());
}

void TestFrames::lostConnectionCoversAndKeeps()
{
    const auto wizard = sampleWizard(m_clock);
    wizard->open();
    auto *lost = child<ScrimOverlay>(wizard.get(), "connectionLost");
    wizard->setConnectionLost(QStringLiteral("It goes on when the server answers again."));
    QVERIFY(lost->isVisible());
    QCOMPARE(lost->size(), wizard->size());
    QCOMPARE(wizard->current(), QStringLiteral("scan"));
    wizard->resize(800, 600);
    QTRY_COMPARE(lost->size(), QSize(800, 600));
    wizard->setConnectionLost({});
    QVERIFY(!lost->isVisible());
    QCOMPARE(wizard->current(), QStringLiteral("scan"));
}

void TestFrames::lostConnectionKeepsTheKeyboardOut()
{
    const auto wizard = sampleWizard(m_clock);
    QSignalSpy pressed(wizard.get(), &WizardFrame::primaryTriggered);
    QSignalSpy rejected(wizard.get(), &QDialog::rejected);
    wizard->setDirty(true);
    wizard->open();
    QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
    wizard->primaryButton()->setFocus();
    auto *lost = child<ScrimOverlay>(wizard.get(), "connectionLost");
    auto *leave = child<Button>(wizard.get(), "leaveLost");
    wizard->setConnectionLost(QStringLiteral("It goes on when the server answers again."));
    QVERIFY(lost->hasFocus());
    for (const Qt::Key key : { Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape })
        QTest::keyClick(wizard->focusWidget(), key);
    QVERIFY(!child<Banner>(wizard.get(), "leaveBanner")->isVisible());
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Tab);
        QVERIFY(lost->isAncestorOf(wizard->focusWidget()));
    }
    QCOMPARE(pressed.count() + rejected.count(), 0);
    wizard->setConnectionLost({});
    QVERIFY(wizard->primaryButton()->hasFocus());
    wizard->setConnectionLost(QStringLiteral("It goes on when the server answers again."));
    QTest::mouseClick(leave, Qt::LeftButton);
    QCOMPARE(rejected.count(), 1);
}

void TestFrames::keysTooManyPressNothingInABusyWizard()
{
    const auto wizard = sampleWizard(m_clock);
    QSignalSpy rejected(wizard.get(), &QDialog::rejected);
    wizard->open();
    QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
    wizard->primaryButton()->setFocus();
    wizard->setBusy(true);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
    QCOMPARE(rejected.count(), 0);
    // The connection goes, the answer with it, and both come back.
    wizard->setConnectionLost(QStringLiteral("It goes on when the server answers again."));
    wizard->setBusy(false);
    wizard->setConnectionLost({});
    QVERIFY(wizard->primaryButton()->hasFocus());
}

void TestFrames::focusRingFollowsTheKeyboard()
{
    FocusRing ring;
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *first = new Button(QStringLiteral("First"));
    auto *second = new Button(QStringLiteral("Second"));
    auto *field = new QLineEdit;
    for (QWidget *widget : { static_cast<QWidget *>(first), static_cast<QWidget *>(second),
                             static_cast<QWidget *>(field) })
        layout->addWidget(widget);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!ring.ringed());
    second->setFocus(Qt::TabFocusReason);
    QCOMPARE(ring.ringed(), second);
    field->setFocus(Qt::TabFocusReason); // fields draw their own edge
    QVERIFY(!ring.ringed());
    first->setFocus(Qt::BacktabFocusReason);
    QCOMPARE(ring.ringed(), first);
    delete first;
    QTRY_VERIFY(!ring.ringed());
    const auto underlined = [&] {
        return window.style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, second);
    };
    QVERIFY(!underlined());
    QTest::keyPress(second, Qt::Key_Alt);
    QVERIFY(underlined());
    QTest::keyRelease(second, Qt::Key_Alt, Qt::AltModifier);
    QVERIFY(!underlined());
}

QTEST_MAIN(TestFrames)
#include "tst_frames.moc"
