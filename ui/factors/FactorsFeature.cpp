// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/FactorsFeature.h"

#include "ui/factors/EnrolWizard.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/SubjectChanges.h"
#include "ui/kit/ToastItem.h"

#include <QCoreApplication>

namespace castellan {

namespace {

QString whyNotEnrol(const Subject &account)
{
    if (!account.facts.value(QStringLiteral("active"), true).toBool())
        return QCoreApplication::translate("castellan::EnrolWizard",
                                           "The account is inactive: nobody can sign in with it.");
    if (account.facts.value(QStringLiteral("factors")).toInt() > 0)
        return QCoreApplication::translate(
            "castellan::EnrolWizard",
            "A second factor is in force already; enrolling never replaces it.");
    return {};
}

Toast codesLost(const Subject &account)
{
    return { State::Critical,
             QCoreApplication::translate(
                 "castellan::EnrolWizard",
                 "%1 is enrolled, but the recovery codes were not handed over. They can't be shown "
                 "again.")
                 .arg(account.label) };
}

} // namespace

void registerFactors(ActionCatalog &actions, const FactorsParts &parts)
{
    ActionSpec enrol;
    enrol.id = QStringLiteral("factors.enrol");
    enrol.text = QCoreApplication::translate("castellan::EnrolWizard", "&Enrol…");
    enrol.icon = QStringLiteral("list-add");
    enrol.shortcut = QKeySequence(Qt::CTRL | Qt::Key_E);
    enrol.subjectKind = QStringLiteral("account");
    enrol.neededRight = QStringLiteral("otp_enrol_request");
    enrol.weight = ActionWeight::Primary;
    enrol.order = 10;
    enrol.whyDisabled = whyNotEnrol;
    enrol.run = [parts](const Subject &account, QWidget *window) {
        auto *wizard =
            new EnrolWizard({ parts.store, parts.clock, parts.connectivity }, account, window);
        QObject::connect(wizard, &EnrolWizard::enrolled, &parts.changes, &SubjectChanges::changed);
        QObject::connect(wizard, &EnrolWizard::codesLost, &parts.changes,
                         [tell = parts.tell](const Subject &person) { tell(codesLost(person)); });
        wizard->open();
    };
    actions.add(enrol);
}

} // namespace castellan
