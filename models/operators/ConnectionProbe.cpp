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
    const SqlStatement statement("select castellan.schema_version() as schema_version");
    m_step.deliver(m_session->fetchOne<SchemaVersionRow>(statement), this,
                   [this, server](const Result<SchemaVersionRow> &answer) {
                       if (!answer)
                           return fail(answer.error());
                       const qint64 version = answer.value().version;
                       if (version < m_knownSchemaVersion)
                           return fail(
                               schemaError(ErrorCode::SchemaTooOld, version, m_knownSchemaVersion));
                       cancel();
                       Q_EMIT succeeded({ server, version });
                   });
}

void ConnectionProbe::fail(const Error &error)
{
    cancel();
    Q_EMIT failed(error);
}

} // namespace castellan
