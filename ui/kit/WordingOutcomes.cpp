// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/TimeText.h"
#include "ui/kit/Wording.h"

#include <cstdlib>

namespace castellan {

namespace {

QDateTime retryAt(const QVariantMap &facts)
{
    return facts.value(QStringLiteral("retry_at")).toDateTime();
}

bool is(const QString &word, const char *known)
{
    return word == QLatin1String(known);
}

Sentence locked(const QDateTime &until, const QDateTime &now)
{
    if (!until.isValid()) {
        return { Wording::tr("Your second factor is disabled, after too many wrong codes."),
                 Wording::tr("You are not signed in."),
                 Wording::tr(
                     "Ask another admin, or whoever runs the database host, to reset it.") };
    }
    return { Wording::tr("Signing in is locked until %1, after wrong codes.")
                 .arg(TimeText::until(until, now)),
             Wording::tr("You are not signed in."),
             Wording::tr("Nothing counts until then. Try again in %1.")
                 .arg(TimeText::duration(std::chrono::seconds(now.secsTo(until)))) };
}

Sentence refused(const QDateTime &lockedUntil, const QDateTime &now)
{
    Sentence wrong { Wording::tr("That code is not right."), Wording::tr("You are not signed in."),
                     Wording::tr("Type the code that your authenticator shows now.") };
    if (!lockedUntil.isValid())
        return wrong;
    // The one too many: what would be typed now would count for nothing.
    const Sentence lock = locked(lockedUntil, now);
    return { wrong.happened + u' ' + lock.happened, lock.unchanged, lock.tryThis };
}

Sentence replayed(const QDateTime &next, const QDateTime &now)
{
    const int seconds = next.isValid() ? int(std::max<qint64>(0, now.secsTo(next))) : 0;
    return { Wording::tr("That code has been used before."),
             {},
             seconds > 0 ? Wording::tr("Wait for the next code: it comes in %n second(s).", nullptr,
                                       seconds)
                         : Wording::tr("Type the next code."),
             State::Warning };
}

} // namespace

Sentence Wording::signIn(const QString &outcome, const QVariantMap &facts, const QDateTime &now)
{
    const QString notSignedIn = tr("You are not signed in.");
    if (is(outcome, "ok"))
        return { tr("You are signed in."), {}, {}, State::Good };
    if (is(outcome, "refused"))
        return refused(retryAt(facts), now);
    if (is(outcome, "locked"))
        return locked(retryAt(facts), now);
    if (is(outcome, "replayed"))
        return replayed(retryAt(facts), now);
    if (is(outcome, "expired"))
        return { tr("That took too long."), notSignedIn, tr("Type a new code."), State::Warning };
    if (is(outcome, "not_enrolled"))
        return { tr("You have no second factor yet."), notSignedIn,
                 tr("Another admin issues it, or whoever runs the database host does.") };
    if (is(outcome, "inactive"))
        return { tr("Your operator account is not active."), notSignedIn,
                 tr("Ask an admin to activate it.") };
    return { tr("The server answered “%1”.").arg(word(WordKind::Outcome, outcome)),
             notSignedIn,
             {} };
}

Sentence Wording::diagnosis(const QString &word, const QVariantMap &facts)
{
    const int offset = facts.value(QStringLiteral("offset_seconds")).toInt();
    const QString time = TimeText::duration(std::chrono::seconds(std::abs(offset)));
    const QString newCode = tr("Type the code that it shows now.");
    if (is(word, "clock") && offset != 0)
        return { offset > 0 ? tr("The device's clock is %1 ahead.").arg(time)
                            : tr("The device's clock is %1 behind.").arg(time),
                 {},
                 tr("Set its time to automatic, then type a new code.") };
    if (is(word, "clock"))
        return { tr("The device's clock is wrong."),
                 {},
                 tr("Set its time to automatic, then type a new code.") };
    if (is(word, "previous_step"))
        return { tr("That is the code of a minute ago."), {}, newCode, State::Warning };
    if (is(word, "malformed"))
        return { tr("That is not a code."), {}, tr("A code has 6 digits."), State::Warning };
    if (is(word, "algorithm"))
        return { tr("The app ignores the hash algorithm of this QR code."),
                 {},
                 tr("Use another authenticator app.") };
    if (is(word, "period"))
        return { tr("The app uses another period than 30 seconds."),
                 {},
                 tr("Choose 30 seconds in the app, or use another app.") };
    if (is(word, "key_as_text"))
        return { tr("The app took the key for plain text."),
                 {},
                 tr("Scan the QR code, or choose Base32 when typing the key.") };
    if (is(word, "other_device"))
        return { tr("That is a code of the former device."),
                 {},
                 tr("Type the code of the entry that was just added.") };
    if (is(word, "wrong") || word.isEmpty())
        return { tr("That code does not belong to this QR code."),
                 {},
                 tr("Check that the newest entry in the app is used.") };
    return { tr("The code was refused: %1.").arg(word), {}, newCode };
}

Sentence Wording::enrolment(const QString &outcome, const QVariantMap &facts)
{
    const QString nothing = tr("Nothing was changed.");
    const QString again = tr("Begin again.");
    if (is(outcome, "ok"))
        return { tr("Done."), {}, {}, State::Good };
    if (is(outcome, "refused")) {
        Sentence why = diagnosis(facts.value(QStringLiteral("diagnosis")).toString(), facts);
        why.unchanged = tr("The factor is not active yet.");
        return why;
    }
    if (is(outcome, "rank"))
        return { tr("This account ranks as high as you or higher, or is your own."), nothing,
                 tr("A second person has to do this, or to approve it.") };
    if (is(outcome, "inactive"))
        return { tr("This account is not active."), nothing,
                 tr("The application activates accounts.") };
    if (is(outcome, "already_enrolled"))
        return { tr("This person has a second factor already."), nothing,
                 tr("Reset it first, if it is lost."), State::Warning };
    if (is(outcome, "policy"))
        return { tr("Enrolling at the console is not allowed for this rank."), nothing,
                 tr("Enrol the person remotely, or have an admin change the policy.") };
    if (is(outcome, "not_found"))
        return { tr("This is not there any more."), nothing, tr("Reload the list.") };
    if (is(outcome, "expired"))
        return { tr("The time for this enrolment is over."), tr("No factor was made active."),
                 again };
    if (is(outcome, "foreign"))
        return { tr("Another operator began this enrolment."), nothing,
                 tr("Ask them to finish it, or begin a new one.") };
    if (is(outcome, "cancelled"))
        return { tr("This enrolment was cancelled."), tr("No factor was made active."), again };
    if (is(outcome, "superseded"))
        return { tr("A newer enrolment has taken the place of this one."),
                 tr("No factor was made active by this one."), again };
    if (is(outcome, "not_shown"))
        return { tr("The QR code was not shown yet."), nothing, again };
    if (is(outcome, "not_confirmed"))
        return { tr("No code has confirmed this factor yet."), nothing,
                 tr("Confirm it with a code first.") };
    if (is(outcome, "shown"))
        return { tr("The recovery codes were shown before, and are shown once."), nothing,
                 tr("Issue new ones if they were lost.") };
    if (is(outcome, "done"))
        return { tr("This was done before."), nothing, {}, State::Information };
    return { tr("The server answered “%1”.").arg(word(WordKind::Outcome, outcome)), nothing, {} };
}

} // namespace castellan
