// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "ui/kit/State.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <optional>

namespace castellan {

/// What happened, what was not changed, what to try; each a whole sentence or empty.
struct Sentence {
    QString happened;
    QString unchanged = {};
    QString tryThis = {};
    State state = State::Critical;

    bool isEmpty() const { return happened.isEmpty(); }
    /// All of it in one paragraph, for toasts and banners.
    QString joined() const;
};

/// Kinds of words that the schema sends. The first five are named as castellan_private.words()
/// names them; the others are values of columns.
enum class WordKind {
    Error, ///< "error": SQLSTATEs of class ZC
    Outcome, ///< "outcome"
    Diagnosis, ///< "diagnosis": why a code is wrong
    Reason, ///< "reason": further causes in audit events
    Request, ///< "request": why an operator asks
    FactorState, ///< account_list: factor_state
    EventKind, ///< account_events: kind
    Rank,
    OperatorKind,
    Facet, ///< account_facets
    RightReason, ///< my_rights
};

/// The one table from words to sentences. The database sends words and facts; here they become
/// text in the person's language. A word that is not known is shown as it is.
class Wording {
    Q_DECLARE_TR_FUNCTIONS(castellan::Wording)

public:
    /// For every ErrorCode. `notDone` is a sentence on what was tried and is now not done ("Nobody
    /// was enrolled."); it stands for "what was not changed".
    static Sentence error(const Error &error, const QString &notDone = {});

    /// Outcomes of sign_in_finish and sign_in_join, with the fact "retry_at" (QDateTime).
    static Sentence signIn(const QString &outcome, const QVariantMap &facts, const QDateTime &now);
    /// Outcomes of otp_enrol_* and recovery_codes_*, with "diagnosis" and "offset_seconds".
    static Sentence enrolment(const QString &outcome, const QVariantMap &facts = {});
    /// Why a code is wrong, with "offset_seconds" (positive: the device is ahead).
    static Sentence diagnosis(const QString &word, const QVariantMap &facts = {});

    /// A short text for a chip, a cell or a row: "Locked", "New phone", "Code refused".
    static QString word(WordKind kind, const QString &word);

    /// The state in which a factor is shown, and the word of its chip ("Locked until 14:32").
    static State factorState(const QString &word);
    static QString factorChip(const QString &word, const QDateTime &until, const QDateTime &now);

    /// One line of an audit list: "Code refused: the phone's clock is wrong".
    static QString event(const QString &kind, const QString &outcome, const QString &reason,
                         const QVariantMap &facts = {});

    /// All words of a kind that have a text; a test holds them against the schema.
    static QStringList knownWords(WordKind kind);
    /// The kind that castellan_private.words() calls so.
    static std::optional<WordKind> kindNamed(const QString &name);
};

} // namespace castellan
