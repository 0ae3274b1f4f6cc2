// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QString>
#include <QStringList>

namespace castellan {

/// The PostgreSQL programs installed on this computer: one directory that holds initdb, postgres
/// and what else belongs to that version.
class PostgresBinaries {
public:
    static constexpr int kOldestMajor = 15;

    /// The newest version found on PATH or where distributions keep them, at least kOldestMajor.
    /// Otherwise ServerMissing with the facts "needed" and "found" (0: none at all).
    static Result<PostgresBinaries> find();
    /// As find(), among the given directories only.
    static Result<PostgresBinaries> findIn(const QStringList &directories);

    int majorVersion() const { return m_majorVersion; }
    QString directory() const { return m_directory; }
    QString program(const QString &name) const;

private:
    PostgresBinaries(QString directory, int majorVersion);

    QString m_directory;
    int m_majorVersion;
};

} // namespace castellan
