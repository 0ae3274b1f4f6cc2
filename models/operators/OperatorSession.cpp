// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operators/OperatorSession.h"

#include "models/base/logging.h"
#include "models/database/SqlSession.h"
#include "models/operators/OperatorRows.h"

namespace castellan {

namespace {

constexpr qint64 kActivityIntervalMs = 60'000;
constexpr int kBackgroundRetryMs = 3000;
constexpr int kLongestRetryMs = 60'000;
constexpr int kFarewellMs = 3000;

SqlSession::Options options(const QString &name)
{
    SqlSession::Options made;
    made.applicationName = name;
    return made;
}

} // namespace

OperatorSession::OperatorSession(int knownSchemaVersion, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_knownSchemaVersion(knownSchemaVersion)
    , m_clock(clock)
    , m_interactive(new SqlSession(options(QStringLiteral("castellan")), this))
    , m_background(new SqlSession(options(QStringLiteral("castellan background")), this))
    , m_backgroundBackoff(kBackgroundRetryMs, kLongestRetryMs)
{
    m_interactive->setCancelPeer(m_background);
    m_background->setCancelPeer(m_interactive);
    m_backgroundRetry.setSingleShot(true);
    connect(&m_backgroundRetry, &QTimer::timeout, this, &OperatorSession::openBackground);
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(kFarewellMs);
    connect(&m_farewell, &QTimer::timeout, this, &OperatorSession::closeBoth);
    connect(m_interactive, &SqlSession::stateChanged, this, &OperatorSession::followInteractive);
    connect(m_interactive, &SqlSession::lost, this, [this](const Error &error) {
        if (m_interactive->state() == SessionState::Closed && m_phase != SignInPhase::SignedOut)
            end(error); // it does not come back
    });
    connect(m_background, &SqlSession::stateChanged, this, [this](SessionState state) {
        if (state != SessionState::SignInAgain || m_phase != SignInPhase::SignedIn)
            return;
        refresh(); // the elevation may be over and nobody have noticed
        retryBackground();
    });
}

OperatorSession::~OperatorSession() = default;

const ServerInfo &OperatorSession::server() const
{
    return m_interactive->server();
}

void OperatorSession::connectTo(const ConnectionProfile &profile, Secret password)
{
    closeBoth();
    m_profile = profile;
    m_password = std::move(password);
    setPhase(SignInPhase::Connecting);
    m_step.deliver(m_interactive->open(profile, m_password.clone()), this,
                   [this](const Result<ServerInfo> &answer) {
                       if (answer)
                           readSchemaVersion();
                       else
                           fail(answer.error());
                   });
}

void OperatorSession::readSchemaVersion()
{
    m_step.deliver(castellan::readSchemaVersion(*m_interactive), this,
                   [this](const Result<qint64> &answer) {
                       const auto version = newEnough(answer, m_knownSchemaVersion);
                       if (!version)
                           return fail(version.error());
                       m_schemaVersion = version.value();
                       setPhase(SignInPhase::AwaitingCode);
                   });
}

void OperatorSession::submitCode(Secret code)
{
    if (m_phase != SignInPhase::AwaitingCode && m_phase != SignInPhase::SignInAgain)
        return;
    m_beforeJudging = m_phase;
    // What still comes of the last time says nothing about this one.
    m_backgroundRetry.stop();
    m_backgroundStep.drop();
    m_ticket.reset();
    m_entering = false;
    m_interrupted = false;
    setPhase(SignInPhase::Judging);
    const auto statement = SqlStatement("select attempt, retry_at, clock_timestamp() as server_time"
                                        "  from castellan.sign_in_begin($1)")
                               .bind(std::move(code));
    m_step.deliver(m_interactive->fetchOne<AttemptRow>(statement), this,
                   [this](const Result<AttemptRow> &answer) {
                       if (!answer)
                           return fail(answer.error());
                       m_clockOffset = answer.value().serverTime.secsTo(m_clock.utcNow());
                       if (!answer.value().attempt.isNull())
                           return judge(answer.value().attempt);
                       setPhase(m_beforeJudging);
                       Q_EMIT refused({ false, QStringLiteral("locked"), answer.value().retryAt });
                   });
}

void OperatorSession::judge(const QUuid &attempt)
{
    const auto statement = SqlStatement("select ok, outcome, retry_at, ticket"
                                        "  from castellan.sign_in_finish($1)")
                               .bind(attempt)
                               .disclosing();
    m_step.deliver(m_interactive->fetchOne<VerdictRow>(statement), this,
                   [this](Result<VerdictRow> answer) {
                       if (!answer)
                           return fail(answer.error());
                       if (answer.value().verdict.ok)
                           return accept(std::move(answer).value());
                       setPhase(m_beforeJudging);
                       Q_EMIT refused(answer.value().verdict);
                   });
}

void OperatorSession::accept(VerdictRow verdict)
{
    m_ticket = std::make_shared<const Secret>(std::move(verdict.ticket));
    m_interactive->setAdmission(joinByTicket());
    m_lastActivityMs = m_clock.monotonicMs();
    readInfo();
}

std::function<SqlStatement()> OperatorSession::joinByTicket() const
{
    return [ticket = m_ticket] {
        return SqlStatement("select ok, outcome, expires_at from castellan.sign_in_join($1)")
            .bind(ticket->clone());
    };
}

void OperatorSession::readInfo()
{
    const SqlStatement statement("select * from castellan.my_session()");
    m_step.deliver(m_interactive->fetchOne<OperatorInfoRow>(statement), this,
                   [this](const Result<OperatorInfoRow> &answer) {
                       takeInfo(answer);
                       if (answer)
                           readRights();
                       else
                           failEntering(answer.error());
                   });
}

void OperatorSession::readRights()
{
    const SqlStatement statement("select function, allowed, reason from castellan.my_rights()");
    m_step.deliver(m_interactive->fetch<RightRow>(statement), this,
                   [this](const Result<QList<RightRow>> &answer) {
                       if (!answer)
                           return failEntering(answer.error());
                       m_rights.clear();
                       for (const RightRow &row : answer.value())
                           m_rights += row.right;
                       Q_EMIT rightsChanged();
                       m_entering = true;
                       m_backgroundBackoff.reset();
                       openBackground();
                   });
}

void OperatorSession::openBackground()
{
    m_background->setAdmission(joinByTicket());
    m_backgroundStep.deliver(
        m_background->open(m_profile, m_password.clone()), this,
        [this](const Result<ServerInfo> &answer) { followBackground(answer); });
}

/// Signed in either way: without the background connection lists still page, only what is counted
/// and polled is missing. A first connect that fails is not repeated by the session itself. A later
/// try says nothing about the phase, which follows the interactive connection.
void OperatorSession::followBackground(const Result<ServerInfo> &answer)
{
    if (!answer)
        qCWarning(lcDatabase) << "background connection:" << int(answer.error().code)
                              << answer.error().detail;
    const bool works = answer && m_background->state() == SessionState::Ready;
    if (works)
        m_backgroundBackoff.reset();
    if (m_phase == SignInPhase::Judging && m_entering) {
        setPhase(SignInPhase::SignedIn);
        followInteractive(m_interactive->state()); // it may have broken meanwhile
    } else if (m_phase == SignInPhase::SignedIn && works) {
        Q_EMIT backgroundRestored();
    }
    if (!works && (answer || !needsPerson(answer.error().code)))
        retryBackground();
}

void OperatorSession::retryBackground()
{
    const bool isIn = m_phase == SignInPhase::SignedIn || m_phase == SignInPhase::Lost;
    if (isIn && !m_backgroundRetry.isActive())
        m_backgroundRetry.start(m_backgroundBackoff.next());
}

void OperatorSession::signOut()
{
    if (m_phase == SignInPhase::SignedOut)
        return;
    const bool elevated = m_ticket && m_interactive->state() == SessionState::Ready;
    m_background->close();
    m_step.drop();
    m_backgroundStep.drop();
    m_backgroundRetry.stop();
    m_ticket.reset();
    m_password.clear();
    m_rights.clear();
    setPhase(SignInPhase::SignedOut);
    if (!elevated)
        return closeBoth();
    m_farewell.start(); // the connection, and the password in it, do not wait for a hung server
    m_step.deliver(m_interactive->rows(SqlStatement("select castellan.sign_out()")), this,
                   [this](const Result<SqlRows> &) { closeBoth(); });
}

void OperatorSession::noteActivity()
{
    const qint64 now = m_clock.monotonicMs();
    if (m_phase != SignInPhase::SignedIn || now - m_lastActivityMs < kActivityIntervalMs)
        return;
    m_lastActivityMs = now;
    // Reading accounts is activity, even none at all; what asks about the session itself is not.
    ask({ SqlStatement("select count(*) from castellan.account_rows($1)").bind(QList<QUuid> {}) });
}

void OperatorSession::refresh()
{
    ask({});
}

/// Who we are and until when, after these statements; one round trip.
void OperatorSession::ask(QList<SqlStatement> statements)
{
    statements += SqlStatement("select * from castellan.my_session()");
    const auto asked = m_interactive->pipeline(statements);
    deliver(asked, this, [this](const Result<QList<SqlRows>> &answer) {
        if (!answer)
            takeInfo(answer.error());
        else if (!answer.value().isEmpty() && !answer.value().constLast().isEmpty())
            takeInfo(fromSqlRow<OperatorInfoRow>(answer.value().constLast().constFirst()));
    });
}

void OperatorSession::takeInfo(const Result<OperatorInfoRow> &answer)
{
    if (!answer) {
        if (answer.error().code == ErrorCode::NotSignedIn && m_phase == SignInPhase::SignedIn)
            setPhase(SignInPhase::SignInAgain);
        return;
    }
    m_info = answer.value().info;
    m_clockOffset = m_info.serverTime.secsTo(m_clock.utcNow());
    Q_EMIT infoChanged();
}

void OperatorSession::followInteractive(SessionState state)
{
    const bool wasIn = m_phase == SignInPhase::SignedIn || m_phase == SignInPhase::Lost;
    if (m_phase == SignInPhase::Judging && m_ticket)
        followEntering(state);
    else if (state == SessionState::Lost && wasIn)
        setPhase(SignInPhase::Lost);
    else if (state == SessionState::Ready && m_phase == SignInPhase::Lost)
        setPhase(SignInPhase::SignedIn);
    else if (state == SessionState::SignInAgain && wasIn)
        setPhase(SignInPhase::SignInAgain);
}

/// The code was right, and the connection broke before we were in: it goes on where it was, unless
/// the ticket is worth nothing any more.
void OperatorSession::followEntering(SessionState state)
{
    if (state == SessionState::Ready && m_interrupted) {
        m_interrupted = false;
        readInfo();
    } else if (state == SessionState::SignInAgain) {
        m_step.drop();
        m_backgroundStep.drop();
        m_background->close();
        m_ticket.reset();
        setPhase(m_beforeJudging);
        Q_EMIT failed({ ErrorCode::NotSignedIn, {}, {} });
    }
}

void OperatorSession::setPhase(SignInPhase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    if (phase == SignInPhase::SignInAgain) {
        m_backgroundRetry.stop(); // its ticket is worth nothing now
        m_backgroundStep.drop();
    }
    Q_EMIT phaseChanged(phase);
}

void OperatorSession::fail(const Error &error)
{
    if (m_phase != SignInPhase::Judging || m_interactive->state() == SessionState::Closed)
        return end(error);
    setPhase(m_beforeJudging);
    Q_EMIT failed(error);
}

/// Elevated on the server, but not in here: that must not last behind a pane that asks for a code.
void OperatorSession::failEntering(const Error &error)
{
    m_interrupted =
        error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::NotConnected;
    if (m_interrupted && m_interactive->state() != SessionState::Closed)
        return; // followEntering() goes on
    signOut();
    Q_EMIT failed(error);
}

void OperatorSession::end(const Error &error)
{
    closeBoth();
    setPhase(SignInPhase::SignedOut);
    Q_EMIT failed(error);
}

void OperatorSession::closeBoth()
{
    m_step.drop();
    m_backgroundStep.drop();
    m_backgroundRetry.stop();
    m_farewell.stop();
    m_background->close();
    m_interactive->close();
    m_background->setAdmission({});
    m_interactive->setAdmission({});
    m_ticket.reset();
    m_password.clear();
    m_rights.clear();
}

} // namespace castellan
