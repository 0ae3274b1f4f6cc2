// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/vault/SecretVault.h"

#include <QPromise>

#include <map>
#include <optional>

namespace castellan {

/// A vault without a keychain behind it. `broken` answers everything, if set.
class MemoryVault : public SecretVault {
public:
    QFuture<Result<Secret>> read(const QString &key) override
    {
        const auto found = kept.find(key);
        if (broken)
            return ready<Secret>(Error { *broken, {}, {} });
        if (found == kept.end())
            return ready<Secret>(Error { ErrorCode::NotFound, {}, {} });
        return ready<Secret>(found->second.clone());
    }
    QFuture<Result<void>> write(const QString &key, Secret secret) override
    {
        if (broken)
            return ready<void>(Error { *broken, {}, {} });
        kept.insert_or_assign(key, std::move(secret));
        return ready<void>(Result<void> {});
    }
    QFuture<Result<void>> remove(const QString &key) override
    {
        if (broken)
            return ready<void>(Error { *broken, {}, {} });
        kept.erase(key);
        return ready<void>(Result<void> {});
    }

    std::map<QString, Secret> kept;
    std::optional<ErrorCode> broken;

private:
    template <typename T> static QFuture<Result<T>> ready(Result<T> answer)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(answer));
        promise.finish();
        return promise.future();
    }
};

} // namespace castellan
