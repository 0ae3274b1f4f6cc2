// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <type_traits>
#include <utility>

namespace castellan {

/// Calls `callback(Result<T>)` in the receiver's thread once the future has its answer, and never
/// when the receiver is gone by then. A future that ends without an answer (its session was closed)
/// counts as Cancelled. QFuture::then(context, …) must not be used instead: Qt 6.4 aborts in debug
/// builds when the context died first. Call it from the receiver's thread. A move-only answer (one
/// that holds a Secret) is taken out of the future, so it can be delivered once only.
template <typename T, typename Callback>
void deliver(const QFuture<Result<T>> &future, QObject *receiver, Callback &&callback)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, callback = std::forward<Callback>(callback)]() mutable {
                         watcher->deleteLater();
                         QFuture<Result<T>> answer = watcher->future();
                         if (answer.isCanceled() || answer.resultCount() == 0)
                             callback(Result<T>(Error { ErrorCode::Cancelled, {}, {} }));
                         else if constexpr (std::is_void_v<T> || std::is_copy_constructible_v<T>)
                             callback(answer.result());
                         else
                             callback(answer.takeResult());
                     });
    watcher->setFuture(future);
}

/// Latest request wins: an answer to anything but the last request is dropped, though what was
/// asked for is done. Lives in the thread of its owner.
class LatestRequest {
public:
    /// As deliver(), but silent when deliver() or drop() was called meanwhile.
    template <typename T, typename Callback>
    void deliver(const QFuture<Result<T>> &future, QObject *receiver, Callback &&callback)
    {
        const auto mine = ++*m_generation;
        castellan::deliver(future, receiver,
                           [current = m_generation, mine,
                            callback = std::forward<Callback>(callback)](Result<T> answer) mutable {
                               if (*current == mine)
                                   callback(std::move(answer));
                           });
    }
    void drop() { ++*m_generation; }

private:
    std::shared_ptr<quint64> m_generation = std::make_shared<quint64>(0);
};

/// As LatestRequest, for what only reads: a request that nobody waits for any more is cancelled,
/// down to its statement on the server. Not for what changes anything, where the outcome matters
/// even to nobody in view.
class LatestQuery {
public:
    LatestQuery() = default;
    ~LatestQuery() { drop(); }
    Q_DISABLE_COPY_MOVE(LatestQuery)

    template <typename T, typename Callback>
    void deliver(const QFuture<Result<T>> &future, QObject *receiver, Callback &&callback)
    {
        drop();
        *m_asked = QFuture<void>(future);
        m_latest.deliver(future, receiver,
                         [asked = m_asked,
                          callback = std::forward<Callback>(callback)](Result<T> answer) mutable {
                             *asked = QFuture<void>();
                             callback(std::move(answer));
                         });
    }
    void drop()
    {
        m_latest.drop();
        std::exchange(*m_asked, QFuture<void>()).cancel();
    }

private:
    LatestRequest m_latest;
    std::shared_ptr<QFuture<void>> m_asked = std::make_shared<QFuture<void>>();
};

} // namespace castellan
