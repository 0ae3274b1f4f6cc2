// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QString>
#include <QStringList>

#include <sys/stat.h>
#include <sys/types.h>

namespace castellan {

/// Who runs the server's programs. PostgreSQL refuses to run as root, so root hands them to an
/// account without rights (postgres, else nobody); anybody else runs them as themselves.
class ServerAccount {
public:
    /// Internal when root finds no such account.
    static Result<ServerAccount> choose();

    bool isOther() const { return m_isOther; }
    QString name() const { return m_name; }

    /// The command line that runs `command` as this account.
    QStringList command(const QStringList &command) const;
    /// The same, and SIGINT reaches the program when whoever started it dies, however that happens.
    QStringList mortalCommand(const QStringList &command) const;

    /// Gives the file or directory to this account; nothing to do when it is our own.
    /// FileUnwritable with the fact "path".
    Result<void> give(const QString &path, mode_t mode) const;
    bool owns(const struct stat &status) const { return status.st_uid == m_user; }
    /// Whether the account can pass through every directory above `path`: FileUnreadable names the
    /// first that it can't.
    Result<void> reaches(const QString &path) const;

private:
    QStringList setpriv(const QStringList &options, const QStringList &command) const;

    QString m_name;
    uid_t m_user = 0;
    gid_t m_group = 0;
    bool m_isOther = false;
};

} // namespace castellan
