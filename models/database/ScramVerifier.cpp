// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/ScramVerifier.h"

#include "models/database/PgHandle.h"

#include <cstring>

namespace castellan {

Result<Secret> ScramVerifier::make(const Secret &password)
{
    Error refused { ErrorCode::InvalidArgument,
                    { { QStringLiteral("argument"), QStringLiteral("password") } },
                    {} };
    if (password.isEmpty())
        return refused;
    // libpq wants a connection to complain to; this one leads nowhere.
    const char *const keywords[] = { "host", nullptr };
    const char *const values[] = { "/dev/null/none", nullptr };
    const PgHandle nowhere(PQconnectStartParams(keywords, values, 0));
    constexpr char kNoUser[] = ""; // only md5 used it
    char *verifier =
        PQencryptPasswordConn(nowhere.get(), password.cString(), kNoUser, "scram-sha-256");
    if (!verifier)
        return refused;
    Secret made = Secret::copyOf(verifier);
    wipe(verifier, std::strlen(verifier));
    PQfreemem(verifier);
    return made;
}

} // namespace castellan
