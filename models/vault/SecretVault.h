// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QFuture>
#include <QString>

namespace castellan {

/// A place that keeps secrets of this person between runs. The console works without one: whatever
/// goes wrong here, it asks. Errors: NotFound, KeychainLocked, KeychainTimedOut (it did not answer;
/// nothing is kept or read any more in this run), KeychainUnavailable.
class SecretVault {
public:
    virtual ~SecretVault() = default;

    /// KeychainLocked wherever that can't be told from nothing being there: never conclude from a
    /// failed read that the person stored nothing.
    virtual QFuture<Result<Secret>> read(const QString &key) = 0;
    virtual QFuture<Result<void>> write(const QString &key, Secret secret) = 0;
    /// Also fine when there was nothing.
    virtual QFuture<Result<void>> remove(const QString &key) = 0;
};

} // namespace castellan
