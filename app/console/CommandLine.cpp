// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/CommandLine.h"

#include "app/console/commands/SchemaOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace castellan {

namespace {

constexpr qint64 kMostAccounts = 100'000'000;

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { QStringLiteral("demo"),
          CommandLine::tr(
              "Start a private workspace with a PostgreSQL of its own, and connect to it.") },
        { QStringLiteral("workspace"),
          CommandLine::tr("With --demo: keep the workspace in this folder."),
          QStringLiteral("DIR") },
        { QStringLiteral("headless"),
          CommandLine::tr(
              "With --demo: serve the workspace without a window, until interrupted.") },
        { QStringLiteral("tour"),
          CommandLine::tr("With --demo: save a picture of every screen here, and end."),
          QStringLiteral("DIR") },
        { QStringLiteral("accounts"), CommandLine::tr("With --demo: how many accounts there are."),
          QStringLiteral("N") },
        { { QStringLiteral("h"), QStringLiteral("help") }, CommandLine::tr("Show this help.") },
        { { QStringLiteral("v"), QStringLiteral("version") },
          CommandLine::tr("Show the version.") },
    });
}

Error wrong(const QString &argument, const char *reason)
{
    return { ErrorCode::InvalidArgument,
             { { QStringLiteral("argument"), argument },
               { QStringLiteral("reason"), QLatin1StringView(reason) } },
             {} };
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText(), "sentence");
    if (!parser.positionalArguments().isEmpty())
        return wrong(parser.positionalArguments().constFirst(), "unknown");
    CommandLine line;
    line.demo = parser.isSet(QStringLiteral("demo"));
    line.headless = parser.isSet(QStringLiteral("headless"));
    line.workspace = parser.value(QStringLiteral("workspace"));
    line.tour = parser.value(QStringLiteral("tour"));
    line.help = parser.isSet(QStringLiteral("help"));
    line.version = parser.isSet(QStringLiteral("version"));
    if (parser.isSet(QStringLiteral("accounts"))) {
        bool number = false;
        line.accounts = parser.value(QStringLiteral("accounts")).toLongLong(&number);
        if (!number || line.accounts < 0 || line.accounts > kMostAccounts)
            return wrong(QStringLiteral("--accounts"), "value");
    }
    for (const char16_t *option : { u"headless", u"workspace", u"tour", u"accounts" }) {
        const QString name = QString::fromUtf16(option);
        if (!line.demo && parser.isSet(name))
            return wrong(QStringLiteral("--") + name, "without_demo");
    }
    if (line.headless && parser.isSet(QStringLiteral("tour")))
        return wrong(QStringLiteral("--tour"), "headless");
    return line;
}

QString CommandLine::misunderstanding(const Error &error)
{
    QString argument = error.facts.value(QStringLiteral("argument")).toString();
    const QString reason = error.facts.value(QStringLiteral("reason")).toString();
    if (reason == QLatin1StringView("sentence"))
        return argument; // Qt's own
    if (reason == QLatin1StringView("without_demo"))
        return tr("%1 goes with --demo only.").arg(argument);
    if (reason == QLatin1StringView("headless"))
        return tr("%1 shows windows, so it can't go with --headless.").arg(argument);
    return SchemaOptions::misunderstanding(error);
}

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "castellan::CommandLine",
        "The security console of an application whose data lives in PostgreSQL.\n"
        "For the commands of the schema: castellan schema --help"));
    addOptions(parser);
    return parser.helpText();
}

} // namespace castellan
