// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/ServerAccount.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace castellan {

Result<ServerAccount> ServerAccount::choose()
{
    ServerAccount account;
    account.m_user = geteuid();
    account.m_group = getegid();
    account.m_isOther = account.m_user == 0;
    if (!account.m_isOther)
        return account;
    for (const char *name : { "postgres", "nobody" }) {
        passwd entry {};
        passwd *found = nullptr;
        std::vector<char> buffer(16384);
        if (getpwnam_r(name, &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
            continue;
        account.m_name = QString::fromLocal8Bit(name);
        account.m_user = entry.pw_uid;
        account.m_group = entry.pw_gid;
        return account;
    }
    return Error { ErrorCode::Internal, {}, u"neither postgres nor nobody is an account here"_qs };
}

QStringList ServerAccount::setpriv(const QStringList &options, const QStringList &command) const
{
    QStringList line { u"setpriv"_qs };
    if (m_isOther) {
        line << u"--reuid=%1"_qs.arg(m_user) << u"--regid=%1"_qs.arg(m_group)
             << u"--init-groups"_qs;
    }
    return line << options << command;
}

QStringList ServerAccount::command(const QStringList &command) const
{
    return m_isOther ? setpriv({}, command) : command;
}

QStringList ServerAccount::mortalCommand(const QStringList &command) const
{
    return setpriv({ u"--pdeathsig"_qs, u"INT"_qs }, command);
}

Result<void> ServerAccount::give(const QString &path, mode_t mode) const
{
    const QByteArray name = QFile::encodeName(path);
    const bool given = !m_isOther || lchown(name.constData(), m_user, m_group) == 0;
    if (given && chmod(name.constData(), mode) == 0)
        return {};
    return Error { ErrorCode::FileUnwritable, { { u"path"_qs, path } }, qt_error_string(errno) };
}

Result<void> ServerAccount::reaches(const QString &path) const
{
    if (!m_isOther)
        return {};
    QString directory = QFileInfo(path).absoluteFilePath();
    while (true) {
        struct stat status { };
        const bool known = stat(QFile::encodeName(directory).constData(), &status) == 0;
        const mode_t needed = status.st_uid == m_user ? S_IXUSR
            : status.st_gid == m_group                ? S_IXGRP
                                                      : S_IXOTH;
        if (known && !(status.st_mode & needed)) {
            return Error { ErrorCode::FileUnreadable,
                           { { u"path"_qs, directory }, { u"account"_qs, m_name } },
                           u"the server's account can't enter this directory"_qs };
        }
        const QString parent = QFileInfo(directory).absolutePath();
        if (parent == directory)
            return {};
        directory = parent;
    }
}

} // namespace castellan
