// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListScene.h"
#include "MemorySource.h"

#include "models/lists/SyntheticSource.h"
#include "ui/kit/Theme.h"

#include <QAccessible>
#include <QAccessibleTableInterface>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace castellan;

namespace {

std::shared_ptr<SyntheticSource> people(qint64 rows)
{
    return std::make_shared<SyntheticSource>(rows);
}

} // namespace

class TestListView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void arrowsMoveAndMark()
    {
        ListScene scene(people(500));
        QVERIFY(scene.settled());
        QSignalSpy current(scene.view(), &ListView::currentIdChanged);
        scene.press(Qt::Key_Down); // onto the first row
        QCOMPARE(scene.view()->currentId(), u"0"_qs);
        scene.press(Qt::Key_Down);
        scene.press(Qt::Key_Down);
        scene.press(Qt::Key_Up);
        QCOMPARE(scene.view()->currentId(), u"1"_qs);
        QCOMPARE(scene.page.selection()->ids(), QStringList(u"1"_qs));
        QCOMPARE(current.size(), 4);
        scene.press(Qt::Key_PageDown);
        QVERIFY(scene.view()->currentId().toInt() > 5);
        scene.press(Qt::Key_PageUp);
        QCOMPARE(scene.view()->currentId(), u"1"_qs);
    }

    void spaceMarksAndShiftExtends()
    {
        ListScene scene(people(500));
        QVERIFY(scene.settled());
        scene.view()->setCurrentId(u"3"_qs);
        scene.press(Qt::Key_Down, Qt::ControlModifier);
        scene.press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(scene.page.selection()->ids(), QStringList(u"3"_qs));
        scene.press(Qt::Key_Space);
        QCOMPARE(scene.page.selection()->ids(), (QStringList { u"3"_qs, u"5"_qs }));
        scene.press(Qt::Key_Down); // several marks: moving leaves them alone
        QCOMPARE(scene.page.selection()->ids().size(), 2);
        scene.press(Qt::Key_Down, Qt::ShiftModifier);
        scene.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(scene.page.selection()->ids(), (QStringList { u"6"_qs, u"7"_qs, u"8"_qs }));
        scene.press(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(scene.page.selection()->isAllMatching());
        scene.press(Qt::Key_Space);
        QCOMPARE(scene.page.selection()->exceptions(), QStringList(u"8"_qs));
        QVERIFY(scene.model.holds().testFlag(Hold::Selection));
    }

    void tabLeavesTheCurrentRowAlone()
    {
        ListScene scene(people(1'000'000));
        QVERIFY(scene.settled());
        const QPoint onAPerson(60, scene.view()->rowViewportPosition(2) + 10);
        QTest::mouseClick(scene.view()->viewport(), Qt::LeftButton, {}, onAPerson);
        const QString clicked = scene.view()->currentId();
        scene.page.focusFilter();
        scene.model.jumpToFraction(0.5);
        QTRY_COMPARE(scene.model.rowOf(clicked), -1);
        scene.view()->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(scene.view()->hasFocus());
        QCOMPARE(scene.view()->currentId(), clicked); // though it is far away
        QCOMPARE(scene.page.selection()->single(), clicked);
        for (int step = 0; step < 2; ++step) {
            scene.press(Qt::Key_Down);
            QCOMPARE(scene.view()->currentId(), scene.idAt(scene.model.firstVisible() + step));
            QCOMPARE(scene.page.selection()->single(), scene.view()->currentId());
        }
    }

    void endGoesToTheEndOfAHundredMillion()
    {
        ListScene scene(people(100'000'000));
        QVERIFY(scene.settled());
        scene.press(Qt::Key_End);
        QTRY_COMPARE(scene.view()->currentId(), u"99999999"_qs);
        QVERIFY(scene.settled());
        QCOMPARE(scene.view()->place(), 1.0);
        scene.press(Qt::Key_Up);
        QCOMPARE(scene.view()->currentId(), u"99999998"_qs);
        scene.press(Qt::Key_Home);
        QTRY_COMPARE(scene.view()->currentId(), u"0"_qs);
        QCOMPARE(scene.view()->verticalScrollBar()->value(), 0);
    }

    void lettersJumpToAPrefix()
    {
        ListScene scene(people(1'000'000));
        QVERIFY(scene.settled());
        QTest::keyClicks(scene.view(), u"kab"_qs);
        QTRY_VERIFY(scene.model.rowById(scene.view()->currentId()));
        QTRY_VERIFY(scene.model.rowById(scene.view()->currentId())
                        ->value(u"name"_qs)
                        .toString()
                        .startsWith(u"Kab"_qs));
    }

    void enterOpensAndF10ShowsTheMenu()
    {
        ListScene scene(people(50));
        QVERIFY(scene.settled());
        QSignalSpy opened(&scene.page, &ListPage::activated);
        scene.press(Qt::Key_Return); // nothing is current yet
        QCOMPARE(opened.size(), 0);
        scene.view()->setCurrentId(u"4"_qs);
        scene.press(Qt::Key_Return);
        QCOMPARE(opened.takeFirst().at(0).toString(), u"4"_qs);

        QStringList filled;
        scene.page.setMenuFiller([&](QMenu *menu, const QStringList &ids) {
            filled = ids;
            menu->addAction(u"Unlock…"_qs);
        });
        scene.press(Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(filled, QStringList(u"4"_qs));
        auto *menu = scene.view()->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QVERIFY(scene.model.holds().testFlag(Hold::Dialog));
        menu->close();
        QVERIFY(!scene.model.holds().testFlag(Hold::Dialog));
    }

    void mouseMarksTogglesAndExtends()
    {
        ListScene scene(people(50));
        QVERIFY(scene.settled());
        QSignalSpy picked(&scene.page, &ListPage::picked);
        const auto click = [&](int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            const QPoint at(60, scene.view()->rowViewportPosition(row) + 10);
            QTest::mouseClick(scene.view()->viewport(), Qt::LeftButton, modifiers, at);
        };
        click(2);
        QCOMPARE(picked.size(), 1);
        click(4, Qt::ControlModifier);
        QCOMPARE(scene.page.selection()->ids(), (QStringList { u"2"_qs, u"4"_qs }));
        click(6, Qt::ShiftModifier);
        QCOMPARE(scene.page.selection()->ids(), (QStringList { u"4"_qs, u"5"_qs, u"6"_qs }));
        click(3);
        QCOMPARE(scene.page.selection()->ids(), QStringList(u"3"_qs));
        QCOMPARE(picked.size(), 2);
    }

    void marksAreToldToQt()
    {
        ListScene scene(people(5000));
        QVERIFY(scene.settled());
        scene.page.selection()->set({ u"1"_qs, u"3"_qs });
        const auto *marks = scene.view()->selectionModel();
        QVERIFY(marks->isRowSelected(1) && marks->isRowSelected(3) && !marks->isRowSelected(2));
        scene.model.jumpToFraction(0.5);
        QTRY_COMPARE(scene.model.rowOf(u"1"_qs), -1);
        QVERIFY(!marks->hasSelection());
        scene.model.jumpToStart();
        QTRY_COMPARE(scene.model.rowOf(u"1"_qs), 1);
        QVERIFY(marks->isRowSelected(1)); // marks outlive their rows
    }

    void theFirstVisibleRowKeepsItsPlace()
    {
        ListScene scene(people(1'000'000));
        QVERIFY(scene.settled());
        QVERIFY(QTest::qWaitFor([&] { return !scene.model.facts().landmarks().isEmpty(); }));
        scene.model.jumpToFraction(0.5);
        QTRY_VERIFY(!scene.model.atStart() && scene.model.firstVisible() >= 100);
        QScrollBar *bar = scene.view()->verticalScrollBar();
        for (int step = 0; step < 40; ++step) {
            bar->setValue(bar->value() + (step < 20 ? 2017 : -2017));
            const int row = scene.view()->rowAt(0);
            const QString id = scene.idAt(row);
            const int y = scene.view()->rowViewportPosition(row);
            QTRY_VERIFY(scene.model.rowCount() - 1 - scene.model.lastVisible()
                            >= PagedModel::kMargin
                        && scene.model.firstVisible() >= PagedModel::kMargin);
            QCOMPARE(scene.view()->rowViewportPosition(scene.model.rowOf(id)), y);
        }
        QVERIFY(scene.model.rowCount() <= PagedModel::kWindow);
    }

    void copiesRowsAsText()
    {
        auto source = std::make_shared<MemorySource>();
        source->insert(u"a"_qs, 1, u"Ann\tB"_qs);
        source->insert(u"b"_qs, 2, u"=1+1"_qs);
        ListScene scene(source);
        QVERIFY(scene.settled());
        scene.page.selection()->set({ u"a"_qs, u"b"_qs });
        scene.press(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).startsWith(u"Account\tSecond factor"_qs));
        QVERIFY(lines.at(1).startsWith(u"Ann"_qs));
        QVERIFY(lines.at(2).startsWith(u"'=1+1"_qs));
        QCOMPARE(lines.at(1).count(u'\t'), 4);
    }

    void screenReadersHearWhatIsPainted()
    {
        ListScene scene(people(503));
        QVERIFY(scene.settled());
        const QModelIndex name = scene.view()->model()->index(5, 0);
        QVERIFY(name.data(Qt::AccessibleTextRole).toString().contains(u"@example.org"_qs));
        const QModelIndex state = scene.view()->model()->index(5, 1);
        QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), u"Critical, Locked until 14:32"_qs);
        auto *table = QAccessible::queryAccessibleInterface(scene.view())->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->cellAt(5, 1)->text(QAccessible::Name), u"Critical, Locked until 14:32"_qs);
        QCOMPARE(QAccessible::queryAccessibleInterface(scene.view())->text(QAccessible::Name),
                 u"Accounts"_qs);
    }

    void foldedColumnsAreTold()
    {
        ListScene scene(people(503), { 460, 600 });
        QVERIFY(scene.settled());
        const QString second = scene.view()->texts()->secondLine(5, 0).join(u'|');
        QVERIFY(second.contains(u"Locked until 14:32"_qs));
        QVERIFY(second.contains(u"Codes left: "_qs));
        QVERIFY(scene.view()->isColumnHidden(1));
        scene.page.resize(1200, 600);
        QVERIFY(!scene.view()->isColumnHidden(1));
        QCOMPARE(scene.view()->texts()->secondLine(5, 0).size(), 2);
    }

    void hostileNamesStayText()
    {
        auto source = std::make_shared<MemorySource>();
        source->insert(u"a"_qs, 1, u"<b>x</b>\u202Egnp"_qs);
        source->insert(u"b"_qs, 2, QString(1'000'000, u'W'));
        ListScene scene(source);
        QVERIFY(scene.settled());
        const QString shown = scene.view()->model()->index(0, 0).data().toString();
        QVERIFY(shown.startsWith(u"<b>x</b>"_qs));
        QVERIFY(!shown.contains(QChar(0x202E)));
        QVERIFY(scene.view()->model()->index(1, 0).data().toString().size() <= 220);
        QVERIFY(!scene.page.grab().isNull());
    }

    void sortsByHeaderAndMenu()
    {
        ListScene scene(people(1000));
        QVERIFY(scene.settled());
        auto *header = scene.view()->horizontalHeader();
        const QPoint codes(header->sectionViewportPosition(2) + 10, 10);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, codes);
        QCOMPARE(scene.model.query().sort, u"codes"_qs);
        QVERIFY(!scene.model.query().descending);
        QVERIFY(scene.settled());
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, codes);
        QVERIFY(scene.model.query().descending);
        QTRY_COMPARE(scene.model.rowAt(0)->value(u"codes"_qs).toInt(), 999);

        QMenu menu;
        scene.view()->fillSortMenu(&menu);
        menu.actions().at(0)->trigger();
        QCOMPARE(scene.model.query().sort, u"name"_qs);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestListView)
#include "tst_list_view.moc"
