// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/ProfileStore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace castellan;

namespace {

ConnectionProfile named(const QString &name, const QString &host = QStringLiteral("db"))
{
    ConnectionProfile profile;
    profile.name = name;
    profile.host = host;
    return profile;
}

} // namespace

class ProfileStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(QStringLiteral("sub/connections.json"));
    }

    void isEmptyAtFirst() { QVERIFY(ProfileStore(m_path).load().value().isEmpty()); }

    void savesReplacesAndRemoves()
    {
        ProfileStore store(m_path);
        QVERIFY(store.save(named(QStringLiteral("a"))).hasValue());
        QVERIFY(store.save(named(QStringLiteral("b"))).hasValue());
        QVERIFY(store.save(named(QStringLiteral("a"), QStringLiteral("other"))).hasValue());
        const auto profiles = ProfileStore(m_path).load();
        QCOMPARE(profiles.value().size(), 2);
        QCOMPARE(profiles.value().at(0).host, QStringLiteral("other"));
        QVERIFY(store.remove(QStringLiteral("a")).hasValue());
        QCOMPARE(store.remove(QStringLiteral("a")).error().code, ErrorCode::NotFound);
        QCOMPARE(ProfileStore(m_path).load().value().size(), 1);
    }

    void isPrivate()
    {
        QVERIFY(ProfileStore(m_path).save(named(QStringLiteral("a"))).hasValue());
        const auto permissions = QFileInfo(m_path).permissions();
        QVERIFY(!(permissions
                  & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                     | QFileDevice::WriteOther)));
    }

    void wantsAName()
    {
        QCOMPARE(ProfileStore(m_path).save(named(QStringLiteral("  "))).error().code,
                 ErrorCode::InvalidArgument);
    }

    void leavesABrokenFileAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("later version") << QByteArray("{\"version\": 2, \"profiles\": []}");
        QTest::newRow("bad entry") << QByteArray("{\"version\": 1, \"profiles\": [{}]}");
    }

    void leavesABrokenFileAlone()
    {
        QFETCH(const QByteArray, content);
        QVERIFY(QDir().mkpath(QFileInfo(m_path).absolutePath()));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        ProfileStore store(m_path);
        QCOMPARE(store.load().error().code, ErrorCode::Malformed);
        QCOMPARE(store.load().error().facts.value(QStringLiteral("path")).toString(), m_path);
        QVERIFY(!store.save(named(QStringLiteral("a"))).hasValue());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void saysWhatItCantWrite()
    {
        QVERIFY(
            QFile::link(QStringLiteral("/dev/null"), m_directory->filePath(QStringLiteral("sub"))));
        const auto saved = ProfileStore(m_path).save(named(QStringLiteral("a")));
        QCOMPARE(saved.error().code, ErrorCode::FileUnwritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_APPLESS_MAIN(ProfileStoreTest)
#include "tst_profile_store.moc"
