// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BareConnection.h"

#include <QElapsedTimer>
#include <QtGlobal>

#include <libpq-fe.h>

#include <memory>
#include <vector>

namespace castellan {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Answer run(PGconn *connection, const char *statement, const QList<QByteArray> &arguments)
{
    std::vector<const char *> values;
    for (const QByteArray &argument : arguments)
        values.push_back(argument.isNull() ? nullptr : argument.constData());
    Answer answer(PQexecParams(connection, statement, int(values.size()), nullptr, values.data(),
                               nullptr, nullptr, 0),
                  &PQclear);
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
        qFatal("%s: %s", statement, PQerrorMessage(connection));
    return answer;
}

} // namespace

BareConnection::BareConnection(const QJsonObject &workspace, const QJsonObject &person)
{
    const QJsonObject server = workspace.value(u"postgres").toObject();
    const auto text = [](const QJsonObject &from, QStringView key) {
        return from.value(key).toVariant().toString().toUtf8();
    };
    const QList<QByteArray> values {
        text(server, u"host"),        text(server, u"port"), text(server, u"dbname"),
        text(server, u"sslrootcert"), "verify-full",         text(person, u"role"),
        text(person, u"password")
    };
    const char *const keys[] { "host",    "port", "dbname",   "sslrootcert",
                               "sslmode", "user", "password", nullptr };
    std::vector<const char *> pointers;
    for (const QByteArray &value : values)
        pointers.push_back(value.constData());
    pointers.push_back(nullptr);
    m_connection = PQconnectdbParams(keys, pointers.data(), 0);
    if (PQstatus(m_connection) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(m_connection));
}

BareConnection::~BareConnection()
{
    PQfinish(m_connection);
}

void BareConnection::signIn(const QByteArray &code)
{
    const QByteArray attempt = value("select attempt from castellan.sign_in_begin($1)", { code });
    if (value("select ok from castellan.sign_in_finish($1::uuid)", { attempt }) != "t")
        qFatal("the code was not accepted");
}

double BareConnection::time(const char *statement, const QList<QByteArray> &arguments,
                            int expectedRows)
{
    QElapsedTimer timer;
    timer.start();
    const Answer answer = run(m_connection, statement, arguments);
    const double taken = double(timer.nsecsElapsed()) / 1e6;
    if (PQntuples(answer.get()) != expectedRows)
        qFatal("%s: %d rows", statement, PQntuples(answer.get()));
    return taken;
}

QByteArray BareConnection::value(const char *statement, const QList<QByteArray> &arguments)
{
    return QByteArray(PQgetvalue(run(m_connection, statement, arguments).get(), 0, 0));
}

} // namespace castellan
