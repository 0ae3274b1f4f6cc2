// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ConnectionStatus.h"

#include "models/base/DisplayText.h"
#include "models/operators/OperatorSession.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/TimeText.h"

#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr qint64 kClockTolerance = 5; // seconds

} // namespace

ConnectionStatus::ConnectionStatus(OperatorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_server(new StateChip(State::None, {}, this))
    , m_who(new PlainLabel({}, TextRole::Secondary, Tone::Muted, this))
    , m_clock(new PlainLabel({}, TextRole::Secondary, Tone::Warning, this))
{
    setObjectName(QStringLiteral("connectionStatus"));
    m_server->setObjectName(QStringLiteral("serverChip"));
    m_who->setOverflow(PlainLabel::Overflow::Elide);
    m_clock->setOverflow(PlainLabel::Overflow::Wrap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kHalfStep);
    layout->addWidget(m_server, 0, Qt::AlignLeading);
    layout->addWidget(m_who);
    layout->addWidget(m_clock);
    connect(&m_session, &OperatorSession::phaseChanged, this, &ConnectionStatus::refresh);
    connect(&m_session, &OperatorSession::infoChanged, this, &ConnectionStatus::refresh);
    refresh();
}

void ConnectionStatus::setLockCountdown(const QString &countdown)
{
    m_countdown = countdown;
    const QString who = DisplayText::visible(m_session.info().role, 64);
    m_who->setText(countdown.isEmpty() ? who : tr("%1 · locks in %2").arg(who, countdown));
    Q_EMIT changed();
}

State ConnectionStatus::state() const
{
    return m_server->state();
}

QString ConnectionStatus::sentence() const
{
    const QString parts = m_server->word() + QStringLiteral(" · ") + m_who->text();
    return m_clock->text().isEmpty() ? parts : parts + QStringLiteral(" · ") + m_clock->text();
}

void ConnectionStatus::refresh()
{
    const QString host = DisplayText::visible(m_session.profile().host, 40);
    const bool encrypted = m_session.server().tls.encrypted;
    if (m_session.phase() == SignInPhase::Lost)
        m_server->setState(State::Critical, tr("Connection lost"));
    else if (m_session.phase() == SignInPhase::SignInAgain)
        m_server->setState(State::Warning, tr("Sign in again"));
    else if (!encrypted)
        m_server->setState(State::Warning, tr("%1 · no TLS").arg(host));
    else if (!m_session.server().tls.hostChecked)
        m_server->setState(State::Warning, tr("%1 · TLS, not verified").arg(host));
    else
        m_server->setState(State::Good, tr("%1 · TLS").arg(host));
    setPlainToolTip(m_server, exactText());
    setLockCountdown(m_countdown);

    const qint64 offset = m_session.clockOffsetSeconds();
    const bool off = std::abs(offset) > kClockTolerance && m_session.isSignedIn();
    const QString amount = TimeText::duration(std::chrono::seconds(std::abs(offset)));
    m_clock->setText(!off             ? QString()
                         : offset > 0 ? tr("This computer's clock is %1 ahead.").arg(amount)
                                      : tr("This computer's clock is %1 behind.").arg(amount));
    m_clock->setVisible(off);
}

QString ConnectionStatus::exactText() const
{
    const ServerInfo &server = m_session.server();
    const TlsInfo &tls = server.tls;
    const QString protection = !tls.encrypted ? tr("The connection is not encrypted.")
        : tls.hostChecked
        ? tr("%1, %2; the server's certificate and name were checked.")
              .arg(tls.protocol, tls.cipher)
        : tr("%1, %2; the server's name was not checked.").arg(tls.protocol, tls.cipher);
    return tr("%1, database %2, PostgreSQL %3")
               .arg(m_session.profile().host, m_session.profile().database)
               .arg(server.version / 10000)
        + QLatin1Char('\n') + protection;
}

} // namespace castellan
