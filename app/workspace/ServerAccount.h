// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/FileDescriptor.h"
#include "models/base/Result.h"

#include <QString>
#include <QStringList>

#include <sys/stat.h>
#include <sys/types.h>

namespace castellan {

/// Who runs the server's programs. PostgreSQL refuses to run as root, so root hands them to an
/// account without rights: whoever called sudo, else nobody. Never to postgres, which owns the
/// real cluster on a database host: a superuser of ours could reach it by COPY … FROM PROGRAM.
/// Anybody else runs them as themselves.
class ServerAccount {
public:
    /// `data` that is there already stays with its owner, who alone can serve it. Internal when
    /// root finds no account.
    static Result<ServerAccount> choose(const QString &data = {});

    bool isOther() const { return m_isOther; }
    QString name() const { return m_name; }

    /// The command line that runs `command` as this account.
    QStringList command(const QStringList &command) const;
    /// The same, and SIGINT reaches the program when whoever started it dies, however that happens.
    QStringList mortalCommand(const QStringList &command) const;

    /// As chown takes it.
    QString owner() const { return u"%1:%2"_qs.arg(m_user).arg(m_group); }

    /// Gives the file or directory, never what a link points to, this mode and to this account.
    /// FileUnwritable with the fact "path".
    Result<void> give(const QString &path, mode_t mode) const;
    Result<void> give(const FileDescriptor &file, const QString &path, mode_t mode) const;
    bool owns(const struct stat &status) const { return status.st_uid == m_user; }
    /// Whether the account can pass through every directory above `path`: FileUnreadable names the
    /// first that it can't.
    Result<void> reaches(const QString &path) const;

private:
    bool take(uid_t user);
    QStringList setpriv(const QStringList &options, const QStringList &command) const;

    QString m_name;
    uid_t m_user = 0;
    gid_t m_group = 0;
    bool m_isOther = false;
};

} // namespace castellan
