// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace castellan {

/// A migration: a file that is applied once, in its own place in the order.
struct SchemaMigration {
    int version = 0;
    QString name; ///< the file's, without ".sql"
    QByteArray sql;
    QByteArray checksum; ///< SHA-256 of the file
    bool asSuperuser = false; ///< else as castellan_owner
};

/// A function of the API: a file that is applied again at each install and upgrade.
struct SchemaFunction {
    QString path; ///< in the api folder
    QByteArray name; ///< with its schema
    QByteArray owner; ///< the role that creates and owns it
    QByteArray sql; ///< with the placeholder still in it
};

/// The schema as this program brings it: what stands in resources/schema.
class SchemaBundle {
public:
    /// Malformed with the fact "path" for a file that breaks the rules of resources/schema.
    static Result<SchemaBundle> load(
        const QString &directory = QStringLiteral(":/castellan/schema"));

    const QList<SchemaMigration> &migrations() const { return m_migrations; }
    /// Base functions first, then by path.
    const QList<SchemaFunction> &functions() const { return m_functions; }
    int newestVersion() const;
    /// The same, from the files' names alone: all that connecting needs. 0 without a migration.
    static int newestVersionIn(const QString &directory = QStringLiteral(":/castellan/schema"));
    /// SHA-256 over the API files in their order, and over the key directory written into one.
    QByteArray apiChecksum(const QString &keyDirectory) const;

private:
    Result<void> loadMigrations(const QString &directory);
    Result<void> loadFunctions(const QString &directory);

    QList<SchemaMigration> m_migrations;
    QList<SchemaFunction> m_functions;
};

} // namespace castellan
