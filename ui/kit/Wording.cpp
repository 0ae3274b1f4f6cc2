// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Wording.h"

#include "ui/kit/TimeText.h"
#include "ui/kit/WordTables.h"

namespace castellan {

namespace {

QString withoutEmpty(const QStringList &sentences)
{
    QStringList kept = sentences;
    kept.removeAll(QString());
    return kept.join(u' ');
}

} // namespace

QString Sentence::joined() const
{
    return withoutEmpty({ happened, unchanged, tryThis });
}

QString Wording::word(WordKind kind, const QString &word)
{
    const char *text = findWord(wordTable(kind), word);
    return text ? tr(text) : word;
}

QStringList Wording::knownWords(WordKind kind)
{
    QStringList words;
    for (const WordRow &row : wordTable(kind))
        words.append(QString::fromLatin1(row.word));
    return words;
}

std::optional<WordKind> Wording::kindNamed(const QString &name)
{
    static const QHash<QString, WordKind> s_kinds {
        { QStringLiteral("error"), WordKind::Error },
        { QStringLiteral("outcome"), WordKind::Outcome },
        { QStringLiteral("diagnosis"), WordKind::Diagnosis },
        { QStringLiteral("reason"), WordKind::Reason },
        { QStringLiteral("request"), WordKind::Request },
    };
    const auto found = s_kinds.constFind(name);
    return found == s_kinds.cend() ? std::nullopt : std::optional(*found);
}

State Wording::factorState(const QString &word)
{
    static const QHash<QString, State> s_states {
        { QStringLiteral("active"), State::Good },
        { QStringLiteral("locked"), State::Critical },
        { QStringLiteral("disabled"), State::Warning },
        { QStringLiteral("pending"), State::Information },
        { QStringLiteral("must_enrol"), State::Warning },
    };
    return s_states.value(word, State::None);
}

QString Wording::factorChip(const QString &word, const QDateTime &until, const QDateTime &now)
{
    const QString time = TimeText::until(until, now);
    if (until.isValid() && word == QLatin1String("locked"))
        return tr("Locked until %1").arg(time);
    if (until.isValid() && word == QLatin1String("disabled"))
        return tr("Disabled until %1").arg(time);
    if (until.isValid() && word == QLatin1String("must_enrol"))
        return until <= now ? tr("Must enrol now") : tr("Must enrol by %1").arg(time);
    if (until.isValid() && word == QLatin1String("pending")) {
        // Whole minutes: a list is no countdown.
        const qint64 minutes = std::max<qint64>(1, now.secsTo(until) / 60);
        return tr("Pending %1").arg(TimeText::duration(std::chrono::minutes(minutes)));
    }
    return Wording::word(WordKind::FactorState, word);
}

QString Wording::event(const QString &kind, const QString &outcome, const QString &reason,
                       const QVariantMap &facts)
{
    const bool done = outcome == QLatin1String("ok") || outcome == QLatin1String("warning");
    const char *known =
        done ? findWord(wordTable(WordKind::EventKind), kind) : findWord(refusedEvents(), kind);
    const QString text = known ? tr(known) : word(WordKind::EventKind, kind);
    QString cause = reason;
    if (!reason.isEmpty()) {
        const bool isDiagnosis = findWord(wordTable(WordKind::Diagnosis), reason);
        cause = word(isDiagnosis ? WordKind::Diagnosis : WordKind::Reason, reason);
        const bool isRequest = findWord(wordTable(WordKind::Request), reason);
        if (isRequest)
            cause = word(WordKind::Request, reason);
    } else if (!done && outcome != QLatin1String("refused")) {
        cause = word(WordKind::Outcome, outcome);
    }
    if (reason == QLatin1String("clock")) {
        if (const Sentence clock = diagnosis(reason, facts); !clock.isEmpty())
            cause = tr("the clock is off by %1")
                        .arg(TimeText::duration(std::chrono::seconds(
                            std::abs(facts.value(QStringLiteral("offset_seconds")).toInt()))));
    }
    return cause.isEmpty() ? text : tr("%1: %2", "event and its cause").arg(text, cause);
}

} // namespace castellan
