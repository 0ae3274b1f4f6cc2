// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "ui/kit/State.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace castellan {

/// What happened, what was not changed, what to try; each a whole sentence or empty.
struct Sentence {
    QString happened;
    QString unchanged;
    QString tryThis;
    State state = State::Critical;

    /// All of it in one paragraph, for toasts and banners.
    QString joined() const;
};

/// Kinds of words that the schema sends.
enum class WordKind {
    SignInOutcome, ///< sign_in_finish, sign_in_join
    EnrolOutcome, ///< otp_enrol_*, recovery_codes_*
    VerifyOutcome, ///< otp_verify, recovery_code_verify, session_*
    Diagnosis, ///< why a code was refused
    Reason, ///< why a person is enrolled
    FactorState,
    EventKind, ///< audit events
    EventOutcome,
    RefusalReason, ///< reason codes of events
    Rank,
    OperatorKind,
    Facet,
    RightReason,
};

/// The one table from words to sentences. The database sends words and facts; here they become
/// text in the person's language. A word that is not known is shown as it is.
class Wording {
    Q_DECLARE_TR_FUNCTIONS(castellan::Wording)

public:
    /// For every ErrorCode.
    static Sentence error(const Error &error);

    /// An outcome with its facts (retry_at, offset_seconds, diagnosis, locked_until …).
    static Sentence outcome(WordKind kind, const QString &word, const QVariantMap &facts = {});

    /// A short text for a chip, a cell or a row: "Locked", "New phone", "Code refused".
    static QString word(WordKind kind, const QString &word, const QVariantMap &facts = {});

    /// The state in which a factor is shown, and the words of its chip ("Locked until 14:32").
    static State factorState(const QString &word);
    static QString factorChip(const QString &word, const QDateTime &until);

    /// One line of an audit list, from the event's columns.
    static QString event(const QString &kind, const QString &outcome, const QString &reason,
                         const QVariantMap &facts);

    /// All words of a kind that have a text; a test holds them against the schema.
    static QStringList knownWords(WordKind kind);
};

} // namespace castellan
