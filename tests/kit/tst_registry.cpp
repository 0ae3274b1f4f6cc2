// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages, actions and sections meet without knowing each other.

#include "models/lists/Filter.h"
#include "tests/kit/KitSamples.h"
#include "ui/kit/DetailSections.h"
#include "ui/kit/Theme.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

class TestRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void rightsFailClosed();
    void pagesAreBuiltOnceAndOnlyWhenVisited();
    void aPageWithoutItsRightIsAbsent();
    void idsAreTakenOnce();
    void actionsSayWhyTheyAreDisabled();
    void actionsRunForTheirSubjectOnly();
    void menusPutDestructiveActionsLast();
    void sectionsAreInOrder();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestRegistry::rightsFailClosed()
{
    Rights rights;
    QVERIFY(rights.allows({}));
    QVERIFY(!rights.allows(QStringLiteral("otp_reset")));
    QVERIFY(!rights.whyNot(QStringLiteral("otp_reset")).isEmpty());
    QSignalSpy changed(&rights, &Rights::changed);
    rights.set({ { QStringLiteral("otp_reset"), { false, QStringLiteral("policy") } },
                 { QStringLiteral("otp_enrol"), { false, QStringLiteral("schema_newer") } },
                 { QStringLiteral("account_list"), { true, {} } } });
    QCOMPARE(changed.count(), 1);
    QVERIFY(rights.whyNot(QStringLiteral("otp_enrol")).contains(QStringLiteral("newer")));
    QVERIFY(rights.allows(QStringLiteral("account_list")));
    QVERIFY(rights.whyNot(QStringLiteral("account_list")).isEmpty());
    QVERIFY(rights.whyNot(QStringLiteral("otp_reset"))
            != rights.whyNot(QStringLiteral("never_heard_of")));
}

void TestRegistry::pagesAreBuiltOnceAndOnlyWhenVisited()
{
    Rights rights;
    PageRegistry pages(rights);
    int built = 0;
    PageSpec spec = samplePage(QStringLiteral("accounts"), QStringLiteral("Accounts"), {}, 1);
    spec.create = [&](QWidget *parent) {
        ++built;
        return new Page(parent);
    };
    QVERIFY(pages.add(spec));
    QCOMPARE(built, 0);
    QVERIFY(!pages.visited(QStringLiteral("accounts")));
    QWidget window;
    Page *page = pages.page(QStringLiteral("accounts"), &window);
    QCOMPARE(pages.page(QStringLiteral("accounts"), &window), page);
    QCOMPARE(built, 1);
    QCOMPARE(page->objectName(), QStringLiteral("accountsPage"));
    QVERIFY(!pages.page(QStringLiteral("nowhere"), &window));
    delete page;
    QVERIFY(!pages.visited(QStringLiteral("accounts")));
}

void TestRegistry::aPageWithoutItsRightIsAbsent()
{
    Rights rights;
    PageRegistry pages(rights);
    PageSpec spec = samplePage(QStringLiteral("audit"), QStringLiteral("Audit trail"), {}, 1);
    spec.neededRight = QStringLiteral("audit_list");
    spec.subjectKind = QStringLiteral("event");
    QVERIFY(pages.add(spec));
    QVERIFY(pages.visible().isEmpty());
    QWidget window;
    QVERIFY(!pages.page(QStringLiteral("audit"), &window));
    QSignalSpy changed(&pages, &PageRegistry::changed);
    rights.set({ { QStringLiteral("audit_list"), { true, {} } } });
    QCOMPARE(changed.count(), 1);
    QCOMPARE(pages.visible().size(), 1);
    QCOMPARE(pages.forSubject(QStringLiteral("event"))->id, QStringLiteral("audit"));
    QVERIFY(!pages.forSubject({}));
}

void TestRegistry::idsAreTakenOnce()
{
    Rights rights;
    PageRegistry pages(rights);
    ActionCatalog actions(rights);
    const PageSpec page = samplePage(QStringLiteral("a"), QStringLiteral("A"), {}, 1);
    QVERIFY(pages.add(page));
    QVERIFY(!pages.add(page));
    QVERIFY(!pages.add({}));
    const auto run = [](const Subject &, QWidget *) {};
    QVERIFY(actions.add({ .id = QStringLiteral("x"), .text = QStringLiteral("X"), .run = run }));
    QVERIFY(!actions.add({ .id = QStringLiteral("x"), .text = QStringLiteral("Y"), .run = run }));
    QCOMPARE(actions.find(QStringLiteral("x"))->text, QStringLiteral("X"));
}

void TestRegistry::actionsSayWhyTheyAreDisabled()
{
    Rights rights;
    ActionCatalog actions(rights);
    actions.add({ .id = QStringLiteral("enrol"),
                  .text = QStringLiteral("Enrol…"),
                  .subjectKind = QStringLiteral("account"),
                  .neededRight = QStringLiteral("otp_enrol_request"),
                  .whyDisabled =
                      [](const Subject &subject) {
                          return subject.facts.value(QStringLiteral("active")).toBool()
                              ? QString()
                              : QStringLiteral("<b>Not</b> active.");
                      },
                  .run = [](const Subject &, QWidget *) {} });
    const Subject person { QStringLiteral("account"), QStringLiteral("1"), QStringLiteral("A") };
    const QString id = QStringLiteral("enrol");
    QVERIFY(actions.whyDisabled(id, person) != QStringLiteral("<b>Not</b> active."));
    rights.set({ { QStringLiteral("otp_enrol_request"), { true, {} } } });
    QCOMPARE(actions.whyDisabled(id, person), QStringLiteral("<b>Not</b> active."));
    const std::unique_ptr<QAction> action(actions.createAction(id, person, nullptr, nullptr));
    QVERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(QStringLiteral("&lt;b&gt;"))); // never taken for HTML
    Subject active = person;
    active.facts.insert(QStringLiteral("active"), true);
    QVERIFY(actions.whyDisabled(id, active).isEmpty());
    QVERIFY(!actions.whyDisabled(id, {}).isEmpty());
    QVERIFY(!actions.whyDisabled(QStringLiteral("unknown"), active).isEmpty());
}

void TestRegistry::actionsRunForTheirSubjectOnly()
{
    Rights rights;
    ActionCatalog actions(rights);
    QStringList ran;
    actions.add({ .id = QStringLiteral("unlock"),
                  .text = QStringLiteral("Unlock"),
                  .subjectKind = QStringLiteral("account"),
                  .run = [&](const Subject &subject, QWidget *) { ran << subject.id; } });
    const QString id = QStringLiteral("unlock");
    QVERIFY(!actions.run(id, { QStringLiteral("operator"), QStringLiteral("1"), {} }, nullptr));
    QVERIFY(actions.run(id, { QStringLiteral("account"), QStringLiteral("7"), {} }, nullptr));
    QCOMPARE(ran, QStringList { QStringLiteral("7") });
    const std::unique_ptr<QAction> action(actions.createAction(
        id, { QStringLiteral("account"), QStringLiteral("8"), {} }, nullptr, nullptr));
    action->trigger();
    QCOMPARE(ran.last(), QStringLiteral("8"));
}

void TestRegistry::menusPutDestructiveActionsLast()
{
    Rights rights;
    ActionCatalog actions(rights);
    const auto add = [&](const char *id, ActionWeight weight) {
        actions.add({ .id = QLatin1String(id),
                      .text = QLatin1String(id),
                      .subjectKind = QStringLiteral("account"),
                      .weight = weight,
                      .run = [](const Subject &, QWidget *) {} });
    };
    add("reset", ActionWeight::Destructive);
    add("copy", ActionWeight::Normal);
    add("verify", ActionWeight::Primary);
    QMenu menu;
    actions.fillMenu(&menu, { QStringLiteral("account"), QStringLiteral("1"), {} }, nullptr);
    QStringList entries;
    for (const QAction *action : menu.actions())
        entries << (action->isSeparator() ? QStringLiteral("-") : action->text());
    QCOMPARE(entries.join(u' '), QStringLiteral("verify copy - reset"));
}

void TestRegistry::sectionsAreInOrder()
{
    DetailSections sections;
    const auto create = [](const Subject &, QWidget *parent) { return new QWidget(parent); };
    const QString kind = QStringLiteral("account");
    QVERIFY(sections.add(kind, { QStringLiteral("audit"), {}, 50, {}, create }));
    QVERIFY(sections.add(kind, { QStringLiteral("factor"), {}, 10, {}, create }));
    QVERIFY(!sections.add(kind, { QStringLiteral("factor"), {}, 10, {}, create }));
    QCOMPARE(sections.forKind(kind).size(), 2);
    QCOMPARE(sections.forKind(kind).first().id, QStringLiteral("factor"));
    QVERIFY(sections.forKind(QStringLiteral("operator")).isEmpty());
}

QTEST_MAIN(TestRegistry)
#include "tst_registry.moc"
