// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/EnrolWizard.h"

#include "ui/factors/ReasonStep.h"
#include "ui/factors/RecoveryStep.h"
#include "ui/factors/ScanStep.h"
#include "ui/kit/Button.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr QLatin1StringView kReason("reason");
constexpr QLatin1StringView kScan("scan");
constexpr QLatin1StringView kConfirm("confirm");
constexpr QLatin1StringView kCodes("codes");
constexpr QLatin1StringView kDone("done");

} // namespace

EnrolWizard::EnrolWizard(const Parts &parts, const Subject &account, QWidget *parent)
    : WizardFrame(tr("Enrol second factor"), parent)
    , m_parts(parts)
    , m_account(account)
    , m_reason(new ReasonStep(account))
    , m_scan(new ScanStep(parts.clock))
    , m_confirm(new QWidget)
    , m_code(new CodeField(m_confirm))
    , m_codes(new RecoveryStep(parts.clock))
    , m_summary(new PlainLabel)
{
    setObjectName(QStringLiteral("enrolWizard"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(m_confirm);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_code);
    layout->addStretch();
    m_summary->setOverflow(PlainLabel::Overflow::Wrap);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    buildPages();

    connect(this, &WizardFrame::primaryTriggered, this, &EnrolWizard::advance);
    connect(this, &WizardFrame::backTriggered, this, &EnrolWizard::goBack);
    connect(this, &WizardFrame::pageShown, this, &EnrolWizard::follow);
    connect(this, &QDialog::rejected, this, &EnrolWizard::leave);
    connect(m_reason, &ReasonStep::edited, this, [this] { follow(kReason); });
    connect(m_scan, &ScanStep::renewRequested, this, &EnrolWizard::request);
    connect(m_code, &CodeField::submitted, this, &EnrolWizard::check);
    connect(m_codes, &RecoveryStep::edited, this, [this] { follow(kCodes); });
    connect(&parts.connectivity, &Connectivity::changed, this, [this](bool lost) {
        setConnectionLost(lost
                              ? tr("The connection to the server is lost. Nothing that was entered "
                                   "here is gone; the wizard goes on when it is back.")
                              : QString());
    });
    goTo(kReason);
}

EnrolWizard::~EnrolWizard() = default;

void EnrolWizard::buildPages()
{
    const QString name = m_account.label;
    addPage({ kReason, tr("Person and reason"), tr("Enrol %1").arg(name),
              tr("The person is with you, with the phone at hand. The reason goes into the audit "
                 "trail."),
              tr("&Show QR code"), m_reason, false });
    addPage({ kScan, tr("Scan"), tr("Scan with the authenticator"),
              tr("Ask %1 to open an authenticator app and scan this code. It is shown once, for 2 "
                 "minutes, and hidden when this window loses focus.")
                  .arg(name),
              tr("&Scanned, continue"), m_scan, true });
    addPage({ kConfirm, tr("Confirm"), tr("Confirm with a first code"),
              tr("The six digits that the app shows now. Nothing is in force before they fit."),
              tr("Chec&k"), m_confirm, true });
    addPage({ kCodes, tr("Recovery codes"), tr("Hand over the recovery codes"),
              tr("For the day the phone is lost. This is the only time they are shown."),
              tr("&Finish"), m_codes, false });
    addPage(
        { kDone, tr("Done"), tr("%1 is enrolled").arg(name), {}, tr("&Close"), m_summary, false });
}

void EnrolWizard::follow(const QString &page)
{
    if (page != current())
        return;
    if (page == kReason)
        setPrimaryEnabled(m_reason->whyIncomplete().isEmpty(), m_reason->whyIncomplete());
    else if (page == kCodes)
        setPrimaryEnabled(m_codes->isHandedOver(), tr("The person has to have the codes first."));
    else
        setPrimaryEnabled(true);
    if (page == kScan) // not on the button that would make another key
        primaryButton()->setFocus();
    else
        m_scan->clear(); // the server shows it again to who goes back
    if (page == kConfirm)
        m_code->entry()->setFocus();
}

void EnrolWizard::advance(const QString &page)
{
    if (page == kReason)
        request();
    else if (page == kScan)
        goTo(kConfirm);
    else if (page == kConfirm && m_code->entry()->length() == CodeField::kDigits)
        check(m_code->entry()->secret());
    else if (page == kConfirm && m_code->problem().isEmpty()) // a diagnosis stays to be read
        m_code->setProblem(tr("Type the six digits first."));
    else if (page == kConfirm)
        m_code->entry()->setFocus();
    else if (page == kCodes)
        finish();
    else
        accept();
}

void EnrolWizard::goBack(const QString &page)
{
    if (page != kConfirm)
        return goTo(kReason);
    setProblem({});
    setBusy(true);
    showSeed();
}

void EnrolWizard::request()
{
    setProblem({});
    setBusy(true);
    m_asked = m_parts.store.request(m_reason->request());
    m_request.deliver(*m_asked, this, [this](const Result<EnrolmentStart> &answer) {
        m_asked.reset();
        if (!answer)
            return fail(answer.error(), tr("Nobody was enrolled."));
        if (!answer.value().ok)
            return refuse(answer.value().outcome);
        m_enrolment = answer.value().enrolment;
        setDirty(true, tr("The key that was shown will never be in force."));
        showSeed();
    });
}

void EnrolWizard::showSeed()
{
    m_request.deliver(m_parts.store.show(m_enrolment), this,
                      [this](Result<EnrolmentSeed> answer) { takeSeed(std::move(answer)); });
}

void EnrolWizard::takeSeed(Result<EnrolmentSeed> answer)
{
    if (!answer)
        return fail(answer.error(), tr("No factor was made active."));
    if (!answer.value().ok)
        return refuse(answer.value().outcome);
    setBusy(false);
    const Result<void> drawn = m_scan->setUri(answer.value().uri, m_account.label);
    if (!drawn)
        return fail(drawn.error(), tr("No factor was made active."));
    goTo(kScan);
}

void EnrolWizard::check(const Secret &code)
{
    setProblem({});
    m_code->setProblem({});
    setBusy(true);
    m_request.deliver(m_parts.store.check(m_enrolment, code.clone()), this,
                      [this](const Result<EnrolmentCheck> &answer) {
                          if (answer)
                              takeCheck(answer.value());
                          else
                              fail(answer.error(), tr("No factor was made active."));
                      });
}

void EnrolWizard::takeCheck(const EnrolmentCheck &answer)
{
    m_code->clear();
    // "done": the answer to an earlier try was lost on the way, the factor is in force.
    if (answer.ok || answer.outcome == QLatin1String("done")) {
        m_confirmed = true;
        m_scan->clear();
        setCancelText(tr("&Close"));
        setDirty(true, tr("The factor is in force, but the recovery codes were not handed over."));
        Q_EMIT enrolled(m_account);
        return showCodes();
    }
    const QVariantMap facts { { QStringLiteral("diagnosis"), answer.diagnosis },
                              { QStringLiteral("offset_seconds"), answer.offsetSeconds } };
    setBusy(false);
    m_code->setProblem(Wording::enrolment(answer.outcome, facts).joined());
    m_code->entry()->setFocus();
}

void EnrolWizard::showCodes()
{
    setBusy(true);
    m_request.deliver(m_parts.store.showRecoveryCodes(m_enrolment), this,
                      [this](Result<RecoveryCodes> answer) {
                          if (!answer)
                              return fail(answer.error(),
                                          tr("The factor is active; the recovery codes were not "
                                             "handed over."));
                          if (!answer.value().ok)
                              return refuse(answer.value().outcome);
                          setBusy(false);
                          m_codes->setCodes(*answer.value().codes);
                          goTo(kCodes);
                      });
}

void EnrolWizard::finish()
{
    setBusy(true);
    m_request.deliver(m_parts.store.handedOver(m_enrolment), this,
                      [this](const Result<EnrolmentCheck> &answer) {
                          if (!answer)
                              return fail(answer.error(),
                                          tr("The factor is active; that the recovery codes were "
                                             "handed over is not recorded."));
                          if (!answer.value().ok)
                              return refuse(answer.value().outcome);
                          setBusy(false);
                          m_handedOver = true;
                          m_codes->clear();
                          setDirty(false);
                          m_summary->setText(tr(
                              "Codes from this app are accepted from now on, and each of the ten "
                              "recovery codes once. Everything is in the audit trail."));
                          goTo(kDone);
                          setFinished(true);
                          Q_EMIT enrolled(m_account);
                      });
}

void EnrolWizard::leave()
{
    m_request.drop();
    m_scan->clear();
    m_codes->clear();
    cancelOnServer();
    if (m_confirmed && !m_handedOver)
        Q_EMIT codesLost(m_account);
}

void EnrolWizard::cancelOnServer()
{
    if (!m_enrolment.isNull() && !m_confirmed)
        m_parts.store.cancel(m_enrolment);
    // What was asked for and not answered is cancelled once it is known, though this is gone then;
    // connectivity lives as long as the store.
    if (m_asked)
        deliver(*m_asked, &m_parts.connectivity,
                [&store = m_parts.store](const Result<EnrolmentStart> &answer) {
                    if (answer && answer.value().ok)
                        store.cancel(answer.value().enrolment);
                });
}

void EnrolWizard::fail(const Error &error, const QString &notDone)
{
    setBusy(false);
    setProblem(Wording::error(error, notDone).joined());
}

void EnrolWizard::refuse(const QString &outcome, const QVariantMap &facts)
{
    setBusy(false);
    setProblem(Wording::enrolment(outcome, facts).joined());
}

} // namespace castellan
