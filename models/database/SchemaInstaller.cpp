// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SchemaInstaller.h"

#include "models/base/Deliver.h"
#include "models/base/logging.h"

#include <utility>

namespace castellan {

namespace {

constexpr int kKeyVersion = 1;

/// 42P13: another result or other parameter names; 42501: owned by somebody else; 42809: it was no
/// function.
bool isShapeChange(const Error &error)
{
    const QString state = error.facts.value(QStringLiteral("sqlstate")).toString();
    return state == QLatin1StringView("42P13") || state == QLatin1StringView("42501")
        || state == QLatin1StringView("42809");
}

} // namespace

SchemaInstaller::SchemaInstaller(SqlSession &session, SchemaBundle bundle, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_bundle(std::move(bundle))
{
}

QFuture<Result<SchemaStatus>> SchemaInstaller::status()
{
    m_keyDirectory.clear();
    return start(Purpose::Status);
}

QFuture<Result<SchemaStatus>> SchemaInstaller::apply(Mode mode, const QString &keyDirectory)
{
    m_mode = mode;
    m_keyDirectory = keyDirectory;
    return start(Purpose::Apply);
}

QFuture<Result<SchemaStatus>> SchemaInstaller::start(Purpose purpose)
{
    Q_ASSERT(!m_answer);
    m_purpose = purpose;
    m_newKey.reset();
    m_committed = false;
    m_answer = std::make_unique<Answer>();
    m_answer->start();
    auto future = m_answer->future();
    readHost();
    return future;
}

void SchemaInstaller::ask(const SqlStatement &statement, const QString &what,
                          std::function<void(const SqlRows &)> next)
{
    deliver(m_session.rows(statement), this,
            [this, what, next = std::move(next)](const Result<SqlRows> &answer) {
                if (answer.hasValue()) {
                    next(answer.value());
                    return;
                }
                Error error = answer.error();
                error.facts.insert(QStringLiteral("file"), what);
                giveUp(std::move(error));
            });
}

void SchemaInstaller::readHost()
{
    ask(SchemaReading::hostStatement(), QStringLiteral("status"),
        [this](const SqlRows &rows) { onHost(rows.constFirst()); });
}

void SchemaInstaller::onHost(const SqlRow &row)
{
    m_status = SchemaReading::fromHost(row);
    m_status.knownVersion = m_bundle.newestVersion();
    if (m_purpose == Purpose::Apply) {
        if (const auto may = SchemaReading::checkMayApply(m_status); !may.hasValue()) {
            finish(may.error());
            return;
        }
        begin();
    } else if (!m_status.installed) {
        finish(m_status);
    } else if (m_status.superuser) {
        readInstalled();
    } else {
        readVersionOnly();
    }
}

void SchemaInstaller::readVersionOnly()
{
    ask(SqlStatement("select castellan.schema_version() as version"), QStringLiteral("status"),
        [this](const SqlRows &rows) {
            m_status.version = static_cast<int>(rows.constFirst().integer("version"));
            finish(m_status);
        });
}

void SchemaInstaller::begin()
{
    ask(SqlStatement("begin"), QStringLiteral("begin"), [this](const SqlRows &) {
        m_inTransaction = true;
        ask(SchemaScript::lock(), QStringLiteral("lock"), [this](const SqlRows &) {
            // Again, behind the lock: somebody may just have installed it.
            ask(SchemaReading::hostStatement(), QStringLiteral("status"),
                [this](const SqlRows &rows) {
                    m_status = SchemaReading::fromHost(rows.constFirst());
                    readInstalled();
                });
        });
    });
}

void SchemaInstaller::readInstalled()
{
    if (!m_status.installed) {
        onInstalled(SchemaReading::complete(m_status, {}, {}, m_bundle, m_keyDirectory));
        return;
    }
    ask(SchemaReading::versionsStatement(), QStringLiteral("status"),
        [this](const SqlRows &versions) {
            ask(SchemaReading::apiStatement(), QStringLiteral("status"),
                [this, versions](const SqlRows &api) {
                    onInstalled(
                        SchemaReading::complete(m_status, versions, api, m_bundle, m_keyDirectory));
                });
        });
}

void SchemaInstaller::onInstalled(const Result<SchemaStatus> &status)
{
    if (!status.hasValue()) {
        giveUp(status.error());
        return;
    }
    m_status = status.value();
    if (m_purpose == Purpose::Status)
        finish(m_status);
    else
        plan();
}

void SchemaInstaller::plan()
{
    const QVariantMap versions { { QStringLiteral("installed"), m_status.version },
                                 { QStringLiteral("known"), m_status.knownVersion } };
    if (m_status.isNewer()) {
        giveUp({ ErrorCode::SchemaTooNew, versions, {} });
        return;
    }
    if (!m_status.installed && m_mode == Mode::Upgrade) {
        giveUp({ ErrorCode::SchemaMissing,
                 { { QStringLiteral("database"), m_status.database } },
                 {} });
        return;
    }
    if (m_keyDirectory.isEmpty())
        m_keyDirectory = m_status.keyDirectory;
    if (const auto key = createKey(); !key.hasValue()) {
        giveUp(key.error());
        return;
    }
    m_steps.clear();
    m_step = 0;
    if (!m_status.isCurrent()) {
        m_steps = SchemaScript::migrations(m_status.pending)
            + SchemaScript::functions(m_bundle, m_keyDirectory);
    }
    runStep();
}

Result<void> SchemaInstaller::createKey()
{
    if (auto plain = KeyFile::checkDirectory(m_keyDirectory, m_status.dataDirectory);
        !plain.hasValue())
        return plain;
    const KeyFile key(m_keyDirectory, kKeyVersion);
    // A database that knows its key must not get another one in place of a lost file.
    if (m_status.installed && m_status.keyDirectory == m_keyDirectory)
        return {};
    const auto made = key.ensure(m_status.dataDirectory);
    if (!made.hasValue())
        return made.error();
    if (made.value())
        m_newKey = key;
    return {};
}

void SchemaInstaller::runStep()
{
    if (m_step == m_steps.size()) {
        registerKey();
        return;
    }
    const SchemaStep &step = m_steps.at(m_step);
    Q_EMIT progress(static_cast<int>(m_step), static_cast<int>(m_steps.size()), step.what);
    deliver(m_session.rows(step.statement), this,
            [this](const Result<SqlRows> &answer) { onStep(answer); });
}

void SchemaInstaller::onStep(const Result<SqlRows> &answer)
{
    const SchemaStep &step = m_steps.at(m_step);
    if (answer.hasValue()) {
        m_repaired = false;
        ++m_step;
        runStep();
    } else if (step.repair && !m_repaired && isShapeChange(answer.error())) {
        repairStep(*step.repair);
    } else {
        Error error = answer.error();
        error.facts.insert(QStringLiteral("file"), step.what);
        giveUp(std::move(error));
    }
}

void SchemaInstaller::repairStep(const SqlStatement &repair)
{
    m_repaired = true;
    ask(repair, m_steps.at(m_step).what, [this](const SqlRows &) { runStep(); });
}

/// First the audit partitions: the key's own event would else lie in the default one, and this
/// month could never have its own. Then the server reads the key file, or not at all.
void SchemaInstaller::registerKey()
{
    ask(SqlStatement("select castellan_private.after_apply()"), QStringLiteral("after_apply"),
        [this](const SqlRows &) { onPartitionsMade(); });
}

void SchemaInstaller::onPartitionsMade()
{
    const auto statement =
        SqlStatement("select castellan_private.key_register($1::smallint)").bind(kKeyVersion);
    deliver(m_session.rows(statement), this, [this](const Result<SqlRows> &answer) {
        if (answer.hasValue())
            return commit();
        Error error = answer.error();
        if (error.facts.value(QStringLiteral("argument")) == QLatin1StringView("key")) {
            error.code = ErrorCode::FileUnreadable;
            error.facts.insert(QStringLiteral("lacks"), QStringLiteral("key"));
            error.facts.insert(QStringLiteral("path"), KeyFile(m_keyDirectory, kKeyVersion).path());
        }
        giveUp(std::move(error));
    });
}

void SchemaInstaller::commit()
{
    ask(SqlStatement("commit"), QStringLiteral("commit"), [this](const SqlRows &) {
        m_inTransaction = false;
        m_committed = true;
        m_newKey.reset();
        qCInfo(lcSchema) << "schema at version" << m_status.knownVersion;
        m_purpose = Purpose::Status; // read back what is there now
        readHost();
    });
}

void SchemaInstaller::giveUp(Error error)
{
    if (m_committed)
        error.facts.insert(QStringLiteral("committed"), true);
    qCWarning(lcSchema) << (m_committed ? "schema changed, not read back:" : "schema not changed:")
                        << error.detail;
    // With the outcome of a commit unknown the key may be in use: it stays.
    const bool unknown = error.code == ErrorCode::ConnectionLost;
    if (m_newKey && !unknown)
        m_newKey->discard();
    m_newKey.reset();
    if (!std::exchange(m_inTransaction, false)) {
        finish(error);
        return;
    }
    deliver(m_session.rows(SqlStatement("rollback")), this,
            [this, error](const Result<SqlRows> &) { finish(error); });
}

void SchemaInstaller::finish(const Result<SchemaStatus> &result)
{
    const auto answer = std::move(m_answer);
    answer->addResult(result);
    answer->finish();
}

} // namespace castellan
