// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

namespace {

constexpr int kPatience = 120'000;

struct Ending {
    int status = -1;
    QString out;
    QString complaint;
};

/// Without what a person's own settings would change.
QProcessEnvironment environment(const QStringList &more)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" })
        environment.remove(QString::fromLatin1(name));
    for (const QString &setting : more)
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    return environment;
}

std::unique_ptr<QProcess> begin(const QStringList &arguments, const QStringList &more = {})
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment(more));
    process->start(QStringLiteral(CASTELLAN_PROGRAM), arguments);
    return process;
}

Ending endOf(QProcess &process)
{
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatience))
        return {};
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
             QString::fromUtf8(process.readAllStandardOutput()),
             QString::fromUtf8(process.readAllStandardError()) };
}

Ending run(const QStringList &arguments, const QStringList &more = {})
{
    return endOf(*begin(arguments, more));
}

} // namespace

/// What the program says and answers before, or without, a window.
class ProgramTest : public QObject {
    Q_OBJECT

private:
    QString openToAll()
    {
        QString directory = m_ground.filePath(QStringLiteral("open"));
        QDir().mkpath(directory);
        chmod(QFile::encodeName(directory).constData(), 0777);
        return directory;
    }

    QTemporaryDir m_ground { QDir::tempPath() + QStringLiteral("/castellan-test-XXXXXX") };

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(chmod(QFile::encodeName(m_ground.path()).constData(), 0711), 0);
    }

    void speaksTheLanguageOfItsEnvironment_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<bool>("german");
        const auto row = [](const char *settings, bool german) {
            QTest::newRow(settings) << QString::fromLatin1(settings).split(u' ') << german;
        };
        row("LANG=de_DE.UTF-8", true);
        row("LC_ALL=de_DE.UTF-8 LANG=en_GB.UTF-8", true);
        row("LC_ALL=en_GB.UTF-8 LANG=de_DE.UTF-8", false);
        row("LANGUAGE=de LANG=en_GB.UTF-8", true);
        row("LANGUAGE=eo:de:en LANG=eo", true);
        row("LANG=eo", false);
        row("LC_ALL=C.UTF-8", false);
    }

    void speaksTheLanguageOfItsEnvironment()
    {
        QFETCH(const QStringList, settings);
        QFETCH(const bool, german);
        const Ending help = run({ QStringLiteral("--help") }, settings);
        QCOMPARE(help.status, 0);
        QCOMPARE(help.out.contains(QStringLiteral("Sicherheitskonsole")), german);
        const Ending schema =
            run({ QStringLiteral("schema"), QStringLiteral("install") }, settings);
        QCOMPARE(schema.status, 2);
        QCOMPARE(schema.complaint.contains(QStringLiteral("--connection fehlt.")), german);
        // Qt's own sentence, and one that both command lines share.
        const Ending unknown = run({ QStringLiteral("--frobnicate") }, settings);
        QCOMPARE(unknown.status, 2);
        QCOMPARE(unknown.complaint.contains(QStringLiteral("Unbekannte Option")), german);
        const Ending value =
            run({ QStringLiteral("--demo"), QStringLiteral("--accounts=some") }, settings);
        QCOMPARE(value.complaint.contains(QStringLiteral("unbrauchbaren Wert")), german);
    }

    void tellsHowFarTheDemoIs()
    {
        const auto demo = begin({ QStringLiteral("--demo"), QStringLiteral("--headless"),
                                  QStringLiteral("--accounts=30"), QStringLiteral("--workspace"),
                                  m_ground.filePath(QStringLiteral("demo")) });
        QString out;
        QVERIFY(QTest::qWaitFor(
            [&] {
                out += QString::fromUtf8(demo->readAllStandardOutput());
                return out.contains(QStringLiteral("Ready."));
            },
            kPatience));
        demo->terminate();
        QCOMPARE(endOf(*demo).status, 0);
        const QStringList lines = out.trimmed().split(u'\n');
        const QString people = QStringLiteral("Making up people and their history.");
        QVERIFY2(lines.contains(people), qPrintable(out));
        QVERIFY2(lines.contains(people + QStringLiteral(" 50% done.")), qPrintable(out));
        QVERIFY2(lines.contains(QStringLiteral("Installing the schema. 75% done.")),
                 qPrintable(out));
        QVERIFY2(lines.size() < 20, qPrintable(out));
    }

    void failsWhenTheDemoDoes_data()
    {
        QTest::addColumn<bool>("window");
        QTest::newRow("headless") << false;
        QTest::newRow("with a window") << true;
    }

    void failsWhenTheDemoDoes()
    {
        QFETCH(const bool, window);
        QStringList arguments { QStringLiteral("--demo"), QStringLiteral("--workspace"),
                                openToAll() };
        if (!window)
            arguments << QStringLiteral("--headless");
        const auto demo = begin(arguments, { QStringLiteral("LC_ALL=C.UTF-8") });
        QString complaint;
        QVERIFY(QTest::qWaitFor(
            [&] {
                complaint += QString::fromUtf8(demo->readAllStandardError());
                return complaint.contains(QStringLiteral("others may write to it"));
            },
            kPatience));
        // The window says it too, and stays until it is closed.
        if (window)
            demo->terminate();
        QCOMPARE(endOf(*demo).status, 1);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
