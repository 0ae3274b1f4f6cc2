// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace castellan {

/// PostgreSQL's text form of values, as servers send it under DateStyle ISO and TimeZone UTC, and
/// take it. Pure functions over untrusted bytes: nothing where they are not well-formed.
class PgText {
public:
    /// "2026-11-22 19:47:00.123456+00", also with hours beyond UTC, years past 9999, BC and
    /// "infinity" (the largest number; "-infinity" the smallest). µs since 1970 UTC.
    static std::optional<qint64> micros(QByteArrayView text);
    static QByteArray timestamp(qint64 micros);

    /// One dimension: {a,"b c",NULL}. An element NULL is a null QByteArray.
    static std::optional<QList<QByteArray>> array(QByteArrayView text);
    static QByteArray array(const QList<QByteArray> &elements);

    /// bytea in hex form.
    static std::optional<QByteArray> bytes(QByteArrayView text);
};

} // namespace castellan
