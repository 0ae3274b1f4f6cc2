// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

struct pg_conn;
struct pg_result;

namespace castellan {

/// One database session of a test: blocking, in the test's own thread, any role, any number of
/// them. Parameters go as text with types left to the server; a null QString is NULL.
class TestSql {
public:
    struct Target {
        QString host; ///< name, address or socket directory
        int port = 5432;
        QString database;
        QString user;
        QString password;
        QString applicationName;
    };

    using Row = QHash<QString, QString>; ///< by column name; a null QString is NULL

    /// What a statement came to. `sqlState` is empty when it succeeded.
    struct Answer {
        QList<Row> rows;
        QStringList columns; ///< in the order of the statement
        QString sqlState;
        QString message;
        QString detail;
        QString column; ///< the argument's name in Castellan's own errors
        QString context;

        bool ok() const { return sqlState.isEmpty(); }
        Row row() const { return rows.isEmpty() ? Row() : rows.first(); }
        QString cell(const QString &name) const { return row().value(name); }
        QString value() const { return columns.isEmpty() ? QString() : cell(columns.first()); }
    };

    explicit TestSql(const Target &target);

    bool isOpen() const; ///< asks the server: false once the server process is gone
    QString connectError() const;
    int backendPid() const;

    Answer exec(const QString &sql, const QStringList &parameters = {});
    /// First column of the first row; null when there is none or the statement failed.
    QString value(const QString &sql, const QStringList &parameters = {});

    /// What ALTER ROLE … PASSWORD takes in place of a password.
    QString scramVerifier(const QString &password);

    /// Starts a statement without waiting, so that many sessions run at once; receive() waits for
    /// it.
    bool send(const QString &sql, const QStringList &parameters = {});
    Answer receive();

private:
    struct Finish {
        void operator()(pg_conn *connection) const;
    };
    static Answer answerOf(pg_result *result);
    Answer lost() const;

    std::unique_ptr<pg_conn, Finish> m_connection;
};

/// `{a,b,c}` of a text[] whose elements hold no quotes, commas or braces.
QStringList plainArray(const QString &text);

} // namespace castellan
