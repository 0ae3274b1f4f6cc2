// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/SchemaOptions.h"

#include "models/base/PasswordRule.h"

#include <QCommandLineParser>

#include <array>
#include <optional>
#include <utility>

namespace castellan {

namespace {

using Action = SchemaOptions::Action;

Error wrong(const QString &argument, const char *reason)
{
    return { ErrorCode::InvalidArgument,
             { { QStringLiteral("argument"), argument },
               { QStringLiteral("reason"), QLatin1StringView(reason) } },
             {} };
}

std::optional<Action> actionOf(const QStringList &words)
{
    static const std::array actions {
        std::pair { QStringLiteral("install"), Action::Install },
        std::pair { QStringLiteral("upgrade"), Action::Upgrade },
        std::pair { QStringLiteral("status"), Action::Status },
        std::pair { QStringLiteral("operator add"), Action::OperatorAdd },
        std::pair { QStringLiteral("operator reset"), Action::OperatorReset },
        std::pair { QStringLiteral("operator unlock"), Action::OperatorUnlock },
    };
    const bool aboutOperator = words.value(0) == QLatin1StringView("operator");
    const QString name = words.mid(0, aboutOperator ? 2 : 1).join(u' ');
    for (const auto &[word, action] : actions) {
        if (word == name)
            return action;
    }
    return std::nullopt;
}

bool isAboutOperator(Action action)
{
    return action == Action::OperatorAdd || action == Action::OperatorReset
        || action == Action::OperatorUnlock;
}

/// The words that are left behind the action's own.
Result<void> takeRole(SchemaOptions &options, const QStringList &words)
{
    const QStringList rest = words.mid(isAboutOperator(options.action) ? 2 : 1);
    if (isAboutOperator(options.action)) {
        if (rest.isEmpty())
            return wrong(QStringLiteral("ROLE"), "missing");
        options.role = rest.constFirst();
    }
    const QStringList surplus = rest.mid(isAboutOperator(options.action) ? 1 : 0);
    return surplus.isEmpty() ? Result<void>() : wrong(surplus.constFirst(), "unknown");
}

Result<void> check(const SchemaOptions &options)
{
    if (options.action == Action::OperatorAdd) {
        static const QStringList kinds { QStringLiteral("admin"), QStringLiteral("helpdesk"),
                                         QStringLiteral("auditor") };
        if (options.kind.isEmpty())
            return wrong(QStringLiteral("--kind"), "missing");
        if (!kinds.contains(options.kind))
            return wrong(QStringLiteral("--kind"), "value");
    } else if (!options.kind.isEmpty()) {
        return wrong(QStringLiteral("--kind"), "unknown");
    }
    if (!options.account.isNull() && options.action != Action::OperatorAdd)
        return wrong(QStringLiteral("--account"), "unknown");
    if (!options.admin.isEmpty() && options.action != Action::Install)
        return wrong(QStringLiteral("--admin"), "unknown");
    return {};
}

Result<void> takeConnection(SchemaOptions &options, const QString &uri)
{
    if (uri.isEmpty())
        return wrong(QStringLiteral("--connection"), "missing");
    const auto profile = ConnectionProfile::fromUri(uri);
    if (!profile.hasValue()) {
        const QString part = profile.error().facts.value(QStringLiteral("argument")).toString();
        const bool password = part == QLatin1StringView("password");
        return wrong(QStringLiteral("--connection"), password ? "password" : "value");
    }
    options.profile = profile.value();
    return {};
}

} // namespace

Result<SchemaOptions> SchemaOptions::parse(const QStringList &arguments)
{
    const QCommandLineOption help(QStringList { QStringLiteral("h"), QStringLiteral("help") });
    const QCommandLineOption connection(QStringLiteral("connection"), {}, QStringLiteral("URI"));
    const QCommandLineOption keys(QStringLiteral("key-directory"), {}, QStringLiteral("DIR"));
    const QCommandLineOption admin(QStringLiteral("admin"), {}, QStringLiteral("ROLE"));
    const QCommandLineOption kind(QStringLiteral("kind"), {}, QStringLiteral("KIND"));
    QCommandLineParser parser;
    const QCommandLineOption account(QStringLiteral("account"), {}, QStringLiteral("ID"));
    parser.addOptions({ help, connection, keys, admin, kind, account });
    const bool parsed = parser.parse(QStringList { QStringLiteral("castellan") } + arguments);
    const QStringList words = parser.positionalArguments();
    SchemaOptions options;
    if (parser.isSet(help) || arguments.isEmpty())
        return options;
    if (!parsed)
        return wrong(parser.unknownOptionNames().isEmpty() ? parser.errorText()
                                                           : parser.unknownOptionNames().join(u' '),
                     "unknown");
    const auto action = actionOf(words);
    if (!action)
        return wrong(words.join(u' '), "unknown");
    options.action = *action;
    options.keyDirectory = parser.value(keys);
    options.admin = parser.value(admin);
    options.kind = parser.value(kind);
    options.account = parser.value(account);
    if (const auto taken = takeRole(options, words); !taken.hasValue())
        return taken.error();
    if (const auto checked = check(options); !checked.hasValue())
        return checked.error();
    if (const auto taken = takeConnection(options, parser.value(connection)); !taken.hasValue())
        return taken.error();
    return options;
}

QString SchemaOptions::misunderstanding(const Error &error)
{
    const QString argument = error.facts.value(QStringLiteral("argument")).toString();
    const QString reason = error.facts.value(QStringLiteral("reason")).toString();
    if (reason == QLatin1StringView("missing"))
        return tr("%1 is missing.").arg(argument);
    if (reason == QLatin1StringView("password"))
        return tr("The connection must not contain a password: others on this computer could read "
                  "it. You are asked for it, or it is taken from the file named by PGPASSFILE.");
    if (reason == QLatin1StringView("value"))
        return tr("%1 has a value that can't be used.").arg(argument);
    return tr("“%1” is not understood.").arg(argument);
}

QString SchemaOptions::usage()
{
    return tr("See: castellan schema --help");
}

QString SchemaOptions::helpText()
{
    const QString help =
        tr("Usage: castellan schema COMMAND --connection URI [options]\n"
           "\n"
           "Commands\n"
           "  install                 install the schema, or complete it; may be run again\n"
           "  upgrade                 bring an installed schema to this version\n"
           "  status                  tell what is installed; changes nothing\n"
           "  operator add ROLE       make somebody an operator, with a first second factor\n"
           "  operator reset ROLE     give an operator a new second factor\n"
           "  operator unlock ROLE    lift the lock of an operator's second factor\n"
           "\n"
           "Options\n"
           "  --connection URI        libpq connection URI, without a password\n"
           "  --key-directory DIR     install: where the master key lies, outside the data\n"
           "                          directory and every backup of it\n"
           "  --admin ROLE            install: make this first admin too\n"
           "  --kind KIND             operator add: admin, helpdesk or auditor\n"
           "  --account ID            operator add: the person's own account in the application,\n"
           "                          by its external ID: nobody may act on their own\n"
           "\n"
           "All but status need a superuser. install and a new key directory need to run on the\n"
           "database's own machine, as root or as the server's account. The schema is changed in\n"
           "one transaction: whatever goes wrong, it stays as it was.\n"
           "\n"
           "Passwords are asked for without being shown, or read from standard input, one a\n"
           "line, where that is no terminal: the connection's, if the server wants one that\n"
           "PGPASSFILE does not hold; then a new operator's, which has at least %1 characters,\n"
           "twice, or one empty line for none.\n"
           "\n"
           "Exit status: 0 done, 1 failed, 2 not understood, 3 status: there is work to do.");
    return help.arg(PasswordRule::kLeastCharacters);
}

} // namespace castellan
