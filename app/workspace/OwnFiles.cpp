// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/OwnFiles.h"

#include "models/base/FileDescriptor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace castellan {
namespace {

Error unwritable(const QString &path)
{
    return { ErrorCode::FileUnwritable, { { u"path"_qs, path } }, qt_error_string(errno) };
}

} // namespace

Result<void> claimDirectory(const QString &path, bool passable)
{
    const QByteArray name = QFile::encodeName(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath())
        || (mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST)) {
        return unwritable(path);
    }
    const FileDescriptor directory(
        open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status { };
    const bool known = directory.isOpen() && fstat(directory.number(), &status) == 0;
    if (!known || status.st_uid != geteuid() || (status.st_mode & (S_IWGRP | S_IWOTH))) {
        auto error = unwritable(path);
        error.facts.insert(u"reason"_qs, u"unsafe"_qs);
        return error;
    }
    const mode_t mode = (status.st_mode & ALLPERMS) | S_IXGRP | S_IXOTH;
    if (passable && fchmod(directory.number(), mode) != 0)
        return unwritable(path);
    return {};
}

Result<void> writeFile(const QString &path, QByteArrayView content, Readers readers)
{
    QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
    if (readers == Readers::Everybody)
        permissions |= QFile::ReadGroup | QFile::ReadOther;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        || !file.setPermissions(permissions)
        || file.write(content.data(), content.size()) != content.size() || !file.commit()) {
        return Error { ErrorCode::FileUnwritable, { { u"path"_qs, path } }, file.errorString() };
    }
    return {};
}

} // namespace castellan
