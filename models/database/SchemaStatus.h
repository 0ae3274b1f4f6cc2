// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/SchemaBundle.h"
#include "models/database/SqlRow.h"
#include "models/database/SqlStatement.h"

namespace castellan {

/// What a database has of the schema, beside what this program would bring.
struct SchemaStatus {
    int serverVersion = 0; ///< as server_version_num
    QString database;
    QString user;
    bool superuser = false;
    bool standby = false;
    int maxPreparedTransactions = 0; ///< above 0, a transaction can stay open without a session
    QString dataDirectory; ///< of the server, on its host; only superusers are told
    QStringList missingExtensions; ///< not installed on the server's machine
    bool installed = false;
    int version = 0; ///< of the newest migration there
    int knownVersion = 0; ///< the newest that this program has
    QString keyDirectory; ///< as written into the key function
    QList<SchemaMigration> pending; ///< in their order
    bool apiCurrent = false;

    /// This program is older than the schema: it reads, but changes nothing.
    bool isNewer() const { return version > knownVersion; }
    bool isCurrent() const { return installed && pending.isEmpty() && apiCurrent && !isNewer(); }
};

/// Statements that read it, and the comparison. Pure.
class SchemaReading {
public:
    static SqlStatement hostStatement();
    static SqlStatement versionsStatement();
    static SqlStatement apiStatement();

    static SchemaStatus fromHost(const SqlRow &row);
    /// Adds what the two other statements said. Malformed with the facts "migration" and "reason" =
    /// "checksum" when a file was changed after it was applied, or "unknown" when one in the middle
    /// is not ours.
    static Result<SchemaStatus> complete(SchemaStatus status, const SqlRows &versions,
                                         const SqlRows &api, const SchemaBundle &bundle,
                                         const QString &keyDirectory);
    /// What stands in the way of installing or upgrading; every error has the fact "lacks".
    static Result<void> checkMayApply(const SchemaStatus &status);
};

} // namespace castellan
