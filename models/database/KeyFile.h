// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QString>

namespace castellan {

/// The master key that seals seeds: 64 random bytes in a file on the database host, readable by the
/// server's account alone, outside its data directory. Only ever created here, never read.
class KeyFile {
public:
    KeyFile(QString directory, int version)
        : m_directory(std::move(directory))
        , m_version(version)
    {
    }

    QString path() const;
    /// Makes directory (0700) and file (0400) for the owner of the server's data directory, unless
    /// the file is there: then nothing is touched. True when it was made. Every error has the fact
    /// "lacks": "database_host" (this is not the server's machine), "server_account" (neither root
    /// nor the server's account), "key_directory" (unsafe or unwritable; fact "reason"), "key_file"
    /// (what is there is no key, or others may read it).
    Result<bool> ensure(const QString &serverDataDirectory) const;
    /// Takes away what ensure() made, when the install it was for failed.
    void discard() const;
    /// InvalidArgument with the fact "reason" for a path that can't be written into SQL safely or
    /// lies in the data directory.
    static Result<void> checkDirectory(const QString &directory,
                                       const QString &serverDataDirectory);

private:
    QString m_directory;
    int m_version;
};

} // namespace castellan
