// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"
#include "models/factors/EnrolmentStore.h"
#include "tests/support/FakeClock.h"
#include "ui/factors/EnrolWizard.h"
#include "ui/factors/FactorsFeature.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/Rights.h"
#include "ui/kit/SubjectChanges.h"
#include "ui/kit/Theme.h"
#include "ui/kit/ToastItem.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace castellan;

/// What the feature offers for an account, and why not.
class FactorsFeatureTest : public QObject {
    Q_OBJECT

    static Subject account(const QVariantMap &facts)
    {
        return { u"account"_qs, u"3f2c0a52-0000-4000-8000-000000000001"_qs, u"Chen Wei"_qs, facts };
    }

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void enrolsWhoMayBeEnrolled()
    {
        SqlSession session;
        EnrolmentStore store(session);
        const FakeClock clock;
        Connectivity connectivity;
        SubjectChanges changes;
        QList<Toast> told;
        Rights rights;
        ActionCatalog actions(rights);
        registerFactors(actions,
                        { store, clock, connectivity, changes,
                          [&told](const Toast &toast) { told += toast; } });
        const QString id = u"factors.enrol"_qs;
        const Subject ready = account({ { u"active"_qs, true }, { u"factors"_qs, 0 } });

        QVERIFY(!actions.whyDisabled(id, ready).isEmpty()); // no right
        rights.set({ { u"otp_enrol_request"_qs, { true, {} } } });
        QVERIFY(actions.whyDisabled(id, ready).isEmpty());
        const QString inactive =
            actions.whyDisabled(id, account({ { u"active"_qs, false }, { u"factors"_qs, 0 } }));
        const QString enrolled =
            actions.whyDisabled(id, account({ { u"active"_qs, true }, { u"factors"_qs, 1 } }));
        QVERIFY(!inactive.isEmpty() && !enrolled.isEmpty() && inactive != enrolled);

        QWidget window;
        window.show();
        QVERIFY(!actions.run(id, account({ { u"factors"_qs, 1 } }), &window));
        QVERIFY(!window.findChild<EnrolWizard *>());
        QVERIFY(actions.run(id, ready, &window));
        QTRY_VERIFY(window.findChild<EnrolWizard *>());
        auto *wizard = window.findChild<EnrolWizard *>();
        QTRY_VERIFY(wizard->isVisible());

        // Whoever shows the account hears of it; the person who works here of lost codes.
        QSignalSpy changed(&changes, &SubjectChanges::changed);
        Q_EMIT wizard->enrolled(ready);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.constFirst().constFirst().value<Subject>().id, ready.id);
        Q_EMIT wizard->codesLost(ready);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.constFirst().text.startsWith(ready.label));
        QVERIFY(told.constFirst().stays());

        // There is no connection here: it says so, and that nothing came of it.
        wizard->primaryButton()->click();
        auto *problem = wizard->findChild<Banner *>(u"problemBanner"_qs);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"Nobody was enrolled."_qs));
    }
};

QTEST_MAIN(FactorsFeatureTest)
#include "tst_factors_feature.moc"
