// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountScene.h"

#include "models/accounts/AccountListSource.h"
#include "models/accounts/AccountStore.h"
#include "models/lists/PagedModel.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Button.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/DetailSections.h"
#include "ui/kit/FacetBar.h"
#include "ui/kit/FilterField.h"
#include "ui/kit/ListFrame.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/ListView.h"
#include "ui/kit/ListWithDetail.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Rights.h"
#include "ui/kit/StatePanes.h"
#include "ui/kit/StateStack.h"
#include "ui/kit/SubjectChanges.h"
#include "ui/kit/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>

using namespace castellan;
using namespace std::chrono_literals;

namespace {

/// The page with what the composition root would give it, and one action for accounts.
struct PageScene {
    explicit PageScene(AccountScene &scene, const QByteArray &kept = {})
        : store(scene.interactive())
        , catalog(rights)
        , layout(kept)
    {
        ActionSpec action;
        action.id = u"test.greet"_qs;
        action.text = u"&Greet"_qs;
        action.shortcut = QKeySequence(Qt::CTRL | Qt::Key_G);
        action.subjectKind = u"account"_qs;
        action.run = [this](const Subject &subject, QWidget *) { greeted += subject.label; };
        catalog.add(action);
        page = std::make_unique<AccountsPage>(
            std::make_shared<AccountListSource>(scene.interactive(), scene.background()),
            AccountDetailPane::Parts { store, catalog, sections, clock },
            AccountsPage::Layout { [this] { return layout; },
                                   [this](const QByteArray &now) { layout = now; } },
            connectivity, changes);
        page->resize(1400, 800);
        page->show();
        list()->model()->setPollInterval(50ms);
        page->opened();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    ListPage *list() { return page->findChild<ListPage *>(u"accountList"_qs); }
    ListWithDetail *split() { return page->findChild<ListWithDetail *>(u"accountsSplit"_qs); }
    QString name() { return page->findChild<PlainLabel *>(u"accountName"_qs)->text(); }
    QString fact() { return page->findChild<PlainLabel *>(u"pageFact"_qs)->text(); }
    bool loaded()
    {
        return QTest::qWaitFor(
            [this] {
                return list()->model()->state() == ListState::Ready
                    && list()->model()->facts().count().has_value();
            },
            20'000);
    }
    void open(const QUuid &account)
    {
        QVERIFY(list()->showRow(account.toString(QUuid::WithoutBraces)));
        list()->view()->setFocus();
        QTest::keyClick(list()->view(), Qt::Key_Return);
    }

    AccountStore store;
    Rights rights;
    ActionCatalog catalog;
    DetailSections sections;
    Connectivity connectivity;
    SubjectChanges changes;
    SystemClock clock;
    QByteArray layout;
    QStringList greeted;
    std::unique_ptr<AccountsPage> page;
};

} // namespace

/// The page of accounts over a real database.
class AccountsPageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    AccountScene m_scene;
    QUuid m_ada;
    QUuid m_bob;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        const QString problem = m_scene.start(0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanupTestCase() { m_scene.stop(); }
    void init()
    {
        const QString problem = m_scene.populate(0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        if (qstrcmp(QTest::currentTestFunction(), "showsHowAccountsAreMade") == 0)
            return;
        m_ada = m_scene.sync(u"1"_qs, u"Ada"_qs);
        m_bob = m_scene.sync(u"2"_qs, u"Bob <b>&</b>"_qs);
    }

    void columnsAreFieldsOfTheSource()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        const PagedModel *model = scene.list()->model();
        for (const Column &one : model->columns()) {
            QVERIFY2(model->rowAt(0)->values.contains(one.id), qPrintable(one.id));
            QVERIFY(!one.title.isEmpty());
        }
    }

    void showsHowAccountsAreMade()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        auto *copy = scene.list()->findChild<Button *>(u"copySnippet"_qs);
        QTRY_VERIFY(copy && copy->isVisible());
        QTest::mouseClick(copy, Qt::LeftButton);
        const QString statement = QGuiApplication::clipboard()->text();
        QVERIFY(statement.contains(u"castellan.account_sync("_qs));
        // What is shown works as it stands, and the page follows.
        QVERIFY_RESULT(await(m_scene.application->rows(SqlStatement(statement.toUtf8()))));
        QTRY_COMPARE(scene.list()->model()->rowCount(), 1);
        QTRY_VERIFY(!copy->isVisible());
    }

    void tabsThroughAllOfIt()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.page->setFocus();
        QCOMPARE(QApplication::focusWidget(), scene.list()->view());
        QWidgetList forward;
        while (!forward.contains(QApplication::focusWidget())) {
            forward += QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), forward.constFirst()); // round, and no smaller circle
        QWidgetList backward;
        while (!backward.contains(QApplication::focusWidget())) {
            backward += QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        }
        std::reverse(backward.begin() + 1, backward.end());
        QCOMPARE(forward, backward);
        QVERIFY(forward.contains(scene.list()->filterField()));
        for (QWidget *facet : scene.list()->facetBar()->findChildren<QAbstractButton *>())
            QVERIFY2(!facet->isVisible() || forward.contains(facet),
                     qPrintable(facet->objectName()));
    }

    void tellsHowManyThereAre()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        QTRY_COMPARE(scene.fact(), u"2 · 2 without a second factor"_qs);
        m_scene.sync(u"3"_qs, u"Zed"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(scene.fact(), u"3 · 3 without a second factor"_qs, 20'000);
    }

    void opensTheDetailOnEnter()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        QVERIFY(!scene.split()->isDetailOpen());
        scene.open(m_bob);
        QVERIFY(scene.split()->isDetailOpen());
        QTRY_COMPARE(scene.name(), u"Bob <b>&</b>"_qs);
        QCOMPARE(QUuid::fromString(scene.page->currentSubject().id), m_bob);
        // The keyboard goes through the list, the detail follows.
        QTest::keyClick(scene.list()->view(), Qt::Key_Up);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
    }

    void tellsWhyAnActionIsNotOffered()
    {
        PageScene scene(m_scene);
        ActionSpec action;
        action.id = u"test.refused"_qs;
        action.text = u"Refused"_qs;
        action.subjectKind = u"account"_qs;
        action.whyDisabled = [](const Subject &) { return u"Not today."_qs; };
        action.run = [](const Subject &, QWidget *) {};
        scene.catalog.add(action);
        QVERIFY(scene.loaded());
        scene.open(m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
        const auto *why = scene.page->findChild<PlainLabel *>(u"whyNot"_qs);
        QVERIFY(why->isVisible()); // without hovering
        QCOMPARE(why->text(), u"Not today."_qs);
    }

    void theDetailFollowsTheApplication()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.open(m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
        m_scene.sync(u"1"_qs, u"Ada Lovelace"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(scene.name(), u"Ada Lovelace"_qs, 20'000);
    }

    void anActionIsSeenBeforeTheNextPoll()
    {
        PageScene scene(m_scene);
        scene.list()->model()->setPollInterval(1h);
        QVERIFY(scene.loaded());
        scene.open(m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
        scene.list()->model()->setLive(false);
        m_scene.sync(u"1"_qs, u"Ada Lovelace"_qs);
        const QString id = m_ada.toString(QUuid::WithoutBraces);
        Q_EMIT scene.changes.changed({ u"account"_qs, id, u"Ada"_qs });
        QTRY_COMPARE(scene.name(), u"Ada Lovelace"_qs);
        QTRY_COMPARE(scene.list()->model()->rowById(id)->value(u"display_name"_qs).toString(),
                     u"Ada Lovelace"_qs);
    }

    void aRefreshLeavesTheFocusOnTheButton()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.open(m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
        auto *greet = scene.page->findChild<Button *>(u"test.greet"_qs);
        greet->setFocus();
        m_scene.sync(u"1"_qs, u"Ada Lovelace"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(scene.name(), u"Ada Lovelace"_qs, 20'000);
        QCOMPARE(scene.page->findChild<Button *>(u"test.greet"_qs), greet);
        QVERIFY(greet->hasFocus());
    }

    void heldArrowKeysDoNotBlankTheDetail()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.open(m_bob);
        QTRY_COMPARE(scene.name(), u"Bob <b>&</b>"_qs);
        auto *detail = scene.page->findChild<AccountDetailPane *>(u"accountDetail"_qs);
        auto *stack = detail->findChild<StateStack *>();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(scene.list()->view(), i % 2 ? Qt::Key_Down : Qt::Key_Up);
        QTest::keyClick(scene.list()->view(), Qt::Key_Up);
        QCOMPARE(stack->currentWidget(), stack->content());
        QCOMPARE(QUuid::fromString(detail->subject().id), m_bob); // nothing was asked yet
        // What an action would work on is the row all the same.
        QCOMPARE(QUuid::fromString(scene.page->currentSubject().id), m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
    }

    void escapeTakesTheFilterThenTheDetail()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        QVERIFY(scene.page->focusFilter());
        scene.list()->filterField()->setPause(0ms);
        QTest::keyClicks(scene.list()->filterField(), u"ada"_qs);
        QTRY_COMPARE(scene.list()->model()->rowCount(), 1);
        scene.open(m_ada);
        QVERIFY(scene.page->closeInnermost());
        QVERIFY(scene.list()->model()->query().filter.isEmpty());
        QVERIFY(scene.split()->isDetailOpen());
        QVERIFY(scene.page->closeInnermost());
        QVERIFY(!scene.split()->isDetailOpen());
        QVERIFY(!scene.page->closeInnermost());
    }

    void actsOnWhatTheKeyboardIsOn()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.open(m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
        auto *greet = scene.page->findChild<Button *>(u"test.greet"_qs);
        QVERIFY(greet && greet->isEnabled());
        QTest::mouseClick(greet, Qt::LeftButton);
        QTest::keyClick(scene.list()->view(), Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(scene.greeted, (QStringList { u"Ada"_qs, u"Ada"_qs }));
        // The detail is closed and the keyboard goes on: Ada is not meant any more.
        QVERIFY(scene.page->closeInnermost());
        QVERIFY(scene.list()->showRow(m_bob.toString(QUuid::WithoutBraces)));
        QCOMPARE(QUuid::fromString(scene.page->currentSubject().id), m_bob);
        QTest::keyClick(scene.list()->view(), Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(scene.greeted.constLast(), u"Bob <b>&</b>"_qs);
    }

    void showsWhatIsBehindALink()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.page->showSubject({ u"account"_qs, m_bob.toString(QUuid::WithoutBraces), {} });
        QTRY_COMPARE(scene.name(), u"Bob <b>&</b>"_qs);
        QVERIFY(scene.split()->isDetailOpen());
        // Nobody there: an answer, and a way to ask again.
        scene.page->showSubject({ u"account"_qs, QUuid::createUuid().toString(), u"Gone"_qs });
        auto *detail = scene.page->findChild<AccountDetailPane *>(u"accountDetail"_qs);
        QTRY_VERIFY(detail->findChild<ErrorState *>()->isVisible());
    }

    void keepsWhatItShowsWhenTheConnectionIsGone()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        scene.open(m_ada);
        QTRY_COMPARE(scene.name(), u"Ada"_qs);
        m_scene.operators->session.signOut();
        QTRY_COMPARE(m_scene.interactive().state(), SessionState::Closed);
        scene.page->reload();
        QTRY_COMPARE(scene.list()->model()->state(), ListState::Failed);
        QVERIFY(scene.page->findChild<PlainLabel *>(u"accountName"_qs)->isVisible());
        QCOMPARE(scene.list()->model()->rowCount(), 2);
        QVERIFY(m_scene.operators->signInAs(m_scene.helpdesk));
        scene.connectivity.setLost(true);
        scene.connectivity.setLost(false);
        QVERIFY(scene.loaded());
    }

    void isAsItWasLeft()
    {
        PageScene scene(m_scene);
        QVERIFY(scene.loaded());
        const int usual = scene.split()->paneWidth();
        QCOMPARE(PageScene(m_scene, "not JSON").split()->paneWidth(), usual);
        QCOMPARE(PageScene(m_scene, R"({"pane":450})").split()->paneWidth(), 450);
        scene.list()->view()->sortBy(0, true);
        QTRY_VERIFY(!scene.layout.isEmpty());
        PageScene again(m_scene, scene.layout);
        QVERIFY(again.loaded());
        QVERIFY(again.list()->model()->query().descending);
    }
};

QTEST_MAIN(AccountsPageTest)
#include "tst_accounts_page.moc"
