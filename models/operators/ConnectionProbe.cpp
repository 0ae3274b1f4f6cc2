// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operators/ConnectionProbe.h"

#include "models/database/SqlSession.h"
#include "models/operators/OperatorRows.h"

namespace castellan {

namespace {

SqlSession::Options probeOptions()
{
    SqlSession::Options options;
    options.applicationName = QStringLiteral("castellan test");
    options.reconnect = false;
    return options;
}

} // namespace

ConnectionProbe::ConnectionProbe(int knownSchemaVersion, QObject *parent)
    : QObject(parent)
    , m_knownSchemaVersion(knownSchemaVersion)
    , m_session(new SqlSession(probeOptions(), this))
{
}

void ConnectionProbe::start(const ConnectionProfile &profile, Secret password)
{
    m_step.deliver(m_session->open(profile, std::move(password)), this,
                   [this](const Result<ServerInfo> &answer) {
                       if (answer)
                           readSchema(answer.value());
                       else
                           fail(answer.error());
                   });
}

void ConnectionProbe::cancel()
{
    m_step.drop();
    m_session->close();
}

void ConnectionProbe::readSchema(const ServerInfo &server)
{
    m_step.deliver(readSchemaVersion(*m_session), this,
                   [this, server](const Result<qint64> &answer) {
                       const auto version = newEnough(answer, m_knownSchemaVersion);
                       if (!version)
                           return fail(version.error());
                       cancel();
                       Q_EMIT succeeded({ server, version.value() });
                   });
}

void ConnectionProbe::fail(const Error &error)
{
    cancel();
    Q_EMIT failed(error);
}

} // namespace castellan
