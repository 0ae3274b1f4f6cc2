// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Run.h"

#include "app/console/Application.h"
#include "app/console/CommandLine.h"
#include "app/console/commands/Commands.h"
#include "app/console/commands/Console.h"
#include "app/console/Demo.h"
#include "app/console/Tour.h"
#include "app/console/Translations.h"
#include "models/database/PgEnvironment.h"
#include "models/database/SchemaBundle.h"
#include "ui/kit/Fonts.h"
#include "ui/kit/Wording.h"

#include <QApplication>
#include <QLoggingCategory>

#include <memory>
#include <optional>

namespace castellan {

namespace {

constexpr int kFailed = 1;
constexpr int kNotUnderstood = 2;

Workspace::Options workspaceOptions(const CommandLine &line)
{
    Workspace::Options options;
    options.directory = line.workspace;
    options.accounts = int(line.accounts);
    return options;
}

int runHeadless(const CommandLine &line)
{
    Console console;
    Demo demo(workspaceOptions(line));
    int status = 0;
    QObject::connect(&demo, &Demo::progressed, &demo,
                     [&console](const QString &sentence) { console.print(sentence); });
    QObject::connect(&demo, &Demo::failed, &demo, [&](const Error &error) {
        console.complain(Wording::error(error).joined());
        status = kFailed;
        demo.stop();
    });
    QObject::connect(&demo, &Demo::ended, &demo, [&status] { QCoreApplication::exit(status); });
    demo.start();
    return QCoreApplication::exec();
}

/// Whatever needs no display.
int runInTerminal(const QStringList &arguments)
{
    if (const std::optional<int> status = runCommand(arguments.mid(1)))
        return *status;
    Console console;
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (!line) {
        console.complain(CommandLine::misunderstanding(line.error()));
        console.complain(CommandLine::helpText());
        return kNotUnderstood;
    }
    if (line.value().help)
        console.print(CommandLine::helpText());
    else if (line.value().version)
        console.print(QStringLiteral("Castellan " CASTELLAN_VERSION));
    else
        return runHeadless(line.value());
    return 0;
}

/// The window with the demo behind it, or the tour through it.
int runDemo(QApplication &qt, int schemaVersion, const CommandLine &line)
{
    Demo demo(workspaceOptions(line));
    std::unique_ptr<Application> application;
    std::unique_ptr<Tour> tour;
    int status = 0;
    const auto stop = [&](int with) {
        status = with;
        tour.reset();
        application.reset();
        demo.stop();
    };
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&qt, &QGuiApplication::lastWindowClosed, &demo,
                     [&, isTour = !line.tour.isEmpty()] {
                         if (!isTour)
                             demo.stop();
                     });
    QObject::connect(&demo, &Demo::ended, &qt, [&status] { QCoreApplication::exit(status); });
    QObject::connect(&demo, &Demo::failed, &qt, [&](const Error &error) {
        Console().complain(Wording::error(error).joined());
        status = kFailed; // also if somebody closes the window later
        if (application)
            application->window().showPreparing(Wording::error(error).joined(), true);
        else
            stop(kFailed);
    });
    if (line.tour.isEmpty()) {
        application = std::make_unique<Application>(qt, schemaVersion, ApplicationPaths {});
        QObject::connect(&demo, &Demo::progressed, &application->window(),
                         [&](const QString &text) { application->window().showPreparing(text); });
        QObject::connect(&demo, &Demo::ready, &application->window(),
                         [&] { application->offer(demo.people()); });
        application->show();
    } else {
        QObject::connect(&demo, &Demo::ready, &qt, [&] {
            tour = std::make_unique<Tour>(qt, schemaVersion, demo.people(), line.tour);
            QObject::connect(tour.get(), &Tour::finished, &qt, stop, Qt::QueuedConnection);
            tour->start();
        });
    }
    demo.start();
    return QApplication::exec();
}

int runWindow(int &argc, char *argv[], const CommandLine &line)
{
    QApplication qt(argc, argv);
    quietFontSearch();
    const int schemaVersion = SchemaBundle::newestVersionIn();
    if (line.demo)
        return runDemo(qt, schemaVersion, line);
    Application application(qt, schemaVersion, ApplicationPaths {});
    application.show();
    application.offer({});
    return QApplication::exec();
}

} // namespace

int run(int argc, char *argv[])
{
    PgEnvironment::scrub();
    // What goes well is told to who asks for it with QT_LOGGING_RULES.
    QLoggingCategory::setFilterRules(QStringLiteral("castellan.*.info=false"));
    QCoreApplication::setApplicationName(QStringLiteral("castellan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CASTELLAN_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (line && line.value().needsDisplay())
        return runWindow(argc, argv, line.value());
    const QCoreApplication qt(argc, argv);
    Translations translations;
    translations.use({});
    return runInTerminal(arguments); // which reads them again, now that there is a language
}

} // namespace castellan
