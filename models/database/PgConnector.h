// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"
#include "models/base/TlsWatch.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/PgHandle.h"
#include "models/database/PgParameters.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace castellan {

/// Opens one connection without blocking, but for the name's resolution, which libpq waits for: it
/// belongs into a thread of its own. Of several hosts each may take the timeout, so that a dead one
/// does not use up what is the next one's. Calls back once; destroying it gives up.
class PgConnector : public QObject {
    Q_OBJECT

public:
    using Callback = std::function<void(Result<PgHandle>)>;

    PgConnector(ConnectionProfile profile, Secret password, PgParameters::Settings settings,
                int timeoutMs, Callback callback, QObject *parent = nullptr);
    ~PgConnector() override;

    void start();

private:
    void begin();
    void leaveHost();
    void poll();
    void listen(bool forWriting);
    void fail();
    void finish(Result<PgHandle> result);

    const ConnectionProfile m_profile;
    const Secret m_password;
    PgParameters::Settings m_settings;
    Callback m_callback;
    TlsWatch m_watch; ///< before the connection, which refers to it
    PgHandle m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timeout;
    int m_unexplained = 0;
};

} // namespace castellan
