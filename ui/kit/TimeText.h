// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QString>

#include <chrono>

namespace castellan {

/// Times and durations as people say them, in the person's zone (or UTC, by setting) and language.
class TimeText {
    Q_DECLARE_TR_FUNCTIONS(castellan::TimeText)

public:
    /// "31 s", "4 min", "2 h 4 min", "3 d 2 h", "5 weeks"; negative counts as zero.
    static QString duration(std::chrono::seconds time);
    /// "1:42", "14:20", "1:02:03": for what counts down.
    static QString countdown(std::chrono::seconds time);
    /// "just now", "4 min ago", "yesterday", "20 Nov", "3 Mar 2025"; ahead: "in 4 min".
    static QString relative(const QDateTime &time, const QDateTime &now);
    /// "14:32" today, "tomorrow, 14:32", "Mon 14:32" within a week, else "30 Nov": for deadlines.
    static QString until(const QDateTime &time, const QDateTime &now);
    /// "yesterday, 17:48", "3 Mar 2026, 08:15".
    static QString dateTime(const QDateTime &time, const QDateTime &now);
    /// ISO 8601 with offset in the chosen zone: for tooltips and copying.
    static QString exact(const QDateTime &time);
    /// ISO 8601 in UTC: for exports.
    static QString exported(const QDateTime &time);
};

} // namespace castellan
