// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/SchemaWording.h"

#include "ui/kit/Wording.h"

namespace castellan {

namespace {

QString fact(const Error &error, const char *name)
{
    return error.facts.value(QLatin1StringView(name)).toString();
}

} // namespace

QString SchemaWording::failure(const Error &error, const QString &done)
{
    const QString lacks = fact(error, "lacks");
    QString text;
    if (!lacks.isEmpty())
        text = lacking(lacks, error);
    else if (error.facts.contains(QStringLiteral("migration")))
        text = migration(error);
    else if (fact(error, "argument") == QLatin1StringView("key_directory"))
        text = keyDirectory(error);
    else if (fact(error, "reason") == QLatin1StringView("too_long"))
        text = tr("A password has at most %1 bytes.").arg(fact(error, "most"));
    else if (fact(error, "reason") == QLatin1StringView("no_input"))
        text = tr("The input has ended where a password was to be read.");
    else if (fact(error, "reason") == QLatin1StringView("too_short"))
        text = tr("A password has at least %1 characters: the server lets anybody guess at it "
                  "before the second factor is asked for.")
                   .arg(fact(error, "least"));
    else
        text = Wording::error(error).joined();
    QStringList lines { text };
    const QString file = fact(error, "file");
    if (!file.isEmpty())
        lines += tr("It happened at: %1").arg(file);
    if (!error.detail.isEmpty())
        lines += tr("The server or system says: %1").arg(error.detail.trimmed());
    lines += whatChanged(error, done);
    return lines.join(u'\n');
}

QString SchemaWording::nothingChanged()
{
    return tr("Nothing has been changed.");
}

QString SchemaWording::whatChanged(const Error &error, const QString &done)
{
    if (error.facts.value(QStringLiteral("committed")).toBool())
        return tr("The schema has been changed; only reading it back failed. Run “castellan schema "
                  "status” to see what is there.");
    if (fact(error, "outcome") == QLatin1StringView("unknown"))
        return tr("The connection broke: run “castellan schema status” to see what is there.");
    return done.isEmpty() ? nothingChanged() : done;
}

QString SchemaWording::lacking(const QString &what, const Error &error)
{
    const QString path = fact(error, "path");
    if (what == QLatin1StringView("superuser"))
        return tr("The role “%1” is no superuser. Installing makes roles and a function that reads "
                  "the key file, which only a superuser may: connect as one, for example as "
                  "postgres.")
            .arg(fact(error, "user"));
    if (what == QLatin1StringView("primary"))
        return tr("This server is a standby, which takes no changes. Connect to the primary.");
    if (what == QLatin1StringView("server_version"))
        return tr("PostgreSQL %1 or newer is needed; this server is version %2.")
            .arg(fact(error, "needed"), fact(error, "found"));
    if (what == QLatin1StringView("extension"))
        return tr("The server lacks these extensions: %1. They are part of PostgreSQL's contrib "
                  "modules (Debian: in the package postgresql-%2).")
            .arg(fact(error, "name"), fact(error, "found"));
    if (what == QLatin1StringView("database_host"))
        return tr("The server's data directory %1 is not on this computer. The key file has to be "
                  "made on the database's own machine: run the command there. (A managed "
                  "PostgreSQL without access to its files is not supported.)")
            .arg(path);
    if (what == QLatin1StringView("server_account"))
        return tr("The key file must belong to the account that PostgreSQL runs as, and this user "
                  "may not give it one (%1). Run the command as root or as that account.")
            .arg(path);
    if (what == QLatin1StringView("key"))
        return tr("The server can't read the key file %1, or it is not a key of 64 bytes. Every "
                  "directory above it must let the server's account pass, and the file must belong "
                  "to that account.")
            .arg(path);
    if (what == QLatin1StringView("key_file"))
        return tr("The key file %1 is there already, and is not used: it has to be a plain file "
                  "of 64 bytes that belongs to the server's account and that nobody else may read "
                  "(mode 0400).")
            .arg(path);
    return keyDirectory(error);
}

QString SchemaWording::keyDirectory(const Error &error)
{
    const QString reason = fact(error, "reason");
    const QString path = fact(error, "path");
    if (reason == QLatin1StringView("missing"))
        return tr("Say with --key-directory where the master key is to lie, for example in "
                  "/etc/castellan/keys. Back it up apart from the database: without it no second "
                  "factor can be checked, and with it a stolen backup can be read.");
    if (reason == QLatin1StringView("not_plain"))
        return tr("The key directory must be an absolute path without quotes, backslashes, dollar "
                  "signs and “..”.");
    if (reason == QLatin1StringView("inside_data_directory"))
        return tr("The key directory %1 lies in the server's data directory: every backup would "
                  "hold the key beside what it protects.")
            .arg(path);
    if (reason == QLatin1StringView("unsafe"))
        return tr("The key directory %1 belongs to somebody else, or others may write to it.")
            .arg(path);
    return tr("The key directory %1 can't be used.").arg(path);
}

QString SchemaWording::migration(const Error &error)
{
    if (fact(error, "reason") == QLatin1StringView("checksum"))
        return tr("The migration %1 is not the one that was applied here: one of the two was "
                  "changed afterwards. Use the program that installed this schema.")
            .arg(fact(error, "migration"));
    return tr("The database has a migration %1 that this program does not know.")
        .arg(fact(error, "migration"));
}

QString SchemaWording::status(const SchemaStatus &status)
{
    if (!status.installed)
        return tr("The database “%1” has no Castellan schema.").arg(status.database);
    QStringList lines;
    lines += tr("Database “%1”: schema version %2; this program brings version %3.")
                 .arg(status.database)
                 .arg(status.version)
                 .arg(status.knownVersion);
    if (status.maxPreparedTransactions > 0)
        lines += tr("Warning: max_prepared_transactions is %1. A prepared transaction outlives its "
                    "session: locks stay held, and failures counted in it do not count, until "
                    "somebody ends it. Set it to 0 unless another program here needs it.")
                     .arg(status.maxPreparedTransactions);
    if (!status.superuser) {
        lines += tr("Only a superuser can see whether everything of it is in place.");
        return lines.join(u'\n');
    }
    if (status.isNewer())
        lines += tr("The schema is newer than this program, which changes nothing in it.");
    for (const SchemaMigration &migration : status.pending)
        lines += tr("To be applied: %1").arg(migration.name);
    if (!status.apiCurrent && !status.isNewer())
        lines += tr("The functions are not those of this version.");
    if (status.isCurrent())
        lines += tr("Everything is in place.");
    lines += tr("Key directory: %1").arg(status.keyDirectory);
    return lines.join(u'\n');
}

QString SchemaWording::outcome(const QString &outcome, const QString &role)
{
    if (outcome == QLatin1StringView("updated"))
        return tr("“%1” was an operator already: kind and password are as you said, and the second "
                  "factor stays. (“operator reset” gives a new one.)")
            .arg(role);
    if (outcome == QLatin1StringView("not_found"))
        return tr("“%1” is no operator.").arg(role);
    if (outcome == QLatin1StringView("account_not_found"))
        return tr("The application has no account with the external ID that was given for “%1”.")
            .arg(role);
    if (outcome == QLatin1StringView("role_is_application"))
        return tr("“%1” is the role of the application, which would not work any more. Operators "
                  "need roles of their own.")
            .arg(role);
    if (outcome == QLatin1StringView("role_reserved"))
        return tr("The name “%1” is reserved.").arg(role);
    if (outcome == QLatin1StringView("role_privileged"))
        return tr("“%1” has powers over the server (superuser, or making roles or databases), "
                  "which an operator must not have.")
            .arg(role);
    if (outcome == QLatin1StringView("role_without_login"))
        return tr("The role “%1” exists and may not log in.").arg(role);
    return tr("The server answered for “%1” with a word that this program does not know: %2. "
              "The schema may be newer than the program.")
        .arg(role, outcome);
}

} // namespace castellan
