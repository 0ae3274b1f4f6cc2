// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/base/Secret.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/SessionState.h"

#include <QObject>

namespace castellan {

class SqlSession;

/// What a trial of a connection found.
struct ProbeReport {
    ServerInfo server;
    qint64 schemaVersion = 0;
};

/// "Test connection": reaches the server with the given profile and password, looks at the schema,
/// and closes again. Signs nobody in. GUI thread.
class ConnectionProbe : public QObject {
    Q_OBJECT

public:
    explicit ConnectionProbe(int knownSchemaVersion, QObject *parent = nullptr);

    /// Ends a trial that is still under way. Answers by succeeded() or failed().
    void start(const ConnectionProfile &profile, Secret password);
    void cancel();

Q_SIGNALS:
    void succeeded(const castellan::ProbeReport &report);
    void failed(const castellan::Error &error);

private:
    void readSchema(const ServerInfo &server);
    void fail(const Error &error);

    int m_knownSchemaVersion;
    SqlSession *m_session;
    LatestRequest m_step;
};

} // namespace castellan
