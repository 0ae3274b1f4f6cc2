// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/SchemaBundle.h"
#include "models/database/SqlStatement.h"

#include <optional>

namespace castellan {

/// One thing the installer has the server do.
struct SchemaStep {
    QString what; ///< a file's path or a word, for progress and errors
    SqlStatement statement;
    /// Runs after the statement failed because a function changed its shape; the statement is then
    /// tried once more.
    std::optional<SqlStatement> repair = {};
};

/// The statements that bring a database to a bundle's state, all for one transaction. Pure.
class SchemaScript {
public:
    /// Keeps other installers out, those of other databases of the server too: roles are shared.
    static SqlStatement lock();
    static QList<SchemaStep> migrations(const QList<SchemaMigration> &pending);
    static QList<SchemaStep> functions(const SchemaBundle &bundle, const QString &keyDirectory);

private:
    static SqlStatement functionStatement(const SchemaFunction &function,
                                          const QByteArray &keyDirectory);
};

} // namespace castellan
