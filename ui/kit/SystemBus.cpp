// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one file that knows D-Bus: the desktop portal on the session's, logind on the system's.

#include "ui/kit/SystemAppearance.h"
#include "ui/kit/SystemLock.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QVariantMap>

namespace castellan {

namespace {

using Settings = QMap<QString, QVariantMap>;

constexpr QLatin1String kPortalService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPortalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kPortalInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kAppearance("org.freedesktop.appearance");
constexpr QLatin1String kGnome("org.gnome.desktop.interface");
constexpr QLatin1String kPortalBus("castellan-appearance");

constexpr QLatin1String kLoginService("org.freedesktop.login1");
constexpr QLatin1String kLoginPath("/org/freedesktop/login1");
constexpr QLatin1String kLoginManager("org.freedesktop.login1.Manager");
constexpr QLatin1String kLoginSession("org.freedesktop.login1.Session");
constexpr QLatin1String kProperties("org.freedesktop.DBus.Properties");
constexpr QLatin1String kLoginBus("castellan-lock");

/// Connecting without an address would start a bus of its own; there is no portal on that.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

/// Portals wrap values in one variant or two.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

bool take(SystemLook &look, const QString &space, const QString &key, const QVariant &raw)
{
    const QVariant value = unwrapped(raw);
    const SystemLook before = look;
    if (space == kAppearance && key == QLatin1String("color-scheme"))
        look.scheme = value.toUInt() == 1 ? ColorScheme::Dark : ColorScheme::Light;
    else if (space == kAppearance && key == QLatin1String("contrast"))
        look.highContrast = value.toUInt() == 1;
    else if (space == kAppearance && key == QLatin1String("reduced-motion"))
        look.reducedMotion = value.toUInt() == 1;
    else if (space == kGnome && key == QLatin1String("enable-animations"))
        look.reducedMotion = !value.toBool();
    else if (space == kGnome && key == QLatin1String("text-scaling-factor"))
        look.textScale = qBound(0.5, value.toDouble(), 3.0);
    return !(look == before);
}

} // namespace

/// Lives on the thread; the only one that waits for the bus.
class PortalReader : public QObject {
    Q_OBJECT

public:
    ~PortalReader() override { QDBusConnection::disconnectFromBus(kPortalBus); }

public Q_SLOTS:
    void start()
    {
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, kPortalBus);
        if (!bus.isConnected())
            return;
        // Unformatted, because the signature has to be normalised.
        // clang-format off
        bus.connect(kPortalService, kPortalPath, kPortalInterface,
                    QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString,QString,QDBusVariant)));
        // clang-format on
        QDBusMessage call = QDBusMessage::createMethodCall(
            kPortalService, kPortalPath, kPortalInterface, QStringLiteral("ReadAll"));
        call << QStringList { kAppearance, kGnome };
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, &PortalReader::readAll);
    }

    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
    {
        if (take(m_look, space, key, value.variant()))
            Q_EMIT changed(m_look);
    }

Q_SIGNALS:
    void changed(const castellan::SystemLook &look);

private:
    void readAll(QDBusPendingCallWatcher *watcher)
    {
        watcher->deleteLater();
        const QDBusMessage answer = watcher->reply();
        if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
            return;
        const auto settings = qdbus_cast<Settings>(answer.arguments().constFirst());
        bool any = false;
        for (auto space = settings.cbegin(); space != settings.cend(); ++space) {
            for (auto key = space->cbegin(); key != space->cend(); ++key)
                any = take(m_look, space.key(), key.key(), key.value()) || any;
        }
        if (any)
            Q_EMIT changed(m_look);
    }

    SystemLook m_look;
};

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
    , m_thread(kPortalBus)
{
    qRegisterMetaType<SystemLook>();
    qRegisterMetaType<QDBusVariant>(); // Qt 6.4 does not know its own type by name before
    qDBusRegisterMetaType<Settings>();
}

void SystemAppearance::start()
{
    if (m_thread.isStarted() || !hasSessionBus())
        return;
    auto *reader = new PortalReader;
    connect(reader, &PortalReader::changed, this, [this](const SystemLook &look) {
        m_look = look;
        Q_EMIT changed(look);
    });
    m_thread.start(reader);
}

/// Lives on the thread; the only one that waits for the bus.
class LoginListener : public QObject {
    Q_OBJECT

public:
    ~LoginListener() override { QDBusConnection::disconnectFromBus(kLoginBus); }

public Q_SLOTS:
    void start()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, kLoginBus);
        if (!bus.isConnected())
            return;
        // clang-format off
        bus.connect(kLoginService, kLoginPath, kLoginManager, QStringLiteral("PrepareForSleep"),
                    this, SLOT(prepareForSleep(bool)));
        // clang-format on
        QDBusMessage call = QDBusMessage::createMethodCall(kLoginService, kLoginPath, kLoginManager,
                                                           QStringLiteral("GetSession"));
        call << QStringLiteral("auto"); // of this process, or else the one on the person's display
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, &LoginListener::follow);
    }

    void prepareForSleep(bool begins)
    {
        if (begins)
            Q_EMIT locking();
    }

    void propertiesChanged(const QString &interface, const QVariantMap &changed,
                           const QStringList &)
    {
        if (interface == kLoginSession && changed.value(QStringLiteral("LockedHint")).toBool())
            Q_EMIT locking();
    }

Q_SIGNALS:
    void locking();

private:
    void follow(QDBusPendingCallWatcher *watcher)
    {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> session = *watcher;
        if (session.isError())
            return; // no session of a desktop: a remote shell, a service
        QDBusConnection bus(kLoginBus);
        const QString path = session.value().path();
        // clang-format off
        bus.connect(kLoginService, path, kLoginSession, QStringLiteral("Lock"), this,
                    SIGNAL(locking()));
        bus.connect(kLoginService, path, kProperties, QStringLiteral("PropertiesChanged"), this,
                    SLOT(propertiesChanged(QString,QVariantMap,QStringList)));
        // clang-format on
    }
};

SystemLock::SystemLock(QObject *parent)
    : QObject(parent)
    , m_thread(kLoginBus)
{
}

void SystemLock::start()
{
    if (m_thread.isStarted())
        return;
    auto *listener = new LoginListener;
    connect(listener, &LoginListener::locking, this, &SystemLock::locking);
    m_thread.start(listener);
}

} // namespace castellan

#include "SystemBus.moc"
