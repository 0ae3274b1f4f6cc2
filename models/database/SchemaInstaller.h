// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/database/KeyFile.h"
#include "models/database/SchemaBundle.h"
#include "models/database/SchemaScript.h"
#include "models/database/SchemaStatus.h"
#include "models/database/SqlSession.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <optional>

namespace castellan {

/// Installs and upgrades the schema over an open session of a superuser, all in one transaction,
/// and creates the key file: it runs on the database host. May be run again at any time; of two at
/// once the second finds nothing left to do. The session is used for nothing else meanwhile.
class SchemaInstaller : public QObject {
    Q_OBJECT

public:
    enum class Mode {
        Install, ///< whatever is missing, from nothing too
        Upgrade, ///< SchemaMissing when nothing is there
    };

    SchemaInstaller(SqlSession &session, SchemaBundle bundle, QObject *parent = nullptr);

    /// Any role may ask; without superuser only the version is known.
    QFuture<Result<SchemaStatus>> status();
    /// `keyDirectory` may be empty where the schema is installed already: it stays what it is.
    /// Errors of what is lacking have the fact "lacks" (see SchemaReading, KeyFile; also "key" when
    /// the server can't read the key file); SchemaTooNew, with nothing changed, when the schema is
    /// newer; a failing file is named in the fact "file". Nothing has changed after an error,
    /// unless it has the fact "committed": then all is done and only reading it back failed.
    QFuture<Result<SchemaStatus>> apply(Mode mode, const QString &keyDirectory);

Q_SIGNALS:
    /// `what` is a file of resources/schema or a word.
    void progress(int done, int total, const QString &what);

private:
    using Answer = QPromise<Result<SchemaStatus>>;
    enum class Purpose { Status, Apply };

    QFuture<Result<SchemaStatus>> start(Purpose purpose);
    void readHost();
    void onHost(const SqlRow &row);
    void readVersionOnly();
    void begin();
    void readInstalled();
    void onInstalled(const Result<SchemaStatus> &status);
    void plan();
    Result<void> createKey();
    void runStep();
    void onStep(const Result<SqlRows> &answer);
    void repairStep(const SqlStatement &repair);
    void registerKey();
    void onPartitionsMade();
    void commit();
    void giveUp(Error error);
    void finish(const Result<SchemaStatus> &result);
    /// Sends a statement; `next` gets its rows, an error ends everything.
    void ask(const SqlStatement &statement, const QString &what,
             std::function<void(const SqlRows &)> next);

    SqlSession &m_session;
    SchemaBundle m_bundle;
    Purpose m_purpose = Purpose::Status;
    Mode m_mode = Mode::Install;
    QString m_keyDirectory;
    std::unique_ptr<Answer> m_answer;
    SchemaStatus m_status;
    QList<SchemaStep> m_steps;
    qsizetype m_step = 0;
    bool m_repaired = false;
    bool m_inTransaction = false;
    bool m_committed = false;
    std::optional<KeyFile> m_newKey;
};

} // namespace castellan
