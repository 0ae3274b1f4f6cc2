// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Toasts, the command palette, the sidebar: what is laid over and beside the pages.

#include "tests/kit/KitSamples.h"
#include "ui/kit/Button.h"
#include "ui/kit/PaletteItems.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

namespace {

QStringList s_alerts;

// An accessibility update handler, to hear what a screen reader would.
void hear(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert && event->accessibleInterface())
        s_alerts << event->accessibleInterface()->text(QAccessible::Name);
}

template <typename T> T *child(QWidget *parent, const char *name)
{
    return parent->findChild<T *>(QLatin1String(name));
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { s_alerts.clear(); }
    void plainToastsGoByThemselves();
    void timeStandsStillForTheFocus();
    void errorsAndActionsStay();
    void noneIsDropped();
    void toastsAreAnnounced();
    void historyKeepsWhatWasSaid();
    void escapeClosesTheHistoryFromAnywhere();
    void toastsStandInTheCorner();
    void scoresMatches_data();
    void scoresMatches();
    void paletteFindsAndGoes();
    void paletteIsDrivenByKeys();
    void paletteSaysTheWholeReason();
    void paletteIsNeverLeftBehind();
    void sidebarFollowsTheRegistry();
    void sidebarHasPagesAtItsFoot();
    void sidebarNarrows();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestMessages::plainToastsGoByThemselves()
{
    QWidget window;
    window.resize(600, 400);
    QLineEdit elsewhere(&window); // has the focus
    window.show();
    ToastHost host(&window);
    host.setShownFor(std::chrono::milliseconds(20));
    host.post({ State::Good, QStringLiteral("Done."), {}, {} });
    QCOMPARE(host.shownCount(), 1);
    QTRY_COMPARE(host.shownCount(), 0);
    QVERIFY(!host.isVisible()); // it must not lie over what is under it
}

void TestMessages::timeStandsStillForTheFocus()
{
    QWidget window;
    window.resize(600, 400);
    QLineEdit elsewhere(&window);
    ToastHost host(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    host.setShownFor(std::chrono::milliseconds(50));
    host.post({ State::Good, QStringLiteral("Done."), {}, {} });
    child<Button>(&host, "toastClose")->setFocus();
    QVERIFY(!QTest::qWaitFor([&] { return host.shownCount() == 0; }, 200));
    elsewhere.setFocus();
    QTRY_COMPARE(host.shownCount(), 0);
}

void TestMessages::errorsAndActionsStay()
{
    QVERIFY((Toast { State::Critical, QStringLiteral("Lost."), {}, {} }).stays());
    QWidget window;
    window.resize(600, 400);
    window.show();
    ToastHost host(&window);
    host.setShownFor(std::chrono::milliseconds(20));
    int shown = 0;
    host.post({ State::Critical, QStringLiteral("Lost."), {}, {} });
    host.post({ State::Information, QStringLiteral("3 ended."), QStringLiteral("Show"),
                [&] { ++shown; } });
    host.post({ State::Good, QStringLiteral("Done."), {}, {} });
    QTRY_COMPARE(host.shownCount(), 2);
    child<Button>(&host, "toastAction")->click();
    QCOMPARE(shown, 1);
    QCOMPARE(host.shownCount(), 1);
    child<Button>(&host, "toastClose")->click();
    QCOMPARE(host.shownCount(), 0);
}

void TestMessages::noneIsDropped()
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    ToastHost host(&window);
    for (int i = 0; i < 5; ++i)
        host.post({ State::Critical, QString::number(i), {}, {} });
    QCOMPARE(host.shownCount(), ToastHost::kAtOnce);
    QStringList seen;
    while (host.shownCount() > 0) {
        for (const PlainLabel *label : host.findChildren<PlainLabel *>()) {
            if (label->isVisible() && !seen.contains(label->text()))
                seen << label->text();
        }
        for (Button *close : host.findChildren<Button *>(QStringLiteral("toastClose"))) {
            if (close->isVisible()) {
                close->click();
                break;
            }
        }
    }
    QCOMPARE(seen.size(), 5);
}

void TestMessages::toastsAreAnnounced()
{
    const auto before = QAccessible::installUpdateHandler(hear);
    QAccessible::setActive(true);
    QWidget window;
    ToastHost host(&window);
    host.post({ State::Good, QStringLiteral("Chen Wei is enrolled."), {}, {} });
    QAccessible::installUpdateHandler(before);
    const auto *item = host.findChild<ToastItem *>();
    QAccessibleInterface *face =
        QAccessible::queryAccessibleInterface(const_cast<ToastItem *>(item));
    QCOMPARE(face->role(), QAccessible::Notification);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Chen Wei is enrolled."));
    if (QAccessible::isActive()) // never with the offscreen platform
        QVERIFY(s_alerts.contains(QStringLiteral("Chen Wei is enrolled.")));
}

void TestMessages::historyKeepsWhatWasSaid()
{
    SampleWindow window(true);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F6);
    QVERIFY(window.toasts->history());
    QStringList texts;
    for (const PlainLabel *label : window.toasts->history()->findChildren<PlainLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("Chen Wei is enrolled.")));
    QTest::keyClick(&window, Qt::Key_F6);
    QVERIFY(!window.toasts->history());
}

void TestMessages::escapeClosesTheHistoryFromAnywhere()
{
    SampleWindow window(true);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.toasts->toggleHistory();
    SidebarItem *elsewhere = window.sidebar->item(QStringLiteral("sessions"));
    elsewhere->setFocus(Qt::OtherFocusReason);
    window.palette->popUp({}); // lies over it
    QTest::keyClick(child<QLineEdit>(window.palette, "paletteQuery"), Qt::Key_Escape);
    QVERIFY(!window.palette->isVisible());
    QVERIFY(window.toasts->history());
    QTest::keyClick(elsewhere, Qt::Key_Escape);
    QVERIFY(!window.toasts->history());
}

void TestMessages::toastsStandInTheCorner()
{
    SampleWindow window(true);
    window.show();
    const auto corner = [&] { return window.toasts->geometry().bottomRight(); };
    QTRY_COMPARE(corner(), window.rect().bottomRight() - QPoint(8, 8));
    window.resize(1200, 700);
    QTRY_COMPARE(corner(), window.rect().bottomRight() - QPoint(8, 8));
}

void TestMessages::scoresMatches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("start") << "acc"
                           << "Accounts"
                           << "Raccoon";
    QTest::newRow("word start") << "reset"
                                << "Factor reset"
                                << "Preset";
    QTest::newRow("later word start") << "s"
                                      << "As the system"
                                      << "Usual";
    QTest::newRow("last word start") << "n"
                                     << "TLS, certificate and name checked"
                                     << "Any";
    QTest::newRow("initials") << "el"
                              << "Enrol Later"
                              << "Several";
    QTest::newRow("accents") << "uber"
                             << "Übersicht"
                             << "Aubergine";
    QTest::newRow("none") << "xyz"
                          << "Xylophone z y z"
                          << "Accounts";
    QTest::newRow("mnemonics") << "enrol"
                               << "&Enrol…"
                               << "Even roles";
}

void TestMessages::scoresMatches()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY2(
        matchScore(query, better) > matchScore(query, worse),
        qPrintable(
            QStringLiteral("%1 %2").arg(matchScore(query, better)).arg(matchScore(query, worse))));
    QVERIFY(matchScore(QStringLiteral("qq"), better) < 0);
}

void TestMessages::paletteFindsAndGoes()
{
    SampleWindow window(true);
    const auto found = [&](const char *query) {
        QStringList ids;
        for (const PaletteItem &item :
             paletteItems(QLatin1String(query), window.pages, window.actions, {}))
            ids << item.id;
        return ids;
    };
    QCOMPARE(found("").size(), 7);
    QCOMPARE(found("acc").first(), QStringLiteral("accounts"));
    QCOMPARE(found("enr").first(), QStringLiteral("factors.enrol"));
    QVERIFY(found("qqq").isEmpty());
    const PaletteItem reset =
        paletteItems(QStringLiteral("reset"), window.pages, window.actions, {}).first();
    QVERIFY(!reset.enabled);
    QVERIFY(!reset.hint.isEmpty()); // it says why
}

void TestMessages::paletteIsDrivenByKeys()
{
    SampleWindow window(true);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.palette->popUp({});
    auto *query = child<QLineEdit>(window.palette, "paletteQuery");
    auto *list = child<QListView>(window.palette, "paletteList");
    QVERIFY(query->hasFocus());
    QTest::keyClick(query, Qt::Key_Up); // round to the last
    QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1);
    QTest::keyClick(query, Qt::Key_Return); // disabled: nothing happens
    QVERIFY(window.palette->isVisible());
    QTest::keyClicks(query, QStringLiteral("sess"));
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(!window.palette->isVisible());
    QCOMPARE(window.navigator.pages, QStringList { QStringLiteral("sessions") });
    window.palette->popUp({});
    QTest::keyClick(query, Qt::Key_Escape);
    QVERIFY(!window.palette->isVisible());
}

void TestMessages::paletteSaysTheWholeReason()
{
    SampleWindow window(true);
    window.show();
    window.palette->popUp({});
    auto *list = child<QListView>(window.palette, "paletteList");
    const int width = list->viewport()->width();
    const QModelIndex first = list->model()->index(0, 0);
    const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
    QVERIFY(!last.data(PaletteDelegate::EnabledRole).toBool());
    QVERIFY(PaletteDelegate::heightOf(last, width) > PaletteDelegate::heightOf(first, width));
    QVERIFY(PaletteDelegate::heightOf(last, 120) > PaletteDelegate::heightOf(last, width));
    list->scrollToBottom();
    QCOMPARE(list->visualRect(last).height(), PaletteDelegate::heightOf(last, width));
    QCOMPARE(list->verticalScrollBar()->maximum(), 0);
}

void TestMessages::paletteIsNeverLeftBehind()
{
    SampleWindow window(false);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *query = child<QLineEdit>(window.palette, "paletteQuery");
    auto *list = child<QListView>(window.palette, "paletteList");
    window.palette->popUp({});
    QTest::keyClick(query, Qt::Key_Tab);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(query, Qt::Key_Backtab);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(query->hasFocus());
    QTest::mouseClick(list->viewport(), Qt::RightButton); // inside
    QVERIFY(window.palette->isVisible());
    // A press on what takes no focus by mouse.
    QTest::mouseClick(window.sidebar->item(QStringLiteral("sessions")), Qt::LeftButton);
    QVERIFY(!window.palette->isVisible());
    window.palette->popUp({});
    window.sidebar->item(QStringLiteral("sessions"))->setFocus(Qt::OtherFocusReason);
    QVERIFY(!window.palette->isVisible());
    QVERIFY(window.sidebar->item(QStringLiteral("sessions"))->hasFocus());
}

void TestMessages::sidebarFollowsTheRegistry()
{
    SampleWindow window(false);
    window.show();
    QSignalSpy chosen(window.sidebar, &Sidebar::pageChosen);
    SidebarItem *item = window.sidebar->item(QStringLiteral("sessions"));
    QCOMPARE(item->text(), QStringLiteral("Sessions"));
    QVERIFY(item->toolTip().contains(QStringLiteral("Ctrl+3")));
    QVERIFY(item->toolTip().contains(QStringLiteral("1,284")));
    QTest::mouseClick(item, Qt::LeftButton);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("sessions"));
    QTest::keyClick(window.sidebar->item(QStringLiteral("overview")), Qt::Key_Return);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("overview"));
    window.sidebar->setCurrent(QStringLiteral("accounts"));
    QVERIFY(window.pages.add(samplePage(QStringLiteral("audit"), QStringLiteral("Audit trail"),
                                        QStringLiteral("clock"), 4)));
    QVERIFY(window.sidebar->item(QStringLiteral("audit")));
    QVERIFY(window.sidebar->item(QStringLiteral("accounts"))->isChecked());
    QCOMPARE(window.sidebar->item(QStringLiteral("monitoring"))->accessibleDescription(),
             QStringLiteral("2 alerts firing"));
}

void TestMessages::sidebarHasPagesAtItsFoot()
{
    SampleWindow window(false);
    window.resize(900, 800);
    PageSpec settings = samplePage(QStringLiteral("settings"), QStringLiteral("Settings"),
                                   QStringLiteral("configure"), 1000);
    settings.group = QStringLiteral("foot");
    QVERIFY(window.pages.add(settings));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto gap = [&](const char *upper, const char *lower) {
        return window.sidebar->item(QLatin1String(lower))->y()
            - window.sidebar->item(QLatin1String(upper))->geometry().bottom();
    };
    QVERIFY(gap("monitoring", "operators") < 8);
    QVERIFY(gap("operators", "settings") > 40);
}

void TestMessages::sidebarNarrows()
{
    SampleWindow window(false);
    window.show();
    QCOMPARE(window.sidebar->width(), metric::kSidebarWide);
    window.sidebar->setNarrow(true);
    QTRY_COMPARE(window.sidebar->width(), metric::kSidebarNarrow);
    QVERIFY(window.sidebar->item(QStringLiteral("accounts"))
                ->toolTip()
                .contains(QStringLiteral("Accounts")));
}

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
