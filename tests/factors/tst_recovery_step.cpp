// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"
#include "ui/factors/RecoveryStep.h"
#include "ui/factors/SecretText.h"
#include "ui/kit/Button.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace castellan;

/// When the recovery codes can be read.
class RecoveryStepTest : public QObject {
    Q_OBJECT

private:
    struct Scene {
        Scene()
        {
            auto *layout = new QVBoxLayout(&window);
            step = new RecoveryStep(clock);
            layout->addWidget(step);
            window.show();
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            std::vector<Secret> codes;
            codes.push_back(Secret::fromUtf8(QByteArray("ABCD-EFGH")));
            step->setCodes(codes);
        }
        QString spoken() { return step->findChild<SecretText *>(u"recoveryCodes"_qs)->spoken(); }
        Button *show() { return step->findChild<Button *>(u"revealButton"_qs); }

        FakeClock clock;
        QWidget window;
        RecoveryStep *step = nullptr;
    };

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void hidesAfterTwoMinutes()
    {
        Scene scene;
        QCOMPARE(scene.spoken(), u"ABCD-EFGH\n"_qs);
        QVERIFY(!scene.show()->isVisible());
        scene.clock.advance(120'000);
        QTRY_VERIFY(scene.show()->isVisible());
        QVERIFY(scene.spoken().isEmpty());
        QTest::mouseClick(scene.show(), Qt::LeftButton);
        QVERIFY(!scene.spoken().isEmpty());
    }

    void hidesWhenTheWindowIsLeft()
    {
        Scene scene;
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_VERIFY(scene.spoken().isEmpty());
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        QVERIFY(scene.spoken().isEmpty()); // not by itself
        QTest::mouseClick(scene.show(), Qt::LeftButton);
        QVERIFY(!scene.spoken().isEmpty());
    }

    void hasNothingToShowWhenCleared()
    {
        Scene scene;
        scene.step->clear();
        QVERIFY(!scene.show()->isVisible());
        QVERIFY(scene.spoken().isEmpty());
    }
};

QTEST_MAIN(RecoveryStepTest)
#include "tst_recovery_step.moc"
