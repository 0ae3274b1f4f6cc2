// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListScene.h"
#include "MemorySource.h"

#include "models/lists/SyntheticSource.h"
#include "ui/kit/Button.h"
#include "ui/kit/FacetBar.h"
#include "ui/kit/FilterField.h"
#include "ui/kit/FilterRow.h"
#include "ui/kit/LandmarkScrollBar.h"
#include "ui/kit/ListFooter.h"
#include "ui/kit/ListFrame.h"
#include "ui/kit/ListWithDetail.h"
#include "ui/kit/StatePanes.h"
#include "ui/kit/StateStack.h"
#include "ui/kit/Theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>

using namespace castellan;
using namespace std::chrono_literals;

class TestListPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void filtersWhileTyping()
    {
        ListScene scene(std::make_shared<SyntheticSource>(10'000));
        QVERIFY(scene.settled());
        scene.page.filterField()->setPause(0ms);
        QSignalSpy queries(&scene.model, &PagedModel::queryChanged);
        QTest::keyClicks(scene.page.filterField(), u"bab"_qs);
        QTRY_COMPARE(scene.model.query().filter.text, u"bab"_qs);
        QVERIFY(scene.settled());
        QVERIFY(scene.model.atEnd() || scene.model.facts().count()->count < 10'000);
        QTest::keyClick(scene.page.filterField(), Qt::Key_Escape);
        QCOMPARE(scene.model.query().filter.text, QString());
    }

    void escapeTakesTheFilterOffThenTheDetail()
    {
        auto *list = new ListPage(new PagedModel(std::make_shared<SyntheticSource>(100),
                                                 SamplePresenter::columns(), this),
                                  std::make_shared<SamplePresenter>());
        ListWithDetail split(list, new QWidget);
        split.resize(1400, 700);
        split.show();
        list->opened();
        Filter filter;
        filter.setFacet(u"locked"_qs, true);
        list->applyFilter(filter);
        split.openDetail();
        QTest::keyClick(list->view(), Qt::Key_Escape);
        QVERIFY(list->model()->query().filter.isEmpty());
        QVERIFY(split.isDetailOpen());
        QTest::keyClick(list->view(), Qt::Key_Escape);
        QVERIFY(!split.isDetailOpen());
    }

    void downGoesToTheFirstRowFound()
    {
        ListScene scene(std::make_shared<SyntheticSource>(10'000));
        QVERIFY(scene.settled());
        const auto isOnTheFirst = [&] {
            return scene.view()->currentIndex().row() == 0
                && scene.view()->currentId() == scene.idAt(0) && scene.view()->hasFocus();
        };
        FilterField *field = scene.page.filterField();
        scene.press(Qt::Key_End); // what is current now won't be found
        QVERIFY(scene.settled());
        QSignalSpy activated(&scene.page, &ListPage::activated);
        scene.page.focusFilter();
        QTest::keyClicks(field, u"bab"_qs);
        QTest::keyClick(field, Qt::Key_Down); // before the answer is there
        QVERIFY(scene.settled());
        QTRY_VERIFY(isOnTheFirst());
        QCOMPARE(scene.model.query().filter.text, u"bab"_qs);

        scene.press(Qt::Key_Down);
        scene.page.focusFilter();
        QTest::keyClick(field, Qt::Key_Down); // and where it has been for long
        QTRY_VERIFY(isOnTheFirst());
        scene.press(Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toString(), scene.idAt(0));
    }

    void smallerNumbersMoveNoFacet()
    {
        FacetBar bar;
        bar.setFacets({ { u"a"_qs, u"No factor"_qs }, { u"b"_qs, u"Locked"_qs } });
        bar.setCounts({ { u"a"_qs, 1164, true }, { u"b"_qs, 12, true } });
        bar.show();
        const auto *second = bar.findChild<Button *>(u"facet.b"_qs);
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const int place = second->x();
        const int width = bar.sizeHint().width();
        bar.setCounts({ { u"a"_qs, 0, true }, { u"b"_qs, 1, true } });
        QCoreApplication::sendPostedEvents();
        QCOMPARE(second->x(), place);
        QCOMPARE(bar.sizeHint().width(), width);
        QCOMPARE(bar.unfoldedWidth(), width);
    }

    void facetsNarrowAndCount()
    {
        ListScene scene(std::make_shared<SyntheticSource>(10'000));
        QVERIFY(scene.settled());
        auto *chip = scene.page.facetBar()->findChild<Button *>(u"facet.no_factor"_qs);
        QTRY_VERIFY(chip->text().contains(u"1,250"_qs) || chip->text().contains(u"1250"_qs));
        chip->click();
        QCOMPARE(scene.model.query().filter.facets, QStringList(u"no_factor"_qs));
        QVERIFY(scene.settled());
        QTRY_COMPARE(scene.model.facts().count()->count, 1250);
        chip->click();
        QVERIFY(scene.model.query().filter.isEmpty());
    }

    void facetsFoldBeforeTheFieldGetsNarrow()
    {
        FilterRow row;
        row.facets()->setFacets({ { u"a"_qs, u"No factor"_qs },
                                  { u"b"_qs, u"Locked"_qs },
                                  { u"c"_qs, u"Privileged"_qs } });
        row.show();
        for (int width = 1000; width > 300; width -= 7) {
            row.resize(width, 32);
            QCoreApplication::sendPostedEvents();
            const int left = width - row.facets()->unfoldedWidth() - int(metric::kControlGap);
            QCOMPARE(row.facets()->isFolded(), left < FilterRow::kFieldLeast);
            QVERIFY(row.field()->width() >= 150);
        }
        QVERIFY(row.findChild<Button *>(u"filters"_qs)->isVisible());
        row.facets()->setActive({ u"b"_qs });
        QVERIFY(row.findChild<Button *>(u"filters"_qs)->text().contains(u'1'));
    }

    void saysWhyThereIsNothing()
    {
        auto source = std::make_shared<MemorySource>();
        ListScene scene(source);
        QVERIFY(scene.settled());
        StateStack *stack = scene.page.frame()->stack();
        QCOMPARE(stack->currentWidget(), static_cast<QWidget *>(stack->empty()));
        source->insert(u"a"_qs, 1);
        scene.page.reload();
        QTRY_COMPARE(stack->currentWidget(), stack->content());
        Filter filter;
        filter.text = u"zzz"_qs;
        scene.page.applyFilter(filter);
        QTRY_COMPARE(stack->currentWidget(), static_cast<QWidget *>(stack->empty()));
        Q_EMIT stack->empty()->actionTriggered(); // "Clear the filter"
        QVERIFY(scene.model.query().filter.isEmpty());
        QTRY_COMPARE(stack->currentWidget(), stack->content());
    }

    void saysWhatFailedAndTriesAgain()
    {
        auto source = std::make_shared<MemorySource>();
        source->insert(u"a"_qs, 1);
        source->failNext(ErrorCode::Timeout);
        ListScene scene(source);
        StateStack *stack = scene.page.frame()->stack();
        QTRY_COMPARE(stack->currentWidget(), static_cast<QWidget *>(stack->error()));
        Q_EMIT stack->retry();
        QTRY_COMPARE(stack->currentWidget(), stack->content());

        source->failNext(ErrorCode::ConnectionLost); // with rows there it is told below them
        scene.page.reload();
        QTRY_VERIFY(!scene.page.frame()->footer()->message().isEmpty());
        QCOMPARE(stack->currentWidget(), stack->content());
        scene.page.findChild<Button *>(u"messageAction"_qs)->click();
        QTRY_VERIFY(scene.page.frame()->footer()->message().isEmpty());

        source->failNext(ErrorCode::PermissionDenied);
        ListScene denied(source);
        StateStack *other = denied.page.frame()->stack();
        QTRY_COMPARE(other->currentWidget(), static_cast<QWidget *>(other->empty()));
    }

    void waitsForALostConnection_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("lost meanwhile") << ErrorCode::ConnectionLost;
        QTest::addRow("lost before") << ErrorCode::NotConnected;
    }
    void waitsForALostConnection()
    {
        QFETCH(ErrorCode, code);
        auto source = std::make_shared<MemorySource>();
        source->failNext(code);
        ListScene scene(source);
        StateStack *stack = scene.page.frame()->stack();
        QTRY_COMPARE(stack->currentWidget(), static_cast<QWidget *>(stack->error()));
        // Not "Connect first": it does so by itself.
        QVERIFY(stack->error()->accessibleName().contains(u"reconnecting"_qs));
    }

    void aListThatFitsHasNoScrollBar()
    {
        auto source = std::make_shared<MemorySource>();
        for (int n = 0; n < 3; ++n)
            source->insert(QStringLiteral("r%1").arg(n), n);
        ListScene scene(source);
        QVERIFY(scene.settled());
        QTRY_VERIFY(!scene.page.frame()->scrollBar()->isVisible());
        for (int n = 3; n < 60; ++n)
            source->insert(QStringLiteral("r%1").arg(n), n);
        scene.page.reload();
        QTRY_VERIFY(scene.page.frame()->scrollBar()->isVisible());
    }

    void messagesStayUntilTheyAreRead()
    {
        auto source = std::make_shared<MemorySource>();
        source->insert(u"a"_qs, 1);
        ListScene scene(source);
        scene.model.setPollInterval(1ms);
        QVERIFY(scene.settled());
        ListFooter *footer = scene.page.frame()->footer();
        footer->setMessage(u"No file was written."_qs, Tone::Critical, u"Close"_qs);
        source->insert(u"b"_qs, 2);
        QTRY_COMPARE(scene.model.rowCount(), 2); // a poll changed the window
        QCOMPARE(footer->message(), u"No file was written."_qs);
        scene.page.reload();
        QVERIFY(scene.settled());
        QCOMPARE(footer->message(), u"No file was written."_qs);
        // What a reader is told last is not the footer's name for good.
        QVERIFY(footer->accessibleName().isEmpty());
    }

    void collectsArrivals()
    {
        auto source = std::make_shared<MemorySource>();
        for (int n = 0; n < 30; ++n)
            source->insert(QStringLiteral("r%1").arg(n), n);
        ListScene scene(source);
        scene.model.setPollInterval(1ms);
        QVERIFY(scene.settled());
        scene.view()->setCurrentId(u"r3"_qs);
        scene.model.setHold(Hold::Dialog, true);
        source->insert(u"new"_qs, 0);
        auto *show = scene.page.findChild<Button *>(u"arrivals"_qs);
        QTRY_VERIFY(show->isVisibleTo(&scene.page));
        show->click();
        QTRY_VERIFY(scene.model.rowOf(u"new"_qs) >= 0);
        QVERIFY(!show->isVisibleTo(&scene.page));
        QCOMPARE(scene.view()->currentId(), u"r3"_qs);
    }

    void theDetailStandsBesideOnlyWhileTheListKeepsItsWidth()
    {
        auto *list = new QWidget;
        ListWithDetail split(list, new QWidget);
        split.show();
        for (int width = 1400; width > 600; width -= 13) {
            split.resize(width, 600);
            split.openDetail();
            if (split.covers())
                QVERIFY(!list->isVisible());
            else
                QVERIFY(list->width() >= metric::kListLeast);
            QCOMPARE(split.covers(), width - metric::kDetailWidth < metric::kListLeast);
            split.closeDetail();
            QCOMPARE(list->width(), width);
            QVERIFY(list->isVisible());
        }
        split.resize(1400, 600);
        split.setPaneWidth(500);
        split.openDetail();
        QCOMPARE(list->width(), 900);
        split.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(list->x(), 500);
    }

    void tellsWhereOneIs_data()
    {
        QTest::addColumn<ListPosition>("position");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const ListPosition &position, const QString &text) {
            QTest::newRow(name) << position << text;
        };
        row("exact", { 1, true, 503, true }, u"1 to 14 of 503"_qs);
        row("short", { 1, true, 3, true }, u"1 to 3 of 3"_qs);
        row("about", { 412'345, false, 1'003'411, true }, u"about 412,000 of 1,003,411"_qs);
        row("both about", { 412'345, false, 1'000'000, false },
            u"about 412,000 of about 1,000,000"_qs);
        row("no row", { {}, false, 1'003'411, true }, u"1,003,411 in all"_qs);
        row("none left", { 1, true, 0, true }, u"0 in all"_qs);
        row("nothing", { {}, false, {}, false }, QString());
    }

    void tellsWhereOneIs()
    {
        QFETCH(ListPosition, position);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QTEST(listPositionText(position, 14), "text");
    }

    void theThumbMapsToAPlace()
    {
        ListScene scene(std::make_shared<SyntheticSource>(100'000'000));
        QVERIFY(scene.settled());
        QVERIFY(QTest::qWaitFor([&] { return !scene.model.facts().landmarks().isEmpty(); }));
        QSignalSpy jumped(&scene.model, &PagedModel::jumped);
        auto *bar = scene.page.frame()->scrollBar();
        bar->setSliderDown(true);
        bar->setSliderPosition(bar->maximum() / 4);
        bar->setSliderPosition(bar->maximum() / 2);
        QTRY_COMPARE(jumped.size(), 1); // only where it came to rest
        bar->setSliderDown(false);
        QVERIFY(scene.settled());
        QVERIFY(qAbs(scene.view()->place() - 0.5) < 0.01);
        QTRY_VERIFY(qAbs(bar->fraction() - 0.5) < 0.01);
        QCOMPARE(scene.view()->labelAt(0.0), u"Baba Bababa"_qs);
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        QTRY_COMPARE(scene.model.rowAt(0)->id, u"0"_qs);
        const int before = scene.view()->verticalScrollBar()->value();
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        QVERIFY(scene.view()->verticalScrollBar()->value() > before);
    }

    void layoutIsRemembered()
    {
        ListScene scene(std::make_shared<SyntheticSource>(100));
        QVERIFY(scene.settled());
        ListColumns columns(SamplePresenter::columns());
        columns.choose(3, false);
        columns.choose(0, false); // the name stays
        columns.setWidth(1, 240);
        columns.setOrder({ 4, 0, 1, 2, 3 });
        QJsonObject layout = columns.save();
        layout.insert(u"sort"_qs, u"codes"_qs);
        scene.page.restoreLayout(layout);
        QVERIFY(scene.view()->isColumnHidden(3));
        QVERIFY(!scene.view()->isColumnHidden(0));
        QCOMPARE(scene.view()->columnWidth(1), 240);
        QCOMPARE(scene.view()->horizontalHeader()->logicalIndex(0), 0);
        QCOMPARE(scene.view()->horizontalHeader()->logicalIndex(1), 4);
        QCOMPARE(scene.view()->saveLayout(), columns.save());
        scene.page.restoreLayout({ { u"order"_qs, u"nonsense"_qs }, { u"widths"_qs, 3 } });
        QVERIFY(!scene.view()->isColumnHidden(3));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestListPage)
#include "tst_list_page.moc"
