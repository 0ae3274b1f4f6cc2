// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/Supervisor.h"

#include <unistd.h>

namespace castellan {
namespace {

// $1 and $2: directories to remove when whoever started us is gone; the rest is the server.
// One line on the pipe is an order, its end without a line means that our owner died. A server that
// a session (or an archiver) keeps from stopping for half a minute is told to quit. The watching
// half ends with the server, since the other half kills it then.
constexpr auto kScript = R"(
exec 3<&0 </dev/null
directory=$1
sockets=$2
shift 2
orphaned=
trap 'orphaned=yes' USR1
"$@" 3<&- &
server=$!
{
    read -r order || kill -USR1 $$
    if [ "$order" != immediately ]; then
        kill -INT "$server"
        tries=0
        while [ "$tries" -lt 300 ] && kill -0 "$server"; do
            sleep 0.1
            tries=$((tries + 1))
        done
    fi
    kill -QUIT "$server"
} <&3 >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$server"
status=$?
while kill -0 "$server" 2>/dev/null; do
    wait "$server"
    status=$?
done
kill "$watcher" 2>/dev/null
[ -z "$orphaned" ] || [ -z "$directory" ] || rm -rf -- "$directory" "$sockets"
exit "$status"
)";

} // namespace

QProcessEnvironment serverEnvironment()
{
    const auto ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    environment.insert(u"PATH"_qs, ours.value(u"PATH"_qs, u"/usr/bin:/bin"_qs));
    environment.insert(u"LC_ALL"_qs, u"C.UTF-8"_qs);
    environment.insert(u"TZ"_qs, u"UTC"_qs);
    return environment;
}

Supervisor::Supervisor(QObject *parent)
    : QObject(parent)
{
}

Supervisor::~Supervisor()
{
    if (!isRunning())
        return;
    // A QProcess that goes out of scope kills its program; this one outlives us instead.
    m_shell->disconnect(this);
    m_shell->setParent(nullptr);
    connect(m_shell, &QProcess::finished, m_shell, &QObject::deleteLater);
    m_shell->closeWriteChannel();
}

bool Supervisor::isRunning() const
{
    return m_shell && m_shell->state() != QProcess::NotRunning;
}

void Supervisor::start(const QStringList &command, const QString &log, const Removals &removals)
{
    delete m_shell;
    m_shell = new QProcess(this);
    m_shell->setProcessEnvironment(serverEnvironment());
    m_shell->setProcessChannelMode(QProcess::MergedChannels);
    m_shell->setStandardOutputFile(log, QIODevice::Append);
    // A session of its own: Ctrl+C in our terminal is for us, and we stop the server in order.
    m_shell->setChildProcessModifier([] { setsid(); });
    connect(m_shell, &QProcess::finished, this, [this] { Q_EMIT finished(true); });
    connect(m_shell, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT finished(false);
    });
    const QStringList arguments { u"-c"_qs, QString::fromLatin1(kScript), u"castellan-server"_qs,
                                  removals.directory, removals.sockets };
    m_shell->start(u"/bin/sh"_qs, arguments + command);
}

void Supervisor::stop(bool immediately)
{
    if (!isRunning())
        return;
    m_shell->write(immediately ? "immediately\n" : "fast\n");
    m_shell->closeWriteChannel();
}

} // namespace castellan
