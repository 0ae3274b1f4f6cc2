// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"
#include "models/base/Deliver.h"
#include "models/base/Secret.h"
#include "models/database/Backoff.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/SessionState.h"
#include "models/operators/types.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace castellan {

class SqlSession;
class SqlStatement;
struct OperatorInfoRow;
struct VerdictRow;

/// Where an operator stands between opening the program and being signed in.
enum class SignInPhase {
    SignedOut,
    Connecting, ///< reaching the server with the password
    AwaitingCode, ///< the password was right and the schema fits
    Judging, ///< the code is on its way, or was right and what it opens is being read
    SignedIn,
    Lost, ///< was signed in; the connection broke and is being brought back with the ticket
    SignInAgain, ///< the elevation is over; what was shown may stay
};

/// An operator's way in, and the two connections that it opens: one for what the person does, one
/// for polling. The password and the ticket live here, in Secrets, from connecting to signing out.
/// Codes go through the two-phase attempt of the schema (begin commits a failure, finish judges).
/// GUI thread.
class OperatorSession : public QObject {
    Q_OBJECT

public:
    /// The newest schema this console knows; an older one must be upgraded first, a newer one is
    /// only read.
    OperatorSession(int knownSchemaVersion, const Clock &clock, QObject *parent = nullptr);
    ~OperatorSession() override;

    /// Ends what was there before. Answers by phaseChanged(AwaitingCode) or failed().
    void connectTo(const ConnectionProfile &profile, Secret password);
    /// Hands in a code, when AwaitingCode or SignInAgain. Answers by phaseChanged(SignedIn),
    /// refused() or failed().
    void submitCode(Secret code);
    /// Ends the elevation on the server, closes both connections and forgets password and ticket.
    /// The phase is SignedOut at once; the server is told in the background.
    void signOut();

    /// The person did something: counts as activity on the server, at most once a minute.
    void noteActivity();
    /// Asks anew who we are and until when; answers by infoChanged().
    void refresh();

    SignInPhase phase() const { return m_phase; }
    bool isSignedIn() const { return m_phase == SignInPhase::SignedIn; }
    const ConnectionProfile &profile() const { return m_profile; }
    const ServerInfo &server() const;
    const OperatorInfo &info() const { return m_info; }
    const QList<Right> &rights() const { return m_rights; }
    /// The schema is newer than this console: look, but don't touch.
    bool isReadOnly() const { return m_schemaVersion > m_knownSchemaVersion; }
    /// How far this computer's clock is ahead of the server's, in seconds; from the first code on.
    qint64 clockOffsetSeconds() const { return m_clockOffset; }

    SqlSession &interactive() { return *m_interactive; }
    SqlSession &background() { return *m_background; }

Q_SIGNALS:
    void phaseChanged(castellan::SignInPhase phase);
    /// The code was judged and not accepted, or may not be handed in yet.
    void refused(const castellan::SignInVerdict &verdict);
    /// Connecting or signing in failed, or the server refused the connection that was being brought
    /// back; the phase has gone back already.
    void failed(const castellan::Error &error);
    void infoChanged();
    void rightsChanged();
    /// The background connection works, after it could not be made at first.
    void backgroundRestored();

private:
    void setPhase(SignInPhase phase);
    void fail(const Error &error);
    void failEntering(const Error &error);
    void end(const Error &error);
    void closeBoth();
    void readSchemaVersion();
    void judge(const QUuid &attempt);
    void accept(VerdictRow verdict);
    std::function<SqlStatement()> joinByTicket() const;
    void readInfo();
    void readRights();
    void openBackground();
    void followBackground(const Result<ServerInfo> &answer);
    void retryBackground();
    void ask(QList<SqlStatement> statements);
    void takeInfo(const Result<OperatorInfoRow> &answer);
    void followInteractive(SessionState state);
    void followEntering(SessionState state);

    int m_knownSchemaVersion;
    const Clock &m_clock;
    SqlSession *m_interactive;
    SqlSession *m_background;
    QTimer m_backgroundRetry; ///< runs only while SignedIn or Lost
    Backoff m_backgroundBackoff;
    QTimer m_farewell; ///< how long a server may take over signing out
    LatestRequest m_step; ///< of connecting and signing in; dropped by whatever ends it
    LatestRequest m_backgroundStep;
    SignInPhase m_phase = SignInPhase::SignedOut;
    SignInPhase m_beforeJudging = SignInPhase::AwaitingCode;
    ConnectionProfile m_profile;
    Secret m_password;
    std::shared_ptr<const Secret> m_ticket; ///< while Judging: the code was right
    bool m_entering = false; ///< rights are read; only the background is waited for
    bool m_interrupted = false; ///< the connection broke before that
    qint64 m_schemaVersion = 0;
    OperatorInfo m_info;
    QList<Right> m_rights;
    qint64 m_clockOffset = 0;
    qint64 m_lastActivityMs = 0;
};

} // namespace castellan
