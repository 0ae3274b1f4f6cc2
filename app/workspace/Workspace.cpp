// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/Workspace.h"

#include "app/workspace/OwnFiles.h"
#include "models/base/Deliver.h"
#include "models/base/logging.h"

#include <QDir>
#include <QFile>

#include <cstdlib>
#include <unistd.h>

namespace castellan {
namespace {

// A name, since not every client compares addresses with a certificate's.
constexpr auto kHost = "localhost";
constexpr auto kDatabase = "castellan";

/// A directory of its own in the temporary one; empty when none can be made.
QString temporaryDirectory()
{
    QByteArray name = QFile::encodeName(QDir::tempPath() + u"/castellan-XXXXXX"_qs);
    return mkdtemp(name.data()) ? QFile::decodeName(name) : QString();
}

} // namespace

Workspace::Workspace(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

Workspace::~Workspace()
{
    if (!m_directory.isEmpty() && m_lock)
        WorkspaceFile(m_directory).remove();
}

QFuture<Result<void>> Workspace::start()
{
    Q_ASSERT(!m_starting && !m_server);
    m_starting = std::make_unique<Answer>();
    m_starting->start();
    auto future = m_starting->future();
    if (const auto prepared = prepare(); !prepared)
        answerStart(prepared);
    else
        startServer();
    return future;
}

Result<void> Workspace::prepare()
{
    m_isTemporary = m_options.directory.isEmpty();
    m_directory = m_isTemporary ? temporaryDirectory() : QDir(m_options.directory).absolutePath();
    if (m_directory.isEmpty())
        return Error { ErrorCode::FileUnwritable, { { u"path"_qs, QDir::tempPath() } }, {} };
    // As root, the server's account passes through; what is private in here has modes of its own.
    if (auto claimed = claimDirectory(m_directory, geteuid() == 0); !claimed)
        return claimed;
    auto lock = std::make_unique<QLockFile>(path(u"workspace.lock"_qs));
    lock->setStaleLockTime(0); // stale when its process is gone, however old
    if (!lock->tryLock(0))
        return Error { ErrorCode::InUse, { { u"path"_qs, m_directory } }, {} };
    m_lock = std::move(lock);
    WorkspaceFile(m_directory).remove();
    return {};
}

void Workspace::startServer()
{
    Q_EMIT progress(Step::Server, 0, 0);
    PostgresServer::Options options;
    options.directory = path(u"postgres"_qs);
    options.templateDirectory = m_options.templateDirectory;
    options.fsync = !m_isTemporary; // what is thrown away need not survive a power cut
    options.removeAfterwards = m_isTemporary;
    if (m_isTemporary)
        options.removeWhenOrphaned = m_directory; // the key and the credentials too
    m_server = std::make_unique<PostgresServer>(options);
    connect(m_server.get(), &PostgresServer::lost, this, [this](const Error &error) {
        WorkspaceFile(m_directory).remove();
        if (m_starting)
            fail(error);
        else
            Q_EMIT lost(error);
    });
    after(m_server->start(), [this] { openAdministration(); });
}

void Workspace::openAdministration()
{
    m_facts.host = QLatin1String(kHost);
    m_facts.port = m_server->port();
    m_facts.database = QLatin1String(kDatabase);
    m_facts.rootCertificate = m_server->caCertificate();
    m_facts.superuser = m_server->superuser();
    m_facts.superuserPassword = m_server->superuserPassword();
    m_facts.keyDirectory = path(u"keys"_qs);

    // The credentials are written last of all: without them, an earlier try was interrupted.
    auto credentials = DemoCredentials::load(path(u"credentials"_qs));
    m_isNew = !credentials;
    if (credentials)
        m_facts.people = std::move(credentials).value();
    if (!m_isNew)
        return openDatabase();
    open(profile(u"postgres"_qs, m_facts.superuser), m_facts.superuserPassword,
         [this] { recreateDatabase(); });
}

void Workspace::recreateDatabase()
{
    ask(SqlStatement("drop database if exists castellan with (force)"),
        [this] { ask(SqlStatement("create database castellan"), [this] { openDatabase(); }); });
}

void Workspace::openDatabase()
{
    open(profile(m_facts.database, m_facts.superuser), m_facts.superuserPassword,
         [this] { installSchema(); });
}

/// At each start: a newer program brings a newer schema.
void Workspace::installSchema()
{
    auto bundle = SchemaBundle::load();
    if (!bundle)
        return fail(bundle.error());
    m_installer = std::make_unique<SchemaInstaller>(*m_session, std::move(bundle).value());
    connect(m_installer.get(), &SchemaInstaller::progress, this,
            [this](int done, int total) { Q_EMIT progress(Step::Schema, done, total); });
    after(m_installer->apply(SchemaInstaller::Mode::Install, m_facts.keyDirectory), [this] {
        if (m_isNew)
            fill();
        else
            check(0);
    });
}

void Workspace::fill()
{
    m_data = std::make_unique<DemoData>(*m_session);
    connect(m_data.get(), &DemoData::progress, this,
            [this](int done, int total) { Q_EMIT progress(Step::People, done, total); });
    after(m_data->fill(m_options.accounts), [this] {
        m_facts.people = m_data->takeCredentials();
        if (const auto saved = m_facts.people.save(path(u"credentials"_qs)); !saved)
            return fail(saved.error());
        check(0);
    });
}

/// Everybody who is named in workspace.json gets in; the application last.
void Workspace::check(size_t index)
{
    m_installer.reset();
    m_data.reset();
    const auto &people = m_facts.people;
    Q_EMIT progress(Step::Checking, static_cast<int>(index),
                    static_cast<int>(people.operators.size()) + 1);
    if (index == people.operators.size()) {
        return open(profile(m_facts.database, people.applicationRole), people.applicationPassword,
                    [this] { ask(SqlStatement("select 1 as answer"), [this] { finishStart(); }); });
    }
    open(operatorProfile(index), people.operators[index].password, [this, index] {
        ask(SqlStatement("select castellan.schema_version()"), [this, index] { check(index + 1); });
    });
}

void Workspace::finishStart()
{
    m_session.reset();
    if (!m_isTemporary) {
        if (const auto written = WorkspaceFile(m_directory).write(m_facts); !written)
            return fail(written.error());
    }
    Q_EMIT progress(Step::Ready, 0, 0);
    answerStart({});
}

QFuture<Result<void>> Workspace::stop()
{
    if (m_starting)
        answerStart(Error { ErrorCode::Cancelled, {}, u"stopped while starting"_qs });
    if (m_lock)
        WorkspaceFile(m_directory).remove();
    m_installer.reset();
    m_data.reset();
    m_session.reset();
    auto answer = std::make_shared<Answer>();
    answer->start();
    const auto finish = [this, answer] {
        if (m_isTemporary && m_lock) {
            m_lock.reset();
            QDir(m_directory).removeRecursively();
        }
        m_lock.reset();
        answer->addResult(Result<void>());
        answer->finish();
    };
    if (m_server)
        deliver(m_server->stop(), this, [finish](const Result<void> &) { finish(); });
    else
        finish();
    return answer->future();
}

ConnectionProfile Workspace::operatorProfile(size_t index) const
{
    return profile(m_facts.database, m_facts.people.operators.at(index).role);
}

ConnectionProfile Workspace::profile(const QString &database, const QString &user) const
{
    ConnectionProfile profile;
    profile.name = u"demo"_qs;
    profile.host = m_facts.host;
    profile.port = m_facts.port;
    profile.database = database;
    profile.user = user;
    profile.tlsMode = TlsMode::VerifyFull;
    profile.rootCertificate = m_facts.rootCertificate;
    return profile;
}

void Workspace::open(const ConnectionProfile &profile, const Secret &password,
                     const std::function<void()> &next)
{
    SqlSession::Options options;
    options.applicationName = u"castellan workspace"_qs;
    options.statementTimeoutMs = 0; // filling a large workspace takes what it takes
    options.reconnect = false;
    m_session = std::make_unique<SqlSession>(options);
    after(m_session->open(profile, password.clone()), next);
}

void Workspace::ask(const SqlStatement &statement, const std::function<void()> &next)
{
    after(m_session->rows(statement), next);
}

template <typename T, typename Next>
void Workspace::after(const QFuture<Result<T>> &future, Next next)
{
    deliver(future, this, [this, next](const Result<T> &answer) {
        if (!m_starting)
            return; // stopped meanwhile
        if (answer)
            next();
        else
            fail(answer.error());
    });
}

/// Nothing half-started is left behind.
void Workspace::fail(const Error &error)
{
    qCWarning(lcWorkspace) << "the workspace did not start:" << int(error.code) << error.detail;
    auto starting = std::move(m_starting);
    deliver(stop(), this,
            [error, starting = std::shared_ptr<Answer>(std::move(starting))](const Result<void> &) {
                starting->addResult(Result<void>(error));
                starting->finish();
            });
}

void Workspace::answerStart(const Result<void> &result)
{
    const auto answer = std::move(m_starting);
    answer->addResult(result);
    answer->finish();
}

} // namespace castellan
