// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace castellan {

/// libpq takes what it was not told from the environment (PGHOSTADDR, PGSERVICE, PGSSLMODE …). We
/// tell it everything that can be told; what has to stay empty must not come from there either.
class PgEnvironment {
public:
    /// Takes every PG… variable out of this process's environment. Call it first thing in main(),
    /// before any thread starts.
    static void scrub();
    /// What PGPASSFILE said before scrub(); only the commands, which ask for it, use it.
    static QString passwordFile();
};

} // namespace castellan
