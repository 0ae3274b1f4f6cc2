// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/ConnectionProfile.h"

#include <QList>

namespace castellan {

/// The connection profiles of this person, in one JSON file that only this person may read. Written
/// whole or not at all. Blocking, small; for the thread that asks.
class ProfileStore {
public:
    /// The file in the system's place for configuration.
    static QString defaultPath();
    explicit ProfileStore(QString path = defaultPath());

    /// No file means no profiles. FileUnreadable or Malformed, both with the fact "path"; a broken
    /// file is left as it is.
    Result<QList<ConnectionProfile>> load() const;
    /// Adds the profile, or replaces the one of that name (case-sensitive). InvalidArgument without
    /// a name, FileUnwritable, or what load() says.
    Result<void> save(const ConnectionProfile &profile);
    /// NotFound when there is none of that name.
    Result<void> remove(const QString &name);

private:
    Result<void> write(const QList<ConnectionProfile> &profiles) const;

    QString m_path;
};

} // namespace castellan
