// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/PostgresBinaries.h"
#include "app/workspace/ServerAccount.h"
#include "app/workspace/ServerDirectory.h"
#include "models/base/Result.h"

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QStringList>

#include <functional>

namespace castellan {

/// Puts a new cluster into a server's directory: by initdb, or copied from a template that is made
/// on first use. An interrupted try leaves nothing that a later one would take for data.
class ClusterBuilder : public QObject {
    Q_OBJECT
public:
    ClusterBuilder(PostgresBinaries binaries, ServerAccount account, QObject *parent);
    ~ClusterBuilder() override;

    /// Answers by finished(). An empty template: none. ServerFailed has what initdb said.
    void build(const ServerDirectory &directory, const QString &templateDirectory, bool fsync);

Q_SIGNALS:
    void finished(const castellan::Result<void> &result);

private:
    using Next = std::function<void()>;

    void createTemplate(const ServerDirectory &directory, const QString &path);
    void copyTemplate(const ServerDirectory &directory, const QString &path);
    void initialise(const ServerDirectory &directory, bool fsync, const Next &next);
    void run(const QStringList &command, const Next &next);
    void onStepEnded(const Next &next);
    void finish(const ServerDirectory &directory, const Next &next);
    void succeed() { Q_EMIT finished(Result<void>()); }

    PostgresBinaries m_binaries;
    ServerAccount m_account;
    QPointer<QProcess> m_step;
};

} // namespace castellan
