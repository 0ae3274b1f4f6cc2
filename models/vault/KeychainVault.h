// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/vault/SecretVault.h"

#include <QObject>

#include <functional>
#include <memory>

namespace QKeychain {
class Job;
}

namespace castellan {

/// The operating system's keychain, through QtKeychain. One call at a time is under way. Copies
/// that the system's own libraries make on the way are out of reach. Lives in a thread with an
/// event loop.
class KeychainVault final : public QObject, public SecretVault {
    Q_OBJECT

public:
    static constexpr int kTimeoutMs = 5000;

    explicit KeychainVault(QObject *parent = nullptr, int timeoutMs = kTimeoutMs);
    ~KeychainVault() override;

    QFuture<Result<Secret>> read(const QString &key) override;
    QFuture<Result<void>> write(const QString &key, Secret secret) override;
    QFuture<Result<void>> remove(const QString &key) override;

    /// A call was not answered in time; no other is made.
    bool isHung() const { return *m_hung; }

private:
    /// How a job ended; data is what a read found.
    using Done = std::function<void(int code, QByteArray data)>;

    void start(std::unique_ptr<QKeychain::Job> job, const QString &key, const Done &done);
    void probe(std::function<void(int code)> done);
    template <typename T> class Answer;

    const int m_timeoutMs;
    std::shared_ptr<bool> m_hung = std::make_shared<bool>(false);
};

} // namespace castellan
