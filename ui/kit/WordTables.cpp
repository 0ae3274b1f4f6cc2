// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/WordTables.h"

#include <algorithm>
#include <array>

namespace castellan {

namespace {

// Every text is marked for translation in Wording's context, in full: lupdate expands no macro.

constexpr std::array kErrors = std::to_array<WordRow>({
    { "ZC001", QT_TRANSLATE_NOOP("castellan::Wording", "not signed in") },
    { "ZC002", QT_TRANSLATE_NOOP("castellan::Wording", "not allowed") },
    { "ZC003", QT_TRANSLATE_NOOP("castellan::Wording", "wrong isolation level") },
    { "ZC004", QT_TRANSLATE_NOOP("castellan::Wording", "the transaction has already written") },
    { "ZC010", QT_TRANSLATE_NOOP("castellan::Wording", "a value is missing") },
    { "ZC011", QT_TRANSLATE_NOOP("castellan::Wording", "a value is malformed") },
    { "ZC012", QT_TRANSLATE_NOOP("castellan::Wording", "a value is too long") },
    { "ZC013", QT_TRANSLATE_NOOP("castellan::Wording", "it is not there") },
    { "ZC020", QT_TRANSLATE_NOOP("castellan::Wording", "the key file is not the registered one") },
    { "ZC030",
      QT_TRANSLATE_NOOP("castellan::Wording",
                        "an extension stands where others may create objects") },
    { "ZC900", QT_TRANSLATE_NOOP("castellan::Wording", "internal error of the database") },
});

constexpr std::array kOutcomes = std::to_array<WordRow>({
    { "ok", QT_TRANSLATE_NOOP("castellan::Wording", "done") },
    { "refused", QT_TRANSLATE_NOOP("castellan::Wording", "refused") },
    { "locked", QT_TRANSLATE_NOOP("castellan::Wording", "locked") },
    { "not_enrolled", QT_TRANSLATE_NOOP("castellan::Wording", "no second factor") },
    { "must_enrol", QT_TRANSLATE_NOOP("castellan::Wording", "must enrol") },
    { "second_factor_required",
      QT_TRANSLATE_NOOP("castellan::Wording", "a second factor is required") },
    { "expired", QT_TRANSLATE_NOOP("castellan::Wording", "too late") },
    { "replayed", QT_TRANSLATE_NOOP("castellan::Wording", "the code was used before") },
    { "inactive", QT_TRANSLATE_NOOP("castellan::Wording", "not active") },
    { "rank", QT_TRANSLATE_NOOP("castellan::Wording", "the rank is too high") },
    { "policy", QT_TRANSLATE_NOOP("castellan::Wording", "not allowed by policy") },
    { "already_enrolled", QT_TRANSLATE_NOOP("castellan::Wording", "enrolled already") },
    { "not_found", QT_TRANSLATE_NOOP("castellan::Wording", "not found") },
    { "foreign", QT_TRANSLATE_NOOP("castellan::Wording", "begun by another operator") },
    { "done", QT_TRANSLATE_NOOP("castellan::Wording", "done before") },
    { "cancelled", QT_TRANSLATE_NOOP("castellan::Wording", "cancelled") },
    { "superseded", QT_TRANSLATE_NOOP("castellan::Wording", "replaced by a newer one") },
    { "not_shown", QT_TRANSLATE_NOOP("castellan::Wording", "not shown yet") },
    { "shown", QT_TRANSLATE_NOOP("castellan::Wording", "shown before") },
    { "not_confirmed", QT_TRANSLATE_NOOP("castellan::Wording", "not confirmed yet") },
    { "warning", QT_TRANSLATE_NOOP("castellan::Wording", "worth a look") },
    { "updated", QT_TRANSLATE_NOOP("castellan::Wording", "updated") },
    { "role_reserved", QT_TRANSLATE_NOOP("castellan::Wording", "the role name is reserved") },
    { "role_privileged",
      QT_TRANSLATE_NOOP("castellan::Wording",
                        "the role has attributes that no operator may have") },
    { "role_without_login", QT_TRANSLATE_NOOP("castellan::Wording", "the role can't log in") },
    { "role_is_operator", QT_TRANSLATE_NOOP("castellan::Wording", "the role is an operator's") },
    { "role_is_application",
      QT_TRANSLATE_NOOP("castellan::Wording", "the role is the application's") },
    { "account_not_found",
      QT_TRANSLATE_NOOP("castellan::Wording", "there is no account of that external ID") },
});

constexpr std::array kDiagnoses = std::to_array<WordRow>({
    { "wrong", QT_TRANSLATE_NOOP("castellan::Wording", "wrong code") },
    { "malformed", QT_TRANSLATE_NOOP("castellan::Wording", "not a code at all") },
    { "previous_step", QT_TRANSLATE_NOOP("castellan::Wording", "the code of a minute ago") },
    { "clock", QT_TRANSLATE_NOOP("castellan::Wording", "the device's clock is wrong") },
    { "algorithm", QT_TRANSLATE_NOOP("castellan::Wording", "the app ignores the hash algorithm") },
    { "period", QT_TRANSLATE_NOOP("castellan::Wording", "the app uses another period") },
    { "key_as_text", QT_TRANSLATE_NOOP("castellan::Wording", "the app took the key for text") },
    { "other_device", QT_TRANSLATE_NOOP("castellan::Wording", "a code of the former device") },
});

constexpr std::array kReasons = std::to_array<WordRow>({
    { "replayed", QT_TRANSLATE_NOOP("castellan::Wording", "the code was used before") },
    { "disabled",
      QT_TRANSLATE_NOOP("castellan::Wording", "disabled after 100 wrong codes in a row") },
    { "inactive", QT_TRANSLATE_NOOP("castellan::Wording", "not active") },
    { "unknown_account", QT_TRANSLATE_NOOP("castellan::Wording", "no such account") },
    { "not_enrolled", QT_TRANSLATE_NOOP("castellan::Wording", "no second factor") },
    { "factor_gone", QT_TRANSLATE_NOOP("castellan::Wording", "the factor was removed meanwhile") },
    { "enrolment_code_open",
      QT_TRANSLATE_NOOP("castellan::Wording", "an enrolment code is waiting to be used") },
    { "no_open_code",
      QT_TRANSLATE_NOOP("castellan::Wording", "no enrolment code is waiting to be used") },
    { "too_many", QT_TRANSLATE_NOOP("castellan::Wording", "ten wrong enrolment codes") },
    { "not_open", QT_TRANSLATE_NOOP("castellan::Wording", "the enrolment is not open") },
    { "superseded", QT_TRANSLATE_NOOP("castellan::Wording", "a newer enrolment took its place") },
    { "taken_over", QT_TRANSLATE_NOOP("castellan::Wording", "signed in elsewhere") },
    { "signed_out", QT_TRANSLATE_NOOP("castellan::Wording", "signed out") },
    { "changed", QT_TRANSLATE_NOOP("castellan::Wording", "the operator was changed") },
    { "reset", QT_TRANSLATE_NOOP("castellan::Wording", "the factor was replaced") },
    { "break_glass", QT_TRANSLATE_NOOP("castellan::Wording", "done on the database host") },
});

constexpr std::array kRequests = std::to_array<WordRow>({
    { "new_phone", QT_TRANSLATE_NOOP("castellan::Wording", "New phone") },
    { "lost_phone", QT_TRANSLATE_NOOP("castellan::Wording", "Phone lost or broken") },
    { "first_factor", QT_TRANSLATE_NOOP("castellan::Wording", "First factor") },
    { "other", QT_TRANSLATE_NOOP("castellan::Wording", "Other, see the note") },
});

constexpr std::array kFactorStates = std::to_array<WordRow>({
    { "active", QT_TRANSLATE_NOOP("castellan::Wording", "Active") },
    { "locked", QT_TRANSLATE_NOOP("castellan::Wording", "Locked") },
    { "disabled", QT_TRANSLATE_NOOP("castellan::Wording", "Disabled") },
    { "pending", QT_TRANSLATE_NOOP("castellan::Wording", "Pending") },
    { "must_enrol", QT_TRANSLATE_NOOP("castellan::Wording", "Must enrol") },
    { "none", QT_TRANSLATE_NOOP("castellan::Wording", "None") },
});

constexpr std::array kRanks = std::to_array<WordRow>({
    { "user", QT_TRANSLATE_NOOP("castellan::Wording", "user") },
    { "staff", QT_TRANSLATE_NOOP("castellan::Wording", "staff") },
    { "admin", QT_TRANSLATE_NOOP("castellan::Wording", "admin") },
});

constexpr std::array kOperatorKinds = std::to_array<WordRow>({
    { "admin", QT_TRANSLATE_NOOP("castellan::Wording", "Security admin") },
    { "helpdesk", QT_TRANSLATE_NOOP("castellan::Wording", "Helpdesk") },
    { "auditor", QT_TRANSLATE_NOOP("castellan::Wording", "Auditor") },
});

constexpr std::array kFacets = std::to_array<WordRow>({
    { "no_factor", QT_TRANSLATE_NOOP("castellan::Wording", "No factor") },
    { "locked", QT_TRANSLATE_NOOP("castellan::Wording", "Locked") },
    { "privileged", QT_TRANSLATE_NOOP("castellan::Wording", "Privileged") },
    { "pending", QT_TRANSLATE_NOOP("castellan::Wording", "Pending") },
});

constexpr std::array kRightReasons = std::to_array<WordRow>({
    { "role", QT_TRANSLATE_NOOP("castellan::Wording", "Your role may not do this.") },
    { "policy",
      QT_TRANSLATE_NOOP("castellan::Wording", "The policy in force does not allow this.") },
});

constexpr std::array kEvents = std::to_array<WordRow>({
    { "account.create",
      QT_TRANSLATE_NOOP("castellan::Wording", "Account added by the application") },
    { "account.change",
      QT_TRANSLATE_NOOP("castellan::Wording", "Account changed by the application") },
    { "account.rank_lowered",
      QT_TRANSLATE_NOOP("castellan::Wording", "Rank lowered by the application") },
    { "otp.verify", QT_TRANSLATE_NOOP("castellan::Wording", "Code accepted") },
    { "otp.enrol_begin",
      QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment begun in the application") },
    { "otp.enrol_redeem",
      QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment code used in the application") },
    { "otp.enrol_request",
      QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment begun by an operator") },
    { "otp.enrol_show", QT_TRANSLATE_NOOP("castellan::Wording", "QR code shown") },
    { "otp.enrol_code_show", QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment code given out") },
    { "otp.enrol_confirm", QT_TRANSLATE_NOOP("castellan::Wording", "Second factor confirmed") },
    { "otp.enrol_cancel", QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment cancelled") },
    { "recovery_code.verify", QT_TRANSLATE_NOOP("castellan::Wording", "Recovery code accepted") },
    { "recovery_code.low", QT_TRANSLATE_NOOP("castellan::Wording", "Few recovery codes left") },
    { "recovery_codes.issue", QT_TRANSLATE_NOOP("castellan::Wording", "Recovery codes issued") },
    { "recovery_codes.handed_over",
      QT_TRANSLATE_NOOP("castellan::Wording", "Recovery codes handed over") },
    { "operator.sign_in_begin", QT_TRANSLATE_NOOP("castellan::Wording", "Operator sent a code") },
    { "operator.sign_in", QT_TRANSLATE_NOOP("castellan::Wording", "Operator signed in") },
    { "operator.join", QT_TRANSLATE_NOOP("castellan::Wording", "Operator's connection joined") },
    { "operator.session_end", QT_TRANSLATE_NOOP("castellan::Wording", "Operator's session ended") },
    { "operator.add", QT_TRANSLATE_NOOP("castellan::Wording", "Operator added") },
    { "operator.reset", QT_TRANSLATE_NOOP("castellan::Wording", "Operator's factor replaced") },
    { "operator.unlock", QT_TRANSLATE_NOOP("castellan::Wording", "Operator unlocked") },
    { "application.add", QT_TRANSLATE_NOOP("castellan::Wording", "Application added") },
    { "key.register", QT_TRANSLATE_NOOP("castellan::Wording", "Key file registered") },
});

constexpr std::array kRefusedEvents = std::to_array<WordRow>({
    { "otp.verify", QT_TRANSLATE_NOOP("castellan::Wording", "Code refused") },
    { "otp.enrol_begin", QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment refused") },
    { "otp.enrol_redeem", QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment code refused") },
    { "otp.enrol_request", QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment refused") },
    { "otp.enrol_show", QT_TRANSLATE_NOOP("castellan::Wording", "QR code not shown") },
    { "otp.enrol_code_show",
      QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment code not given out") },
    { "otp.enrol_confirm", QT_TRANSLATE_NOOP("castellan::Wording", "Confirmation refused") },
    { "otp.enrol_cancel", QT_TRANSLATE_NOOP("castellan::Wording", "Enrolment not cancelled") },
    { "recovery_code.verify", QT_TRANSLATE_NOOP("castellan::Wording", "Recovery code refused") },
    { "recovery_codes.issue",
      QT_TRANSLATE_NOOP("castellan::Wording", "Recovery codes not issued") },
    { "recovery_codes.handed_over",
      QT_TRANSLATE_NOOP("castellan::Wording", "Recovery codes not handed over") },
    { "operator.sign_in_begin",
      QT_TRANSLATE_NOOP("castellan::Wording", "Operator's code not taken") },
    { "operator.sign_in", QT_TRANSLATE_NOOP("castellan::Wording", "Operator's sign-in refused") },
    { "operator.join", QT_TRANSLATE_NOOP("castellan::Wording", "Operator's connection refused") },
    { "operator.add", QT_TRANSLATE_NOOP("castellan::Wording", "Operator not added") },
    { "operator.reset", QT_TRANSLATE_NOOP("castellan::Wording", "Operator's factor not replaced") },
    { "operator.unlock", QT_TRANSLATE_NOOP("castellan::Wording", "Operator not unlocked") },
    { "application.add", QT_TRANSLATE_NOOP("castellan::Wording", "Application not added") },
});

} // namespace

std::span<const WordRow> wordTable(WordKind kind)
{
    switch (kind) {
    case WordKind::Error:
        return kErrors;
    case WordKind::Outcome:
        return kOutcomes;
    case WordKind::Diagnosis:
        return kDiagnoses;
    case WordKind::Reason:
        return kReasons;
    case WordKind::Request:
        return kRequests;
    case WordKind::FactorState:
        return kFactorStates;
    case WordKind::EventKind:
        return kEvents;
    case WordKind::Rank:
        return kRanks;
    case WordKind::OperatorKind:
        return kOperatorKinds;
    case WordKind::Facet:
        return kFacets;
    case WordKind::RightReason:
        return kRightReasons;
    }
    return {};
}

std::span<const WordRow> refusedEvents()
{
    return kRefusedEvents;
}

const char *findWord(std::span<const WordRow> table, const QString &word)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const WordRow &row) {
        return word == QLatin1String(row.word);
    });
    return found == table.end() ? nullptr : found->text;
}

} // namespace castellan
