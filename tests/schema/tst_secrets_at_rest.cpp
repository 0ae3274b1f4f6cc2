// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Base32.h"
#include "tests/support/SchemaFixture.h"
#include "tests/support/TestDatabase.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Something that must not be found, as bytes, and what to call it when it is.
struct Needle {
    QByteArray what;
    QByteArray bytes;
    bool handedIn = false; ///< by a caller, so that it stands in the plan of the caller's statement
};

/// As PostgreSQL prints a constant of a plan: signed decimals.
QByteArray asConstant(const QByteArray &bytes)
{
    QByteArrayList numbers;
    for (const char byte : bytes)
        numbers += QByteArray::number(static_cast<signed char>(byte));
    return numbers.join(' ');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All files below, one after the other.
QByteArray treeOf(const QString &directory)
{
    QByteArray content;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        content += contentOf(files.next()) + '\n';
    return content;
}

} // namespace

/// Seeds, codes, recovery and enrolment codes, tickets, passwords and the key: in no dump, base
/// backup, server log or list of activity, whatever is logged.
class TestSecretsAtRest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void dump();
    void baseBackup();
    void serverLog();
    void activity();
    void printedPlans();

private:
    void addSeed(const QByteArray &name, const QByteArray &seed);
    void addText(const QByteArray &name, const QString &text, bool handedIn = false);
    /// Six digits turn up anywhere: looked for as a value only, in quotes or a column of its own.
    void addCode(const QByteArray &name, const QString &code);

    void inTheApplication();
    void atTheScreen(TestSql &session);
    void farAway(TestSql &session);
    void signInWithBadLuck();

    QByteArrayList foundIn(const QByteArray &haystack, bool handedIn = true) const;
    QByteArray run(const QString &program, const QStringList &arguments);
    QByteArray log() { return contentOf(m_schema.database().server().server().logFile()); }
    TestSql operatorSession();

    SchemaFixture m_schema;
    SchemaFixture::Operator m_operator;
    QString m_password = u"correct-horse-battery-staple"_s;
    QList<Needle> m_needles;
    QByteArray m_known; ///< a login, which is there to be found
    std::unique_ptr<TestSql> m_session;
};

void TestSecretsAtRest::addSeed(const QByteArray &name, const QByteArray &seed)
{
    QVERIFY(seed.size() >= 20);
    m_needles += { { name + ", raw", seed },
                   { name + ", hex", seed.toHex() },
                   { name + ", hex in capitals", seed.toHex().toUpper() },
                   { name + ", Base32", Base32::encode(seed).view().toByteArray() },
                   { name + ", Base64", seed.toBase64() },
                   { name + ", in a plan", asConstant(seed) } };
}

void TestSecretsAtRest::addText(const QByteArray &name, const QString &text, bool handedIn)
{
    QVERIFY(text.size() >= 10);
    QString plain = text;
    plain.remove(u'-');
    for (const QByteArray &form : { text.toLatin1(), plain.toLatin1() })
        m_needles +=
            { { name, form, handedIn }, { name + ", in a plan", asConstant(form), handedIn } };
}

void TestSecretsAtRest::addCode(const QByteArray &name, const QString &code)
{
    const QByteArray digits = code.toLatin1();
    for (const QByteArray &mark : { "'"_ba, "\""_ba, "\t"_ba })
        m_needles += { name, mark + digits + mark, true };
    m_needles += { name + ", in a plan", asConstant(digits), true };
}

TestSql TestSecretsAtRest::operatorSession()
{
    TestSql::Target target = m_schema.target(m_operator.role);
    target.password = m_password;
    return TestSql(target);
}

void TestSecretsAtRest::initTestCase()
{
    PostgresServer::Options options;
    options.settings = { { u"log_statement"_s, u"all"_s },
                         { u"log_min_duration_statement"_s, u"0"_s } };
    QCOMPARE(m_schema.start(options), QString());
    const QByteArray key = contentOf(m_schema.keyFile());
    QCOMPARE(key.size(), 64);
    m_known = u"login %1"_s.arg(m_schema.applicationRole()).toLatin1();
    addSeed("key", key);
    addSeed("first half of the key", key.left(32));
    addText("password", m_password);

    m_operator.role = u"keeper"_s;
    const auto added = m_schema.superuser().exec(
        u"select * from castellan_private.operator_add($1, 'admin', $2)"_s,
        { m_operator.role, m_schema.superuser().scramVerifier(m_password) });
    m_operator.seed = SchemaFixture::seedOf(added.cell(u"uri"_s));
    addSeed("operator's seed", m_operator.seed);

    inTheApplication();
    signInWithBadLuck();
    QVERIFY(m_session);
    atTheScreen(*m_session);
    farAway(*m_session);
}

void TestSecretsAtRest::inTheApplication()
{
    const auto person = m_schema.addEnrolled();
    addSeed("seed", person.seed);
    QCOMPARE(person.recoveryCodes.size(), 10);
    for (const QString &code : person.recoveryCodes)
        addText("recovery code", code, code == person.recoveryCodes.first());

    const QString wrong = SchemaFixture::wrongCode(person.seed);
    const QString right = SchemaFixture::code(person.seed);
    addCode("wrong code", wrong);
    addCode("right code", right);
    QCOMPARE(m_schema.verify(person.account, wrong).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(m_schema.verify(person.account, right).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(m_schema.recover(person.account, u"AAAA-BBBB-CCCC-DDDD"_s).cell(u"outcome"_s),
             u"refused"_s);
    addText("wrong recovery code", u"AAAA-BBBB-CCCC-DDDD"_s, true);
    QCOMPARE(m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"outcome"_s),
             u"ok"_s);

    // And one that raises, whose statement is logged for that.
    TestSql &application = m_schema.application();
    application.exec(u"begin isolation level serializable"_s);
    QCOMPARE(m_schema.verify(person.account, wrong).sqlState, u"ZC003"_s);
    application.exec(u"rollback"_s);
}

void TestSecretsAtRest::signInWithBadLuck()
{
    m_session = std::make_unique<TestSql>(operatorSession());
    const QString wrong = SchemaFixture::wrongCode(m_operator.seed);
    const QString right = SchemaFixture::code(m_operator.seed);
    addCode("operator's wrong code", wrong);
    addCode("operator's right code", right);
    QCOMPARE(SchemaFixture::signIn(*m_session, wrong).cell(u"outcome"_s), u"refused"_s);
    const QString ticket = SchemaFixture::signIn(*m_session, right).cell(u"ticket"_s);
    addText("ticket", ticket, true);
    TestSql second = operatorSession();
    QCOMPARE(
        second.exec(u"select * from castellan.sign_in_join($1)"_s, { ticket }).cell(u"outcome"_s),
        u"ok"_s);
}

void TestSecretsAtRest::atTheScreen(TestSql &session)
{
    const QString enrolment = session.value(
        u"select enrolment from castellan.otp_enrol_request($1::uuid, 'first_factor', null, null)"_s,
        { m_schema.addAccount() });
    const QByteArray seed = SchemaFixture::seedOf(
        session.value(u"select uri from castellan.otp_enrol_show($1::uuid)"_s, { enrolment }));
    addSeed("seed at the screen", seed);
    for (const QString &code : { SchemaFixture::wrongCode(seed), SchemaFixture::code(seed) }) {
        addCode("code at the screen", code);
        session.exec(u"select * from castellan.otp_enrol_check($1::uuid, $2)"_s,
                     { enrolment, code });
    }
    const QStringList codes = plainArray(session.value(
        u"select codes from castellan.recovery_codes_show($1::uuid)"_s, { enrolment }));
    QCOMPARE(codes.size(), 10);
    for (const QString &code : codes)
        addText("recovery code at the screen", code);
}

void TestSecretsAtRest::farAway(TestSql &session)
{
    const QString account = m_schema.addAccount();
    const QString enrolment = session.value(
        u"select enrolment from castellan.otp_enrol_remote_request($1::uuid, 'first_factor', null,"
        " null)"_s,
        { account });
    const QString code =
        session.value(u"select code from castellan.otp_enrol_code_show($1::uuid)"_s, { enrolment });
    addText("enrolment code", code, true);
    TestSql &application = m_schema.application();
    const QByteArray seed = SchemaFixture::seedOf(application.value(
        u"select uri from castellan.otp_enrol_redeem($1::uuid, $2)"_s, { account, code }));
    addSeed("seed far away", seed);
    const QStringList codes = plainArray(
        application.value(u"select recovery_codes from castellan.otp_enrol_confirm($1::uuid, $2)"_s,
                          { enrolment, SchemaFixture::code(seed) }));
    QCOMPARE(codes.size(), 10);
    for (const QString &one : codes)
        addText("recovery code far away", one);
}

QByteArrayList TestSecretsAtRest::foundIn(const QByteArray &haystack, bool handedIn) const
{
    QByteArrayList found;
    for (const Needle &needle : m_needles) {
        const auto at = needle.handedIn && !handedIn ? -1 : haystack.indexOf(needle.bytes);
        if (at >= 0)
            found += needle.what + ": …" + haystack.mid(qMax(0, at - 120), 120) + "…";
    }
    return found;
}

QByteArray TestSecretsAtRest::run(const QString &program, const QStringList &arguments)
{
    const PostgresServer &server = m_schema.database().server().server();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, m_schema.database().superuserPassword());
    environment.insert(u"PGSSLMODE"_s, u"require"_s);
    process.setProcessEnvironment(environment);
    process.start(server.program(program),
                  QStringList { u"-h"_s, server.host(), u"-p"_s, QString::number(server.port()),
                                u"-U"_s, server.superuser() }
                      + arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qWarning() << program << process.readAllStandardError();
    return process.readAllStandardOutput();
}

void TestSecretsAtRest::dump()
{
    const QByteArray text = run(u"pg_dump"_s, { m_schema.database().name() });
    QVERIFY(text.contains(m_known)); // it has the rows
    QVERIFY(text.contains("otp.enrol_redeem"));
    QCOMPARE(foundIn(text), QByteArrayList());
    QCOMPARE(foundIn(run(u"pg_dumpall"_s, { u"--globals-only"_s })), QByteArrayList());
}

void TestSecretsAtRest::baseBackup()
{
    QFile access(m_schema.superuser().value(u"show hba_file"_s));
    QVERIFY(access.open(QIODevice::Append));
    access.write("hostssl replication all 127.0.0.1/32 scram-sha-256\n");
    access.close();
    m_schema.superuser().exec(u"select pg_reload_conf()"_s);
    const QTemporaryDir place;
    const QString copy = place.filePath(u"copy"_s);
    for (int tries = 0; tries < 20 && !QFile::exists(copy + u"/PG_VERSION"_s); ++tries)
        run(u"pg_basebackup"_s,
            { u"-D"_s, copy, u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"--no-sync"_s });
    const QByteArray bytes = treeOf(copy);
    QVERIFY(bytes.contains(m_known));
    QCOMPARE(foundIn(bytes), QByteArrayList());
}

void TestSecretsAtRest::serverLog()
{
    const QByteArray text = log();
    QVERIFY(text.contains("from castellan.sign_in_begin($1)"));
    QCOMPARE(foundIn(text), QByteArrayList());
}

void TestSecretsAtRest::activity()
{
    const auto seen = m_schema.superuser().exec(
        u"select string_agg(to_json(a)::text, ' ') from pg_stat_activity a"_s);
    QVERIFY(seen.value().contains(u"castellan.otp_enrol_code_show($1"));
    QCOMPARE(foundIn(seen.value().toUtf8()), QByteArrayList());
}

/// Plans show values. Any role may have its own printed, to the log and to itself; an administrator
/// may have the log explain statements inside functions.
void TestSecretsAtRest::printedPlans()
{
    const QString database = m_schema.database().name();
    for (const QString &setting :
         { u"session_preload_libraries = auto_explain"_s, u"auto_explain.log_min_duration = 0"_s,
           u"auto_explain.log_nested_statements = on"_s, u"auto_explain.log_verbose = on"_s,
           u"debug_print_parse = on"_s, u"debug_print_rewritten = on"_s, u"debug_print_plan = on"_s,
           u"debug_pretty_print = off"_s })
        m_schema.superuser().exec(u"alter database %1 set %2"_s.arg(database, setting));
    const auto before = log().size();
    m_schema.application() = m_schema.anotherApplication();
    m_schema.superuser().exec(
        u"update castellan_private.factor set last_step = 0 where operator = $1"_s,
        { m_operator.role });
    inTheApplication();
    signInWithBadLuck();
    atTheScreen(*m_session);
    farAway(*m_session);
    const QByteArray text = log().mid(before);
    QVERIFY(text.contains("{PLANNEDSTMT"));
    QVERIFY(text.contains("insert into castellan_private.recovery_code"));
    QCOMPARE(foundIn(text, false), QByteArrayList());
}

QTEST_GUILESS_MAIN(TestSecretsAtRest)
#include "tst_secrets_at_rest.moc"
