// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>

namespace castellan {

/// Environment for the server's programs: what they need and nothing of ours (PGPASSWORD and its
/// like would be inherited by every backend).
QProcessEnvironment serverEnvironment();

/// Keeps a server for as long as this object and this process live. A shell stands between the
/// two: it reads a pipe of ours, which the kernel closes however we end, then interrupts the
/// server, waits for it and tidies up.
class Supervisor : public QObject {
    Q_OBJECT
public:
    /// Taken away when the server has ended without anybody being left who could do it; empty:
    /// none.
    struct Removals {
        QString directory;
        QString sockets;
    };

    explicit Supervisor(QObject *parent = nullptr);
    /// Doesn't wait: the shell carries the stop through by itself.
    ~Supervisor() override;

    /// Runs `command`, its output appended to `log`.
    void start(const QStringList &command, const QString &log, const Removals &removals);
    /// Interrupts the server (SIGINT: a fast stop), or has it quit at once (SIGQUIT).
    void stop(bool immediately);
    bool isRunning() const;

Q_SIGNALS:
    /// Every process is gone. `wasStarted` is false when there was no shell to start.
    void finished(bool wasStarted);

private:
    QProcess *m_shell = nullptr;
};

} // namespace castellan
