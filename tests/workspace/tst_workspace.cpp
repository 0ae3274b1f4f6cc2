// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/TerminationWatch.h"
#include "app/workspace/Workspace.h"
#include "models/base/Base32.h"
#include "models/base/Deliver.h"
#include "models/base/Totp.h"
#include "tests/workspace/ServerProbe.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTextStream>

using namespace castellan;
using namespace castellan::test;

namespace {

/// What another program does with workspace.json: connects as one of the people in it.
class Client {
public:
    Client(const QJsonObject &workspace, const QString &role, const QString &password)
        : m_handle(nullptr, &PQfinish)
    {
        const auto server = workspace[u"postgres"].toObject();
        const QByteArray host = server[u"host"].toString().toUtf8();
        const QByteArray port = QByteArray::number(server[u"port"].toInt());
        const QByteArray database = server[u"dbname"].toString().toUtf8();
        const QByteArray root = server[u"sslrootcert"].toString().toUtf8();
        const QByteArray user = role.toUtf8();
        const QByteArray secret = password.toUtf8();
        const char *names[] = { "host",     "port",    "dbname",      "user",
                                "password", "sslmode", "sslrootcert", nullptr };
        const char *values[] = { host.constData(),     port.constData(),
                                 database.constData(), user.constData(),
                                 secret.constData(),   "verify-full",
                                 root.constData(),     nullptr };
        m_handle.reset(PQconnectdbParams(names, values, 0));
    }
    Client(const QJsonObject &workspace, const QJsonObject &person)
        : Client(workspace, person[u"role"].toString(), person[u"password"].toString())
    {
    }

    QString ask(const QString &sql) const
    {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(
            PQexec(m_handle.get(), sql.toUtf8().constData()), &PQclear);
        if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
            return QString::fromUtf8(PQerrorMessage(m_handle.get()));
        return QString::fromUtf8(PQgetvalue(result.get(), 0, 0));
    }

private:
    Handle m_handle;
};

QJsonObject readWorkspace(const QString &directory)
{
    QFile file(directory + u"/workspace.json"_qs);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

/// `castellan --demo --headless`, as far as this room goes: `--serve DIRECTORY TEMPLATE`.
int serve(QCoreApplication &application)
{
    Workspace::Options options;
    options.directory = application.arguments().value(2);
    options.templateDirectory = application.arguments().value(3);
    options.accounts = 60;
    Workspace workspace(options);
    TerminationWatch termination;
    QObject::connect(&termination, &TerminationWatch::requested, &workspace, [&] {
        deliver(workspace.stop(), &workspace,
                [](const Result<void> &) { QCoreApplication::quit(); });
    });
    deliver(workspace.start(), &workspace, [](const Result<void> &answer) {
        QTextStream(stdout) << (answer ? "ready" : "failed") << Qt::endl;
    });
    return QCoreApplication::exec();
}

} // namespace

class tst_Workspace : public QObject {
    Q_OBJECT

private:
    Workspace::Options optionsFor(const QString &name, int accounts = 60) const
    {
        Workspace::Options options;
        options.directory = m_ground.path(name);
        options.templateDirectory = m_ground.path(u"template"_qs);
        options.accounts = accounts;
        return options;
    }
    /// Another program that serves; without a directory in a temporary one below `temporary`.
    std::unique_ptr<QProcess> otherConsole(const QString &directory, const QString &temporary = {})
    {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        if (!temporary.isEmpty())
            environment.insert(u"TMPDIR"_qs, temporary);
        process->setProcessEnvironment(environment);
        process->start(QCoreApplication::applicationFilePath(),
                       { u"--serve"_qs, directory, m_ground.path(u"template"_qs) });
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
    void keepsTheContractOfItsFile();
    void letsEverybodySignIn();
    void isPopulated();
    void looksTheSameEachTime();
    void findsItsDataAgain();
    void startsOverWhenInterrupted();
    void makesAnyNumber();
    void leavesNothingWhenTemporary();
    void leavesNothingWhenTemporaryAndKilled();
    void workspacesDoNotCollide();
    void oneConsoleADirectory();
    void refusesADirectoryThatOthersMayFill();
    void endsInOrderOnSigterm();
    void leavesNoServerWhenKilled();
};

void tst_Workspace::keepsTheContractOfItsFile()
{
    const QString directory = m_ground.path(u"main"_qs);
    Workspace workspace(optionsFor(u"main"_qs, 500));
    QSignalSpy progress(&workspace, &Workspace::progress);
    // One of an earlier run must not be taken for ours while we are starting.
    QVERIFY(QDir().mkpath(directory));
    QFile stale(directory + u"/workspace.json"_qs);
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.write("{}");
    stale.close();
    const auto started = workspace.start();
    QVERIFY(!QFile::exists(stale.fileName()));
    QVERIFY(wait(started));
    QCOMPARE(progress.last().at(0).value<Workspace::Step>(), Workspace::Step::Ready);

    struct stat status { };
    QCOMPARE(stat(QFile::encodeName(stale.fileName()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
    const auto json = readWorkspace(directory);
    QCOMPARE(json.keys(),
             QStringList({ u"application"_qs, u"key_directory"_qs, u"operators"_qs, u"postgres"_qs,
                           u"superuser"_qs }));
    const auto server = json[u"postgres"].toObject();
    QCOMPARE(server.keys(),
             QStringList({ u"dbname"_qs, u"host"_qs, u"port"_qs, u"sslrootcert"_qs }));
    QVERIFY(server[u"port"].isDouble());
    QVERIFY(QFile::exists(server[u"sslrootcert"].toString()));
    QVERIFY(QFile::exists(json[u"key_directory"].toString() + u"/castellan.1.key"_qs));
    QMap<QString, int> kinds;
    const auto people = json[u"operators"].toArray();
    for (const auto &value : people) {
        const auto person = value.toObject();
        QCOMPARE(person.keys(),
                 QStringList({ u"kind"_qs, u"password"_qs, u"role"_qs, u"totp_secret"_qs }));
        ++kinds[person[u"kind"].toString()];
    }
    const QMap<QString, int> twoOfEach { { u"admin"_qs, 2 },
                                         { u"helpdesk"_qs, 2 },
                                         { u"auditor"_qs, 2 } };
    QCOMPARE(kinds, twoOfEach);
    QVERIFY(wait(workspace.stop()));
    QVERIFY(!QFile::exists(stale.fileName()));
}

void tst_Workspace::letsEverybodySignIn()
{
    Workspace workspace(optionsFor(u"main"_qs));
    QVERIFY(wait(workspace.start()));
    const auto json = readWorkspace(m_ground.path(u"main"_qs));
    const auto people = json[u"operators"].toArray();
    for (const auto &value : people) {
        const auto person = value.toObject();
        const Client client(json, person);
        QCOMPARE(client.ask(u"select current_user"_qs), person[u"role"].toString());
        const auto seed = Base32::decode(person[u"totp_secret"].toString().toUtf8());
        QVERIFY(seed);
        const QString code =
            Totp::code(seed.value().view(), Totp::timeStep(QDateTime::currentDateTimeUtc()));
        const QString attempt =
            client.ask(u"select attempt from castellan.sign_in_begin('%1')"_qs.arg(code));
        QCOMPARE(client.ask(u"select outcome from castellan.sign_in_finish('%1')"_qs.arg(attempt)),
                 u"ok"_qs);
        QCOMPARE(client.ask(u"select kind from castellan.my_session()"_qs),
                 person[u"kind"].toString());
    }
    const Client application(json, json[u"application"].toObject());
    QCOMPARE(application.ask(u"select length(castellan.account_sync('new', 'new.person', "
                             "'New Person', null, 'user', true)::text)"_qs),
             u"36"_qs);
    const Client superuser(json, json[u"superuser"].toObject());
    QCOMPARE(superuser.ask(u"show is_superuser"_qs), u"on"_qs);
    QVERIFY(wait(workspace.stop()));
}

void tst_Workspace::isPopulated()
{
    Workspace workspace(optionsFor(u"main"_qs));
    QVERIFY(wait(workspace.start()));
    const auto json = readWorkspace(m_ground.path(u"main"_qs));
    const Client client(json, json[u"superuser"].toObject());
    QVERIFY(client.ask(u"select count(*) from castellan_private.account"_qs).toInt() >= 500);
    QCOMPARE(client.ask(u"select string_agg(distinct factor_state, ',' order by factor_state) from "
                        "castellan_private.account_entries(array(select id from "
                        "castellan_private.account), 'name', clock_timestamp())"_qs),
             u"active,disabled,locked,must_enrol,none,pending"_qs);
    QCOMPARE(client.ask(u"select string_agg(distinct rank, ',' order by rank) from "
                        "castellan_private.account"_qs),
             u"admin,staff,user"_qs);
    QVERIFY(
        client.ask(u"select count(*) from castellan_private.account where email is null"_qs).toInt()
        > 5);
    // Right-to-left, Han, Cyrillic, Devanagari.
    for (const char16_t *range : { u"[א-ת]", u"[ء-ي]", u"[一-龥]", u"[а-я]", u"[अ-ह]" }) {
        const QString sql =
            u"select count(*) from castellan_private.account where display_name ~ '%1'"_qs.arg(
                QString::fromUtf16(range));
        QVERIFY2(client.ask(sql).toInt() > 0, qPrintable(sql));
    }
    QCOMPARE(client.ask(u"select count(distinct date_trunc('week', at)) >= 12 from "
                        "castellan_private.audit_event"_qs),
             u"t"_qs);
    QCOMPARE(client.ask(u"select count(*) from castellan_private.audit_event_default"_qs), u"0"_qs);
    // The trail verifies, personal parts and copies included, and every seed opens.
    QCOMPARE(
        client.ask(u"select count(*) from castellan_private.audit_event e where "
                   "leaf is distinct from castellan_private.audit_leaf(e) or client_address is "
                   "distinct from (personal ->> 'client')::inet"_qs),
        u"0"_qs);
    QCOMPARE(client.ask(u"select count(*) from castellan_private.factor f where "
                        "octet_length(castellan_private.factor_seed(f)) = 20"_qs),
             client.ask(u"select count(*) from castellan_private.factor"_qs));
    QCOMPARE(
        client.ask(u"select count(*) from castellan_private.account a where has_factor <> exists "
                   "(select from castellan_private.factor f where f.account = a.id and not "
                   "f.pending)"_qs),
        u"0"_qs);
    // Nothing is later than now, and nobody used a factor before having it.
    QCOMPARE(client.ask(u"select count(*) from castellan_private.audit_event where at > "
                        "clock_timestamp()"_qs),
             u"0"_qs);
    QCOMPARE(
        client.ask(u"select count(*) from castellan_private.factor f join "
                   "castellan_private.account a on a.id = f.account where not f.pending and not "
                   "(a.created_at <= f.confirmed_at and f.confirmed_at <= f.last_used_at)"_qs),
        u"0"_qs);
    QVERIFY(wait(workspace.stop()));
}

void tst_Workspace::looksTheSameEachTime()
{
    const auto digest = [](const QJsonObject &json) {
        return Client(json, json[u"superuser"].toObject())
            .ask(u"select md5(string_agg(id || login || coalesce(display_name, '') || rank || "
                 "has_factor, '' order by id)) from castellan_private.account where external_id <> "
                 "'new' "
                 "and external_id::integer <= 10060"_qs);
    };
    Workspace one(optionsFor(u"same1"_qs));
    Workspace two(optionsFor(u"same2"_qs));
    QVERIFY(wait(one.start()));
    QVERIFY(wait(two.start()));
    const QString first = digest(readWorkspace(one.directory()));
    QCOMPARE(first.size(), 32);
    QCOMPARE(first, digest(readWorkspace(two.directory())));
    QVERIFY(wait(one.stop()));
    QVERIFY(wait(two.stop()));
}

void tst_Workspace::findsItsDataAgain()
{
    QJsonObject before;
    {
        Workspace workspace(optionsFor(u"again"_qs));
        QVERIFY(wait(workspace.start()));
        before = readWorkspace(workspace.directory());
        const Client client(before, before[u"application"].toObject());
        client.ask(u"select castellan.account_sync('kept', 'kept', null, null, 'user', true)"_qs);
        QVERIFY(wait(workspace.stop()));
    }
    Workspace workspace(optionsFor(u"again"_qs, 5000));
    QVERIFY(wait(workspace.start()));
    const auto after = readWorkspace(workspace.directory());
    for (const char16_t *key : { u"operators", u"application", u"superuser", u"key_directory" })
        QCOMPARE(after[QStringView(key)], before[QStringView(key)]);
    const Client client(after, after[u"superuser"].toObject());
    QCOMPARE(client.ask(u"select count(*) from castellan_private.account"_qs), u"61"_qs);
    QVERIFY(wait(workspace.stop()));
}

void tst_Workspace::startsOverWhenInterrupted()
{
    Workspace::Options options = optionsFor(u"interrupted"_qs);
    {
        Workspace workspace(options);
        QVERIFY(wait(workspace.start()));
        QVERIFY(wait(workspace.stop()));
    }
    // As if the console had been killed before the last step.
    QVERIFY(QFile::remove(options.directory + u"/credentials"_qs));
    Workspace workspace(options);
    QVERIFY(wait(workspace.start()));
    const auto json = readWorkspace(options.directory);
    const Client client(json, json[u"superuser"].toObject());
    QCOMPARE(client.ask(u"select count(*) from castellan_private.account"_qs), u"60"_qs);
    QVERIFY(wait(workspace.stop()));

    // Stopped in the middle by a person.
    Workspace hasty(optionsFor(u"hasty"_qs));
    const auto started = hasty.start();
    QVERIFY(wait(hasty.stop()));
    QCOMPARE(started.result().error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(hasty.directory() + u"/workspace.json"_qs));
}

void tst_Workspace::makesAnyNumber()
{
    for (const int accounts : { 1, 25'000 }) {
        Workspace workspace(optionsFor(u"number%1"_qs.arg(accounts), accounts));
        QVERIFY(wait(workspace.start()));
        const auto json = readWorkspace(workspace.directory());
        const Client client(json, json[u"superuser"].toObject());
        QCOMPARE(client.ask(u"select count(*) from castellan_private.account"_qs),
                 QString::number(accounts));
        // The indexes that were out of the way while filling are there again.
        QCOMPARE(
            client.ask(u"select count(*) >= 11 from pg_indexes where tablename = 'account' and "
                       "schemaname = 'castellan_private'"_qs),
            u"t"_qs);
        QVERIFY(wait(workspace.stop()));
    }
}

void tst_Workspace::leavesNothingWhenTemporary()
{
    Workspace::Options options;
    options.templateDirectory = m_ground.path(u"template"_qs);
    options.accounts = 30;
    Workspace workspace(options);
    QVERIFY(wait(workspace.start()));
    const QString directory = workspace.directory();
    QVERIFY(QFile::exists(directory));
    QVERIFY(!QFile::exists(directory + u"/workspace.json"_qs));
    QCOMPARE(workspace.facts().people.operators.size(), size_t(6));
    QVERIFY(wait(workspace.stop()));
    QVERIFY(!QFile::exists(directory));
}

void tst_Workspace::leavesNothingWhenTemporaryAndKilled()
{
    const QString place = m_ground.path(u"t"_qs);
    QVERIFY(QDir().mkpath(place));
    const auto console = otherConsole({}, place);
    QVERIFY(console);
    QCOMPARE(QDir(place).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    kill(static_cast<pid_t>(console->processId()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(QDir(place).isEmpty(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(console->state(), QProcess::NotRunning, kPatience);
}

void tst_Workspace::workspacesDoNotCollide()
{
    Workspace one(optionsFor(u"side1"_qs));
    Workspace two(optionsFor(u"side2"_qs));
    const auto first = one.start();
    const auto second = two.start();
    QVERIFY(wait(first));
    QVERIFY(wait(second));
    QVERIFY(one.facts().port != two.facts().port);
    QVERIFY(wait(one.stop()));
    const auto json = readWorkspace(two.directory());
    QCOMPARE(Client(json, json[u"superuser"].toObject()).ask(u"select 2"_qs), u"2"_qs);
    QVERIFY(wait(two.stop()));
}

void tst_Workspace::oneConsoleADirectory()
{
    Workspace one(optionsFor(u"side1"_qs));
    QVERIFY(wait(one.start()));
    {
        Workspace second(optionsFor(u"side1"_qs));
        const auto refused = wait(second.start());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InUse);
    }
    // The other's file is not ours to take away.
    const auto json = readWorkspace(one.directory());
    QCOMPARE(Client(json, json[u"superuser"].toObject()).ask(u"select 1"_qs), u"1"_qs);
    QVERIFY(wait(one.stop()));
}

void tst_Workspace::refusesADirectoryThatOthersMayFill()
{
    const QString directory = m_ground.path(u"open"_qs);
    QVERIFY(QDir().mkpath(directory));
    const QByteArray name = QFile::encodeName(directory);
    chmod(name.constData(), 01777);
    {
        Workspace workspace(optionsFor(u"open"_qs));
        const auto refused = wait(workspace.start());
        QVERIFY(!refused);
        QCOMPARE(refused.error().facts.value(u"reason"_qs).toString(), u"unsafe"_qs);
    }
    struct stat status { };
    QCOMPARE(stat(name.constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(01777));
    QVERIFY(QDir(directory).isEmpty());
    // One of ours stays as readable as it was; as root the server's account may pass as well.
    chmod(name.constData(), 0750);
    Workspace workspace(optionsFor(u"open"_qs));
    QVERIFY(wait(workspace.start()));
    QCOMPARE(stat(name.constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, geteuid() == 0 ? mode_t(0751) : mode_t(0750));
    QVERIFY(wait(workspace.stop()));
}

void tst_Workspace::endsInOrderOnSigterm()
{
    const QString directory = m_ground.path(u"sigterm"_qs);
    for (const int number : { SIGTERM, SIGINT }) {
        const auto console = otherConsole(directory);
        QVERIFY(console);
        const qint64 server = postmaster(directory + u"/postgres"_qs);
        QVERIFY(isAlive(server));
        kill(static_cast<pid_t>(console->processId()), number);
        QTRY_COMPARE_WITH_TIMEOUT(console->state(), QProcess::NotRunning, kPatience);
        // It ended after PostgreSQL did, by itself, and the file was gone before.
        QVERIFY(!isAlive(server));
        QCOMPARE(console->exitStatus(), QProcess::NormalExit);
        QCOMPARE(console->exitCode(), 0);
        QVERIFY(!QFile::exists(directory + u"/workspace.json"_qs));
    }
}

void tst_Workspace::leavesNoServerWhenKilled()
{
    const QString directory = m_ground.path(u"sigkill"_qs);
    const auto console = otherConsole(directory);
    QVERIFY(console);
    const auto before = readWorkspace(directory);
    const qint64 server = postmaster(directory + u"/postgres"_qs);
    const pid_t supervisor = parentOf(server);
    kill(static_cast<pid_t>(console->processId()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(server) && !isAlive(supervisor), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(console->state(), QProcess::NotRunning, kPatience);
    Workspace next(optionsFor(u"sigkill"_qs));
    QVERIFY(wait(next.start()));
    QCOMPARE(readWorkspace(directory)[u"operators"], before[u"operators"]);
    QVERIFY(wait(next.stop()));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--serve"_qs)
        return serve(application);
    tst_Workspace test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workspace.moc"
