// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/WordTables.h"

#include <algorithm>
#include <array>

namespace castellan {

namespace {

// Marks a text for translation in Wording's context.
#define WORD(text) QT_TRANSLATE_NOOP("castellan::Wording", text)

constexpr std::array kErrors = std::to_array<WordRow>({
    { "ZC001", WORD("not signed in") },
    { "ZC002", WORD("not allowed") },
    { "ZC003", WORD("wrong isolation level") },
    { "ZC004", WORD("the transaction has already written") },
    { "ZC010", WORD("a value is missing") },
    { "ZC011", WORD("a value is malformed") },
    { "ZC012", WORD("a value is too long") },
    { "ZC013", WORD("it is not there") },
    { "ZC020", WORD("the key file is not the registered one") },
    { "ZC030", WORD("an extension stands where others may create objects") },
    { "ZC900", WORD("internal error of the database") },
});

constexpr std::array kOutcomes = std::to_array<WordRow>({
    { "ok", WORD("done") },
    { "refused", WORD("refused") },
    { "locked", WORD("locked") },
    { "not_enrolled", WORD("no second factor") },
    { "must_enrol", WORD("must enrol") },
    { "second_factor_required", WORD("a second factor is required") },
    { "expired", WORD("too late") },
    { "replayed", WORD("the code was used before") },
    { "inactive", WORD("not active") },
    { "rank", WORD("the rank is too high") },
    { "policy", WORD("not allowed by policy") },
    { "already_enrolled", WORD("enrolled already") },
    { "not_found", WORD("not found") },
    { "foreign", WORD("begun by another operator") },
    { "done", WORD("done before") },
    { "cancelled", WORD("cancelled") },
    { "superseded", WORD("replaced by a newer one") },
    { "not_shown", WORD("not shown yet") },
    { "shown", WORD("shown before") },
    { "not_confirmed", WORD("not confirmed yet") },
    { "warning", WORD("worth a look") },
    { "updated", WORD("updated") },
    { "role_reserved", WORD("the role name is reserved") },
    { "role_privileged", WORD("the role has attributes that no operator may have") },
    { "role_without_login", WORD("the role can't log in") },
    { "role_is_operator", WORD("the role is an operator's") },
});

constexpr std::array kDiagnoses = std::to_array<WordRow>({
    { "wrong", WORD("wrong code") },
    { "malformed", WORD("not a code at all") },
    { "previous_step", WORD("the code of a minute ago") },
    { "clock", WORD("the device's clock is wrong") },
    { "algorithm", WORD("the app ignores the hash algorithm") },
    { "period", WORD("the app uses another period") },
    { "key_as_text", WORD("the app took the key for text") },
    { "other_device", WORD("a code of the former device") },
});

constexpr std::array kReasons = std::to_array<WordRow>({
    { "replayed", WORD("the code was used before") },
    { "disabled", WORD("disabled after 100 wrong codes in a row") },
    { "inactive", WORD("not active") },
    { "unknown_account", WORD("no such account") },
    { "not_enrolled", WORD("no second factor") },
    { "factor_gone", WORD("the factor was removed meanwhile") },
    { "enrolment_code_open", WORD("an enrolment code is waiting to be used") },
    { "no_open_code", WORD("no enrolment code is waiting to be used") },
    { "too_many", WORD("ten wrong enrolment codes") },
    { "not_open", WORD("the enrolment is not open") },
    { "superseded", WORD("a newer enrolment took its place") },
    { "taken_over", WORD("signed in elsewhere") },
    { "signed_out", WORD("signed out") },
    { "changed", WORD("the operator was changed") },
    { "reset", WORD("the factor was replaced") },
    { "break_glass", WORD("done on the database host") },
});

constexpr std::array kRequests = std::to_array<WordRow>({
    { "new_phone", WORD("New phone") },
    { "lost_phone", WORD("Phone lost or broken") },
    { "first_factor", WORD("First factor") },
    { "other", WORD("Other, see the note") },
});

constexpr std::array kFactorStates = std::to_array<WordRow>({
    { "active", WORD("Active") },
    { "locked", WORD("Locked") },
    { "disabled", WORD("Disabled") },
    { "pending", WORD("Pending") },
    { "must_enrol", WORD("Must enrol") },
    { "none", WORD("None") },
});

constexpr std::array kRanks = std::to_array<WordRow>({
    { "user", WORD("user") },
    { "staff", WORD("staff") },
    { "admin", WORD("admin") },
});

constexpr std::array kOperatorKinds = std::to_array<WordRow>({
    { "admin", WORD("Security admin") },
    { "helpdesk", WORD("Helpdesk") },
    { "auditor", WORD("Auditor") },
});

constexpr std::array kFacets = std::to_array<WordRow>({
    { "no_factor", WORD("No factor") },
    { "locked", WORD("Locked") },
    { "privileged", WORD("Privileged") },
    { "pending", WORD("Pending") },
});

constexpr std::array kRightReasons = std::to_array<WordRow>({
    { "role", WORD("Your role may not do this.") },
    { "policy", WORD("The policy in force does not allow this.") },
});

constexpr std::array kEvents = std::to_array<WordRow>({
    { "account.create", WORD("Account added by the application") },
    { "account.change", WORD("Account changed by the application") },
    { "account.rank_lowered", WORD("Rank lowered by the application") },
    { "otp.verify", WORD("Code accepted") },
    { "otp.enrol_begin", WORD("Enrolment begun in the application") },
    { "otp.enrol_redeem", WORD("Enrolment code used in the application") },
    { "otp.enrol_request", WORD("Enrolment begun by an operator") },
    { "otp.enrol_show", WORD("QR code shown") },
    { "otp.enrol_code_show", WORD("Enrolment code given out") },
    { "otp.enrol_confirm", WORD("Second factor confirmed") },
    { "otp.enrol_cancel", WORD("Enrolment cancelled") },
    { "recovery_code.verify", WORD("Recovery code accepted") },
    { "recovery_code.low", WORD("Few recovery codes left") },
    { "recovery_codes.issue", WORD("Recovery codes issued") },
    { "recovery_codes.handed_over", WORD("Recovery codes handed over") },
    { "operator.sign_in_begin", WORD("Operator sent a code") },
    { "operator.sign_in", WORD("Operator signed in") },
    { "operator.join", WORD("Operator's connection joined") },
    { "operator.session_end", WORD("Operator's session ended") },
    { "operator.add", WORD("Operator added") },
    { "operator.reset", WORD("Operator's factor replaced") },
    { "operator.unlock", WORD("Operator unlocked") },
    { "application.add", WORD("Application added") },
    { "key.register", WORD("Key file registered") },
});

constexpr std::array kRefusedEvents = std::to_array<WordRow>({
    { "otp.verify", WORD("Code refused") },
    { "otp.enrol_begin", WORD("Enrolment refused") },
    { "otp.enrol_redeem", WORD("Enrolment code refused") },
    { "otp.enrol_request", WORD("Enrolment refused") },
    { "otp.enrol_show", WORD("QR code not shown") },
    { "otp.enrol_code_show", WORD("Enrolment code not given out") },
    { "otp.enrol_confirm", WORD("Confirmation refused") },
    { "otp.enrol_cancel", WORD("Enrolment not cancelled") },
    { "recovery_code.verify", WORD("Recovery code refused") },
    { "recovery_codes.issue", WORD("Recovery codes not issued") },
    { "recovery_codes.handed_over", WORD("Recovery codes not handed over") },
    { "operator.sign_in_begin", WORD("Operator's code not taken") },
    { "operator.sign_in", WORD("Operator's sign-in refused") },
    { "operator.join", WORD("Operator's connection refused") },
    { "operator.add", WORD("Operator not added") },
    { "operator.reset", WORD("Operator's factor not replaced") },
    { "operator.unlock", WORD("Operator not unlocked") },
    { "application.add", WORD("Application not added") },
});

#undef WORD

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
