// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThread>

namespace castellan {

/// The thread on which one object listens to a message bus: connecting and asking wait, and a bus
/// that hangs must hold up neither the application nor its end.
class BusThread {
public:
    explicit BusThread(const QString &name);
    ~BusThread();
    Q_DISABLE_COPY_MOVE(BusThread)

    bool isStarted() const { return m_thread; }
    /// Takes the listener, calls its start() on the thread, and deletes it there in the end.
    template <typename Listener> void start(Listener *listener)
    {
        prepare(listener);
        QObject::connect(m_thread, &QThread::started, listener, &Listener::start);
        m_thread->start(QThread::LowPriority);
    }

private:
    void prepare(QObject *listener);

    QString m_name;
    QThread *m_thread = nullptr;
};

} // namespace castellan
