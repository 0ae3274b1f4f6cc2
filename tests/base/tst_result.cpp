// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QTest>

#include <type_traits>

using namespace castellan;

namespace {

Result<int> half(int n)
{
    if (n % 2 != 0)
        return Error { ErrorCode::InvalidArgument, {}, QStringLiteral("odd") };
    return n / 2;
}

} // namespace

class ResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue()
    {
        const Result<int> result = half(4);
        QVERIFY(result);
        QCOMPARE(result.value(), 2);
        QCOMPARE(result.valueOr(9), 2);
    }

    void holdsAnError()
    {
        const Result<int> result = half(3);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(result.valueOr(9), 9);
    }

    void maps()
    {
        const auto text = [](int n) { return QString::number(n); };
        QCOMPARE(half(4).map(text).value(), QStringLiteral("2"));
        QCOMPARE(half(3).map(text).error().detail, QStringLiteral("odd"));
    }

    void chains()
    {
        QCOMPARE(half(8).andThen(half).value(), 2);
        QVERIFY(!half(6).andThen(half));
        QVERIFY(!half(5).andThen(half));
    }

    void carriesWhatCanOnlyBeMoved()
    {
        Result<Secret> result = Secret::copyOf("x");
        static_assert(!std::is_copy_constructible_v<Result<Secret>>);
        const Secret secret = std::move(result).value();
        QCOMPARE(secret.view(), QByteArrayView("x"));
    }

    void carriesNothing()
    {
        QVERIFY(Result<void>());
        const Result<void> failed = Error { ErrorCode::Timeout, {}, {} };
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Timeout);
    }
};

QTEST_APPLESS_MAIN(ResultTest)
#include "tst_result.moc"
