// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/SystemAppearance.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace castellan {

namespace {

using Settings = QMap<QString, QVariantMap>;

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kAppearance("org.freedesktop.appearance");
constexpr QLatin1String kGnome("org.gnome.desktop.interface");
constexpr QLatin1String kBusName("castellan-appearance");

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

public Q_SLOTS:
    void start()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, kBusName);
        if (!bus.isConnected())
            return;
        // Unformatted, because the signature has to be normalised.
        // clang-format off
        bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString,QString,QDBusVariant)));
        // clang-format on
        QDBusMessage call =
            QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("ReadAll"));
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
{
    qRegisterMetaType<SystemLook>();
    qRegisterMetaType<QDBusVariant>(); // Qt 6.4 does not know its own type by name before
    qDBusRegisterMetaType<Settings>();
}

SystemAppearance::~SystemAppearance()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // A bus that hangs must not keep the application from ending: then the thread is left behind.
    if (m_thread->wait(500)) {
        QDBusConnection::disconnectFromBus(kBusName);
        delete m_thread;
    }
}

void SystemAppearance::start()
{
    if (m_thread || !hasSessionBus())
        return;
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("appearance"));
    auto *reader = new PortalReader;
    reader->moveToThread(m_thread);
    connect(m_thread, &QThread::started, reader, &PortalReader::start);
    connect(m_thread, &QThread::finished, reader, &QObject::deleteLater);
    connect(reader, &PortalReader::changed, this, [this](const SystemLook &look) {
        m_look = look;
        Q_EMIT changed(look);
    });
    m_thread->start(QThread::LowPriority);
}

} // namespace castellan

#include "SystemAppearance.moc"
