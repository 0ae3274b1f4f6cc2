// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// logind, played by this test on a private bus: sleep and a locked session arrive, the sessions of
// others and waking up do not.

#include "tests/kit/PrivateBus.h"
#include "ui/kit/SystemLock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

class FakeLogin : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QString asked;

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id)
    {
        asked = id;
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/session/_32"));
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

class TestSystemLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutLogindNothingIsSaid();
    void hearsSleepAndLock();

private:
    void tellOfSession(const QString &session, const QString &interface, const QString &signal,
                       const QVariantList &arguments = {})
    {
        QDBusMessage message = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/login1/session/") + session, interface, signal);
        message.setArguments(arguments);
        QVERIFY(QDBusConnection(QStringLiteral("login")).send(message));
    }
    void tellHint(bool locked)
    {
        const QVariantMap changed { { QStringLiteral("LockedHint"), locked } };
        tellOfSession(QStringLiteral("_32"), QStringLiteral("org.freedesktop.DBus.Properties"),
                      QStringLiteral("PropertiesChanged"),
                      { QStringLiteral("org.freedesktop.login1.Session"), changed, QStringList() });
    }

    PrivateBus m_bus;
};

void TestSystemLock::initTestCase()
{
    if (!m_bus.start())
        QSKIP("no dbus-daemon here");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.address().toLocal8Bit()); // read once a process
}

void TestSystemLock::withoutLogindNothingIsSaid()
{
    SystemLock lock;
    QSignalSpy locking(&lock, &SystemLock::locking);
    lock.start();
    QVERIFY(locking.isEmpty()); // and the destructor comes back
}

void TestSystemLock::hearsSleepAndLock()
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_bus.address(), QStringLiteral("login"));
    QVERIFY(bus.isConnected());
    FakeLogin login;
    QVERIFY(
        bus.registerObject(QStringLiteral("/org/freedesktop/login1"), &login,
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.login1")));

    SystemLock lock;
    QSignalSpy locking(&lock, &SystemLock::locking);
    lock.start();
    QTRY_COMPARE(login.asked, QStringLiteral("auto"));
    Q_EMIT login.PrepareForSleep(true);
    QTRY_COMPARE(locking.count(), 1);

    const QString session = QStringLiteral("org.freedesktop.login1.Session");
    // Nobody tells when the session begins to be listened to: said until it is heard.
    const auto lockIt = [&] {
        if (locking.count() == 1)
            tellOfSession(QStringLiteral("_32"), session, QStringLiteral("Lock"));
        return locking.count() > 1;
    };
    QTRY_VERIFY(lockIt());

    // Heard in order: what came before the last one had no effect.
    const qsizetype before = locking.count();
    Q_EMIT login.PrepareForSleep(false);
    tellHint(false);
    tellOfSession(QStringLiteral("_33"), session, QStringLiteral("Lock"));
    tellOfSession(QStringLiteral("_32"), session, QStringLiteral("Unlock"));
    tellHint(true);
    QTRY_VERIFY(locking.count() > before);
    QCOMPARE(locking.count(), before + 1);
    QDBusConnection::disconnectFromBus(QStringLiteral("login"));
}

QTEST_GUILESS_MAIN(TestSystemLock)
#include "tst_system_lock.moc"
