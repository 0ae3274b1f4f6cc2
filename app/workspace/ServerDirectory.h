// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/ServerAccount.h"
#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

namespace castellan {

/// What the server is told in its configuration files.
struct ServerSettings {
    quint16 port = 0;
    bool fsync = true;
    QStringList certificateHosts;
    QDateTime certificateUntil; ///< invalid: the usual time
    QMap<QString, QString> more; ///< further settings by name; they win
};

/// The directory of a private server:
///
///     data/            the cluster, the only thing that the server's account may write
///     run/             its socket
///     tls/             root and server certificate, new at each start
///     postgresql.conf  pg_hba.conf  server.log  superuser.password
///
/// As root everything but data/ and run/ stays root's, so that nothing is ever written where
/// somebody else could have put a link. All errors name the path.
class ServerDirectory {
public:
    ServerDirectory(const QString &path, const ServerAccount &account);

    QString path() const { return m_path; }
    QString data() const { return file(u"data"_qs); }
    QString unfinishedData() const { return file(u"data.new"_qs); }
    QString log() const { return file(u"server.log"_qs); }
    QString configuration() const { return file(u"postgresql.conf"_qs); }
    QString rootCertificate() const { return file(u"tls/ca.crt"_qs); }
    /// For initdb, which reads it as the server's account; to be removed afterwards.
    QString passwordForInitdb() const { return file(u"initdb.password"_qs); }
    /// In this directory, or in the temporary one where the path would be too long for a socket.
    QString sockets() const;

    /// Makes the directory. FileUnreadable when the server's account can't get there.
    Result<void> prepare() const;
    bool hasData() const;
    /// An empty directory for a new cluster, in place of what an interrupted try left.
    Result<void> beginData() const;
    /// Makes the new cluster the one that counts.
    Result<void> finishData() const;

    /// The superuser's password, kept from the first start on.
    Result<Secret> password() const;
    Result<void> writePassword(const Secret &password) const;
    Result<void> writePasswordForInitdb(const Secret &password) const;

    /// The configuration, and the directory for the socket.
    Result<void> writeSettings(const ServerSettings &settings) const;
    /// Where the server listened last, 0 when that is not known.
    quint16 lastPort() const;
    /// A new authority and a new server certificate.
    Result<void> writeCertificates(const ServerSettings &settings) const;
    Result<void> beginLog() const;
    /// The last lines of the server's log, at most 2,000 characters.
    QString logTail() const;

    /// The process that serves this data right now, 0 when there is none. A postmaster.pid left by
    /// a crash doesn't count, even if its number belongs to another process by now.
    qint64 runningServer() const;
    /// PostgreSQL trusts a stale postmaster.pid when its number was given to a process anew.
    void forgetStaleServer() const;
    /// Whether the server accepts connections.
    bool isReady() const;

private:
    QString file(const QString &name) const { return m_path + u'/' + name; }

    QString m_path;
    ServerAccount m_account;
};

} // namespace castellan
