// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/factors/EnrolmentStore.h"
#include "ui/kit/Subject.h"
#include "ui/kit/WizardFrame.h"

#include <optional>

namespace castellan {

class Clock;
class CodeField;
class Connectivity;
class PlainLabel;
class ReasonStep;
class RecoveryStep;
class ScanStep;

/// Enrols somebody who is present: reason, QR code, confirmation by a first code, recovery codes.
/// Nothing is in force before the confirmation; cancelling before it leaves nothing behind.
class EnrolWizard : public WizardFrame {
    Q_OBJECT

public:
    struct Parts {
        EnrolmentStore &store;
        const Clock &clock;
        Connectivity &connectivity;
    };

    EnrolWizard(const Parts &parts, const Subject &account, QWidget *parent);
    ~EnrolWizard() override;

Q_SIGNALS:
    /// The factor is in force; whatever shows this account should look again.
    void enrolled(const castellan::Subject &account);
    /// It was closed, or locked away, with the factor in force and the recovery codes not handed
    /// over; they can't be shown again.
    void codesLost(const castellan::Subject &account);

private:
    void buildPages();
    void advance(const QString &page);
    void goBack(const QString &page);
    void follow(const QString &page);
    void request();
    void showSeed();
    void takeSeed(Result<EnrolmentSeed> answer);
    void check(const Secret &code);
    void takeCheck(const EnrolmentCheck &check);
    void showCodes();
    void finish();
    void leave();
    void cancelOnServer();
    void fail(const Error &error, const QString &notDone);
    void refuse(const QString &outcome, const QVariantMap &facts = {});

    Parts m_parts;
    Subject m_account;
    LatestRequest m_request;
    std::optional<QFuture<Result<EnrolmentStart>>> m_asked; ///< until it is answered
    QUuid m_enrolment;
    bool m_confirmed = false;
    bool m_handedOver = false;
    ReasonStep *m_reason;
    ScanStep *m_scan;
    QWidget *m_confirm;
    CodeField *m_code;
    RecoveryStep *m_codes;
    PlainLabel *m_summary;
};

} // namespace castellan
