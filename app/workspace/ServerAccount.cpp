// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/ServerAccount.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace castellan {
namespace {

constexpr uid_t kNobody = 65534; // of every Linux

} // namespace

Result<ServerAccount> ServerAccount::choose(const QString &data)
{
    ServerAccount account;
    account.m_user = geteuid();
    account.m_group = getegid();
    account.m_isOther = account.m_user == 0;
    if (!account.m_isOther)
        return account;
    struct stat status { };
    const bool kept = !data.isEmpty() && lstat(QFile::encodeName(data).constData(), &status) == 0;
    if (kept && account.take(status.st_uid))
        return account;
    if (account.take(qEnvironmentVariable("SUDO_UID").toUInt()) || account.take(kNobody))
        return account;
    return Error { ErrorCode::Internal, {}, u"nobody is no account here"_qs };
}

/// False for root, and for a number that is no account.
bool ServerAccount::take(uid_t user)
{
    passwd entry {};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    if (user == 0 || getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return false;
    m_name = QString::fromLocal8Bit(entry.pw_name);
    m_user = entry.pw_uid;
    m_group = entry.pw_gid;
    return true;
}

QStringList ServerAccount::setpriv(const QStringList &options, const QStringList &command) const
{
    QStringList line { u"setpriv"_qs };
    if (m_isOther) {
        line << u"--reuid=%1"_qs.arg(m_user) << u"--regid=%1"_qs.arg(m_group)
             << u"--clear-groups"_qs;
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
    return give(FileDescriptor(open(QFile::encodeName(path).constData(),
                                    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)),
                path, mode);
}

Result<void> ServerAccount::give(const FileDescriptor &file, const QString &path, mode_t mode) const
{
    // The mode first: afterwards it is theirs.
    if (file.isOpen() && fchmod(file.number(), mode) == 0
        && (!m_isOther || fchown(file.number(), m_user, m_group) == 0)) {
        return {};
    }
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
