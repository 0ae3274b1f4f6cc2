// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/commands/SchemaOptions.h"
#include "models/base/Secret.h"
#include "models/database/SchemaInstaller.h"
#include "models/database/SqlSession.h"

#include <QObject>

#include <memory>
#include <optional>

namespace castellan {

class Console;

/// One run of `castellan schema …`: connects, asking for the password when the server wants one,
/// does what was asked, and says how it went.
class SchemaCommand : public QObject {
    Q_OBJECT

public:
    SchemaCommand(SchemaOptions options, Console &console, QObject *parent = nullptr);
    ~SchemaCommand() override;

    void start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    void connectToServer(Secret password, bool mayAsk);
    void onConnected(const Result<ServerInfo> &answer, bool mayAsk);
    void dispatch();
    void runInstaller();
    void onInstalled(const Result<SchemaStatus> &answer);
    void showStatus(const Result<SchemaStatus> &answer);
    QString newOperator() const;
    void prepareOperator();
    void prepareAccount();
    void proceed();
    bool askPassword();
    void addOperator();
    void changeOperator(const SqlStatement &statement, const QString &role);
    void onOperator(const Result<SqlRows> &answer, const QString &role);
    void endConnections(const QString &role);
    Result<void> tell(const SqlRow &row, const QString &role);
    Result<void> showKey(const Secret &uri, const QString &role);
    void refuse(const QString &why);
    void fail(const Error &error);

    const SchemaOptions m_options;
    Console &m_console;
    QString m_done; ///< a sentence about what stays done if the rest fails; empty: nothing
    bool m_roleExists = false; ///< that of newOperator()
    std::optional<Secret> m_verifier; ///< of the new password; none: it stays as it is
    std::unique_ptr<SqlSession> m_session;
    std::unique_ptr<SchemaInstaller> m_installer;
};

} // namespace castellan
