// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/DemoCredentials.h"
#include "models/base/Result.h"
#include "models/database/SqlSession.h"
#include "models/database/SqlStatement.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace castellan {

/// Fills an empty schema with invented people and ninety days of history (demo/*.sql), and makes
/// the operators and the application's role. Only the keys and passwords are random.
class DemoData : public QObject {
    Q_OBJECT
public:
    /// `session`: a superuser's, in the database, used for nothing else meanwhile.
    explicit DemoData(SqlSession &session, QObject *parent = nullptr);

    /// All or nothing as far as accounts go; what a second call finds, it must not.
    QFuture<Result<void>> fill(int accounts);
    /// After fill().
    DemoCredentials takeCredentials() { return std::move(m_credentials); }

Q_SIGNALS:
    void progress(int done, int total);

private:
    using Next = std::function<void(const SqlRows &)>;

    void addOperator(size_t index);
    void onOperator(const SqlRow &row, const QString &role, const QString &kind, Secret password);
    void addApplication();
    void fillTables(int accounts);
    void runNext(QList<SqlStatement> rest, qsizetype total);
    void ask(const SqlStatement &statement, const Next &next);
    void finish(const Result<void> &result);

    SqlSession &m_session;
    int m_accounts = 0;
    DemoCredentials m_credentials;
    std::unique_ptr<QPromise<Result<void>>> m_answer;
};

} // namespace castellan
