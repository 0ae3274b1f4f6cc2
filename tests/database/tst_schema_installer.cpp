// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/KeyFile.h"
#include "models/database/SchemaInstaller.h"
#include "tests/support/Await.h"
#include "tests/support/TestResult.h"
#include "tests/support/TestServer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace castellan;

namespace {

/// What functions a database has: text, owner and grants.
constexpr char kFunctions[] = R"(
select string_agg(format('%s %s %s %s %s', p.oid::regprocedure, p.proowner::regrole,
           md5(pg_get_functiondef(p.oid)), obj_description(p.oid, 'pg_proc'),
           (select string_agg(a::text, ' ' order by a::text) from unnest(p.proacl) a)),
           E'\n' order by p.oid::regprocedure::text) as shape
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname like 'castellan%' and n.nspname <> 'castellan_ext')";

/// What relations: columns, types, owners and grants.
constexpr char kTables[] = R"(
select string_agg(format('%s %s %s %s', c.oid::regclass, c.relowner::regrole, c.relacl,
           (select string_agg(format('%s %s %s', a.attname, a.atttypid::regtype, a.attnotnull), ',' order by a.attname)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0)), E'\n' order by c.oid::regclass::text) as shape
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname like 'castellan%' and c.relkind in ('r', 'p', 'i', 'S', 'v'))";

bool copyTree(const QString &from, const QString &to)
{
    bool copied = QDir().mkpath(to);
    const QFileInfoList entries =
        QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir())
            copied = copyTree(entry.filePath(), target) && copied;
        else
            copied = QFile::copy(entry.filePath(), target)
                && QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner) && copied;
    }
    return copied;
}

bool append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(text) == text.size();
}

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QString factOf(const Error &error, const char *name)
{
    return error.facts.value(QLatin1StringView(name)).toString();
}

} // namespace

class SchemaInstallerTest : public QObject {
    Q_OBJECT

private:
    using Installed = Result<SchemaStatus>;
    static constexpr auto kInstall = SchemaInstaller::Mode::Install;
    static constexpr auto kUpgrade = SchemaInstaller::Mode::Upgrade;

    QString newDatabase()
    {
        const QString name = QStringLiteral("installed_%1").arg(++m_databases);
        const auto made =
            m_server.run(QStringLiteral("postgres"), { "create database " + name.toUtf8() });
        return made.hasValue() ? name : QString();
    }
    QString keys() const { return m_server.path(QStringLiteral("keys")); }

    Installed apply(const QString &database, const SchemaBundle &bundle,
                    SchemaInstaller::Mode mode = kInstall, const QString &keyDirectory = {})
    {
        const auto session = m_server.superuserSession(database);
        SchemaInstaller installer(*session, bundle);
        return await(installer.apply(mode, keyDirectory));
    }
    Installed install(const QString &database)
    {
        return apply(database, m_bundle, kInstall, keys());
    }
    Installed status(const QString &database, const SchemaBundle &bundle)
    {
        const auto session = m_server.superuserSession(database);
        SchemaInstaller installer(*session, bundle);
        return await(installer.status());
    }
    QString shapeOf(const QString &database)
    {
        const auto session = m_server.superuserSession(database);
        QString shape;
        for (const char *sql : { kFunctions, kTables }) {
            const auto rows = await(session->rows(SqlStatement(sql)));
            shape += rows.hasValue() ? rows.value().constFirst().text("shape")
                                     : QString::fromUtf8(describe(rows.error()));
        }
        return shape;
    }
    /// A copy of the schema's files that a test may change.
    QString editable(const QString &name)
    {
        const QString directory = m_server.path(name);
        return copyTree(QStringLiteral(":/castellan/schema"), directory) ? directory : QString();
    }
    bool hasSchema(const QString &database) { return status(database, m_bundle).value().installed; }

private Q_SLOTS:
    void initTestCase()
    {
        const auto bundle = SchemaBundle::load();
        QVERIFY_RESULT(bundle);
        m_bundle = bundle.value();
        QVERIFY_RESULT(m_server.start());
    }

    void cleanupTestCase() { QVERIFY_RESULT(m_server.stop()); }

    void installsFromNothing()
    {
        const QString database = newDatabase();
        const auto session = m_server.superuserSession(database);
        SchemaInstaller installer(*session, m_bundle);
        const QSignalSpy progress(&installer, &SchemaInstaller::progress);
        const auto before = await(installer.status());
        QVERIFY_RESULT(before);
        QVERIFY(!before.value().installed);
        const auto installed = await(installer.apply(kInstall, keys()));
        QVERIFY_RESULT(installed);
        QVERIFY(installed.value().isCurrent());
        QCOMPARE(installed.value().version, m_bundle.newestVersion());
        QCOMPARE(installed.value().keyDirectory, keys());
        QVERIFY(progress.count() > m_bundle.functions().size());
        const auto setting = await(session->rows(SqlStatement(
            "select s.setconfig from pg_db_role_setting s join pg_database d"
            " on d.oid = s.setdatabase where d.datname = current_database() and s.setrole = 0")));
        QVERIFY_RESULT(setting);
        const QStringList settings = setting.value().constFirst().textList("setconfig");
        QVERIFY(settings.contains(QStringLiteral("log_parameter_max_length=0")));
        QVERIFY(settings.contains(QStringLiteral("log_parameter_max_length_on_error=0")));
    }

    void leavesNobodyAWayIntoTheOwners()
    {
        // Whoever may make roles was there before the schema.
        QVERIFY_RESULT(m_server.run(QStringLiteral("postgres"),
                                    { "do $$ begin if to_regrole('castellan_owner') is null then"
                                      " create role castellan_owner; create role castellan_key;"
                                      " create role castellan_backends; end if; end $$",
                                      "create role squatter createrole login",
                                      "grant castellan_owner, castellan_key to squatter",
                                      "grant squatter to castellan_backends" }));
        const QString database = newDatabase();
        QVERIFY_RESULT(install(database));
        const auto session = m_server.superuserSession(database);
        const auto left =
            await(session->rows(SqlStatement("select count(*) as n from pg_auth_members"
                                             " where 'squatter'::regrole in (roleid, member)")));
        QVERIFY_RESULT(left);
        QCOMPARE(left.value().constFirst().integer("n"), 0);
        const auto kept = await(session->rows(
            SqlStatement("select count(*) as n from pg_auth_members where member in"
                         " ('castellan_key'::regrole, 'castellan_backends'::regrole)")));
        QVERIFY_RESULT(kept);
        QCOMPARE(kept.value().constFirst().integer("n"), 3);
        QVERIFY_RESULT(m_server.run(QStringLiteral("postgres"), { "drop role squatter" }));
    }

    void makesAKeyThatOnlyTheServerReads()
    {
        QVERIFY_RESULT(install(newDatabase()));
        const QFileInfo key(keys() + QStringLiteral("/castellan.1.key"));
        QCOMPARE(key.size(), 64);
        // Bits 8 to 11 are what this process may; as root it may all.
        QCOMPARE(key.permissions() & ~QFile::Permissions(0x0700),
                 QFile::Permissions(QFile::ReadOwner));
        QCOMPARE(QFileInfo(keys()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(key.ownerId(), QFileInfo(m_server.server().dataDirectory()).ownerId());
    }

    void changesNothingTheSecondTime()
    {
        const QString database = newDatabase();
        QVERIFY_RESULT(install(database));
        const QString shape = shapeOf(database);
        QFile key(keys() + QStringLiteral("/castellan.1.key"));
        QVERIFY(key.open(QIODevice::ReadOnly));
        const QByteArray bytes = key.readAll();
        const auto session = m_server.superuserSession(database);
        SchemaInstaller installer(*session, m_bundle);
        const QSignalSpy progress(&installer, &SchemaInstaller::progress);
        QVERIFY_RESULT(await(installer.apply(kInstall, {})));
        QCOMPARE(progress.count(), 0);
        QCOMPARE(shapeOf(database), shape);
        key.seek(0);
        QCOMPARE(key.readAll(), bytes);
    }

    void installsOnceWhenTwoRunAtOnce()
    {
        const QString database = newDatabase();
        const auto one = m_server.superuserSession(database);
        const auto two = m_server.superuserSession(database);
        SchemaInstaller first(*one, m_bundle);
        SchemaInstaller second(*two, m_bundle);
        const QSignalSpy firstProgress(&first, &SchemaInstaller::progress);
        const QSignalSpy secondProgress(&second, &SchemaInstaller::progress);
        const auto a = first.apply(kInstall, keys());
        const auto b = second.apply(kInstall, keys());
        QVERIFY_RESULT(await(a));
        QVERIFY_RESULT(await(b));
        QVERIFY((firstProgress.count() == 0) != (secondProgress.count() == 0));
    }

    void installsIntoTwoDatabasesAtOnce()
    {
        // Roles belong to the whole server.
        const auto one = m_server.superuserSession(newDatabase());
        const auto two = m_server.superuserSession(newDatabase());
        SchemaInstaller first(*one, m_bundle);
        SchemaInstaller second(*two, m_bundle);
        const auto a = first.apply(kInstall, keys());
        const auto b = second.apply(kInstall, keys());
        QVERIFY_RESULT(await(a));
        QVERIFY_RESULT(await(b));
    }

    void refusesATamperedMigration()
    {
        const QString database = newDatabase();
        QVERIFY_RESULT(install(database));
        const QString files = editable(QStringLiteral("tampered"));
        QVERIFY(append(files + QStringLiteral("/migrations/0002_create_settings.sql"),
                       "\n-- harmless?\n"));
        const auto bundle = SchemaBundle::load(files);
        QVERIFY_RESULT(bundle);
        const QString shape = shapeOf(database);
        const auto applied = apply(database, bundle.value());
        QCOMPARE(applied.error().code, ErrorCode::Malformed);
        QCOMPARE(factOf(applied.error(), "migration"), QStringLiteral("0002_create_settings"));
        QCOMPARE(factOf(applied.error(), "reason"), QStringLiteral("checksum"));
        QCOMPARE(shapeOf(database), shape);
    }

    void leavesANewerSchemaAlone()
    {
        const QString database = newDatabase();
        const QString files = editable(QStringLiteral("newer"));
        QVERIFY(put(files + QStringLiteral("/migrations/9000_create_future.sql"),
                    "-- purpose: test\ncreate table castellan_private.future (n integer);\n"));
        const auto newer = SchemaBundle::load(files);
        QVERIFY_RESULT(newer);
        QVERIFY_RESULT(apply(database, newer.value(), kInstall, keys()));
        const QString shape = shapeOf(database);
        const auto applied = apply(database, m_bundle);
        QCOMPARE(applied.error().code, ErrorCode::SchemaTooNew);
        QCOMPARE(factOf(applied.error(), "installed"), QStringLiteral("9000"));
        QCOMPARE(shapeOf(database), shape);
        QVERIFY(status(database, m_bundle).value().isNewer());
    }

    void rollsEverythingBack_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("last migration")
            << QStringLiteral("migrations/9000_break_everything.sql")
            << QByteArray(
                   "-- purpose: test\ncreate table castellan_private.half ();\nselect 1/0;\n");
        QTest::newRow("function") << QStringLiteral("api/base/zz_broken.sql")
                                  << QByteArray(
                                         "create or replace function"
                                         " castellan_private.zz_broken() returns nothing_known"
                                         " language sql as 'select 1';\n");
    }

    void rollsEverythingBack()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, text);
        const QString database = newDatabase();
        const QString files = editable(QStringLiteral("broken_") + database);
        QVERIFY(put(files + u'/' + file, text));
        const auto bundle = SchemaBundle::load(files);
        QVERIFY_RESULT(bundle);
        const QString freshKeys = m_server.path(QStringLiteral("keys_") + database);
        const auto applied = apply(database, bundle.value(), kInstall, freshKeys);
        QVERIFY(!applied.hasValue());
        QVERIFY(file.contains(factOf(applied.error(), "file")));
        QVERIFY(!hasSchema(database));
        QVERIFY(!QFileInfo::exists(freshKeys + QStringLiteral("/castellan.1.key")));
        // And what is good goes in afterwards.
        QVERIFY_RESULT(install(database));
    }

    void upgradeEqualsFresh()
    {
        // An older schema: without the later migrations, with other functions and grants.
        const QString older = editable(QStringLiteral("older"));
        QDir migrations(older + QStringLiteral("/migrations"));
        const QStringList later =
            migrations.entryList({ QStringLiteral("0021*"), QStringLiteral("0022*") });
        QCOMPARE(later.size(), 2);
        for (const QString &name : later)
            QVERIFY(migrations.remove(name));
        const QString base = older + QStringLiteral("/api/base/");
        QVERIFY(
            put(older + QStringLiteral("/api/factors/percent_encode.sql"),
                "create or replace function castellan_private.percent_encode(other_name text)"
                " returns integer language sql as 'select null::integer';\n"
                "grant execute on function castellan_private.percent_encode(text) to public;\n"));
        QVERIFY(put(base + QStringLiteral("long_gone.sql"),
                    "create or replace function castellan_private.long_gone(n integer)"
                    " returns integer language sql as 'select 1';\n"));
        QVERIFY(append(base + QStringLiteral("schema_version.sql"),
                       "grant execute on function castellan.schema_version() to public;\n"));
        const auto old = SchemaBundle::load(older);
        QVERIFY_RESULT(old);
        const QString upgraded = newDatabase();
        QVERIFY_RESULT(apply(upgraded, old.value(), kInstall, keys()));
        const auto before = status(upgraded, m_bundle);
        QVERIFY_RESULT(before);
        QVERIFY(!before.value().isCurrent());
        QVERIFY(shapeOf(upgraded).contains(QLatin1StringView("long_gone")));
        const auto done = apply(upgraded, m_bundle, kUpgrade);
        QVERIFY_RESULT(done);
        QVERIFY(done.value().isCurrent());
        const QString fresh = newDatabase();
        QVERIFY_RESULT(install(fresh));
        QCOMPARE(shapeOf(upgraded), shapeOf(fresh));
    }

    void saysWhenThereIsNothingToUpgrade()
    {
        QCOMPARE(apply(newDatabase(), m_bundle, kUpgrade, keys()).error().code,
                 ErrorCode::SchemaMissing);
    }

    void saysThatItLacksASuperuser()
    {
        QVERIFY_RESULT(m_server.createRole(QStringLiteral("ordinary"), "secret"));
        const QString database = newDatabase();
        SqlSession session;
        QVERIFY_RESULT(await(session.open(m_server.profile(database, QStringLiteral("ordinary")),
                                          Secret::copyOf("secret"))));
        SchemaInstaller installer(session, m_bundle);
        const auto applied = await(installer.apply(kInstall, keys()));
        QCOMPARE(applied.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(factOf(applied.error(), "lacks"), QStringLiteral("superuser"));
        QCOMPARE(factOf(applied.error(), "user"), QStringLiteral("ordinary"));
        QVERIFY_RESULT(await(installer.status()));
    }

    void saysWhatIsWrongWithTheKeyDirectory_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::addColumn<QString>("reason");
        QTest::newRow("none") << QString() << QStringLiteral("missing");
        QTest::newRow("relative") << QStringLiteral("keys") << QStringLiteral("not_plain");
        QTest::newRow("quote") << QStringLiteral("/tmp/a'b") << QStringLiteral("not_plain");
        QTest::newRow("dots") << QStringLiteral("/tmp/../etc") << QStringLiteral("not_plain");
        QTest::newRow("data directory")
            << QStringLiteral("DATA") << QStringLiteral("inside_data_directory");
        QTest::newRow("in it") << QStringLiteral("DATA/keys")
                               << QStringLiteral("inside_data_directory");
        QTest::newRow("in it by way of a link")
            << QStringLiteral("LINK/not/yet/there") << QStringLiteral("inside_data_directory");
        QTest::newRow("writable by all") << QStringLiteral("OPEN") << QStringLiteral("unsafe");
    }

    void saysWhatIsWrongWithTheKeyDirectory()
    {
        QFETCH(QString, directory);
        QFETCH(const QString, reason);
        directory.replace(QLatin1StringView("DATA"), m_server.server().dataDirectory());
        if (directory.startsWith(QLatin1StringView("LINK"))) {
            const QString link = m_server.path(QStringLiteral("link"));
            QVERIFY(QFile::link(m_server.server().dataDirectory(), link));
            directory.replace(QLatin1StringView("LINK"), link);
            // The server, too, may have been told its data directory by way of a link.
            const QString data = m_server.server().dataDirectory();
            QVERIFY(!KeyFile::checkDirectory(data + QStringLiteral("/keys"), link).hasValue());
            QVERIFY(KeyFile::checkDirectory(data + QStringLiteral("-keys"), link).hasValue());
        }
        if (directory == QLatin1StringView("OPEN")) {
            directory = m_server.path(QStringLiteral("open"));
            QVERIFY(QDir().mkpath(directory));
            QVERIFY(QFile::setPermissions(directory, QFile::Permissions(0x7777)));
        }
        const QString database = newDatabase();
        const auto applied = apply(database, m_bundle, kInstall, directory);
        QVERIFY(!applied.hasValue());
        QCOMPARE(factOf(applied.error(), "reason"), reason);
        QVERIFY(!hasSchema(database));
    }

    void takesNoKeyFileThatOthersCouldHaveMade_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("mode");
        QTest::newRow("short") << 63 << 0400;
        QTest::newRow("long") << 65 << 0400;
        QTest::newRow("readable by its group") << 64 << 0440;
        QTest::newRow("readable by all") << 64 << 0404;
        QTest::newRow("a link") << 64 << 0;
    }

    void takesNoKeyFileThatOthersCouldHaveMade()
    {
        QFETCH(const int, size);
        QFETCH(const int, mode);
        const QString directory = m_server.ownedDirectory(QStringLiteral("their_keys"));
        const QString file = directory + QStringLiteral("/castellan.1.key");
        const QString written = mode == 0 ? directory + QStringLiteral("/other") : file;
        QVERIFY(put(written, QByteArray(size, 'k')));
        QCOMPARE(chmod(QFile::encodeName(written).constData(),
                       mode == 0 ? S_IRUSR : static_cast<mode_t>(mode)),
                 0);
        if (mode == 0)
            QVERIFY(QFile::link(written, file));
        const auto made = KeyFile(directory, 1).ensure(m_server.server().dataDirectory());
        QVERIFY(QFile::remove(file));
        QVERIFY(!made.hasValue());
        QCOMPARE(factOf(made.error(), "lacks"), QStringLiteral("key_file"));
        QCOMPARE(factOf(made.error(), "path"), file);
    }

    void takesTheKeyThatIsThere()
    {
        const QString directory = m_server.ownedDirectory(QStringLiteral("restored_keys"));
        const QString file = directory + QStringLiteral("/castellan.1.key");
        QVERIFY(put(file, QByteArray(64, 'k')));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
        const auto made = KeyFile(directory, 1).ensure(m_server.server().dataDirectory());
        QVERIFY_RESULT(made);
        QVERIFY(!made.value());
    }

    void saysThatTheServerCantReadTheKey()
    {
        // A directory that the server's account can't enter.
        const QString database = newDatabase();
        const QString closed = m_server.path(QStringLiteral("closed"));
        QVERIFY(QDir().mkpath(closed + QStringLiteral("/keys")));
        QVERIFY(put(closed + QStringLiteral("/keys/castellan.1.key"), QByteArray(64, 'k')));
        QVERIFY(QFile::setPermissions(closed + QStringLiteral("/keys/castellan.1.key"),
                                      QFile::Permissions()));
        const auto applied = apply(database, m_bundle, kInstall, closed + QStringLiteral("/keys"));
        QVERIFY(!applied.hasValue());
        QCOMPARE(factOf(applied.error(), "lacks"), QStringLiteral("key"));
        QVERIFY(!hasSchema(database));
    }

    void endsWithTheConnection()
    {
        const QString database = newDatabase();
        const auto session = m_server.superuserSession(database);
        SchemaInstaller installer(*session, m_bundle);
        // Behind another transaction, so that it is under way for certain.
        const auto blocker = m_server.superuserSession(QStringLiteral("postgres"));
        QVERIFY_RESULT(await(blocker->rows(SqlStatement("begin"))));
        QVERIFY_RESULT(await(blocker->rows(
            SqlStatement("lock table pg_catalog.pg_authid in share row exclusive mode"))));
        const auto applied = installer.apply(kInstall, keys());
        const QByteArray waiting = "select count(*) as n from pg_stat_activity where pid = "
            + QByteArray::number(session->backendPid()) + " and wait_event_type = 'Lock'";
        QTRY_COMPARE(await(blocker->rows(SqlStatement(waiting))).value().constFirst().integer("n"),
                     1);
        QVERIFY_RESULT(m_server.run(
            QStringLiteral("postgres"),
            { "select pg_terminate_backend(" + QByteArray::number(session->backendPid()) + ")" }));
        QCOMPARE(await(applied).error().code, ErrorCode::ConnectionLost);
        QVERIFY_RESULT(await(blocker->rows(SqlStatement("rollback"))));
        QVERIFY(!hasSchema(database));
    }

private:
    SchemaBundle m_bundle;
    TestServer m_server;
    int m_databases = 0;
};

QTEST_GUILESS_MAIN(SchemaInstallerTest)
#include "tst_schema_installer.moc"
