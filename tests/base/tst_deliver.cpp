// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Deliver.h"

#include <QPromise>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

using namespace castellan;

namespace {

using Promise = QPromise<Result<int>>;

std::shared_ptr<Promise> started()
{
    auto promise = std::make_shared<Promise>();
    promise->start();
    return promise;
}

void answer(Promise &promise, int value)
{
    promise.addResult(Result<int>(value));
    promise.finish();
}

} // namespace

class DeliverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversInTheReceiversThread()
    {
        const auto promise = started();
        std::optional<int> got;
        QThread *where = nullptr;
        deliver(promise->future(), this, [&](const Result<int> &result) {
            got = result.value();
            where = QThread::currentThread();
        });
        const std::unique_ptr<QThread> other(QThread::create([&] { answer(*promise, 7); }));
        other->start();
        QTRY_VERIFY(got.has_value());
        QCOMPARE(*got, 7);
        QCOMPARE(where, thread());
        QVERIFY(other->wait());
    }

    void deliversWhatIsAlreadyThere()
    {
        const auto promise = started();
        answer(*promise, 1);
        std::optional<int> got;
        deliver(promise->future(), this, [&](const Result<int> &result) { got = result.value(); });
        QTRY_VERIFY(got.has_value());
    }

    void isSilentWhenTheReceiverDiedFirst()
    {
        const auto promise = started();
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        deliver(promise->future(), receiver.get(), [&](const Result<int> &) { called = true; });
        receiver.reset();
        answer(*promise, 1);
        // A later delivery to a live receiver shows that the first one had its chance.
        bool later = false;
        deliver(promise->future(), this, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void isSilentWhenTheReceiverDiesBetweenAnswerAndDelivery()
    {
        const auto promise = started();
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        deliver(promise->future(), receiver.get(), [&](const Result<int> &) { called = true; });
        answer(*promise, 1);
        receiver.reset();
        bool later = false;
        deliver(promise->future(), this, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void callsAnAbandonedPromiseCancelled()
    {
        auto promise = started();
        std::optional<ErrorCode> code;
        deliver(promise->future(), this,
                [&](const Result<int> &result) { code = result.error().code; });
        promise.reset();
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, ErrorCode::Cancelled);
    }

    void latestWins()
    {
        LatestRequest latest;
        const auto first = started();
        const auto second = started();
        QList<int> got;
        const auto keep = [&](const Result<int> &result) { got += result.value(); };
        latest.deliver(first->future(), this, keep);
        latest.deliver(second->future(), this, keep);
        answer(*second, 2);
        answer(*first, 1);
        QTRY_COMPARE(got, QList<int> { 2 });
    }

    void aSupersededQueryIsCancelled()
    {
        const auto first = started();
        const auto second = started();
        QList<int> got;
        {
            LatestQuery latest;
            const auto keep = [&](const Result<int> &result) { got += result.value(); };
            latest.deliver(first->future(), this, keep);
            QVERIFY(!first->isCanceled());
            latest.deliver(second->future(), this, keep);
            QVERIFY(first->isCanceled());
            answer(*second, 2);
            QTRY_COMPARE(got, QList<int> { 2 });
            const auto third = started();
            latest.deliver(third->future(), this, keep);
            latest.drop();
            QVERIFY(third->isCanceled());
            latest.deliver(first->future(), this, keep);
        }
        QVERIFY(!second->isCanceled()); // it was answered
        QCOMPARE(got, QList<int> { 2 });
    }

    void aSupersededRequestIsNot()
    {
        LatestRequest latest;
        const auto first = started();
        latest.deliver(first->future(), this, [](const Result<int> &) {});
        latest.drop();
        QVERIFY(!first->isCanceled());
    }

    void droppedIsSilent()
    {
        LatestRequest latest;
        const auto promise = started();
        bool called = false;
        latest.deliver(promise->future(), this, [&](const Result<int> &) { called = true; });
        latest.drop();
        answer(*promise, 1);
        bool later = false;
        deliver(promise->future(), this, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(DeliverTest)
#include "tst_deliver.moc"
