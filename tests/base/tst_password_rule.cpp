// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/PasswordRule.h"

#include <QTest>

using namespace castellan;

class PasswordRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsCharacters_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("14") << QByteArray(14, 'x') << false;
        QTest::newRow("15") << QByteArray(15, 'x') << true;
        QTest::newRow("14 of two bytes") << QByteArray("ä").repeated(14) << false;
        QTest::newRow("15 of four bytes") << QByteArray("🔑").repeated(15) << true;
        QTest::newRow("1024 bytes") << QByteArray(1024, 'x') << true;
    }

    void countsCharacters()
    {
        QFETCH(const QByteArray, password);
        QFETCH(const bool, accepted);
        const auto checked = PasswordRule::check(Secret::copyOf(password));
        QCOMPARE(checked.hasValue(), accepted);
        if (!accepted)
            QCOMPARE(checked.error().facts.value(QStringLiteral("reason")).toString(),
                     QStringLiteral("too_short"));
    }
};

QTEST_GUILESS_MAIN(PasswordRuleTest)
#include "tst_password_rule.moc"
