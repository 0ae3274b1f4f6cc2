// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"
#include "ui/shell/LockWatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace castellan;
using namespace std::chrono_literals;

/// When nobody has touched anything for a while. It looks once a second; the clock is the test's.
class LockWatchTest : public QObject {
    Q_OBJECT

private:
    struct Scene {
        Scene()
            : watch(clock)
            , due(&watch, &LockWatch::due)
            , touched(&watch, &LockWatch::touched)
            , ticked(&watch, &LockWatch::ticked)
        {
            watch.setLimit(2min);
            watch.start();
        }
        bool tick()
        {
            const auto before = ticked.count();
            return QTest::qWaitFor([&] { return ticked.count() > before; });
        }
        FakeClock clock;
        LockWatch watch;
        QSignalSpy due;
        QSignalSpy touched;
        QSignalSpy ticked;
        QWidget window;
    };

private Q_SLOTS:
    void countsDownAndEndsOnce()
    {
        Scene scene;
        QCOMPARE(scene.watch.left(), 120s);
        scene.clock.advance(119'000);
        QCOMPARE(scene.watch.left(), 1s);
        QVERIFY(scene.tick());
        QCOMPARE(scene.due.count(), 0);
        scene.clock.advance(999);
        QCOMPARE(scene.watch.left(), 1s); // not yet, to the millisecond
        scene.clock.advance(1);
        QTRY_COMPARE(scene.due.count(), 1);
        QCOMPARE(scene.watch.left(), 0s);
        // Stopped: what is touched now counts for nothing.
        QTest::mouseClick(&scene.window, Qt::LeftButton);
        QCOMPARE(scene.watch.left(), 0s);
    }

    void beginsAnewWhenTouched_data()
    {
        QTest::addColumn<int>("how");
        QTest::addRow("key") << 0;
        QTest::addRow("button") << 1;
        QTest::addRow("move") << 2;
        QTest::addRow("wheel") << 3;
    }
    void beginsAnewWhenTouched()
    {
        QFETCH(int, how);
        Scene scene;
        scene.clock.advance(110'000);
        if (how == 0)
            QTest::keyClick(&scene.window, Qt::Key_Shift);
        else if (how == 1)
            QTest::mouseClick(&scene.window, Qt::LeftButton);
        else if (how == 2) {
            QMouseEvent move(QEvent::MouseMove, { 1, 1 }, { 1, 1 }, Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(&scene.window, &move);
        } else {
            QWheelEvent wheel({ 1, 1 }, { 1, 1 }, {}, { 0, 120 }, {}, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&scene.window, &wheel);
        }
        QCOMPARE(scene.watch.left(), 120s);
        QTRY_COMPARE(scene.touched.count(), 1);
        QVERIFY(scene.tick());
        QCOMPARE(scene.touched.count(), 1); // once for a touch
    }

    void programsAreNobody()
    {
        Scene scene;
        scene.clock.advance(60'000);
        scene.window.show();
        scene.window.update();
        QVERIFY(scene.tick());
        QCOMPARE(scene.watch.left(), 60s);
        QCOMPARE(scene.touched.count(), 0);
    }

    void theTimeOfDayDoesNotMatter()
    {
        Scene scene;
        scene.clock.jumpTo(QDateTime({ 2040, 1, 1 }, { 0, 0 }, Qt::UTC));
        QVERIFY(scene.tick());
        QCOMPARE(scene.watch.left(), 120s);
        QCOMPARE(scene.due.count(), 0);
    }

    void heedsANewLimitAtOnce()
    {
        Scene scene;
        scene.clock.advance(90'000);
        scene.watch.setLimit(1min);
        QCOMPARE(scene.watch.left(), 0s);
        QTRY_COMPARE(scene.due.count(), 1);
    }

    void isQuietOnceStopped()
    {
        Scene scene;
        scene.watch.stop();
        scene.clock.advance(600'000);
        QVERIFY(!QTest::qWaitFor([&] { return !scene.due.isEmpty(); }, 1200));
        scene.watch.start();
        QCOMPARE(scene.watch.left(), 120s);
    }
};

QTEST_MAIN(LockWatchTest)
#include "tst_lock_watch.moc"
