// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/vault/KeychainVault.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace castellan;

namespace {

constexpr char kInside[] = "CASTELLAN_TEST_IN_BUS";
const QString kDaemon = QStringLiteral("gnome-keyring-daemon");

/// A call on the session bus; what it printed.
QByteArray call(const QStringList &arguments)
{
    QProcess ask;
    QSignalSpy ended(&ask, &QProcess::finished);
    ask.start(QStringLiteral("dbus-send"),
              QStringList { QStringLiteral("--session"), QStringLiteral("--print-reply") }
                  + arguments);
    if (ended.isEmpty())
        ended.wait();
    return ask.readAllStandardOutput();
}

/// A real gnome-keyring on this test's own bus, with its files in this test's own directory.
class Keyring {
public:
    bool startUnlocked()
    {
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(kDaemon,
                        { QStringLiteral("--foreground"), QStringLiteral("--components=secrets"),
                          QStringLiteral("--unlock") });
        m_process.write("keyring password");
        m_process.closeWriteChannel();
        return QTest::qWaitFor([this] { return ownsName(); });
    }
    bool lock()
    {
        const QByteArray answer =
            call({ QStringLiteral("--dest=org.freedesktop.secrets"),
                   QStringLiteral("/org/freedesktop/secrets"),
                   QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                   QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login") });
        return answer.contains("collection/login");
    }
    void signal(int number) { kill(static_cast<pid_t>(m_process.processId()), number); }
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        QSignalSpy ended(&m_process, &QProcess::finished);
        signal(SIGCONT);
        signal(SIGTERM);
        ended.wait();
    }

private:
    bool ownsName() const
    {
        const QByteArray owner =
            call({ QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                   QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"),
                   QStringLiteral("string:org.freedesktop.secrets") });
        return m_process.processId() != 0
            && owner.contains(QByteArray::number(m_process.processId()));
    }

    QProcess m_process;
};

} // namespace

class KeychainVaultTest : public QObject {
    Q_OBJECT

private:
    Keyring m_keyring;

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariable(kInside) == QLatin1StringView("nobus"))
            return;
        QVERIFY(m_keyring.startUnlocked());
    }

    void cleanupTestCase() { m_keyring.stop(); }

    void keepsAndForgets()
    {
        if (qEnvironmentVariable(kInside) == QLatin1StringView("nobus"))
            QSKIP("there is no bus in this run");
        KeychainVault vault;
        const QString key = QStringLiteral("ann@db/app");
        QCOMPARE(await(vault.read(key)).error().code, ErrorCode::NotFound);
        QVERIFY_RESULT(await(vault.write(key, Secret::copyOf("s3crät \xf0\x9f\x94\x91"))));
        const auto read = await(vault.read(key));
        QVERIFY_RESULT(read);
        QCOMPARE(read.value().view(), QByteArrayView("s3crät \xf0\x9f\x94\x91"));
        QVERIFY_RESULT(await(vault.write(key, Secret::copyOf("other"))));
        QCOMPARE(await(vault.read(key)).value().view(), QByteArrayView("other"));
        QVERIFY_RESULT(await(vault.remove(key)));
        QVERIFY_RESULT(await(vault.remove(key)));
        QCOMPARE(await(vault.read(key)).error().code, ErrorCode::NotFound);
        QVERIFY(!vault.isHung());
    }

    void survivesItsOwnEnd()
    {
        if (qEnvironmentVariable(kInside) == QLatin1StringView("nobus"))
            QSKIP("there is no bus in this run");
        QFuture<Result<Secret>> reading;
        {
            KeychainVault vault;
            reading = vault.read(QStringLiteral("kept"));
        }
        QCOMPARE(await(reading).error().code, ErrorCode::Cancelled);
        KeychainVault other;
        QVERIFY_RESULT(await(other.write(QStringLiteral("kept"), Secret::copyOf("x"))));
        QVERIFY_RESULT(await(other.read(QStringLiteral("kept"))));
    }

    void tellsLockedFromAbsent()
    {
        if (qEnvironmentVariable(kInside) == QLatin1StringView("nobus"))
            QSKIP("there is no bus in this run");
        const QString key = QStringLiteral("kept");
        KeychainVault vault;
        QVERIFY_RESULT(await(vault.write(key, Secret::copyOf("still here"))));
        QVERIFY(m_keyring.lock());
        QCOMPARE(await(vault.read(key)).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(await(vault.write(key, Secret::copyOf("x"))).error().code,
                 ErrorCode::KeychainLocked);
        QVERIFY(!vault.isHung());
    }

    void givesUpOnAHungKeychain()
    {
        if (qEnvironmentVariable(kInside) == QLatin1StringView("nobus"))
            QSKIP("there is no bus in this run");
        KeychainVault vault;
        m_keyring.signal(SIGSTOP);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(await(vault.read(QStringLiteral("kept"))).error().code,
                 ErrorCode::KeychainTimedOut);
        QVERIFY(clock.elapsed() >= KeychainVault::kTimeoutMs * 9 / 10);
        QVERIFY(clock.elapsed() < KeychainVault::kTimeoutMs + 2000);
        QVERIFY(vault.isHung());
        clock.start();
        QCOMPARE(await(vault.write(QStringLiteral("kept"), Secret::copyOf("x"))).error().code,
                 ErrorCode::KeychainTimedOut);
        QVERIFY(clock.elapsed() < 1000);
        // It comes to life again and answers the leaked job: nothing happens.
        m_keyring.signal(SIGCONT);
        QCOMPARE(await(vault.remove(QStringLiteral("kept"))).error().code,
                 ErrorCode::KeychainTimedOut);
    }

    void goesOnWithoutABus()
    {
        if (qEnvironmentVariable(kInside) != QLatin1StringView("nobus")) {
            // Which bus to use is settled once a process: another one.
            QProcess process;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QLatin1StringView(kInside), QStringLiteral("nobus"));
            environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                               QStringLiteral("unix:path=/dev/null/none"));
            process.setProcessEnvironment(environment);
            QSignalSpy ended(&process, &QProcess::finished);
            process.start(QCoreApplication::applicationFilePath(),
                          { QStringLiteral("goesOnWithoutABus") });
            if (ended.isEmpty())
                ended.wait(30'000);
            QCOMPARE(process.exitCode(), 0);
            return;
        }
        KeychainVault vault;
        QCOMPARE(await(vault.read(QStringLiteral("x"))).error().code,
                 ErrorCode::KeychainUnavailable);
        QCOMPARE(await(vault.write(QStringLiteral("x"), Secret::copyOf("y"))).error().code,
                 ErrorCode::KeychainUnavailable);
    }
};

/// The test runs itself under a session bus of its own, with everything of a person's own set
/// aside.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(kInside)) {
        KeychainVaultTest test;
        return QTest::qExec(&test, argc, argv);
    }
    const QTemporaryDir home;
    const QString runtime = home.filePath(QStringLiteral("run"));
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : { "DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP" })
        environment.remove(QLatin1StringView(name));
    environment.insert(QLatin1StringView(kInside), QStringLiteral("bus"));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("share")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(QStringLiteral("dbus-run-session"),
                  QStringList { QStringLiteral("--"), application.applicationFilePath() }
                      + application.arguments().mid(1));
    if (ended.isEmpty())
        ended.wait(100'000);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}

#include "tst_keychain_vault.moc"
