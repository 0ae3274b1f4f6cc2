// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/Commands.h"

#include "app/console/commands/Console.h"
#include "app/console/commands/SchemaCommand.h"
#include "app/console/commands/SchemaOptions.h"

#include <QCoreApplication>

namespace castellan {

namespace {

constexpr int kNotUnderstood = 2;

int runSchema(const QStringList &arguments)
{
    Console console;
    auto options = SchemaOptions::parse(arguments);
    if (!options.hasValue()) {
        console.complain(SchemaOptions::misunderstanding(options.error()));
        console.complain(SchemaOptions::usage());
        return kNotUnderstood;
    }
    if (options.value().action == SchemaOptions::Action::Help) {
        console.print(SchemaOptions::helpText());
        return 0;
    }
    SchemaCommand command(std::move(options).value(), console);
    QObject::connect(
        &command, &SchemaCommand::finished, &command,
        [](int status) { QCoreApplication::exit(status); }, Qt::QueuedConnection);
    command.start();
    return QCoreApplication::exec();
}

} // namespace

std::optional<int> runCommand(const QStringList &arguments)
{
    if (arguments.value(0) != QLatin1StringView("schema"))
        return std::nullopt;
    return runSchema(arguments.mid(1));
}

} // namespace castellan
