// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FactorScene.h"

#include "ui/factors/EnrolWizard.h"
#include "ui/factors/SecretText.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QPointer>

namespace castellan {

/// The wizard on the screen, for one account, with the connection of a signed-in operator.
struct WizardScene {
    WizardScene(FactorScene &scene, const QUuid &account)
        : store(scene.interactive())
    {
        Subject subject { QStringLiteral("account"), account.toString(QUuid::WithoutBraces),
                          QStringLiteral("Chen Wei") };
        subject.facts.insert(QStringLiteral("login"), QStringLiteral("chen.wei"));
        subject.facts.insert(QStringLiteral("rank"), QStringLiteral("user"));
        QObject::connect(
            &scene.operators->session, &OperatorSession::phaseChanged, &connectivity,
            [this](SignInPhase phase) { connectivity.setLost(phase == SignInPhase::Lost); });
        wizard =
            new EnrolWizard(EnrolWizard::Parts { store, clock, connectivity }, subject, nullptr);
        wizard->show();
        QVERIFY(QTest::qWaitForWindowActive(wizard));
    }
    ~WizardScene() { delete wizard; }

    template <typename T> T *child(const QString &name) { return wizard->findChild<T *>(name); }
    QString page() { return wizard->current(); }
    bool reaches(const QString &page)
    {
        return QTest::qWaitFor(
            [this, page] {
                return wizard && wizard->current() == page
                    && (page == u"codes" || primary()->isEnabled());
            },
            20'000);
    }
    Button *primary() { return wizard->primaryButton(); }
    void press() { QTest::mouseClick(primary(), Qt::LeftButton); }
    CodeEntry *code() { return child<CodeEntry>(QStringLiteral("codeEntry")); }
    QString codeProblem() { return child<PlainLabel>(QStringLiteral("codeProblem"))->text(); }
    /// The key as somebody would type it off.
    QString key()
    {
        return child<SecretText>(QStringLiteral("keyText"))->spoken().remove(u' ').remove(u'\n');
    }

    EnrolmentStore store;
    SystemClock clock;
    Connectivity connectivity;
    QPointer<EnrolWizard> wizard;
};

} // namespace castellan
