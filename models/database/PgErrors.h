// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/base/TlsWatch.h"
#include "models/database/ConnectionProfile.h"

#include <QByteArray>

#include <optional>

namespace castellan {

/// What PostgreSQL and libpq say, as ErrorCodes. Pure functions.
class PgErrors {
public:
    /// From a five-character SQLSTATE; fact "sqlstate". 57014 (cancelled) is told apart by whoever
    /// knows the time it took. `column` is what the server named as the column, if anything.
    static Error fromState(const QByteArray &sqlState, const QByteArray &column = {});

    /// From libpq's message (untranslated, verbose) about a connect that failed. Facts: "host",
    /// "port", "user", "database", and where known "reason", "path", "sqlstate", "not_after".
    static Error fromConnect(const QByteArray &message, const std::optional<TlsVerdict> &verdict,
                             const ConnectionProfile &profile);
    static QVariantMap factsOf(const ConnectionProfile &profile);
};

} // namespace castellan
