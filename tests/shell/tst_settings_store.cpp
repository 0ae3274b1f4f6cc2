// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace castellan;

/// What a person chose, kept in a file that may be anything.
class SettingsStoreTest : public QObject {
    Q_OBJECT

private:
    QString path() const { return m_directory.filePath(u"settings.ini"_qs); }
    void write(const QByteArray &text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QTemporaryDir m_directory;

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void beginsWithDefaults()
    {
        const SettingsStore store(path());
        QCOMPARE(store.settings(), Settings {});
        QCOMPARE(store.settings().lockAfterMinutes, 10);
        QVERIFY(store.lastProfile().isEmpty());
        QVERIFY(store.layout(u"window"_qs).isEmpty());
    }

    void keepsEverything()
    {
        Settings chosen;
        chosen.language = u"de"_qs;
        chosen.look.scheme = SchemeChoice::Dark;
        chosen.look.motion = MotionChoice::Reduced;
        chosen.look.zone = ZoneChoice::Utc;
        chosen.look.textPercent = 150;
        chosen.lockAfterMinutes = 3;
        const QByteArray layout("\0binary\xff", 8);
        {
            SettingsStore store(path());
            QSignalSpy changed(&store, &SettingsStore::changed);
            store.change(chosen);
            store.change(chosen); // the same again is no change
            QCOMPARE(changed.count(), 1);
            store.setLayout(u"window"_qs, layout);
            store.setLastProfile(u"Büro / 1"_qs);
        }
        const SettingsStore store(path());
        QCOMPARE(store.settings(), chosen);
        QCOMPARE(store.layout(u"window"_qs), layout);
        QCOMPARE(store.lastProfile(), u"Büro / 1"_qs);
    }

    void isThereForOthersAtOnce()
    {
        SettingsStore store(path());
        Settings chosen;
        chosen.look.scheme = SchemeChoice::Light;
        store.change(chosen);
        QCOMPARE(SettingsStore(path()).settings().look.scheme, SchemeChoice::Light);
    }

    void takesNoGarbage_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("binary") << QByteArray("\0\1\2\xff\xfe[[[[", 9);
        QTest::addRow("words") << QByteArray("theme=purple\nmotion=9\nzone=mars\n");
        QTest::addRow("no numbers") << QByteArray("text_percent=big\nlock_after=never\n");
        QTest::addRow("empty values") << QByteArray("theme=\ntext_percent=\nlock_after=\n");
        QTest::addRow("lists") << QByteArray("theme=a, b\ntext_percent=1, 2\nlock_after=5, 6\n");
    }
    void takesNoGarbage()
    {
        QFETCH(QByteArray, text);
        write(text);
        const Settings settings = SettingsStore(path()).settings();
        QCOMPARE(settings.look, LookChoice {});
        QCOMPARE(settings.lockAfterMinutes, Settings {}.lockAfterMinutes);
    }

    void clampsNumbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("minutes");
        QTest::addRow("small") << QByteArray("text_percent=1\nlock_after=-7\n") << 100 << 1;
        QTest::addRow("large") << QByteArray("text_percent=9999\nlock_after=100000\n") << 200 << 15;
    }
    void clampsNumbers()
    {
        QFETCH(QByteArray, text);
        write(text);
        const Settings settings = SettingsStore(path()).settings();
        QTEST(settings.look.textPercent, "percent");
        QTEST(settings.lockAfterMinutes, "minutes");
    }
};

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "tst_settings_store.moc"
