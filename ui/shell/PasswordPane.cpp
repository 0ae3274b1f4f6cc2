// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/PasswordPane.h"

#include "models/base/DisplayText.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/HiddenEntry.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace castellan {

PasswordPane::PasswordPane(QWidget *parent)
    : QWidget(parent)
    , m_demoNotice(new Banner(State::Information,
                              tr("This is the demo: the people are invented, and the password is "
                                 "filled in."),
                              this))
    , m_title(new PlainLabel({}, TextRole::PageTitle, Tone::Normal, this))
    , m_where(new PlainLabel({}, TextRole::Body, Tone::Muted, this))
    , m_weak(new Banner(State::Warning, {}, this))
    , m_problem(new Banner(State::Critical, {}, this))
    , m_passwordLabel(new PlainLabel(tr("Password"), TextRole::BodyStrong, Tone::Normal, this))
    , m_password(new SecretField(tr("Password"), this))
    , m_keep(new QCheckBox(tr("&Keep the password in the system's keychain"), this))
    , m_keychainNote(new PlainLabel({}, TextRole::Secondary, Tone::Muted, this))
{
    setObjectName(QStringLiteral("passwordPane"));
    m_title->setOverflow(PlainLabel::Overflow::Wrap);
    m_where->setOverflow(PlainLabel::Overflow::Wrap);
    m_password->setObjectName(QStringLiteral("passwordField"));
    m_keep->setObjectName(QStringLiteral("keepPassword"));
    m_problem->setObjectName(QStringLiteral("connectProblem"));
    m_keychainNote->setObjectName(QStringLiteral("keychainNote"));
    m_keychainNote->setOverflow(PlainLabel::Overflow::Wrap);
    m_problem->hide();
    m_keychainNote->hide();
    for (Banner *banner : { m_demoNotice, m_weak, m_problem })
        banner->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kStep);
    layout->addWidget(m_title);
    layout->addWidget(m_where);
    layout->addSpacing(metric::kStep);
    layout->addWidget(m_demoNotice);
    layout->addWidget(m_weak);
    layout->addWidget(m_problem);
    layout->addWidget(m_passwordLabel);
    layout->addWidget(m_password);
    layout->addWidget(m_keep);
    layout->addWidget(m_keychainNote);
    layout->addSpacing(metric::kStep);
    layout->addWidget(buildButtons());
    layout->addStretch(1);
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordPane::submit);
}

QWidget *PasswordPane::buildButtons()
{
    auto *row = new QWidget(this);
    m_connect = new Button(tr("&Connect"), ButtonRole::Primary, row);
    m_connect->setObjectName(QStringLiteral("connectButton"));
    m_test = new Button(tr("&Test connection"), ButtonRole::Secondary, row);
    m_test->setObjectName(QStringLiteral("testButton"));
    m_cancel = new Button(tr("Cancel"), ButtonRole::Secondary, row);
    m_cancel->setObjectName(QStringLiteral("cancelConnectButton"));
    m_cancel->hide();
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kControlGap);
    layout->addWidget(m_connect);
    layout->addWidget(m_test);
    layout->addWidget(m_cancel);
    layout->addStretch();
    connect(m_connect, &Button::clicked, this, &PasswordPane::submit);
    connect(m_cancel, &Button::clicked, this, &PasswordPane::cancelRequested);
    connect(m_test, &Button::clicked, this, [this] { Q_EMIT testRequested(m_password->secret()); });
    return row;
}

void PasswordPane::submit()
{
    if (m_connect->isEnabled())
        Q_EMIT connectRequested(m_password->take());
}

void PasswordPane::setProfile(const ConnectionProfile &profile)
{
    m_profile = profile;
    m_password->wipe();
    clearProblem();
    const bool withPassword = profile.authentication == Authentication::Password;
    m_passwordLabel->setVisible(withPassword);
    m_password->setVisible(withPassword);
    m_keep->setVisible(withPassword && !m_locked && !m_demo);
    m_keep->setChecked(profile.rememberPassword);
    m_weak->setVisible(profile.isWeakened());
    m_weak->setText(
        profile.tlsMode == TlsMode::Disable
            ? tr("The connection to this server is not encrypted: everything shown here "
                 "could be read on the way, and no password is sent.")
            : tr("The server's name is not checked: somebody in between could pose as "
                 "it."));
    describe();
}

void PasswordPane::setDemo(bool demo)
{
    m_demo = demo;
    m_demoNotice->setVisible(demo);
    m_keep->setVisible(!demo && !m_locked && m_profile.authentication == Authentication::Password);
}

void PasswordPane::setLocked(bool locked)
{
    m_locked = locked;
    m_test->setVisible(!locked);
    m_keep->setVisible(!locked && !m_demo && m_profile.authentication == Authentication::Password);
    m_connect->setText(locked ? tr("&Unlock") : tr("&Connect"));
    describe();
}

void PasswordPane::describe()
{
    const QString name = DisplayText::visible(m_profile.name, 60);
    m_title->setText(m_locked ? tr("Locked") : tr("Sign in"));
    const QString where = tr("%1: as %2 on %3, database %4")
                              .arg(name, DisplayText::visible(m_profile.user, 64),
                                   DisplayText::visible(m_profile.host, 80),
                                   DisplayText::visible(m_profile.database, 64));
    m_where->setText(where);
}

void PasswordPane::fillPassword(const Secret &password)
{
    if (m_password->isEmpty())
        m_password->fill(password);
}

void PasswordPane::setKeychainNote(const QString &sentence)
{
    m_keychainNote->setText(sentence);
    m_keychainNote->setVisible(!sentence.isEmpty());
}

void PasswordPane::setBusy(Busy state)
{
    const bool busy = state != Busy::No;
    m_cancel->setVisible(busy); // first: it takes the focus of a button that is disabled
    m_password->setReadOnly(busy); // and not disabled: the focus stays where Enter was pressed
    m_keep->setEnabled(!busy);
    m_test->setEnabled(!busy);
    m_test->setText(state == Busy::Testing ? tr("Testing…") : tr("&Test connection"));
    m_connect->setEnabled(!busy);
    m_connect->setText(state == Busy::Connecting ? tr("Connecting…")
                           : m_locked            ? tr("&Unlock")
                                                 : tr("&Connect"));
    if (!busy)
        focusFirst();
}

void PasswordPane::setError(const Error &error, const QString &notDone)
{
    m_problem->setState(State::Critical);
    m_problem->setText(Wording::error(error, notDone).joined());
    m_problem->show();
}

void PasswordPane::clearProblem()
{
    m_problem->hide();
}

bool PasswordPane::wantsPasswordKept() const
{
    return m_keep->isChecked() && m_profile.authentication == Authentication::Password;
}

void PasswordPane::focusFirst()
{
    if (!isVisible())
        return;
    if (m_password->isVisibleTo(this))
        m_password->setFocus();
    else
        m_connect->setFocus();
}

} // namespace castellan
