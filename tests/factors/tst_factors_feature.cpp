// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"
#include "models/factors/EnrolmentStore.h"
#include "tests/support/FakeClock.h"
#include "ui/factors/EnrolWizard.h"
#include "ui/factors/FactorsFeature.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/Rights.h"
#include "ui/kit/Theme.h"

#include <QApplication>
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
        Rights rights;
        ActionCatalog actions(rights);
        registerFactors(actions, { store, clock, connectivity });
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
        QTRY_VERIFY(window.findChild<EnrolWizard *>()->isVisible());
    }
};

QTEST_MAIN(FactorsFeatureTest)
#include "tst_factors_feature.moc"
