// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/CommandLine.h"

#include <QTest>

using namespace castellan;

namespace {

Result<CommandLine> parse(const QStringList &arguments)
{
    return CommandLine::parse(QStringList { QStringLiteral("castellan") } + arguments);
}

} // namespace

/// What the console was started for.
class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTheWindow()
    {
        const auto line = parse({});
        QVERIFY(line.hasValue());
        QVERIFY(!line.value().demo && !line.value().headless && !line.value().help
                && !line.value().version);
        QVERIFY(line.value().workspace.isEmpty() && line.value().tour.isEmpty());
    }

    void takesTheWholeDemo()
    {
        const auto line = parse({ u"--demo"_qs, u"--workspace"_qs, u"/a b"_qs,
                                  u"--tour=/pictures"_qs, u"--accounts"_qs, u"0"_qs });
        QVERIFY(line.hasValue());
        QVERIFY(line.value().demo);
        QCOMPARE(line.value().workspace, u"/a b"_qs);
        QCOMPARE(line.value().tour, u"/pictures"_qs);
        QCOMPARE(line.value().accounts, 0);
        QVERIFY(parse({ u"--demo"_qs, u"--headless"_qs }).value().headless);
    }

    void knowsTheUsualOnes()
    {
        QVERIFY(parse({ u"-h"_qs }).value().help);
        QVERIFY(parse({ u"--help"_qs }).value().help);
        QVERIFY(parse({ u"-v"_qs }).value().version);
        QVERIFY(parse({ u"--version"_qs }).value().version);
        for (const QString &option : { u"--demo"_qs, u"--workspace"_qs, u"--headless"_qs,
                                       u"--tour"_qs, u"--accounts"_qs, u"schema --help"_qs })
            QVERIFY2(CommandLine::helpText().contains(option), qPrintable(option));
    }

    void saysWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::addRow("unknown") << QStringList { u"--frobnicate"_qs } << u"frobnicate"_qs;
        QTest::addRow("a word") << QStringList { u"please"_qs } << u"please"_qs;
        QTest::addRow("no value") << QStringList { u"--demo"_qs, u"--tour"_qs } << u"tour"_qs;
        QTest::addRow("no number")
            << QStringList { u"--demo"_qs, u"--accounts"_qs, u"many"_qs } << u"--accounts"_qs;
        QTest::addRow("negative") << QStringList { u"--demo"_qs, u"--accounts=-1"_qs }
                                  << u"--accounts"_qs;
        QTest::addRow("too many") << QStringList { u"--demo"_qs, u"--accounts=99999999999"_qs }
                                  << u"--accounts"_qs;
        QTest::addRow("headless alone") << QStringList { u"--headless"_qs } << u"--demo"_qs;
        QTest::addRow("workspace alone")
            << QStringList { u"--workspace"_qs, u"/x"_qs } << u"--demo"_qs;
        QTest::addRow("tour alone") << QStringList { u"--tour"_qs, u"/x"_qs } << u"--demo"_qs;
        QTest::addRow("accounts alone")
            << QStringList { u"--accounts"_qs, u"5"_qs } << u"--demo"_qs;
        QTest::addRow("a tour without a window")
            << QStringList { u"--demo"_qs, u"--headless"_qs, u"--tour"_qs, u"/x"_qs }
            << u"--tour"_qs;
    }
    void saysWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const auto line = parse(arguments);
        QVERIFY(!line.hasValue());
        QCOMPARE(line.error().code, ErrorCode::InvalidArgument);
        const QString sentence = CommandLine::misunderstanding(line.error());
        QVERIFY2(sentence.contains(named) && sentence.endsWith(u'.'), qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
