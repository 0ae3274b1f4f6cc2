// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SignInView.h"

#include "models/base/DisplayText.h"
#include "models/vault/SecretVault.h"
#include "ui/kit/Button.h"
#include "ui/kit/DialogFrame.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/StatePanes.h"
#include "ui/kit/Theme.h"
#include "ui/kit/ToastHost.h"
#include "ui/kit/Wording.h"
#include "ui/shell/CodePane.h"
#include "ui/shell/PasswordPane.h"
#include "ui/shell/ProfileDialog.h"
#include "ui/shell/ProfilePanel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace castellan {

namespace {

constexpr int kPanelWidth = 264;
constexpr int kFormWidth = 420;

QString keychainKey(const ConnectionProfile &profile)
{
    return QStringLiteral("password/%1@%2:%3/%4")
        .arg(profile.user, profile.host)
        .arg(profile.port)
        .arg(profile.database);
}

} // namespace

SignInView::SignInView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_panel(new ProfilePanel(this))
    , m_stack(buildSide())
    , m_empty(new EmptyState(m_stack))
{
    setObjectName(QStringLiteral("signInView"));
    m_stack->addWidget(m_empty);
    measure();

    connect(m_panel, &ProfilePanel::chosen, this, &SignInView::choose);
    connect(m_panel, &ProfilePanel::addRequested, this, [this] { edit(-1); });
    connect(m_panel, &ProfilePanel::editRequested, this, &SignInView::edit);
    connect(m_panel, &ProfilePanel::removeRequested, this, &SignInView::remove);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { edit(-1); });
    connect(&m_parts.probe, &ConnectionProbe::succeeded, this, &SignInView::showProbeReport);
    connect(&m_parts.probe, &ConnectionProbe::failed, this, [this](const Error &error) {
        password()->setBusy(PasswordPane::Busy::No);
        password()->setError(error);
    });
    connect(&m_parts.session, &OperatorSession::phaseChanged, this, &SignInView::followPhase);
    connect(&m_parts.session, &OperatorSession::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::AuthenticationFailed)
            m_keychain.drop(); // what is kept there is what was refused
        // The phase was told before: what is in view is where it goes on.
        if (m_stack->currentWidget() == m_code)
            m_code->setError(error);
        else
            password()->setError(error, tr("You are not signed in."));
    });
}

/// Panel and form side by side. All is made where it stays: each move of a widget to another parent
/// styles and measures all that is in it again, which a cold start would feel.
QStackedWidget *SignInView::buildSide()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *form = new QWidget(scroll->viewport());
    form->setObjectName(QStringLiteral("scrollContent"));
    auto *stack = new QStackedWidget(form);
    stack->setMinimumWidth(320);

    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(metric::kPageMargin, 96, metric::kPageMargin, metric::kPageMargin);
    row->addStretch(1);
    row->addWidget(stack, 4);
    row->addStretch(1);
    scroll->setWidget(form);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panel);
    layout->addWidget(scroll, 1);
    return stack;
}

// Again whenever the text size changes: the system's arrives after the first picture.
void SignInView::measure()
{
    m_panel->setFixedWidth(theme().scaled(kPanelWidth));
    m_stack->setMaximumWidth(theme().scaled(kFormWidth));
}

/// Made for the first connection that is chosen: a cold start without any does not wait for it.
PasswordPane *SignInView::password()
{
    if (m_password)
        return m_password;
    m_password = new PasswordPane(m_stack);
    m_stack->addWidget(m_password);
    connect(m_password, &PasswordPane::connectRequested, this, &SignInView::connectWith);
    connect(m_password, &PasswordPane::cancelRequested, this, [this] {
        m_parts.probe.cancel();
        m_password->setBusy(PasswordPane::Busy::No);
        m_parts.session.signOut();
    });
    connect(m_password, &PasswordPane::testRequested, this, &SignInView::testConnection);
    return m_password;
}

bool SignInView::event(QEvent *event)
{
    if (isRestyle(event))
        measure();
    return QWidget::event(event);
}

void SignInView::setDemoPeople(const QList<DemoPerson> &people)
{
    m_people = people;
}

void SignInView::start(const QString &profile)
{
    m_locked = false;
    m_empty->setContent(QStringLiteral("network-connect"), tr("No connection yet"),
                        tr("Castellan connects straight to the PostgreSQL database of your "
                           "application. Say where it is, and who you are there."));
    m_empty->setAction(tr("New connection…"));
    m_panel->show();
    // In a demo its people are meant, whatever was signed in to before.
    const auto isLast = [&](const DemoPerson &person) { return person.profile.name == profile; };
    const bool known = m_people.isEmpty() || std::ranges::any_of(m_people, isLast);
    load(known ? profile : QString());
}

void SignInView::showPreparing(const QString &sentence, bool failed)
{
    m_panel->hide();
    m_empty->setContent(
        failed ? QStringLiteral("messagebox_warning") : QStringLiteral("chronometer"),
        failed ? tr("The demo could not be started") : tr("Preparing the demo"), sentence);
    m_empty->setAction({});
    m_stack->setCurrentWidget(m_empty);
}

void SignInView::showLocked()
{
    m_locked = true;
    password()->setLocked(true);
    m_stack->setCurrentWidget(m_password);
    m_password->focusFirst();
}

void SignInView::focusFirst()
{
    if (m_stack->currentWidget() == m_password)
        m_password->focusFirst();
    else if (m_code)
        m_code->focusFirst();
}

void SignInView::load(const QString &choose)
{
    const Result<QList<ConnectionProfile>> stored = m_parts.profiles.load();
    m_profiles.clear();
    for (const DemoPerson &person : m_people)
        m_profiles += person.profile;
    if (stored)
        m_profiles += stored.value();
    else
        m_parts.toasts.post({ State::Critical, Wording::error(stored.error()).joined() });
    m_panel->setProfiles(m_profiles, int(m_people.size()), choose);
}

const ConnectionProfile *SignInView::current() const
{
    const int index = m_panel->currentIndex();
    return index >= 0 && index < m_profiles.size() ? &m_profiles.at(index) : nullptr;
}

const DemoPerson *SignInView::currentDemo() const
{
    const int index = m_panel->currentIndex();
    return index >= 0 && index < m_people.size() ? &m_people.at(index) : nullptr;
}

void SignInView::choose(int)
{
    if (m_parts.session.phase() != SignInPhase::SignedOut)
        m_parts.session.signOut();
    m_parts.probe.cancel();
    m_keychain.drop();
    m_locked = false;
    const ConnectionProfile *profile = current();
    if (!profile) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    password()->setBusy(PasswordPane::Busy::No);
    m_password->setLocked(false);
    m_password->setProfile(*profile);
    m_password->setKeychainNote({});
    m_password->setDemo(currentDemo() != nullptr);
    m_stack->setCurrentWidget(m_password);
    fillKnownPassword();
    m_password->focusFirst();
}

/// The demo's, or what the keychain has.
void SignInView::fillKnownPassword()
{
    if (const DemoPerson *person = currentDemo())
        m_password->fillPassword(person->password());
    else if (current()->rememberPassword)
        readKeychain(*current());
}

void SignInView::readKeychain(const ConnectionProfile &profile)
{
    m_password->setKeychainNote({});
    m_keychain.deliver(
        m_parts.vault.read(keychainKey(profile)), this, [this](const Result<Secret> &answer) {
            if (answer)
                m_password->fillPassword(answer.value());
            else if (answer.error().code == ErrorCode::NotFound)
                m_password->setKeychainNote(tr("No password is kept for this connection."));
            else
                m_password->setKeychainNote(Wording::error(answer.error()).joined());
        });
}

void SignInView::keepPassword(const Secret &password)
{
    const ConnectionProfile *chosen = current();
    if (!chosen || currentDemo())
        return;
    ConnectionProfile profile = *chosen;
    const bool keep = m_password->wantsPasswordKept();
    if (keep)
        deliver(m_parts.vault.write(keychainKey(profile), password.clone()), this,
                [this](const Result<void> &answer) {
                    if (!answer)
                        m_parts.toasts.post(
                            { State::Warning, Wording::error(answer.error()).joined() });
                });
    else if (profile.rememberPassword)
        forgetPassword(profile);
    if (keep == profile.rememberPassword)
        return;
    profile.rememberPassword = keep;
    if (const auto saved = m_parts.profiles.save(profile); saved.hasValue())
        m_profiles[m_panel->currentIndex()] = profile;
}

void SignInView::forgetPassword(const ConnectionProfile &profile)
{
    deliver(m_parts.vault.remove(keychainKey(profile)), this,
            [this, profile](const Result<void> &answer) {
                if (answer || !profile.rememberPassword)
                    return;
                // What the error itself says of the password is about reading and keeping one.
                Sentence why = Wording::error(answer.error());
                why.unchanged = tr("The password of “%1” is still kept there.")
                                    .arg(DisplayText::visible(profile.name, 60));
                why.tryThis = tr("Remove it with the system's own password manager.");
                m_parts.toasts.post({ State::Warning, why.joined() });
            });
}

void SignInView::connectWith(const Secret &password)
{
    const ConnectionProfile *profile = current();
    if (!profile)
        return;
    m_password->clearProblem();
    m_connectingWith = password.clone();
    m_connectedAs = profile->name;
    m_parts.probe.cancel();
    m_keychain.drop();
    m_parts.session.connectTo(*profile, password.clone());
}

void SignInView::testConnection(const Secret &password)
{
    if (!current())
        return;
    m_password->clearProblem();
    m_password->setBusy(PasswordPane::Busy::Testing);
    m_parts.probe.start(*current(), password.clone());
}

void SignInView::followPhase(SignInPhase phase)
{
    password()->setBusy(phase == SignInPhase::Connecting ? PasswordPane::Busy::Connecting
                                                         : PasswordPane::Busy::No);
    switch (phase) {
    case SignInPhase::SignedOut:
        m_connectingWith.reset();
        if (m_stack->currentWidget() == m_code)
            m_stack->setCurrentWidget(m_password);
        // Whoever has chosen another connection gets that one's password there.
        if (current() && current()->name == m_connectedAs)
            fillKnownPassword();
        m_password->focusFirst();
        break;
    case SignInPhase::AwaitingCode:
        if (const auto password = std::exchange(m_connectingWith, std::nullopt))
            keepPassword(*password); // it is right
        [[fallthrough]];
    case SignInPhase::SignInAgain:
        askForCode(phase == SignInPhase::SignInAgain);
        break;
    case SignInPhase::SignedIn:
        m_locked = false;
        m_password->setLocked(false);
        m_code->start({}, {});
        Q_EMIT profileUsed(m_connectedAs);
        break;
    case SignInPhase::Connecting:
    case SignInPhase::Judging:
    case SignInPhase::Lost:
        break;
    }
}

void SignInView::edit(int index)
{
    QStringList taken;
    for (int i = 0; i < m_profiles.size(); ++i)
        if (i != index)
            taken += m_profiles.at(i).name;
    const ConnectionProfile before = index >= 0 ? m_profiles.at(index) : ConnectionProfile {};
    auto *dialog = new ProfileDialog(before, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::saved, this,
            [this, before](const ConnectionProfile &profile) { store(profile, before); });
    dialog->open();
}

void SignInView::store(const ConnectionProfile &profile, const ConnectionProfile &replaced)
{
    Result<void> saved = m_parts.profiles.save(profile);
    if (saved && !replaced.name.isEmpty() && replaced.name != profile.name)
        saved = m_parts.profiles.remove(replaced.name);
    // What is kept for the old place could not be found from the new one, and so never removed.
    if (saved && replaced.rememberPassword && keychainKey(replaced) != keychainKey(profile))
        forgetPassword(replaced);
    if (!saved)
        m_parts.toasts.post({ State::Critical, Wording::error(saved.error()).joined() });
    load(profile.name);
}

void SignInView::remove(int index)
{
    if (index < m_people.size() || index >= m_profiles.size())
        return;
    const ConnectionProfile profile = m_profiles.at(index);
    auto *dialog =
        new DialogFrame(tr("Remove %1").arg(DisplayText::visible(profile.name, 60)), this);
    dialog->setObjectName(QStringLiteral("removeProfileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWhy(tr("Castellan forgets where this server is, and its password in the keychain. "
                      "Nothing changes on the server."));
    dialog->setPrimary(tr("&Remove"), true);
    connect(dialog, &DialogFrame::primaryTriggered, this, [this, dialog, profile] {
        dialog->accept();
        forgetPassword(profile);
        if (const auto removed = m_parts.profiles.remove(profile.name); !removed)
            m_parts.toasts.post({ State::Critical, Wording::error(removed.error()).joined() });
        load({});
    });
    dialog->open();
}

void SignInView::askForCode(bool again)
{
    if (!m_code)
        makeCodePane();
    m_stack->setCurrentWidget(m_code);
    m_code->offerDemoCode(currentDemo() ? currentDemo()->currentCode : std::function<Secret()>());
    m_code->start(m_parts.session.profile().user, m_parts.session.profile().host, again);
}

void SignInView::makeCodePane()
{
    m_code = new CodePane(m_parts.clock, m_stack);
    m_stack->addWidget(m_code);
    connect(m_code, &CodePane::submitted, this, [this](const Secret &code) {
        m_code->setBusy(true);
        m_parts.session.submitCode(code.clone());
    });
    connect(m_code, &CodePane::backRequested, &m_parts.session, &OperatorSession::signOut);
    connect(&m_parts.session, &OperatorSession::refused, this, [this](SignInVerdict verdict) {
        // The server's time, and counted down by this computer's clock.
        verdict.retryAt = verdict.retryAt.addSecs(m_parts.session.clockOffsetSeconds());
        m_code->setVerdict(verdict);
    });
}

void SignInView::showProbeReport(const ProbeReport &report)
{
    const QString protection = report.server.tls.encrypted
        ? tr("%1, %2").arg(report.server.tls.protocol, report.server.tls.cipher)
        : tr("no TLS");
    m_password->setBusy(PasswordPane::Busy::No);
    m_parts.toasts.post({ State::Good,
                          tr("The connection works: PostgreSQL %1, %2, Castellan schema %3.")
                              .arg(report.server.version / 10000)
                              .arg(protection)
                              .arg(report.schemaVersion) });
}

} // namespace castellan
