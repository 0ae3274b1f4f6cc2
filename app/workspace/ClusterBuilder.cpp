// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/ClusterBuilder.h"

#include "app/workspace/Supervisor.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace castellan {

ClusterBuilder::ClusterBuilder(PostgresBinaries binaries, ServerAccount account, QObject *parent)
    : QObject(parent)
    , m_binaries(std::move(binaries))
    , m_account(std::move(account))
{
}

ClusterBuilder::~ClusterBuilder()
{
    if (!m_step)
        return;
    // Out of scope a QProcess would wait for its program; this one ends in its own time.
    m_step->disconnect(this);
    m_step->setParent(nullptr);
    connect(m_step, &QProcess::finished, m_step, &QObject::deleteLater);
    m_step->kill();
}

void ClusterBuilder::build(const ServerDirectory &directory, const QString &templateDirectory,
                           bool fsync)
{
    if (templateDirectory.isEmpty())
        initialise(directory, fsync, [this] { succeed(); });
    else if (ServerDirectory(templateDirectory, m_account).hasData())
        copyTemplate(directory, templateDirectory);
    else
        createTemplate(directory, templateDirectory);
}

/// Made aside and renamed, so that two tests that start at once don't need to know each other: the
/// slower one throws its own away.
void ClusterBuilder::createTemplate(const ServerDirectory &directory, const QString &path)
{
    const QString aside = u"%1.new-%2"_qs.arg(path).arg(getpid());
    const ServerDirectory made(aside, m_account);
    if (const auto prepared = made.prepare(); !prepared) {
        Q_EMIT finished(prepared);
        return;
    }
    initialise(made, false, [this, aside, directory, path] {
        if (std::rename(QFile::encodeName(aside).constData(), QFile::encodeName(path).constData()))
            QDir(aside).removeRecursively();
        copyTemplate(directory, path);
    });
}

void ClusterBuilder::copyTemplate(const ServerDirectory &directory, const QString &path)
{
    const ServerDirectory source(path, m_account);
    const auto password = source.password();
    const auto written =
        password ? directory.writePassword(password.value()) : Result<void>(password.error());
    if (!written) {
        Q_EMIT finished(written);
        return;
    }
    // Whoever made the template, the copy is for our account.
    const QStringList handOver { u"chown"_qs, u"-R"_qs, m_account.owner(),
                                 directory.unfinishedData() };
    run({ u"cp"_qs, u"-a"_qs, u"--reflink=auto"_qs, source.data(), directory.unfinishedData() },
        [this, directory, handOver] {
            run(handOver, [this, directory] { finish(directory, [this] { succeed(); }); });
        });
}

void ClusterBuilder::initialise(const ServerDirectory &directory, bool fsync, const Next &next)
{
    const auto password = directory.password();
    const auto begun = password ? directory.beginData() : Result<void>(password.error());
    const auto told = begun ? directory.writePasswordForInitdb(password.value()) : begun;
    if (!told) {
        Q_EMIT finished(told);
        return;
    }
    const QStringList options { u"--username=postgres"_qs, u"--auth=scram-sha-256"_qs,
                                u"--encoding=UTF8"_qs, u"--locale=C.UTF-8"_qs,
                                u"--data-checksums"_qs };
    run(m_account.command(QStringList { m_binaries.program(u"initdb"_qs) } + options
                          + QStringList { u"--pgdata="_qs + directory.unfinishedData(),
                                          u"--pwfile="_qs + directory.passwordForInitdb() }
                          + (fsync ? QStringList() : QStringList { u"--no-sync"_qs })),
        [this, directory, next] { finish(directory, next); });
}

void ClusterBuilder::finish(const ServerDirectory &directory, const Next &next)
{
    if (const auto done = directory.finishData(); !done)
        Q_EMIT finished(done);
    else
        next();
}

void ClusterBuilder::run(const QStringList &command, const Next &next)
{
    m_step = new QProcess(this);
    m_step->setProcessEnvironment(serverEnvironment());
    m_step->setProcessChannelMode(QProcess::MergedChannels);
    m_step->setWorkingDirectory(u"/"_qs);
    connect(m_step, &QProcess::finished, this, [this, next] { onStepEnded(next); });
    connect(m_step, &QProcess::errorOccurred, this, [this, next](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onStepEnded(next);
    });
    m_step->start(command.first(), command.mid(1));
}

void ClusterBuilder::onStepEnded(const Next &next)
{
    QProcess *step = m_step;
    m_step.clear();
    step->deleteLater();
    if (step->error() == QProcess::UnknownError && step->exitCode() == 0)
        return next();
    const QString output = QString::fromUtf8(step->readAll()).right(2000);
    Q_EMIT finished(Error { ErrorCode::ServerFailed,
                            { { u"log"_qs, output } },
                            step->program() + u": "_qs + step->errorString() });
}

} // namespace castellan
