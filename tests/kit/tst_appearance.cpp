// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop portal, played by this test on a private session bus: what it says arrives, and
// without a bus nothing happens.

#include "tests/kit/PrivateBus.h"
#include "ui/kit/SystemAppearance.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

using Settings = QMap<QString, QVariantMap>;

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;

public Q_SLOTS:
    QMap<QString, QVariantMap> ReadAll(const QStringList &)
    {
        return { { QStringLiteral("org.freedesktop.appearance"),
                   { { QStringLiteral("color-scheme"), scheme },
                     { QStringLiteral("contrast"), 1u } } },
                 { QStringLiteral("org.gnome.desktop.interface"),
                   { { QStringLiteral("enable-animations"), false },
                     { QStringLiteral("text-scaling-factor"), 1.25 } } } };
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

class TestAppearance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutABusNothingIsSaid();
    void withoutAPortalNothingIsSaid();
    void readsAndFollowsThePortal();

private:
    PrivateBus m_bus;
};

void TestAppearance::initTestCase()
{
    qDBusRegisterMetaType<Settings>();
    qRegisterMetaType<QDBusVariant>();
    if (!m_bus.start())
        QSKIP("no dbus-daemon here");
}

void TestAppearance::withoutABusNothingIsSaid()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    SystemAppearance appearance;
    appearance.start();
    QCOMPARE(appearance.look(), SystemLook());
}

void TestAppearance::withoutAPortalNothingIsSaid()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toLocal8Bit());
    SystemAppearance appearance;
    QSignalSpy changed(&appearance, &SystemAppearance::changed);
    appearance.start();
    QVERIFY(changed.isEmpty()); // and the destructor comes back
}

void TestAppearance::readsAndFollowsThePortal()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toLocal8Bit());
    QDBusConnection bus = QDBusConnection::connectToBus(m_bus.address(), QStringLiteral("portal"));
    QVERIFY(bus.isConnected());
    FakePortal portal;
    QVERIFY(
        bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));

    SystemAppearance appearance;
    QSignalSpy changed(&appearance, &SystemAppearance::changed);
    appearance.start();
    QTRY_COMPARE(changed.count(), 1);
    const SystemLook look = appearance.look();
    QCOMPARE(look.scheme, ColorScheme::Dark);
    QVERIFY(look.highContrast);
    QVERIFY(look.reducedMotion);
    QCOMPARE(look.textScale, 1.25);

    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                 QStringLiteral("color-scheme"), QDBusVariant(0u));
    QTRY_COMPARE(appearance.look().scheme, ColorScheme::Light);
    QVERIFY(appearance.look().highContrast);
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
}

QTEST_GUILESS_MAIN(TestAppearance)
#include "tst_appearance.moc"
