// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/Commands.h"
#include "models/base/Base32.h"
#include "models/base/Totp.h"
#include "models/database/PgEnvironment.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"
#include "tests/support/TestServer.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace castellan;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString complaint;
};

} // namespace

/// The commands as somebody on the database host runs them: this executable starts itself as
/// `castellan schema …`.
class SchemaCommandTest : public QObject {
    Q_OBJECT

private:
    QString connection(const QString &user = QStringLiteral("postgres")) const
    {
        return QStringLiteral("postgresql://%1@127.0.0.1:%2/%3?sslmode=verify-full&sslrootcert=%4")
            .arg(user)
            .arg(m_server.superuser().port)
            .arg(m_database, m_server.superuser().rootCertificate);
    }

    /// With the superuser's password as the first line of the standard input.
    Outcome run(const QStringList &arguments, const QByteArray &moreInput = {})
    {
        return runWith(arguments,
                       m_server.superuserPassword().view().toByteArray() + '\n' + moreInput, {});
    }

    Outcome runWith(const QStringList &arguments, const QByteArray &input,
                    const QString &passwordFile)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        // What must have no influence.
        environment.insert(QStringLiteral("PGHOSTADDR"), QStringLiteral("203.0.113.1"));
        environment.insert(QStringLiteral("PGOPTIONS"), QStringLiteral("-c role=nobody"));
        environment.insert(QStringLiteral("PGSERVICE"), QStringLiteral("nowhere"));
        if (!passwordFile.isEmpty())
            environment.insert(QStringLiteral("PGPASSFILE"), passwordFile);
        process.setProcessEnvironment(environment);
        QSignalSpy ended(&process, &QProcess::finished);
        process.start(QCoreApplication::applicationFilePath(),
                      QStringList { QStringLiteral("--command"), QStringLiteral("schema") }
                          + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (ended.isEmpty())
            ended.wait(60'000);
        return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                 QString::fromUtf8(process.readAllStandardError()) };
    }

    QStringList to(const QStringList &words) const
    {
        return words + QStringList { QStringLiteral("--connection"), connection() };
    }

    QStringList installation(const QStringList &more = {}) const
    {
        return to(QStringList { QStringLiteral("install"), QStringLiteral("--key-directory"),
                                m_server.path(QStringLiteral("keys")) }
                  + more);
    }

    Outcome install() { return run(installation()); }

    QStringList addition(const QString &role, const QString &kind,
                         const QStringList &more = {}) const
    {
        return to(QStringList { QStringLiteral("operator"), QStringLiteral("add"), role,
                                QStringLiteral("--kind"), kind }
                  + more);
    }

    TestServer m_server;
    QString m_database;
    int m_databases = 0;

private Q_SLOTS:
    void initTestCase() { QVERIFY_RESULT(m_server.start()); }

    void cleanupTestCase() { QVERIFY_RESULT(m_server.stop()); }

    void init()
    {
        m_database = QStringLiteral("commands_%1").arg(++m_databases);
        QVERIFY_RESULT(
            m_server.run(QStringLiteral("postgres"), { "create database " + m_database.toUtf8() }));
    }

    void helps()
    {
        const Outcome outcome = run({ QStringLiteral("--help") });
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains(QLatin1StringView("operator unlock ROLE")));
    }

    void leavesOtherArgumentsAlone()
    {
        QVERIFY(!runCommand({ QStringLiteral("--demo") }).has_value());
        QVERIFY(!runCommand({}).has_value());
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *arguments, const char *complaint) {
            QTest::newRow(arguments)
                << QString::fromUtf8(arguments).split(u' ') << QString::fromUtf8(complaint);
        };
        row("explode", "explode");
        row("install --sudo", "sudo");
        row("install", "--connection is missing");
        row("install --connection postgresql://a:secret@h/d", "must not contain a password");
        row("operator add --connection postgresql://h/d", "ROLE is missing");
        row("operator add ann --connection postgresql://h/d", "--kind is missing");
        row("operator reset ann --account 7 --connection postgresql://h/d", "--account");
        row("operator add ann --kind king --connection postgresql://h/d", "--kind has a value");
        row("status now --connection postgresql://h/d", "now");
        row("upgrade --admin ann --connection postgresql://h/d", "--admin");
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, complaint);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.complaint.contains(complaint), qPrintable(outcome.complaint));
        QVERIFY(!outcome.complaint.contains(QLatin1StringView("secret@")));
    }

    void installsAndTellsTheStatus()
    {
        QCOMPARE(run(to({ QStringLiteral("status") })).status, 3);
        const Outcome installed = install();
        QVERIFY2(installed.status == 0, qPrintable(installed.complaint));
        QCOMPARE(install().status, 0);
        const Outcome status = run(to({ QStringLiteral("status") }));
        QCOMPARE(status.status, 0);
        QVERIFY(status.out.contains(QLatin1StringView("Everything is in place.")));
        QCOMPARE(run(to({ QStringLiteral("upgrade") })).status, 0);
    }

    void saysWhatItLacks()
    {
        const Outcome noKeys = run(to({ QStringLiteral("install") }));
        QCOMPARE(noKeys.status, 1);
        QVERIFY(noKeys.complaint.contains(QLatin1StringView("--key-directory")));
        QVERIFY(noKeys.complaint.contains(QLatin1StringView("Nothing has been changed.")));
        QVERIFY_RESULT(m_server.createRole(QStringLiteral("plain_user"), "plain"));
        const Outcome plain = runWith({ QStringLiteral("install"), QStringLiteral("--connection"),
                                        connection(QStringLiteral("plain_user")) },
                                      "plain\n", {});
        QCOMPARE(plain.status, 1);
        QVERIFY(plain.complaint.contains(QLatin1StringView("no superuser")));
        const Outcome none = run(to({ QStringLiteral("upgrade") }));
        QCOMPARE(none.status, 1);
        const Outcome operatorFirst =
            run(to({ QStringLiteral("operator"), QStringLiteral("unlock"), QStringLiteral("x") }));
        QCOMPARE(operatorFirst.status, 1);
    }

    void saysWhatStaysDoneWhenTheRestFails()
    {
        const QStringList install =
            installation({ QStringLiteral("--admin"), QStringLiteral("pg_mine") });
        const Outcome refused = run(install, "\n");
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.out.contains(QLatin1StringView("Everything is in place.")));
        QVERIFY(refused.complaint.contains(QLatin1StringView("The schema is installed")));
        QVERIFY(!refused.complaint.contains(QLatin1StringView("Nothing has been changed.")));
        // A key that can't be shown; the schema itself makes no such thing.
        QVERIFY_RESULT(m_server.run(m_database, { R"(
            create or replace function castellan_private.operator_reset(role_name text,
                out outcome text, out uri text) language sql
            as $$ values ('ok', 'otpauth://hotp/none') $$)" }));
        const Outcome unseen = run(to(
            { QStringLiteral("operator"), QStringLiteral("reset"), QStringLiteral("somebody") }));
        QCOMPARE(unseen.status, 1);
        QVERIFY(unseen.complaint.contains(QLatin1StringView("nobody has seen its key")));
        QVERIFY(!unseen.complaint.contains(QLatin1StringView("Nothing has been changed.")));
    }

    void looksBeforeItChangesAnything()
    {
        const QStringList install =
            installation({ QStringLiteral("--admin"), QStringLiteral("first") });
        const Outcome mistyped = run(install, "the password of one\nthe password of other\n");
        QCOMPARE(mistyped.status, 1);
        QVERIFY(mistyped.complaint.contains(QLatin1StringView("Nothing has been changed.")));
        const Outcome ended = run(install);
        QCOMPARE(ended.status, 1);
        QVERIFY(ended.complaint.contains(QLatin1StringView("The input has ended")));
        QCOMPARE(run(to({ QStringLiteral("status") })).status, 3);
        const Outcome early =
            run(addition(QStringLiteral("x"), QStringLiteral("admin"),
                         { QStringLiteral("--account"), QStringLiteral("4711") }));
        QVERIFY2(early.complaint.contains(QLatin1StringView("is not installed")),
                 qPrintable(early.complaint));
        QCOMPARE(this->install().status, 0);
        const Outcome nobody =
            run(addition(QStringLiteral("x"), QStringLiteral("admin"),
                         { QStringLiteral("--account"), QStringLiteral("4711") }),
                "short\n");
        QCOMPARE(nobody.status, 1);
        QVERIFY2(nobody.complaint.contains(QLatin1StringView("no account with the external ID")),
                 qPrintable(nobody.complaint)); // before it looks at the password
    }

    void warnsOfPreparedTransactions()
    {
        const auto warned = [this] {
            return run(to({ QStringLiteral("status") }))
                .out.contains(QLatin1StringView("max_prepared_transactions"));
        };
        QCOMPARE(install().status, 0);
        QVERIFY(!warned());
        QVERIFY_RESULT(m_server.run(QStringLiteral("postgres"),
                                    { "alter system set max_prepared_transactions = 5" }));
        QVERIFY_RESULT(m_server.stop());
        QVERIFY_RESULT(m_server.start());
        const bool said = warned();
        QVERIFY_RESULT(m_server.run(QStringLiteral("postgres"),
                                    { "alter system reset max_prepared_transactions" }));
        QVERIFY_RESULT(m_server.stop());
        QVERIFY_RESULT(m_server.start());
        QVERIFY(said);
    }

    void showsNoControlSequencesOfTheServer()
    {
        QVERIFY_RESULT(m_server.run(m_database, { "create schema castellan_private", R"(
            create function castellan_private.operator_unlock(text) returns text language plpgsql
            as $$ begin raise exception E'\033[2J\033]0;title\007gone'; end $$)" }));
        const Outcome outcome = run(
            to({ QStringLiteral("operator"), QStringLiteral("unlock"), QStringLiteral("ann") }));
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.complaint.contains(QLatin1StringView("gone")));
        QVERIFY(!outcome.complaint.contains(QChar(0x1b)));
        QVERIFY(!outcome.complaint.contains(QChar(0x07)));
    }

    void refusesAnOverlongLine()
    {
        QCOMPARE(install().status, 0);
        const QString role = QStringLiteral("long_") + m_database;
        const QStringList add = addition(role, QStringLiteral("admin"));
        // Cut in two, it would answer both prompts.
        const QByteArray half(1024, 'x');
        const Outcome outcome = run(add, half + half + '\n');
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.complaint.contains(QLatin1StringView("at most 1024 bytes")));
        QCOMPARE(run(add, half + '\n' + half + '\n').status, 0);
    }

    void leavesTheTerminalAsItWas()
    {
        int keyboard = -1;
        int terminal = -1;
        QCOMPARE(openpty(&keyboard, &terminal, nullptr, nullptr, nullptr), 0);
        const auto echoes = [terminal] {
            termios state {};
            return tcgetattr(terminal, &state) == 0 && (state.c_lflag & ECHO) != 0;
        };
        QVERIFY(echoes());
        QProcess process;
        process.setChildProcessModifier([terminal] {
            setsid();
            ioctl(terminal, TIOCSCTTY, 0);
            dup2(terminal, STDIN_FILENO);
        });
        process.start(QCoreApplication::applicationFilePath(),
                      QStringList { QStringLiteral("--command"), QStringLiteral("schema") }
                          + to({ QStringLiteral("status") }));
        QTRY_VERIFY_WITH_TIMEOUT(!echoes(), 30'000);
        const char interrupt = 3; // Ctrl+C
        QCOMPARE(write(keyboard, &interrupt, 1), ssize_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), SIGINT);
        QVERIFY(echoes());
        close(keyboard);
        close(terminal);
    }

    void takesThePasswordFromItsFile()
    {
        const QString file = m_server.path(QStringLiteral("passfile"));
        QFile passwords(file);
        QVERIFY(passwords.open(QIODevice::WriteOnly));
        passwords.write("*:*:*:postgres:" + m_server.superuserPassword().view().toByteArray()
                        + '\n');
        passwords.close();
        QVERIFY(passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(runWith(to({ QStringLiteral("status") }), {}, file).status, 3);
        QCOMPARE(runWith(to({ QStringLiteral("status") }), "wrong\n", {}).status, 1);
    }

    void makesAnOperatorWhoCanSignIn()
    {
        QCOMPARE(install().status, 0);
        const QString role = QStringLiteral("boss_") + m_database;
        const QStringList add = addition(role, QStringLiteral("admin"));
        const Outcome mistyped = run(add, "the password of one\nthe password of other\n");
        QCOMPARE(mistyped.status, 1);
        QVERIFY(mistyped.complaint.contains(QLatin1StringView("are not the same")));
        const Outcome tooShort = run(add, "fourteen chars\nfourteen chars\n");
        QCOMPARE(tooShort.status, 1);
        QVERIFY(tooShort.complaint.contains(QLatin1StringView("at least 15 characters")));
        const Outcome added = run(add, "the pass of boss\nthe pass of boss\n");
        QVERIFY2(added.status == 0, qPrintable(added.complaint));
        QVERIFY(added.out.contains(u'\u2588'));
        static const QRegularExpression key(QStringLiteral("^((?:[A-Z2-7]{4} ?){8})$"),
                                            QRegularExpression::MultilineOption);
        const auto seed = Base32::decode(key.match(added.out).captured(1).toLatin1());
        QVERIFY_RESULT(seed);
        QCOMPARE(seed.value().size(), 20);
        QVERIFY(signsIn(role, "the pass of boss", seed.value()));
        // Again: kind changed, factor kept and not shown.
        const Outcome again = run(addition(role, QStringLiteral("helpdesk")), "\n");
        QCOMPARE(again.status, 0);
        QVERIFY(!key.match(again.out).hasMatch());
        // A reset shows another key.
        const Outcome reset =
            run(to({ QStringLiteral("operator"), QStringLiteral("reset"), role }));
        QCOMPARE(reset.status, 0);
        QVERIFY(key.match(reset.out).hasMatch());
        QVERIFY(key.match(reset.out).captured(1) != key.match(added.out).captured(1));
        QCOMPARE(run(to({ QStringLiteral("operator"), QStringLiteral("unlock"), role })).status, 0);
        QCOMPARE(run(to({ QStringLiteral("operator"), QStringLiteral("unlock"),
                          QStringLiteral("nobody_known") }))
                     .status,
                 1);
        QCOMPARE(run(addition(QStringLiteral("postgres"), QStringLiteral("admin")), "\n").status,
                 1);
    }

private:
    bool signsIn(const QString &role, const QByteArray &password, const Secret &seed)
    {
        SqlSession session;
        const auto opened =
            await(session.open(m_server.profile(m_database, role), Secret::copyOf(password)));
        if (!opened.hasValue())
            return false;
        const QString code =
            Totp::code(seed.view(), Totp::timeStep(QDateTime::currentDateTimeUtc()));
        const auto begun =
            await(session.rows(SqlStatement("select attempt from castellan.sign_in_begin($1)")
                                   .bind(Secret::fromUtf16(code))));
        const auto done =
            await(session.rows(SqlStatement("select ok from castellan.sign_in_finish($1)")
                                   .bind(begun.value().constFirst().uuid("attempt"))
                                   .disclosing()));
        return done.hasValue() && done.value().constFirst().boolean("ok");
    }
};

int main(int argc, char *argv[])
{
    PgEnvironment::scrub();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const QCoreApplication application(argc, argv);
    if (arguments.value(0) == QLatin1StringView("--command"))
        return runCommand(arguments.mid(1)).value_or(99);
    SchemaCommandTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_schema_command.moc"
