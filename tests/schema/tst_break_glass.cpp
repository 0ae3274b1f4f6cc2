// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kAdd = u"select * from castellan_private.operator_add($1, $2, $3)"_s;

} // namespace

/// What the superuser's commands do: operators added, reset and unlocked, each on record.
class TestBreakGlass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void addMakesARoleThatCanSignIn_data();
    void addMakesARoleThatCanSignIn();
    void addAgainKeepsTheFactor();
    void newPasswordEndsTheSession();
    void addMovesBetweenGroups();
    void addTakesNoClearPassword_data();
    void addTakesNoClearPassword();
    void addRefusesRolesThatAreNotForIt_data();
    void addRefusesRolesThatAreNotForIt();
    void addRefusesRolesWithPowersOfOthers_data();
    void addRefusesRolesWithPowersOfOthers();
    void addTakesAnExistingLoginRole();
    void hostileNamesAreNames_data();
    void hostileNamesAreNames();
    void addedTwiceAtOnce();
    void resetReplacesTheFactorAndEndsTheSession();
    void unlockLiftsLockAndCount();
    void openTransactionsStandInNobodysWay_data();
    void openTransactionsStandInNobodysWay();
    void unknownOperators();
    void applicationIsNoOperator();
    void addNamesTheOperatorsOwnAccount();
    void eachIsOnRecord();

private:
    QString unique(const QString &prefix)
    {
        return prefix + m_schema.applicationRole() + QString::number(++m_count);
    }
    QString groups(const QString &role)
    {
        return m_schema.superuser().value(
            u"select string_agg(roleid::regrole::text, ' ' order by roleid::regrole::text)"
            " from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = $1"_s,
            { role });
    }

    SchemaFixture m_schema;
    int m_count = 0;
};

void TestBreakGlass::addMakesARoleThatCanSignIn_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : { "admin", "helpdesk", "auditor" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestBreakGlass::addMakesARoleThatCanSignIn()
{
    QFETCH(QString, kind);
    const auto person = m_schema.addOperator(kind);
    QCOMPARE(person.seed.size(), 20);
    QCOMPARE(groups(person.role), u"castellan_"_s + kind);
    const auto role = m_schema.superuser().exec(
        u"select rolcanlogin, rolinherit, rolsuper or rolcreaterole or rolcreatedb or "
        u"rolreplication"
        " or rolbypassrls as more, rolconnlimit from pg_roles where rolname = $1"_s,
        { person.role });
    QCOMPARE(role.cell(u"rolcanlogin"_s), u"t"_s);
    QCOMPARE(role.cell(u"more"_s), u"f"_s);
    QCOMPARE(role.cell(u"rolconnlimit"_s), u"8"_s);
    TestSql session = m_schema.as(person.role);
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"ok"_s),
             u"t"_s);
}

void TestBreakGlass::addAgainKeepsTheFactor()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    const auto again = m_schema.superuser().exec(kAdd, { person.role, u"admin"_s, QString() });
    QCOMPARE(again.cell(u"outcome"_s), u"updated"_s);
    QVERIFY(again.cell(u"uri"_s).isNull());
    TestSql session = m_schema.as(person.role); // the password stayed too
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"ok"_s),
             u"t"_s);
}

void TestBreakGlass::newPasswordEndsTheSession()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    const QString verifier = u"SCRAM-SHA-256$4096:AAAA$BBBB:CCCC"_s;
    const QString mine = u"select * from castellan.my_session()"_s;
    TestSql session = m_schema.signedIn(person);
    TestSql idle = m_schema.as(person.role); // by the old password, and not signed in
    m_schema.superuser().exec(kAdd, { person.role, u"admin"_s, QString() });
    QVERIFY(session.exec(mine).ok()); // nothing has changed
    QVERIFY(idle.exec(u"select 1"_s).ok());
    m_schema.superuser().exec(kAdd, { person.role, u"admin"_s, verifier });
    QVERIFY(!session.exec(mine).ok());
    QVERIFY(!idle.exec(u"select 1"_s).ok());
}

void TestBreakGlass::addMovesBetweenGroups()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    m_schema.superuser().exec(kAdd, { person.role, u"auditor"_s, QString() });
    QCOMPARE(groups(person.role), u"castellan_auditor"_s);
}

void TestBreakGlass::addTakesNoClearPassword_data()
{
    QTest::addColumn<QString>("verifier");
    QTest::newRow("clear") << u"correct horse"_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("md5") << u"md5c4ca4238a0b923820dcc509a6f75849b"_s;
    QTest::newRow("quotes") << u"SCRAM-SHA-256$4096:AAAA$BBBB:CCCC' superuser"_s;
    QTest::newRow("line") << u"SCRAM-SHA-256$4096:AAAA$BBBB:CCCC\nx"_s;
}

void TestBreakGlass::addTakesNoClearPassword()
{
    QFETCH(QString, verifier);
    const QString role = unique(u"pw_"_s);
    const auto answer = m_schema.superuser().exec(kAdd, { role, u"admin"_s, verifier });
    QCOMPARE(answer.sqlState, u"ZC011"_s);
    QCOMPARE(answer.column, u"scram_verifier"_s);
    QCOMPARE(
        m_schema.superuser().value(u"select count(*) from pg_roles where rolname = $1"_s, { role }),
        u"0"_s);
}

void TestBreakGlass::addRefusesRolesThatAreNotForIt_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("superuser") << u"postgres"_s << u"role_privileged"_s;
    QTest::newRow("an owner") << u"castellan_owner"_s << u"role_reserved"_s;
    QTest::newRow("a group") << u"castellan_admin"_s << u"role_reserved"_s;
    QTest::newRow("PostgreSQL's") << u"pg_monitor"_s << u"role_reserved"_s;
    QTest::newRow("public") << u"public"_s << u"role_reserved"_s;
    QTest::newRow("none") << u"none"_s << u"role_reserved"_s;
}

void TestBreakGlass::addRefusesRolesThatAreNotForIt()
{
    QFETCH(QString, role);
    QFETCH(QString, outcome);
    if (role == u"postgres")
        role = m_schema.superuser().value(u"select current_user"_s);
    const auto answer = m_schema.superuser().exec(kAdd, { role, u"admin"_s, QString() });
    QCOMPARE(answer.cell(u"outcome"_s), outcome);
    QVERIFY(answer.cell(u"uri"_s).isNull());
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from castellan_private.operator where role_name = $1"_s, { role }),
        u"0"_s);
}

void TestBreakGlass::addRefusesRolesWithPowersOfOthers_data()
{
    QTest::addColumn<QString>("power");
    QTest::newRow("superuser") << u"a_superuser"_s;
    QTest::newRow("makes roles") << u"a_role_maker"_s;
    QTest::newRow("writes every table") << u"pg_write_all_data"_s;
    QTest::newRow("reads every table") << u"pg_read_all_data"_s;
    QTest::newRow("reads the key file") << u"pg_read_server_files"_s;
    QTest::newRow("owner of ours") << u"castellan_owner"_s;
    QTest::newRow("another group, indirectly") << u"some_group"_s;
}

void TestBreakGlass::addRefusesRolesWithPowersOfOthers()
{
    QFETCH(QString, power);
    TestSql &superuser = m_schema.superuser();
    superuser.exec(u"create role a_superuser superuser"_s);
    superuser.exec(u"create role a_role_maker createrole"_s);
    superuser.exec(u"create role some_group in role castellan_admin"_s);
    const QString role = unique(u"mighty_"_s);
    QVERIFY(superuser.exec(u"create role %1 login in role %2"_s.arg(role, power)).ok());
    QCOMPARE(superuser.exec(kAdd, { role, u"helpdesk"_s, QString() }).cell(u"outcome"_s),
             u"role_privileged"_s);
    QCOMPARE(superuser.value(u"select castellan_private.application_add($1, null)"_s, { role }),
             u"role_privileged"_s);
    QCOMPARE(groups(role), power);
}

void TestBreakGlass::addTakesAnExistingLoginRole()
{
    const QString role = unique(u"kerberos_"_s);
    m_schema.superuser().exec(u"create role "_s + role + u" login"_s);
    const auto answer = m_schema.superuser().exec(kAdd, { role, u"helpdesk"_s, QString() });
    QCOMPARE(answer.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(groups(role), u"castellan_helpdesk"_s);

    const QString group = unique(u"group_"_s);
    m_schema.superuser().exec(u"create role "_s + group + u" nologin"_s);
    QCOMPARE(m_schema.superuser().exec(kAdd, { group, u"admin"_s, QString() }).cell(u"outcome"_s),
             u"role_without_login"_s);
}

void TestBreakGlass::hostileNamesAreNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("injection") << u"x\"; drop role postgres; --"_s;
    QTest::newRow("spaces and a colon") << u"anna: of accounts"_s;
    QTest::newRow("accents") << u"übung"_s;
    QTest::newRow("e-mail") << u"anna@example.org"_s;
}

void TestBreakGlass::hostileNamesAreNames()
{
    QFETCH(QString, name);
    const auto answer = m_schema.superuser().exec(kAdd, { name, u"auditor"_s, QString() });
    QCOMPARE(answer.cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(groups(name), u"castellan_auditor"_s);
    QCOMPARE(SchemaFixture::seedOf(answer.cell(u"uri"_s)).size(), 20);
    QCOMPARE(answer.cell(u"uri"_s).count(u':'), 2); // otpauth: and the one between issuer and name

    const auto missing = m_schema.superuser().exec(kAdd, { u" "_s, u"admin"_s, QString() });
    QCOMPARE(missing.sqlState, u"ZC010"_s);
    // 40 characters of two bytes: PostgreSQL would cut the name, and mean somebody else.
    const auto longName =
        m_schema.superuser().exec(kAdd, { QString(40, u'ü'), u"admin"_s, QString() });
    QCOMPARE(longName.sqlState, u"ZC012"_s);
    const auto kind = m_schema.superuser().exec(kAdd, { unique(u"k"_s), u"app"_s, QString() });
    QCOMPARE(kind.sqlState, u"ZC011"_s);
}

void TestBreakGlass::addedTwiceAtOnce()
{
    const QString role = unique(u"race_"_s);
    std::vector<TestSql> sessions;
    for (int i = 0; i < 4; ++i)
        sessions.push_back(m_schema.asSuperuser());
    for (TestSql &session : sessions)
        session.send(kAdd, { role, u"admin"_s, QString() });
    QHash<QString, int> outcomes;
    for (TestSql &session : sessions) {
        const auto answer = session.receive();
        QVERIFY2(answer.ok(), qPrintable(answer.message));
        ++outcomes[answer.cell(u"outcome"_s)];
    }
    QCOMPARE(outcomes.value(u"ok"_s), 1);
    QCOMPARE(outcomes.value(u"updated"_s), 3);
}

void TestBreakGlass::resetReplacesTheFactorAndEndsTheSession()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.signedIn(person);
    QVERIFY(session.exec(u"select * from castellan.my_session()"_s).ok());
    const auto reset = m_schema.superuser().exec(
        u"select * from castellan_private.operator_reset($1)"_s, { person.role });
    QCOMPARE(reset.cell(u"outcome"_s), u"ok"_s);
    QVERIFY(!session.isOpen());
    const QByteArray seed = SchemaFixture::seedOf(reset.cell(u"uri"_s));
    QVERIFY(seed != person.seed);
    TestSql again = m_schema.as(person.role);
    QCOMPARE(SchemaFixture::signIn(again, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(SchemaFixture::signIn(again, SchemaFixture::code(seed)).cell(u"outcome"_s), u"ok"_s);
}

void TestBreakGlass::unlockLiftsLockAndCount()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.as(person.role);
    for (int i = 0; i < 5; ++i)
        SchemaFixture::signIn(session, SchemaFixture::wrongCode(person.seed));
    QVERIFY(!m_schema.operatorFactor(person.role, u"locked_until"_s).isNull());
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.operator_unlock($1)"_s,
                                        { person.role }),
             u"ok"_s);
    QCOMPARE(m_schema.operatorFactor(person.role, u"consecutive_failures"_s), u"0"_s);
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"ok"_s),
             u"t"_s);
}

void TestBreakGlass::openTransactionsStandInNobodysWay_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("add")
        << u"select outcome from castellan_private.operator_add($1, 'auditor', null)"_s;
    QTest::newRow("reset") << u"select outcome from castellan_private.operator_reset($1)"_s;
    QTest::newRow("unlock") << u"select castellan_private.operator_unlock($1)"_s;
}

/// Somebody with the password alone keeps the operator's rows locked.
void TestBreakGlass::openTransactionsStandInNobodysWay()
{
    QFETCH(QString, call);
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql idle = m_schema.as(person.role); // no transaction: no reason to end it
    TestSql thief = m_schema.as(person.role);
    const QString attempt = thief.value(u"select attempt from castellan.sign_in_begin($1)"_s,
                                        { SchemaFixture::wrongCode(person.seed) });
    thief.exec(u"begin"_s);
    QCOMPARE(thief.exec(u"select * from castellan.sign_in_finish($1::uuid)"_s, { attempt })
                 .cell(u"outcome"_s),
             u"refused"_s);
    m_schema.superuser().exec(u"set lock_timeout = '5s'"_s);
    const QString outcome = m_schema.superuser().value(call, { person.role });
    m_schema.superuser().exec(u"reset lock_timeout"_s);
    QVERIFY2(outcome == u"ok" || outcome == u"updated", qPrintable(outcome));
    QVERIFY(!thief.isOpen());
    QVERIFY(idle.isOpen());
}

void TestBreakGlass::unknownOperators()
{
    for (const QString &name : { u"nobody at all"_s, QString() }) {
        QCOMPARE(
            m_schema.superuser().value(u"select castellan_private.operator_unlock($1)"_s, { name }),
            u"not_found"_s);
        QCOMPARE(m_schema.superuser()
                     .exec(u"select * from castellan_private.operator_reset($1)"_s, { name })
                     .cell(u"outcome"_s),
                 u"not_found"_s);
    }
}

void TestBreakGlass::applicationIsNoOperator()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.application_add($1, null)"_s,
                                        { person.role }),
             u"role_is_operator"_s);
    const auto answer =
        m_schema.superuser().exec(kAdd, { m_schema.applicationRole(), u"admin"_s, QString() });
    QCOMPARE(answer.cell(u"outcome"_s), u"role_is_application"_s);
    QVERIFY(answer.cell(u"uri"_s).isNull());
    QCOMPARE(
        m_schema.superuser().value(u"select outcome from castellan_private.audit_event"
                                   " where kind = 'operator.add' and detail ->> 'operator' = $1"_s,
                                   { m_schema.applicationRole() }),
        u"role_is_application"_s);
    QCOMPARE(groups(m_schema.applicationRole()), u"castellan_app"_s);
    QCOMPARE(groups(person.role), u"castellan_admin"_s);
}

void TestBreakGlass::addNamesTheOperatorsOwnAccount()
{
    const QString add = u"select * from castellan_private.operator_add($1, 'admin', null, $2)"_s;
    const QString own = m_schema.addAccount();
    const QString external = m_schema.superuser().value(
        u"select external_id from castellan_private.account where id = $1::uuid"_s, { own });
    const auto account = [this](const QString &role) {
        return m_schema.superuser().value(
            u"select account from castellan_private.operator where role_name = $1"_s, { role });
    };
    const QString role = unique(u"own_"_s);
    const auto unknown = m_schema.superuser().exec(add, { role, u"nobody's"_s });
    QCOMPARE(unknown.cell(u"outcome"_s), u"account_not_found"_s);
    QCOMPARE(
        m_schema.superuser().value(u"select count(*) from pg_roles where rolname = $1"_s, { role }),
        u"0"_s);
    QCOMPARE(m_schema.superuser().exec(add, { role, external }).cell(u"outcome"_s), u"ok"_s);
    QCOMPARE(account(role), own);
    // Not named again, it stays.
    QCOMPARE(m_schema.superuser().exec(kAdd, { role, u"helpdesk"_s, QString() }).cell(u"outcome"_s),
             u"updated"_s);
    QCOMPARE(account(role), own);
}

void TestBreakGlass::eachIsOnRecord()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    m_schema.superuser().exec(u"select castellan_private.operator_unlock($1)"_s, { person.role });
    m_schema.superuser().exec(u"select * from castellan_private.operator_reset($1)"_s,
                              { person.role });
    const auto rows = m_schema.superuser().exec(
        u"select kind || ' ' || outcome || ' ' || reason as event"
        " from castellan_private.audit_event where detail ->> 'operator' = $1"
        " and reason = 'break_glass' order by id"_s,
        { person.role });
    QStringList events;
    for (const auto &row : rows.rows)
        events << row.value(u"event"_s);
    QCOMPARE(events,
             QStringList({ u"operator.add ok break_glass"_s, u"operator.unlock ok break_glass"_s,
                           u"operator.reset ok break_glass"_s }));
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from castellan_private.audit_event where position($1 in detail::text) > 0"_s,
            { QString::fromLatin1(person.seed.toHex()) }),
        u"0"_s);
}

QTEST_GUILESS_MAIN(TestBreakGlass)
#include "tst_break_glass.moc"
