// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTest>

namespace castellan {

/// A message bus that only the test knows.
class PrivateBus {
public:
    ~PrivateBus()
    {
        m_daemon.terminate();
        (void)QTest::qWaitFor([this] { return m_daemon.state() == QProcess::NotRunning; });
    }
    /// False when there is no dbus-daemon on this computer.
    bool start()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       { QStringLiteral("--session"), QStringLiteral("--nofork"),
                         QStringLiteral("--print-address") });
        if (!m_daemon.waitForStarted())
            return false;
        if (!QTest::qWaitFor([this] { return m_daemon.canReadLine(); }))
            return false;
        m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
        return true;
    }
    QString address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

} // namespace castellan
