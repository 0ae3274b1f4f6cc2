// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestSql.h"

#include <libpq-fe.h>

#include <vector>

namespace castellan {

namespace {

/// Parameters as libpq wants them; keeps the bytes alive.
class TextParameters {
public:
    explicit TextParameters(const QStringList &parameters)
    {
        for (const QString &parameter : parameters)
            m_bytes.push_back(parameter.toUtf8());
        for (qsizetype i = 0; i < parameters.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            m_values.push_back(parameters.at(i).isNull() ? nullptr : m_bytes[at].constData());
        }
    }
    int count() const { return static_cast<int>(m_values.size()); }
    const char *const *values() const { return m_values.empty() ? nullptr : m_values.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<const char *> m_values;
};

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

TestSql::Row rowOf(const PGresult *result, int row)
{
    TestSql::Row cells;
    for (int column = 0; column < PQnfields(result); ++column) {
        const bool null = PQgetisnull(result, row, column) != 0;
        QString text = null ? QString() : QString::fromUtf8(PQgetvalue(result, row, column));
        if (!null && text.isNull())
            text = QLatin1String(""); // empty is not NULL
        cells.insert(QString::fromUtf8(PQfname(result, column)), text);
    }
    return cells;
}

} // namespace

void TestSql::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

TestSql::TestSql(const Target &target)
{
    const char *const keys[] = { "host",     "port",    "dbname",           "user",
                                 "password", "sslmode", "application_name", "client_encoding",
                                 nullptr };
    const QByteArray host = target.host.toUtf8();
    const QByteArray port = QByteArray::number(target.port);
    const QByteArray database = target.database.toUtf8();
    const QByteArray user = target.user.toUtf8();
    const QByteArray password = target.password.toUtf8();
    const QByteArray name = target.applicationName.toUtf8();
    const char *const values[] = { host.constData(),
                                   port.constData(),
                                   database.constData(),
                                   user.constData(),
                                   password.constData(),
                                   "prefer",
                                   name.constData(),
                                   "UTF8",
                                   nullptr };
    m_connection.reset(PQconnectdbParams(keys, values, 0));
    PQsetNoticeProcessor(
        m_connection.get(), [](void *, const char *) {}, nullptr);
}

bool TestSql::isOpen() const
{
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        return false;
    PGresult *probe = PQexec(m_connection.get(), "");
    PQclear(probe);
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

QString TestSql::connectError() const
{
    return QString::fromUtf8(PQerrorMessage(m_connection.get()));
}

int TestSql::backendPid() const
{
    return PQbackendPID(m_connection.get());
}

TestSql::Answer TestSql::exec(const QString &sql, const QStringList &parameters)
{
    return send(sql, parameters) ? receive() : lost();
}

QString TestSql::value(const QString &sql, const QStringList &parameters)
{
    return exec(sql, parameters).value();
}

QString TestSql::scramVerifier(const QString &password)
{
    const QByteArray bytes = password.toUtf8();
    char *verifier =
        PQencryptPasswordConn(m_connection.get(), bytes.constData(), "", "scram-sha-256");
    const QString text = QString::fromUtf8(verifier);
    PQfreemem(verifier);
    return text;
}

bool TestSql::send(const QString &sql, const QStringList &parameters)
{
    const TextParameters texts(parameters);
    return PQsendQueryParams(m_connection.get(), sql.toUtf8().constData(), texts.count(), nullptr,
                             texts.values(), nullptr, nullptr, 0)
        == 1;
}

TestSql::Answer TestSql::receive()
{
    Answer last = lost();
    while (PGresult *result = PQgetResult(m_connection.get())) {
        last = answerOf(result);
        PQclear(result);
        if (PQstatus(m_connection.get()) == CONNECTION_BAD)
            break;
    }
    return last;
}

TestSql::Answer TestSql::lost() const
{
    Answer answer;
    answer.sqlState = QStringLiteral("08006");
    answer.message = connectError();
    return answer;
}

TestSql::Answer TestSql::answerOf(pg_result *result)
{
    Answer answer;
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY) {
        answer.sqlState = field(result, PG_DIAG_SQLSTATE);
        if (answer.sqlState.isEmpty())
            answer.sqlState = QStringLiteral("08006");
        answer.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
        answer.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
        answer.column = field(result, PG_DIAG_COLUMN_NAME);
        answer.context = field(result, PG_DIAG_CONTEXT);
        return answer;
    }
    for (int column = 0; column < PQnfields(result); ++column)
        answer.columns.append(QString::fromUtf8(PQfname(result, column)));
    for (int row = 0; row < PQntuples(result); ++row)
        answer.rows.append(rowOf(result, row));
    return answer;
}

QStringList plainArray(const QString &text)
{
    return text.size() < 2
        ? QStringList()
        : text.mid(1, text.size() - 2).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

} // namespace castellan
