// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/KeyFile.h"

#include "models/base/FileDescriptor.h"
#include "models/base/Secret.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace castellan {

namespace {

constexpr size_t kKeyBytes = 64;

Error lacks(ErrorCode code, const char *what, const QString &path, const char *reason = nullptr)
{
    Error error { code,
                  { { QStringLiteral("lacks"), QLatin1StringView(what) },
                    { QStringLiteral("path"), path } },
                  qt_error_string(errno) };
    if (reason)
        error.facts.insert(QStringLiteral("reason"), QLatin1StringView(reason));
    return error;
}

/// Sixty-four bytes from the system's generator, written out and forgotten.
bool writeKey(int file)
{
    std::array<quint32, kKeyBytes / sizeof(quint32)> key {};
    QRandomGenerator::system()->fillRange(key.data(), static_cast<qsizetype>(key.size()));
    const auto written = write(file, key.data(), kKeyBytes);
    wipe(key.data(), kKeyBytes);
    return written == static_cast<ssize_t>(kKeyBytes) && fsync(file) == 0;
}

/// Nobody but root, us and the server's account may be able to put something there.
bool isSafeDirectory(const struct stat &status, uid_t server)
{
    const bool ours = status.st_uid == 0 || status.st_uid == geteuid() || status.st_uid == server;
    return S_ISDIR(status.st_mode) && ours && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/// A whole key that nobody but the server's account (and root) may read. As PostgreSQL wants its
/// TLS key: root's own may be readable by the server's group.
bool isSafeKey(const struct stat &status, const struct stat &server)
{
    const bool byGroup = status.st_uid == 0 && status.st_gid == server.st_gid;
    const mode_t forbidden = byGroup ? S_IWGRP | S_IXGRP | S_IRWXO : S_IRWXG | S_IRWXO;
    return S_ISREG(status.st_mode) && status.st_size == static_cast<off_t>(kKeyBytes)
        && (status.st_uid == 0 || status.st_uid == server.st_uid)
        && (status.st_mode & forbidden) == 0;
}

/// False when it can't be made; `made` when it was not there before.
bool makeDirectory(const QString &directory, bool &made)
{
    made = QDir().mkpath(QFileInfo(directory).absolutePath())
        && mkdir(QFile::encodeName(directory).constData(), S_IRWXU) == 0;
    return made || errno == EEXIST;
}

/// Written apart and linked into place: there is never half a key under its name.
bool createFile(int directory, const QByteArray &name, const struct stat &server)
{
    const QByteArray unfinished = name + ".new";
    unlinkat(directory, unfinished.constData(), 0);
    const FileDescriptor file(openat(directory, unfinished.constData(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                     S_IRUSR));
    const bool owned = file.isOpen()
        && (geteuid() != 0 || fchown(file.number(), server.st_uid, server.st_gid) == 0);
    const bool linked = owned && writeKey(file.number())
        && linkat(directory, unfinished.constData(), directory, name.constData(), 0) == 0;
    unlinkat(directory, unfinished.constData(), 0);
    return linked && fsync(directory) == 0;
}

/// Where the path really leads; what of it does not exist yet stays as it is.
QString withoutLinks(const QString &path)
{
    const QFileInfo info(path);
    QString real = info.canonicalFilePath();
    if (!real.isEmpty() || info.isRoot())
        return real;
    return QDir(withoutLinks(info.path())).filePath(info.fileName());
}

} // namespace

QString KeyFile::path() const
{
    return m_directory + QStringLiteral("/castellan.%1.key").arg(m_version);
}

Result<void> KeyFile::checkDirectory(const QString &directory, const QString &serverDataDirectory)
{
    const auto refuse = [&](const char *reason) {
        return Error { ErrorCode::InvalidArgument,
                       { { QStringLiteral("argument"), QStringLiteral("key_directory") },
                         { QStringLiteral("path"), directory },
                         { QStringLiteral("reason"), QLatin1StringView(reason) } },
                       {} };
    };
    if (directory.isEmpty())
        return refuse("missing");
    // It becomes a literal in a function's body, which is read under settings of its caller.
    const bool plain = std::all_of(directory.cbegin(), directory.cend(), [](QChar c) {
        return c.isPrint() && c != u'\\' && c != u'\'' && c != u'$';
    });
    if (!directory.startsWith(u'/') || QDir::cleanPath(directory) != directory || !plain)
        return refuse("not_plain");
    const QString data = withoutLinks(QDir::cleanPath(serverDataDirectory)) + u'/';
    if (!serverDataDirectory.isEmpty() && QString(withoutLinks(directory) + u'/').startsWith(data))
        return refuse("inside_data_directory");
    return {};
}

Result<bool> KeyFile::ensure(const QString &serverDataDirectory) const
{
    struct stat server = {};
    if (stat(QFile::encodeName(serverDataDirectory).constData(), &server) != 0)
        return lacks(ErrorCode::PermissionDenied,
                     errno == ENOENT ? "database_host" : "server_account", serverDataDirectory);
    const QByteArray name = QFileInfo(path()).fileName().toLatin1();
    const bool mayCreate = geteuid() == 0 || geteuid() == server.st_uid;
    bool made = false;
    if (mayCreate && !makeDirectory(m_directory, made))
        return lacks(ErrorCode::FileUnwritable, "key_directory", m_directory);
    const FileDescriptor directory(open(QFile::encodeName(m_directory).constData(),
                                        O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!directory.isOpen())
        return lacks(ErrorCode::PermissionDenied, mayCreate ? "key_directory" : "server_account",
                     m_directory);
    struct stat status = {};
    if (fstat(directory.number(), &status) != 0 || !isSafeDirectory(status, server.st_uid))
        return lacks(ErrorCode::FileUnwritable, "key_directory", m_directory, "unsafe");
    if (made && geteuid() == 0 && fchown(directory.number(), server.st_uid, server.st_gid) != 0)
        return lacks(ErrorCode::FileUnwritable, "key_directory", m_directory);
    if (fstatat(directory.number(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        if (!isSafeKey(status, server))
            return lacks(ErrorCode::FileUnreadable, "key_file", path(), "unsafe");
        return false;
    }
    if (!mayCreate)
        return lacks(ErrorCode::PermissionDenied, "server_account", path());
    if (!createFile(directory.number(), name, server))
        return lacks(ErrorCode::FileUnwritable, "key_directory", path());
    return true;
}

void KeyFile::discard() const
{
    QFile::remove(path());
}

} // namespace castellan
