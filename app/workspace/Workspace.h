// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/DemoData.h"
#include "app/workspace/PostgresServer.h"
#include "app/workspace/WorkspaceFile.h"
#include "models/base/Result.h"
#include "models/database/ConnectionProfile.h"
#include "models/database/SchemaInstaller.h"
#include "models/database/SqlSession.h"

#include <QFuture>
#include <QLockFile>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace castellan {

/// What `castellan --demo` serves: a private PostgreSQL with the schema, invented people and
/// operators whose passwords and keys are known. Nothing blocks; use it from one thread that has an
/// event loop. It ends with this process however that ends (see PostgresServer).
class Workspace : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString directory; ///< kept, and found again at the next start; empty: a temporary one
        int accounts = 500; ///< only where the workspace is made anew
        QString templateDirectory; ///< see PostgresServer::Options; for tests
    };
    /// In their order; the window shows a sentence for each.
    enum class Step { Server, Schema, People, Checking, Ready };
    Q_ENUM(Step)

    explicit Workspace(Options options, QObject *parent = nullptr);
    ~Workspace() override;

    /// Answers once everything answers, with workspace.json written when a directory was given.
    /// Errors of PostgresServer::start() and SchemaInstaller::apply(); InUse when another process
    /// serves the directory. After an error everything is stopped. May be called once.
    QFuture<Result<void>> start();
    /// Removes workspace.json, ends the sessions and answers once PostgreSQL is gone.
    QFuture<Result<void>> stop();

    /// Where and who; meaningful once start() has answered.
    const WorkspaceFacts &facts() const { return m_facts; }
    /// How an operator connects, by the index in facts().people.operators.
    ConnectionProfile operatorProfile(size_t index) const;
    PostgresServer &server() { return *m_server; }
    QString directory() const { return m_directory; }

Q_SIGNALS:
    /// `done` of `total` within the step; a total of 0: nobody knows.
    void progress(castellan::Workspace::Step step, int done, int total);
    /// The server ended by itself; the workspace is of no use any more.
    void lost(const castellan::Error &error);

private:
    using Answer = QPromise<Result<void>>;

    Result<void> prepare();
    void startServer();
    void openAdministration();
    void recreateDatabase();
    void openDatabase();
    void installSchema();
    void fill();
    void check(size_t index);
    void finishStart();
    void fail(const Error &error);
    void answerStart(const Result<void> &result);
    ConnectionProfile profile(const QString &database, const QString &user) const;
    void open(const ConnectionProfile &profile, const Secret &password,
              const std::function<void()> &next);
    void ask(const SqlStatement &statement, const std::function<void()> &next);
    /// Goes on with `next` unless the answer is an error, which ends the start.
    template <typename T, typename Next> void after(const QFuture<Result<T>> &future, Next next);
    QString path(const QString &name) const { return m_directory + u'/' + name; }

    Options m_options;
    QString m_directory;
    bool m_isTemporary = false;
    bool m_isNew = false;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<SqlSession> m_session; ///< the superuser's, or the one that is being checked
    std::unique_ptr<SchemaInstaller> m_installer;
    std::unique_ptr<DemoData> m_data;
    WorkspaceFacts m_facts;
    std::unique_ptr<Answer> m_starting;
};

} // namespace castellan
