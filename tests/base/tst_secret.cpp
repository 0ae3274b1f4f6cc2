// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Secret.h"
#include "tests/support/MemorySearch.h"

#include <QTest>

#include <type_traits>
#include <vector>

using namespace castellan;

class SecretTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMoveOnly()
    {
        static_assert(!std::is_copy_constructible_v<Secret>);
        static_assert(!std::is_copy_assignable_v<Secret>);
        static_assert(std::is_nothrow_move_constructible_v<Secret>);
        static_assert(!std::is_constructible_v<Secret, QString>);
    }

    void overwritesItsSource()
    {
        QByteArray source("hunter2-hunter2");
        const Secret secret = Secret::fromUtf8(std::move(source));
        QCOMPARE(secret.view(), QByteArrayView("hunter2-hunter2"));
        QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move)
    }

    void leavesNothingInTheHeap()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        const QByteArray needle = MemorySearch::masked("only-here-and-nowhere-else");
        QByteArray source;
        for (const char c : needle)
            source += MemorySearch::unmask(c);
        QCOMPARE(MemorySearch::copies(needle), 1);
        Secret secret = Secret::fromUtf8(std::move(source));
        Secret second = secret.clone();
        // The secure heap is mapped apart; what is left there counts too.
        QCOMPARE(MemorySearch::copies(needle), 2);
        second.clear();
        secret = Secret();
        QCOMPARE(MemorySearch::copies(needle), 0);
    }

    void leavesSharedBytesAlone()
    {
        QByteArray bytes(64, 'x');
        const QByteArray other = bytes;
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(other, QByteArray(64, 'x'));
    }

    void wipesText()
    {
        QString text = QString(32, u'x');
        wipe(text);
        QVERIFY(text.isEmpty());
    }

    void endsInNul()
    {
        const Secret secret = Secret::copyOf("abc");
        QCOMPARE(secret.cString()[3], '\0');
        QCOMPARE(Secret().cString()[0], '\0');
    }

    void encodesTextDirectly()
    {
        const QString text = QStringLiteral("pä\U0001f511ß");
        QCOMPARE(Secret::fromUtf16(text).view().toByteArray(), text.toUtf8());
        QVERIFY(Secret::fromUtf16({}).isEmpty());
    }

    void clonesOnPurpose()
    {
        Secret first = Secret::copyOf("one");
        const Secret second = first.clone();
        first.clear();
        QVERIFY(first.isEmpty());
        QCOMPARE(second.view(), QByteArrayView("one"));
    }

    void movesWithoutLeavingAnything()
    {
        Secret first = Secret::copyOf("one");
        Secret second = Secret::copyOf("two");
        second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(second.view(), QByteArrayView("one"));
    }

    void compares()
    {
        QVERIFY(Secret::copyOf("a") == Secret::copyOf("a"));
        QVERIFY(!(Secret::copyOf("a") == Secret::copyOf("b")));
        QVERIFY(!(Secret::copyOf("a") == Secret::copyOf("ab")));
        QVERIFY(Secret() == Secret::copyOf(""));
    }

    void holdsMoreThanTheLockedHeap()
    {
        const QByteArray large(1'048'576, 'x');
        QCOMPARE(Secret::copyOf(large).view().toByteArray(), large);
        std::vector<Secret> many;
        for (int i = 0; i < 5000; ++i)
            many.push_back(Secret::copyOf(QByteArray(300, static_cast<char>('a' + i % 26))));
        QCOMPARE(many.back().size(), 300);
    }
};

QTEST_APPLESS_MAIN(SecretTest)
#include "tst_secret.moc"
