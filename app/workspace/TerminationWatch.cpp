// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/TerminationWatch.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace castellan {
namespace {

// What a signal handler may touch: it writes one byte into the pipe, the event loop reads it.
int s_writeEnd = -1;

void onSignal(int number)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(s_writeEnd, &byte, 1);
    std::signal(number, SIG_DFL); // whoever asks twice means it
}

} // namespace

TerminationWatch::TerminationWatch(QObject *parent)
    : QObject(parent)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals end the process as they always would; the server stops all the same
    s_writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this](QSocketDescriptor end) {
        char byte = 0;
        [[maybe_unused]] const auto taken = read(static_cast<int>(end), &byte, 1);
        Q_EMIT requested();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

TerminationWatch::~TerminationWatch()
{
    if (!m_notifier)
        return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    close(static_cast<int>(m_notifier->socket()));
    close(s_writeEnd);
    s_writeEnd = -1;
}

} // namespace castellan
