// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/SessionWorker.h"

#include <QMetaObject>
#include <QThread>

#include <memory>
#include <utility>

namespace castellan {

/// The thread of a session with the worker in it.
class SessionThread {
public:
    explicit SessionThread(const SqlSession::Options &options);
    ~SessionThread();
    SessionThread(const SessionThread &) = delete;
    SessionThread &operator=(const SessionThread &) = delete;

    SessionWorker *worker() { return m_worker; }
    /// Runs a function in the worker's thread, in the order of the calls. It may own what can only
    /// be moved; it is destroyed unrun when the thread ends first.
    template <typename Function> void post(Function &&function)
    {
        // Qt's functor has to be copyable.
        auto shared = std::make_shared<std::decay_t<Function>>(std::forward<Function>(function));
        QMetaObject::invokeMethod(
            m_worker, [shared] { (*shared)(); }, Qt::QueuedConnection);
    }

private:
    std::unique_ptr<QThread> m_thread;
    SessionWorker *m_worker; ///< ends with the thread
};

} // namespace castellan
