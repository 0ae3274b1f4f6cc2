// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/DemoCredentials.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QString>

namespace castellan {

/// Where a workspace can be reached, and by whom.
struct WorkspaceFacts {
    QString host; ///< the server's certificate is made out to it
    quint16 port = 0;
    QString database;
    QString rootCertificate; ///< path, PEM
    QString superuser;
    Secret superuserPassword;
    QString keyDirectory;
    DemoCredentials people;
};

/// DIR/workspace.json, by which other programs find a workspace: there once everything in it
/// answers, and until it is stopped. One whose console was killed stays behind until the next start
/// takes it away, and nothing answers at its port. The format is a contract (ARCHITECTURE.md,
/// "Commands").
class WorkspaceFile {
public:
    explicit WorkspaceFile(const QString &directory);

    QString path() const { return m_path; }
    /// Only its owner may read it. FileUnwritable with the fact "path".
    Result<void> write(const WorkspaceFacts &facts) const;
    void remove() const;

private:
    QString m_path;
};

} // namespace castellan
