// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/SqlSession.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"

#include <QtEndian>
#include <QTest>
#include <QThread>

#include <arpa/inet.h>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>

using namespace castellan;

namespace {

/// One message of PostgreSQL's protocol: a letter, the length of the rest with itself, the rest.
QByteArray message(char type, const QByteArray &body)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(body.size() + 4), length.data());
    return type + length + body;
}

const QByteArray kReady = message('Z', "I");

/// Lets anybody in and gives the same answer to the first statement: what no real server would say.
class ScriptedServer {
public:
    explicit ScriptedServer(QByteArray answer)
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_socket, generic, length) == 0 && listen(m_socket, 1) == 0
            && getsockname(m_socket, generic, &length) == 0)
            m_port = ntohs(address.sin_port);
        m_thread.reset(QThread::create([this, answer] { serve(answer); }));
        m_thread->start();
    }
    ~ScriptedServer()
    {
        shutdown(m_socket, SHUT_RDWR);
        m_thread->wait();
        close(m_socket);
    }
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    ConnectionProfile profile() const
    {
        ConnectionProfile profile;
        profile.host = QStringLiteral("127.0.0.1");
        profile.port = m_port;
        profile.database = profile.user = QStringLiteral("anybody");
        profile.tlsMode = TlsMode::Disable;
        return profile;
    }

private:
    void serve(const QByteArray &answer) const
    {
        const int client = accept(m_socket, nullptr, nullptr);
        const QByteArray welcome =
            message('R', QByteArray(4, '\0')) + message('K', QByteArray(8, '\1')) + kReady;
        QByteArray heard(8192, '\0');
        for (const QByteArray &say : { welcome, answer }) {
            if (read(client, heard.data(), size_t(heard.size())) <= 0
                || write(client, say.constData(), size_t(say.size())) < 0)
                break;
        }
        while (read(client, heard.data(), size_t(heard.size())) > 0) { }
        close(client);
    }

    int m_socket;
    quint16 m_port = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

/// A server that does not keep to the protocol, or a pooler in between, never passes for success.
class PgProtocolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNotTakenIn_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray begun = message('1', {}) + message('2', {});
        const QByteArray done = message('C', QByteArrayLiteral("SELECT 1\0")) + kReady;
        // One column of text, and a row that has two.
        const QByteArray column = QByteArrayLiteral("\0\1"
                                                    "n\0"
                                                    "\0\0\0\0\0\0\0\0\0\x19"
                                                    "\xff\xff\xff\xff\xff\xff\0\0");
        const QByteArray row = QByteArrayLiteral("\0\2\0\0\0\1a\0\0\0\1b");
        QTest::newRow("too many columns")
            << begun + message('T', column) + message('D', row) + done;
        QTest::newRow("an error without a state")
            << begun + message('E', QByteArrayLiteral("SERROR\0Modd\0\0")) + kReady;
    }

    void isNotTakenIn()
    {
        QFETCH(const QByteArray, answer);
        const ScriptedServer server(answer);
        SqlSession session;
        QVERIFY_RESULT(await(session.open(server.profile(), Secret())));
        const auto rows = await(session.rows(SqlStatement("select n from anything")));
        QVERIFY(!rows.hasValue());
        QCOMPARE(rows.error().code, ErrorCode::Malformed);
        session.close();
    }
};

QTEST_GUILESS_MAIN(PgProtocolTest)
#include "tst_pg_protocol.moc"
