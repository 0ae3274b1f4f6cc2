// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/BusThread.h"

namespace castellan {

namespace {

constexpr unsigned long kPatienceMs = 500;

} // namespace

BusThread::BusThread(const QString &name)
    : m_name(name)
{
}

BusThread::~BusThread()
{
    if (!m_thread)
        return;
    m_thread->quit();
    if (m_thread->wait(kPatienceMs)) // otherwise it is left behind
        delete m_thread;
}

void BusThread::prepare(QObject *listener)
{
    m_thread = new QThread;
    m_thread->setObjectName(m_name);
    listener->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, listener, &QObject::deleteLater);
}

} // namespace castellan
