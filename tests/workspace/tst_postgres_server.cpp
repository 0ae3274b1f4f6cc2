// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workspace/ServerProbe.h"

#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTextStream>

#include <memory>

using namespace castellan;
using namespace castellan::test;

namespace {

/// What another program would do: serve a directory until the end. `--serve DIRECTORY TEMPLATE`.
int serve(QCoreApplication &application)
{
    const auto arguments = application.arguments();
    PostgresServer::Options options;
    options.directory = arguments.value(2);
    options.templateDirectory = arguments.value(3);
    options.fsync = false;
    options.removeAfterwards = arguments.contains(u"--remove"_qs);
    PostgresServer server(options);
    const auto started = server.start();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        if (!started.isFinished())
            return;
        timer.stop();
        QTextStream(stdout) << (started.result() ? "ready" : "failed") << Qt::endl;
    });
    timer.start(10);
    return QCoreApplication::exec();
}

} // namespace

class tst_PostgresServer : public QObject {
    Q_OBJECT

private:
    PostgresServer::Options optionsFor(const QString &name) const
    {
        PostgresServer::Options options;
        options.directory = m_ground.path(name);
        options.templateDirectory = m_ground.path(u"template"_qs);
        options.fsync = false;
        return options;
    }

    /// Another program that serves, once it does; nullptr when it doesn't.
    std::unique_ptr<QProcess> otherConsole(const QString &directory, const QStringList &more = {})
    {
        auto process = std::make_unique<QProcess>();
        process->start(QCoreApplication::applicationFilePath(),
                       QStringList { u"--serve"_qs, directory, m_ground.path(u"template"_qs) }
                           + more);
        QByteArray output;
        const bool answered = QTest::qWaitFor(
            [&] {
                output += process->readAllStandardOutput();
                return output.contains('\n');
            },
            kPatience);
        return answered && output.startsWith("ready") ? std::move(process) : nullptr;
    }

    Ground m_ground;

private Q_SLOTS:
    void servesOverTlsOnly();
    void refusesWrongCertificates_data();
    void refusesWrongCertificates();
    void findsItsDataAgain();
    void keepsItsPasswordFromOthers();
    void recoversFromACrash();
    void ignoresAStalePidFile();
    void serversDoNotCollide();
    void oneConsoleADirectory();
    void stopsWhenItsConsoleIsKilled();
    void stopsWhenItsSupervisorIsKilled();
    void leavesNothingWhenTemporary();
    void stopsWhileStarting();
    void survivesGoingOutOfScope();
    void takesALongPath();
    void tellsWhenThePortIsTaken();
    void tellsWhenItCannotEnter();
    void refusesADirectoryThatOthersMayFill();
    void handsTheServerToNobodyElsesAccount();
    void tellsWhatItNeeds();
    void initialisesWithoutATemplate();
};

void tst_PostgresServer::servesOverTlsOnly()
{
    PostgresServer server(optionsFor(u"tls"_qs));
    QVERIFY(wait(server.start()));
    QVERIFY(server.isRunning());
    QCOMPARE(failure(server, { "localhost" }), QString());
    QCOMPARE(failure(server, { "127.0.0.1", "" }), QString());
    QCOMPARE(
        ask(server, "select version || ' ' || ssl from pg_stat_ssl where pid = pg_backend_pid()"),
        u"TLSv1.3 true"_qs);
    QVERIFY(failure(server, { "localhost", "127.0.0.1", "disable" }).contains(u"no encryption"_qs));
    QVERIFY(ask(server, "show server_version_num").toInt() >= 150000);
    // The socket exists, and asks for the password too.
    QVERIFY(QFile::exists(server.socketDirectory() + u"/.s.PGSQL.%1"_qs.arg(server.port())));
    QCOMPARE(ask(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"),
             u"scram-sha-256"_qs);
    QVERIFY(wait(server.stop()));
    QVERIFY(!server.isRunning());
    QVERIFY(failure(server, {}).contains(u"refused"_qs));
}

void tst_PostgresServer::refusesWrongCertificates_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<QString>("words");
    QTest::newRow("another host") << QStringList { u"elsewhere.example"_qs } << false
                                  << u"does not match host name"_qs;
    QTest::newRow("expired") << QStringList { u"localhost"_qs } << true
                             << u"certificate verify failed"_qs;
}

void tst_PostgresServer::refusesWrongCertificates()
{
    QFETCH(QStringList, hosts);
    QFETCH(bool, expired);
    QFETCH(QString, words);
    auto options = optionsFor(u"certificate"_qs);
    options.certificateHosts = hosts;
    if (expired)
        options.certificateUntil = QDateTime::currentDateTimeUtc().addDays(-1);
    PostgresServer server(options);
    QVERIFY(wait(server.start()));
    const QString said = failure(server, {});
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::findsItsDataAgain()
{
    PostgresServer server(optionsFor(u"again"_qs));
    QVERIFY(wait(server.start()));
    const quint16 port = server.port();
    ask(server, "create table kept as select 42 as answer");
    QVERIFY(wait(server.stop()));
    QVERIFY(wait(server.start()));
    QCOMPARE(server.port(), port);
    QCOMPARE(ask(server, "select answer from kept"), u"42"_qs);
    QVERIFY(wait(server.stop()));

    PostgresServer another(optionsFor(u"again"_qs));
    QVERIFY(wait(another.start()));
    QCOMPARE(another.port(), port); // a saved connection goes on to work
    QCOMPARE(ask(another, "select answer from kept"), u"42"_qs);
    QVERIFY(wait(another.stop()));
}

void tst_PostgresServer::keepsItsPasswordFromOthers()
{
    PostgresServer server(optionsFor(u"modes"_qs));
    QVERIFY(wait(server.start()));
    const auto mode = [](const QString &path) {
        struct stat status { };
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
    };
    const QString directory = m_ground.path(u"modes"_qs);
    QCOMPARE(mode(directory + u"/superuser.password"_qs), mode_t(0600));
    QCOMPARE(mode(directory + u"/tls/server.key"_qs), mode_t(0600));
    QCOMPARE(mode(directory + u"/server.log"_qs), mode_t(0600));
    QCOMPARE(mode(server.dataDirectory()), mode_t(0700));
    QCOMPARE(mode(server.socketDirectory()), mode_t(0700));
    QVERIFY(!QFile::exists(directory + u"/initdb.password"_qs));
    // Nobody reads it in the list of processes.
    QFile commandLine(u"/proc/%1/cmdline"_qs.arg(postmaster(directory)));
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const auto password = server.superuserPassword();
    QVERIFY(!commandLine.readAll().contains(password.view()));
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::recoversFromACrash()
{
    auto options = optionsFor(u"crash"_qs);
    options.fsync = true;
    PostgresServer server(options);
    QSignalSpy lost(&server, &PostgresServer::lost);
    QVERIFY(wait(server.start()));
    ask(server, "create table kept as select 7 as answer");
    QVERIFY(wait(server.stop(PostgresServer::StopMode::Immediate)));
    QCOMPARE(lost.count(), 0);
    QVERIFY(wait(server.start()));
    QCOMPARE(ask(server, "select answer from kept"), u"7"_qs);

    kill(static_cast<pid_t>(postmaster(m_ground.path(u"crash"_qs))), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, kPatience);
    QVERIFY(!server.isRunning());
    QVERIFY(wait(server.start()));
    QCOMPARE(ask(server, "select answer from kept"), u"7"_qs);
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::ignoresAStalePidFile()
{
    const QString directory = m_ground.path(u"stale"_qs);
    {
        PostgresServer server(optionsFor(u"stale"_qs));
        QVERIFY(wait(server.start()));
        QVERIFY(wait(server.stop()));
    }
    // The number belongs to a living process by now: PostgreSQL alone would refuse to start.
    QFile file(directory + u"/data/postmaster.pid"_qs);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::number(getpid()) + "\n" + directory.toUtf8() + "/data\n");
    file.close();
    PostgresServer server(optionsFor(u"stale"_qs));
    QVERIFY(wait(server.start()));
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::serversDoNotCollide()
{
    PostgresServer one(optionsFor(u"one"_qs));
    PostgresServer two(optionsFor(u"two"_qs));
    const auto first = one.start();
    const auto second = two.start();
    QVERIFY(wait(first));
    QVERIFY(wait(second));
    QVERIFY(one.port() != two.port());
    QCOMPARE(ask(one, "select 1"), u"1"_qs);
    QCOMPARE(ask(two, "select 2"), u"2"_qs);
    // One's authority says nothing about the other.
    const Connection mixedUp { "localhost", "127.0.0.1", "verify-full",
                               one.caCertificate().toUtf8() };
    QVERIFY(failure(two, mixedUp).contains(u"certificate verify failed"_qs));
    QVERIFY(wait(one.stop()));
    QCOMPARE(ask(two, "select 2"), u"2"_qs);
    QVERIFY(wait(two.stop()));
}

void tst_PostgresServer::oneConsoleADirectory()
{
    PostgresServer server(optionsFor(u"shared"_qs));
    QVERIFY(wait(server.start()));
    PostgresServer second(optionsFor(u"shared"_qs));
    const auto refused = wait(second.start());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InUse);
    QCOMPARE(ask(server, "select 1"), u"1"_qs);
    QVERIFY(wait(server.stop()));
    QVERIFY(wait(second.start()));
    QVERIFY(wait(second.stop()));
}

void tst_PostgresServer::stopsWhenItsConsoleIsKilled()
{
    const QString directory = m_ground.path(u"killed"_qs);
    const auto console = otherConsole(directory);
    QVERIFY(console);
    const qint64 server = postmaster(directory);
    const pid_t supervisor = parentOf(server);
    QVERIFY(isAlive(server) && isAlive(supervisor));
    kill(static_cast<pid_t>(console->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(console->state(), QProcess::NotRunning, kPatience);
    // A next console waits for the old server to end, and serves the same data.
    PostgresServer next(optionsFor(u"killed"_qs));
    QVERIFY(wait(next.start()));
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(server) && !isAlive(supervisor), kPatience);
    QCOMPARE(ask(next, "select 1"), u"1"_qs);
    QVERIFY(wait(next.stop()));
}

void tst_PostgresServer::stopsWhenItsSupervisorIsKilled()
{
    const QString directory = m_ground.path(u"supervisor"_qs);
    PostgresServer server(optionsFor(u"supervisor"_qs));
    QSignalSpy lost(&server, &PostgresServer::lost);
    QVERIFY(wait(server.start()));
    const qint64 process = postmaster(directory);
    kill(parentOf(process), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, kPatience);
}

void tst_PostgresServer::leavesNothingWhenTemporary()
{
    const QString directory = m_ground.path(u"temporary"_qs);
    auto options = optionsFor(u"temporary"_qs);
    options.removeAfterwards = true;
    PostgresServer server(options);
    QVERIFY(wait(server.start()));
    QVERIFY(QFile::exists(directory));
    QVERIFY(wait(server.stop()));
    QVERIFY(!QFile::exists(directory));

    const auto console = otherConsole(directory, { u"--remove"_qs });
    QVERIFY(console);
    QVERIFY(QFile::exists(directory));
    kill(static_cast<pid_t>(console->processId()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(directory), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(console->state(), QProcess::NotRunning, kPatience);
}

void tst_PostgresServer::stopsWhileStarting()
{
    auto options = optionsFor(u"hasty"_qs);
    options.templateDirectory.clear();
    PostgresServer server(options);
    const auto started = server.start();
    QVERIFY(wait(server.stop()));
    QVERIFY(started.isFinished());
    QCOMPARE(started.result().error().code, ErrorCode::Cancelled);
    QVERIFY(wait(server.start()));
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::survivesGoingOutOfScope()
{
    qint64 process = 0;
    {
        PostgresServer server(optionsFor(u"scope"_qs));
        QVERIFY(wait(server.start()));
        process = postmaster(m_ground.path(u"scope"_qs));
        QVERIFY(isAlive(process));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), kPatience);
}

void tst_PostgresServer::takesALongPath()
{
    const QString name = QString(120, u'l') + u'/' + QString(60, u'ö');
    QVERIFY(QDir().mkpath(m_ground.path(QString(120, u'l'))));
    PostgresServer server(optionsFor(name));
    QVERIFY(wait(server.start()));
    QVERIFY(QFile::encodeName(server.socketDirectory()).size() < 60);
    QCOMPARE(ask(server, "select 1"), u"1"_qs);
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::tellsWhenThePortIsTaken()
{
    PostgresServer server(optionsFor(u"holder"_qs));
    QVERIFY(wait(server.start()));
    auto options = optionsFor(u"late"_qs);
    options.port = server.port();
    PostgresServer second(options);
    const auto refused = wait(second.start());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServerFailed);
    QVERIFY(refused.error().facts.value(u"log"_qs).toString().contains(u"could not bind"_qs));
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::tellsWhenItCannotEnter()
{
    if (geteuid() != 0)
        QSKIP("only root hands the server to another account");
    const QString closed = m_ground.path(u"closed"_qs);
    QVERIFY(QDir().mkpath(closed));
    chmod(QFile::encodeName(closed).constData(), 0700);
    PostgresServer server(optionsFor(u"closed/inside"_qs));
    const auto refused = wait(server.start());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(refused.error().facts.value(u"path"_qs).toString(), closed);
}

void tst_PostgresServer::refusesADirectoryThatOthersMayFill()
{
    const QString writable = m_ground.path(u"writable"_qs);
    QVERIFY(QDir().mkpath(writable));
    const QByteArray name = QFile::encodeName(writable);
    chmod(name.constData(), 01777);
    const QString link = m_ground.path(u"link"_qs);
    QVERIFY(QDir().mkpath(m_ground.path(u"target"_qs)));
    QVERIFY(QFile::link(m_ground.path(u"target"_qs), link));
    QStringList refused { u"writable"_qs, u"link"_qs };
    if (geteuid() == 0) {
        QVERIFY(QDir().mkpath(m_ground.path(u"foreign"_qs)));
        QCOMPARE(chown(QFile::encodeName(m_ground.path(u"foreign"_qs)).constData(), 1, 1), 0);
        refused << u"foreign"_qs;
    }
    for (const QString &directory : refused) {
        PostgresServer server(optionsFor(directory));
        const auto answer = wait(server.start());
        QVERIFY2(!answer, qPrintable(directory));
        QCOMPARE(answer.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(answer.error().facts.value(u"path"_qs).toString(), m_ground.path(directory));
        QCOMPARE(answer.error().facts.value(u"reason"_qs).toString(), u"unsafe"_qs);
        QVERIFY(QDir(m_ground.path(directory)).isEmpty());
    }
    struct stat status { };
    QCOMPARE(stat(name.constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(01777));
}

void tst_PostgresServer::handsTheServerToNobodyElsesAccount()
{
    if (geteuid() != 0)
        QSKIP("only root hands the server to another account");
    const auto before = qgetenv("SUDO_UID");
    const auto restore = qScopeGuard([before] {
        if (before.isNull())
            qunsetenv("SUDO_UID");
        else
            qputenv("SUDO_UID", before);
    });
    for (const QByteArray &caller : { QByteArray(), QByteArray("0"), QByteArray("4000000") }) {
        qputenv("SUDO_UID", caller);
        QCOMPARE(ServerAccount::choose().value().name(), u"nobody"_qs);
    }
    qputenv("SUDO_UID", "1");
    QCOMPARE(ServerAccount::choose().value().name(), u"daemon"_qs);
    PostgresServer server(optionsFor(u"account"_qs));
    QVERIFY(wait(server.start()));
    struct stat status { };
    const QString process = u"/proc/%1"_qs.arg(postmaster(m_ground.path(u"account"_qs)));
    QCOMPARE(stat(QFile::encodeName(process).constData(), &status), 0);
    QCOMPARE(status.st_uid, uid_t(1));
    QVERIFY(wait(server.stop()));
    // Somebody else calls: the data stays with whom it was given to.
    qunsetenv("SUDO_UID");
    QCOMPARE(ServerAccount::choose(server.dataDirectory()).value().name(), u"daemon"_qs);
    QVERIFY(wait(server.start()));
    QVERIFY(wait(server.stop()));
}

void tst_PostgresServer::tellsWhatItNeeds()
{
    const auto none = PostgresBinaries::findIn({ u"/nonexistent"_qs, m_ground.path(u"none"_qs) });
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::ServerMissing);
    QCOMPARE(none.error().facts.value(u"needed"_qs).toInt(), 15);
    QCOMPARE(none.error().facts.value(u"found"_qs).toInt(), 0);

    // An old one is told from none at all.
    const QString old = m_ground.path(u"old"_qs);
    QVERIFY(QDir().mkpath(old));
    for (const char *name : { "initdb", "postgres" }) {
        QFile file(old + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name + QByteArray(" (PostgreSQL) 13.4 (Somewhere)\n"));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }
    const auto tooOld = PostgresBinaries::findIn({ old });
    QVERIFY(!tooOld);
    QCOMPARE(tooOld.error().facts.value(u"found"_qs).toInt(), 13);
    QVERIFY(PostgresBinaries::find());
}

void tst_PostgresServer::initialisesWithoutATemplate()
{
    auto options = optionsFor(u"fresh"_qs);
    options.templateDirectory.clear();
    options.settings = { { u"max_connections"_qs, u"17"_qs } };
    PostgresServer server(options);
    QVERIFY(wait(server.start()));
    QCOMPARE(ask(server, "show max_connections"), u"17"_qs);
    QCOMPARE(ask(server, "show data_checksums"), u"on"_qs);
    QVERIFY(wait(server.stop()));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--serve"_qs)
        return serve(application);
    tst_PostgresServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_postgres_server.moc"
