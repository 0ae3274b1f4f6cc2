// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

struct pg_conn;

namespace castellan {

/// libpq and nothing else: what anything built on it is compared with. Ends the program on failure.
class BareConnection {
public:
    /// `workspace`: the content of workspace.json; `person`: one of its people.
    BareConnection(const QJsonObject &workspace, const QJsonObject &person);
    BareConnection(const BareConnection &) = delete;
    BareConnection &operator=(const BareConnection &) = delete;
    ~BareConnection();

    /// Signs an operator in with this code.
    void signIn(const QByteArray &code);
    /// Milliseconds from sending the statement until all of its rows are here. An empty argument
    /// that is null stands for NULL.
    double time(const char *statement, const QList<QByteArray> &arguments, int expectedRows);
    /// The first column of the first row.
    QByteArray value(const char *statement, const QList<QByteArray> &arguments = {});

private:
    pg_conn *m_connection;
};

} // namespace castellan
