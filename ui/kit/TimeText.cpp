// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/TimeText.h"

#include "ui/kit/Theme.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace castellan {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kWeek = 7 * kDay;

QDateTime inZone(const QDateTime &time)
{
    return theme().utc() ? time.toUTC() : time.toLocalTime();
}

QString clock(const QDateTime &time)
{
    return QLocale().toString(inZone(time).time(), QStringLiteral("HH:mm"));
}

/// "20 Nov" in the year of now, else "3 Mar 2025".
QString day(const QDateTime &time, const QDateTime &now)
{
    const QDate date = inZone(time).date();
    //: a date in this year, in Qt's format letters: "20 Nov"
    const QString thisYear = TimeText::tr("d MMM");
    //: a date in another year, in Qt's format letters: "3 Mar 2025"
    const QString otherYear = TimeText::tr("d MMM yyyy");
    return QLocale().toString(date,
                              date.year() == inZone(now).date().year() ? thisYear : otherYear);
}

/// Calendar days from now to time in the zone: -1 is yesterday.
qint64 daysAhead(const QDateTime &time, const QDateTime &now)
{
    return inZone(now).date().daysTo(inZone(time).date());
}

} // namespace

QString TimeText::duration(std::chrono::seconds time)
{
    const qint64 s = std::max<qint64>(0, time.count());
    const auto two = [](const QString &large, const QString &small) {
        return small.isEmpty() ? large : large + u' ' + small;
    };
    const QLocale locale;
    const auto n = [&](qint64 value) { return locale.toString(value); };
    if (s < kMinute)
        return tr("%1 s").arg(n(s));
    if (s < kHour) {
        const qint64 rest = s % kMinute;
        // Seconds matter for the first few minutes only.
        const bool exact = rest != 0 && s < 5 * kMinute;
        return two(tr("%1 min").arg(n(s / kMinute)), exact ? tr("%1 s").arg(n(rest)) : QString());
    }
    if (s < kDay) {
        const qint64 rest = s % kHour / kMinute;
        return two(tr("%1 h").arg(n(s / kHour)), rest ? tr("%1 min").arg(n(rest)) : QString());
    }
    if (s < 4 * kWeek) {
        const qint64 rest = s % kDay / kHour;
        return two(tr("%1 d").arg(n(s / kDay)), rest ? tr("%1 h").arg(n(rest)) : QString());
    }
    return tr("%n week(s)", nullptr, int(s / kWeek));
}

QString TimeText::countdown(std::chrono::seconds time)
{
    const qint64 s = std::max<qint64>(0, time.count());
    const auto pad = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (s < kHour)
        return QString::number(s / kMinute) + u':' + pad(s % kMinute);
    return QString::number(s / kHour) + u':' + pad(s % kHour / kMinute) + u':' + pad(s % kMinute);
}

QString TimeText::relative(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return QStringLiteral("–");
    const qint64 s = time.secsTo(now);
    if (s < -kMinute)
        return tr("in %1").arg(duration(std::chrono::seconds(-s)));
    if (s < 5)
        return tr("just now");
    if (s < kMinute)
        return tr("%1 s ago").arg(QLocale().toString(s));
    if (s < kHour)
        return tr("%1 min ago").arg(QLocale().toString(s / kMinute));
    const qint64 days = daysAhead(time, now);
    if (days == 0 || s < 4 * kHour)
        return tr("%1 h ago").arg(QLocale().toString(s / kHour));
    return days == -1 ? tr("yesterday") : day(time, now);
}

QString TimeText::until(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return QStringLiteral("–");
    const qint64 days = daysAhead(time, now);
    if (days == 0)
        return clock(time);
    if (days == 1)
        return tr("tomorrow, %1").arg(clock(time));
    if (days == -1)
        return tr("yesterday, %1").arg(clock(time));
    if (days > 1 && days < 7) {
        const QString weekday =
            QLocale().dayName(inZone(time).date().dayOfWeek(), QLocale::ShortFormat);
        return tr("%1 %2", "weekday and time").arg(weekday, clock(time));
    }
    return day(time, now);
}

QString TimeText::dateTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return QStringLiteral("–");
    const qint64 days = daysAhead(time, now);
    if (days == 0)
        return tr("today, %1").arg(clock(time));
    if (days == -1 || days == 1)
        return until(time, now);
    return tr("%1, %2", "date and time").arg(day(time, now), clock(time));
}

QString TimeText::exact(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    if (theme().utc())
        return time.toUTC().toString(Qt::ISODateWithMs);
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString TimeText::exported(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace castellan
