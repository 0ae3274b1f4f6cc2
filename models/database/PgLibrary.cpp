// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgLibrary.h"

#include <QLibrary>

#include <memory>

namespace castellan {

namespace {

/// That of PostgreSQL 8.2 and all after it.
constexpr int kLibraryVersion = 5;

std::unique_ptr<QLibrary> loaded()
{
    auto library = std::make_unique<QLibrary>(QStringLiteral("pq"), kLibraryVersion);
    library->setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    library->load();
    return library;
}

} // namespace

QFunctionPointer findInLibpq(const char *name)
{
    static const std::unique_ptr<QLibrary> s_library = loaded();
    const QFunctionPointer found = s_library->resolve(name);
    if (!found)
        qFatal("PostgreSQL's client library is not usable: %s",
               qUtf8Printable(s_library->errorString()));
    return found;
}

} // namespace castellan
