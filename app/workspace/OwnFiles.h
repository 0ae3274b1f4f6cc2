// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArrayView>
#include <QString>

namespace castellan {

/// Makes the directory (0700, and those above it) unless it is there, and refuses one that somebody
/// else could have filled before us: a link, one of another owner, or one that others may write to.
/// `passable`: everybody may pass through it, without seeing what is in it. The path is absolute
/// and clean. FileUnwritable with the fact "path", and "reason" = "unsafe" when refused.
Result<void> claimDirectory(const QString &path, bool passable);

enum class Readers { Owner, Everybody };

/// Written aside, with its mode (0600 or 0644) from the start, and renamed; no copy of `content` is
/// left in a buffer. FileUnwritable with the fact "path".
Result<void> writeFile(const QString &path, QByteArrayView content, Readers readers);

} // namespace castellan
