// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SessionThread.h"

namespace castellan {

namespace {

/// Long enough for everything but a name server that does not answer.
constexpr int kPatienceMs = 2000;

} // namespace

SessionThread::SessionThread(const SqlSession::Options &options)
    : m_thread(std::make_unique<QThread>())
    , m_worker(new SessionWorker(options))
{
    m_thread->setObjectName(QStringLiteral("sql"));
    m_worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

SessionThread::~SessionThread()
{
    m_thread->quit();
    if (m_thread->wait(kPatienceMs))
        return;
    // Still in getaddrinfo(), which nothing interrupts: it ends by itself, without us.
    QThread *stuck = m_thread.release();
    QObject::connect(stuck, &QThread::finished, stuck, &QObject::deleteLater);
}

} // namespace castellan
