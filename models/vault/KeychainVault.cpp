// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/vault/KeychainVault.h"

#include "models/base/logging.h"

#include <qt6keychain/keychain.h>

#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <utility>

namespace castellan {

namespace {

constexpr QLatin1StringView kService("castellan");
/// On Windows a target is named by its key alone, so the key says whose it is.
constexpr QLatin1StringView kPrefix("castellan/");
constexpr QLatin1StringView kProbeKey("lock-probe");
/// Not one of QKeychain's codes.
constexpr int kTimedOut = -1;

Error errorOf(int code)
{
    const QString detail = QStringLiteral("keychain error %1").arg(code);
    switch (code) {
    case kTimedOut:
        return { ErrorCode::KeychainTimedOut, {}, detail };
    case QKeychain::EntryNotFound:
        return { ErrorCode::NotFound, {}, detail };
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return { ErrorCode::KeychainLocked, {}, detail };
    default:
        return { ErrorCode::KeychainUnavailable, {}, detail };
    }
}

QByteArray takeData(QKeychain::Job *job)
{
    auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    return reading ? reading->binaryData() : QByteArray();
}

} // namespace

/// A promise that may be passed into callbacks.
template <typename T> class KeychainVault::Answer {
public:
    Answer()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    QFuture<Result<T>> future() const { return m_promise->future(); }
    void give(Result<T> result) const
    {
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

KeychainVault::KeychainVault(QObject *parent, int timeoutMs)
    : QObject(parent)
    , m_timeoutMs(timeoutMs)
{
}

KeychainVault::~KeychainVault() = default;

void KeychainVault::start(std::unique_ptr<QKeychain::Job> ready, const QString &key,
                          const Done &done)
{
    if (*m_hung) {
        done(kTimedOut, {});
        return;
    }
    // The job belongs to nobody: deleting one that hangs would leave the system's library with a
    // pointer to it, should the keychain answer after all. Then it is leaked.
    auto *job = ready.release();
    job->setAutoDelete(false);
    job->setInsecureFallback(false); // would write in clear
    job->setKey(kPrefix + key);
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, job, timer, done] {
        qCWarning(lcVault) << "the keychain does not answer; it is not used any more";
        *m_hung = true;
        job->disconnect(this);
        timer->deleteLater();
        done(kTimedOut, {});
    });
    connect(job, &QKeychain::Job::finished, this, [this, timer, done](QKeychain::Job *ended) {
        delete timer;
        const int code = ended->error();
        if (code != QKeychain::NoError)
            qCInfo(lcVault) << "keychain:" << code << ended->errorString();
        // Only when the job is gone are its bytes ours alone, and can be wiped.
        connect(ended, &QObject::destroyed, this,
                [done, code, data = takeData(ended)]() mutable { done(code, std::move(data)); });
    });
    connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
    timer->start(m_timeoutMs);
    job->start();
}

QFuture<Result<Secret>> KeychainVault::read(const QString &key)
{
    const Answer<Secret> answer;
    start(std::make_unique<QKeychain::ReadPasswordJob>(kService), key,
          [this, answer](int code, QByteArray data) {
              if (code == QKeychain::NoError) {
                  answer.give(Secret::fromUtf8(std::move(data)));
              } else if (code == QKeychain::EntryNotFound) {
                  probe([answer](int written) {
                      answer.give(errorOf(written == QKeychain::NoError ? QKeychain::EntryNotFound
                                                                        : written));
                  });
              } else {
                  answer.give(errorOf(code));
              }
          });
    return answer.future();
}

/// A locked Secret Service says of everything that it is not there; only writing tells.
void KeychainVault::probe(std::function<void(int code)> done)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    auto job = std::make_unique<QKeychain::WritePasswordJob>(kService);
    job->setBinaryData(QByteArrayLiteral("unlocked"));
    start(std::move(job), kProbeKey,
          [done = std::move(done)](int code, const QByteArray &) { done(code); });
#else
    done(QKeychain::NoError);
#endif
}

QFuture<Result<void>> KeychainVault::write(const QString &key, Secret secret)
{
    const Answer<void> answer;
    auto job = std::make_unique<QKeychain::WritePasswordJob>(kService);
    auto bytes = std::make_shared<QByteArray>(secret.view().toByteArray());
    job->setBinaryData(*bytes);
    start(std::move(job), key, [answer, bytes](int code, const QByteArray &) {
        wipe(*bytes);
        answer.give(code == QKeychain::NoError ? Result<void>() : errorOf(code));
    });
    return answer.future();
}

QFuture<Result<void>> KeychainVault::remove(const QString &key)
{
    const Answer<void> answer;
    start(std::make_unique<QKeychain::DeletePasswordJob>(kService), key,
          [answer](int code, const QByteArray &) {
              const bool gone = code == QKeychain::NoError || code == QKeychain::EntryNotFound;
              answer.give(gone ? Result<void>() : errorOf(code));
          });
    return answer.future();
}

} // namespace castellan
