// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kFirst =
    u"row(42, timestamptz '2026-11-22 19:59:13.123456+00', 1, 'otp.verify', 'refused', 'clock',"
    " 'shop_app', uuid '5f1c2a52-8c0f-4f8e-9d0a-6a1f0b7e3c11',"
    " uuid '0b0e7b1e-3a4c-4d57-8a35-2f1d5a0c9e77', 'factor', 4711,"
    " timestamptz '2026-11-22 08:00:00.5+00', xid8 '7654321', null,"
    " jsonb '{\"offset_seconds\": 150, \"failures\": 1}', null, null,"
    " decode('8e5f4c387a2c870a9321acfbfbfa24358d9707ca7f1bee43866f4e118b87c92d', 'hex'),"
    " null, null, null)::castellan_private.audit_event"_s;
const QString kFirstCore =
    u"{\"v\":1,\"id\":42,\"at\":1795377553123456,\"kind\":\"otp.verify\",\"outcome\":\"refused\","
    "\"reason\":\"clock\",\"actor\":\"shop_app\","
    "\"account\":\"5f1c2a52-8c0f-4f8e-9d0a-6a1f0b7e3c11\","
    "\"subject\":\"0b0e7b1e-3a4c-4d57-8a35-2f1d5a0c9e77\",\"object_type\":\"factor\",\"pid\":4711,"
    "\"backend_start\":1795334400500000,\"xid\":7654321,\"group\":null,"
    "\"detail\":{\"failures\":1,\"offset_seconds\":150}}"_s;
const QString kSecond =
    u"row(9007199254740993, timestamptz '1969-12-31 23:59:59.999999+00', 1, 'app.note', 'ok', null,"
    " 'rôle \"x\"', null, null, null, 1, null, xid8 '18446744073709551615',"
    " uuid '00000000-0000-4000-8000-000000000001', jsonb '{}', null, null,"
    " sha256(decode('', 'hex')), null, null, null)::castellan_private.audit_event"_s;
const QString kSecondCore =
    u"{\"v\":1,\"id\":9007199254740993,\"at\":-1,\"kind\":\"app.note\",\"outcome\":\"ok\","
    "\"reason\":null,\"actor\":\"rôle \\\"x\\\"\",\"account\":null,\"subject\":null,"
    "\"object_type\":null,\"pid\":1,\"backend_start\":null,\"xid\":18446744073709551615,"
    "\"group\":\"00000000-0000-4000-8000-000000000001\",\"detail\":{}}"_s;
constexpr auto kFirstLeaf = "d74a8abda38b3a87b851c4066a6e0a9e2c28b6f5680b506f13aaeefb137659a1";
constexpr auto kSecondLeaf = "777ad42790e42ede63591b72c1e6a0397b5368c85a52d7be230cd60b95b83716";

/// The leaf as docs/audit-format.md says, made here and not by the database.
QString leafOf(const QString &core, const QByteArray &personalHash)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray("\x00\x01", 2));
    hash.addData(core.toUtf8());
    hash.addData(personalHash);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

/// Audit events: there, in the same transaction, without a secret, and the same bytes everywhere.
class TestAudit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void vectors_data();
    void vectors();
    void documentHoldsTheVectors();
    void canonicalJson_data();
    void canonicalJson();
    void settingsDoNotMatter_data();
    void settingsDoNotMatter();
    void everyStepLeavesItsEvent();
    void refusalsLeaveTheirs();
    void eventsBelongToTheirTransaction();
    void holdNoSecret();
    void namesStayInThePersonalPart();
    void recomputesOutsideTheDatabase();
    void erasureLeavesTheLeafWhole();
    void insertCannotBringItsOwnLeaf();
    void goesIntoThePartitionOfItsMonth();
    void oneMonthWithoutAPartitionCostsNoOther();
    void addressesAndObjectsAreSearchable();

private:
    SchemaFixture m_schema;
};

void TestAudit::vectors_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("core");
    QTest::addColumn<QString>("leaf");
    QTest::newRow("ordinary") << kFirst << kFirstCore << QString::fromLatin1(kFirstLeaf);
    QTest::newRow("extreme") << kSecond << kSecondCore << QString::fromLatin1(kSecondLeaf);
}

void TestAudit::vectors()
{
    QFETCH(QString, event);
    QFETCH(QString, core);
    QFETCH(QString, leaf);
    const auto answer = m_schema.superuser().exec(
        u"select castellan_private.audit_core(e) as core, encode((e).personal_hash, 'hex') as hash,"
        " encode(castellan_private.audit_leaf(e), 'hex') as leaf from (select "_s
        + event + u" as e) x"_s);
    QVERIFY2(answer.ok(), qPrintable(answer.message));
    QCOMPARE(answer.cell(u"core"_s), core);
    QCOMPARE(answer.cell(u"leaf"_s), leaf);
    QCOMPARE(leafOf(core, QByteArray::fromHex(answer.cell(u"hash"_s).toLatin1())), leaf);
}

void TestAudit::documentHoldsTheVectors()
{
    QFile page(QStringLiteral(CASTELLAN_SOURCE_DIR) + u"/docs/audit-format.md"_s);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    for (const QString &vector : { kFirstCore, kSecondCore, QString::fromLatin1(kFirstLeaf),
                                   QString::fromLatin1(kSecondLeaf) })
        QVERIFY2(text.contains(vector), qPrintable(vector));
}

void TestAudit::canonicalJson_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("canonical");
    const auto same = [](const char *name, const QString &json) {
        QTest::newRow(name) << json << json;
    };
    same("empty object", u"{}"_s);
    same("empty array", u"[]"_s);
    same("null", u"null"_s);
    same("string", u"\"x\""_s);
    same("emoji", u"\"😀\""_s);
    QTest::newRow("spaces") << u" { \"a\" : [ 1 , 2 ] } "_s << u"{\"a\":[1,2]}"_s;
    QTest::newRow("order by bytes, not by length")
        << u"{\"b\":1,\"aa\":2,\"B\":3}"_s << u"{\"B\":3,\"aa\":2,\"b\":1}"_s;
    QTest::newRow("order beyond the basic plane")
        << u"{\"\uffee\":1,\"😀\":2}"_s << u"{\"\uffee\":1,\"😀\":2}"_s; // bytes, not UTF-16 units
    QTest::newRow("last of two alike") << u"{\"a\":1,\"a\":2}"_s << u"{\"a\":2}"_s;
    QTest::newRow("escapes") << u"\"\\u0001\\n\\t\\\"\\\\\\/\\u20ac\""_s
                             << u"\"\\u0001\\n\\t\\\"\\\\/€\""_s;
    QTest::newRow("exponent") << u"[1e3,1.5e-2,-0,1.50]"_s << u"[1000,0.015,0,1.50]"_s;
    QTest::newRow("long number") << u"123456789012345678901234567890"_s
                                 << u"123456789012345678901234567890"_s;
    QTest::newRow("nested") << u"{\"z\":{\"b\":[{\"d\":1,\"c\":2}]}}"_s
                            << u"{\"z\":{\"b\":[{\"c\":2,\"d\":1}]}}"_s;
}

void TestAudit::canonicalJson()
{
    QFETCH(QString, json);
    QFETCH(QString, canonical);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.canonical_json($1::jsonb)"_s,
                                        { json }),
             canonical);
}

void TestAudit::settingsDoNotMatter_data()
{
    QTest::addColumn<QString>("setting");
    for (const char *setting :
         { "TimeZone = 'Asia/Kathmandu'", "DateStyle = 'German'", "IntervalStyle = iso_8601",
           "bytea_output = escape", "extra_float_digits = -15", "lc_numeric = 'C'",
           "standard_conforming_strings = off", "quote_all_identifiers = on" })
        QTest::newRow(setting) << QString::fromLatin1(setting);
}

void TestAudit::settingsDoNotMatter()
{
    QFETCH(QString, setting);
    TestSql session = m_schema.asSuperuser();
    QVERIFY(session.exec(u"set "_s + setting).ok());
    const QString query =
        u"select encode(castellan_private.audit_leaf("_s + kFirst + u"), 'hex')"_s;
    QCOMPARE(session.value(query), QString::fromLatin1(kFirstLeaf));
}

void TestAudit::everyStepLeavesItsEvent()
{
    const auto person = m_schema.addEnrolled();
    m_schema.verify(person.account, SchemaFixture::code(person.seed));
    m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
    m_schema.recover(person.account, person.recoveryCodes.first());
    const auto rows = m_schema.superuser().exec(
        u"select kind || ' ' || outcome as event from castellan_private.audit_event"
        " where account = $1::uuid order by id"_s,
        { person.account });
    QStringList events;
    for (const auto &row : rows.rows)
        events << row.value(u"event"_s);
    QCOMPARE(
        events,
        QStringList({ u"account.create ok"_s, u"otp.enrol_begin ok"_s, u"otp.enrol_confirm ok"_s,
                      u"recovery_codes.issue ok"_s, u"otp.verify ok"_s, u"otp.verify refused"_s,
                      u"recovery_code.verify ok"_s }));
}

void TestAudit::refusalsLeaveTheirs()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql desk = m_schema.signedIn(person);
    const QString admin = m_schema.addAccount(u"admin"_s);
    desk.exec(
        u"select * from castellan.otp_enrol_request($1::uuid, 'other', 'T-7', 'Call back 555')"_s,
        { admin });
    const auto event = m_schema.lastEvent(admin);
    QCOMPARE(event.value(u"kind"_s), u"otp.enrol_request"_s);
    QCOMPARE(event.value(u"outcome"_s), u"rank"_s);
    QCOMPARE(event.value(u"actor"_s), person.role);
    QVERIFY(event.value(u"detail"_s).contains(u"T-7"_s));
    QVERIFY(!event.value(u"detail"_s).contains(u"555"_s)); // free text may name somebody
    QVERIFY(event.value(u"personal"_s).contains(u"555"_s));
}

void TestAudit::eventsBelongToTheirTransaction()
{
    TestSql app = m_schema.anotherApplication();
    app.exec(u"begin"_s);
    const QString id =
        app.value(u"select castellan.account_sync($1, 'x', null, null, 'user', true)"_s,
                  { m_schema.applicationRole() + u"-tx"_s });
    const QString xid = app.value(u"select pg_current_xact_id()"_s);
    app.exec(u"commit"_s);
    QCOMPARE(m_schema.lastEvent(id).value(u"xid"_s), xid);

    app.exec(u"begin"_s);
    const QString gone =
        app.value(u"select castellan.account_sync($1, 'x', null, null, 'user', true)"_s,
                  { m_schema.applicationRole() + u"-gone"_s });
    app.exec(u"rollback"_s);
    QVERIFY(m_schema.lastEvent(gone).isEmpty());
}

void TestAudit::holdNoSecret()
{
    const auto person = m_schema.addEnrolled();
    const QString good = SchemaFixture::code(person.seed);
    const QString wrong = SchemaFixture::wrongCode(person.seed);
    m_schema.verify(person.account, good);
    m_schema.verify(person.account, wrong);
    m_schema.recover(person.account, person.recoveryCodes.first());
    const auto desk = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(desk.role);
    const QString code = SchemaFixture::code(desk.seed);
    const QString ticket = SchemaFixture::signIn(session, code).cell(u"ticket"_s);
    const QString account = m_schema.addAccount();
    const QString enrolment =
        session
            .exec(
                u"select * from castellan.otp_enrol_remote_request($1::uuid, 'new_phone', null, null)"_s,
                { account })
            .cell(u"enrolment"_s);
    const QString enrolmentCode =
        session.exec(u"select * from castellan.otp_enrol_code_show($1::uuid)"_s, { enrolment })
            .cell(u"code"_s);
    QVERIFY(!enrolmentCode.isEmpty());
    for (const QString &secret :
         { good, wrong, code, ticket, enrolmentCode, QString(enrolmentCode).remove(u'-'),
           person.recoveryCodes.first(), QString(person.recoveryCodes.first()).remove(u'-'),
           QString::fromLatin1(person.seed.toHex()), QString::fromLatin1(desk.seed.toHex()),
           person.proof }) {
        // A six-digit code may stand inside a number by chance: look for it as a value.
        const QString form = secret.size() == 6 ? u'"' + secret + u'"' : secret;
        QCOMPARE(m_schema.superuser().value(
                     u"select count(*) from castellan_private.audit_event e"
                     " where position($1 in e::text) > 0 or position($1 in detail::text) > 0"
                     " or position($1 in personal::text) > 0"_s,
                     { form }),
                 u"0"_s);
    }
    QVERIFY(m_schema.superuser()
                .value(u"select detail ->> 'fingerprint' from castellan_private.audit_event"
                       " where account = $1::uuid and kind = 'otp.enrol_begin'"_s,
                       { person.account })
                .size()
            == 16);
}

void TestAudit::namesStayInThePersonalPart()
{
    const QString name = u"Zacharias Quixote"_s;
    m_schema.application().exec(
        u"select castellan.account_sync($1, $2, $2, 'zq@example.org', 'user', true)"_s,
        { u"ext of "_s + name, name });
    QCOMPARE(
        m_schema.superuser().value(u"select count(*) from castellan_private.audit_event e"
                                   " where position($1 in castellan_private.audit_core(e)) > 0"_s,
                                   { u"Quixote"_s }),
        u"0"_s);
    QCOMPARE(m_schema.superuser().value(u"select count(*) from castellan_private.audit_event e"
                                        " where position($1 in personal::text) > 0"_s,
                                        { u"Quixote"_s }),
             u"1"_s);
}

void TestAudit::recomputesOutsideTheDatabase()
{
    const auto rows = m_schema.superuser().exec(
        u"select castellan_private.audit_core(e) as core, encode(leaf, 'hex') as leaf,"
        " encode(personal_hash, 'hex') as hash, encode(personal_salt, 'hex') as salt,"
        " castellan_private.canonical_json(personal) as personal, personal is null as none"
        " from castellan_private.audit_event e"_s);
    QVERIFY(rows.rows.size() > 20);
    for (const auto &row : rows.rows) {
        QByteArray bytes;
        if (row.value(u"none"_s) == u"f")
            bytes = QByteArray::fromHex(row.value(u"salt"_s).toLatin1())
                + row.value(u"personal"_s).toUtf8();
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        QCOMPARE(QString::fromLatin1(hash.toHex()), row.value(u"hash"_s));
        QCOMPARE(leafOf(row.value(u"core"_s), hash), row.value(u"leaf"_s));
    }
}

void TestAudit::erasureLeavesTheLeafWhole()
{
    const auto person = m_schema.addEnrolled();
    m_schema.superuser().exec(u"update castellan_private.audit_event set personal = null,"
                              " personal_salt = null, client_address = null, object_id = null"
                              " where account = $1::uuid"_s,
                              { person.account });
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.audit_event e"
                 " where account = $1::uuid and leaf <> castellan_private.audit_leaf(e)"_s,
                 { person.account }),
             u"0"_s);
}

void TestAudit::insertCannotBringItsOwnLeaf()
{
    const auto row = m_schema.superuser().exec(
        u"insert into castellan_private.audit_event (kind, outcome, personal, personal_salt,"
        " personal_hash, leaf) values ('test.insert', 'ok', '{\"a\": 1}', decode(repeat('00', 16),"
        " 'hex'), sha256(''), sha256('')) returning leaf = sha256('') as leaf,"
        " personal_hash = sha256('') as hash, personal_salt = decode(repeat('00', 16), 'hex') as "
        "salt,"
        " backend_start is not null as started"_s);
    QVERIFY2(row.ok(), qPrintable(row.message));
    QCOMPARE(row.cell(u"leaf"_s), u"f"_s);
    QCOMPARE(row.cell(u"hash"_s), u"f"_s);
    QCOMPARE(row.cell(u"salt"_s), u"f"_s);
    QCOMPARE(row.cell(u"started"_s), u"t"_s);
}

void TestAudit::goesIntoThePartitionOfItsMonth()
{
    m_schema.superuser().exec(
        u"insert into castellan_private.audit_event (kind, outcome) values ('test.month', 'ok')"_s);
    QCOMPARE(m_schema.superuser().value(
                 u"select tableoid::regclass::text = 'castellan_private.audit_event_'"
                 " || to_char(at at time zone 'UTC', 'YYYY_MM')"
                 " from castellan_private.audit_event where kind = 'test.month'"_s),
             u"t"_s);
    // What no month is there for is caught, and stays verifiable.
    m_schema.superuser().exec(u"begin"_s);
    m_schema.superuser().exec(u"insert into castellan_private.audit_event (at, kind, outcome)"
                              " values ('2001-02-03', 'test.old', 'ok')"_s);
    QCOMPARE(
        m_schema.superuser().value(u"select count(*) from castellan_private.audit_event_default"
                                   " where kind = 'test.old'"_s),
        u"1"_s);
    m_schema.superuser().exec(u"rollback"_s);
}

/// A server that has run past its last partition keeps events in the default one; the next upgrade
/// makes all others.
void TestAudit::oneMonthWithoutAPartitionCostsNoOther()
{
    TestSql &superuser = m_schema.superuser();
    const QString name = u"'audit_event_' || to_char((now() + interval '%1 months') at time zone"
                         " 'UTC', 'YYYY_MM')"_s;
    superuser.exec(u"begin"_s);
    for (const int ahead : { 1, 2 }) {
        const QString partition = superuser.value(u"select "_s + name.arg(ahead));
        QVERIFY(superuser.exec(u"drop table castellan_private."_s + partition).ok());
    }
    superuser.exec(u"insert into castellan_private.audit_event (at, kind, outcome)"
                   " values (now() + interval '1 month', 'test.late', 'ok')"_s);
    QVERIFY(superuser.exec(u"select castellan_private.after_apply()"_s).ok());
    const QString made = superuser.value(u"select to_regclass('castellan_private.' || "_s
                                         + name.arg(2) + u") is not null"_s);
    superuser.exec(u"rollback"_s);
    QCOMPARE(made, u"t"_s);
}

void TestAudit::addressesAndObjectsAreSearchable()
{
    const auto person = m_schema.addEnrolled();
    m_schema.application().exec(
        u"select * from castellan.otp_verify($1::uuid, '000000', '2001:db8::7/64')"_s,
        { person.account });
    const auto row = m_schema.superuser().exec(
        u"select client_address, personal ->> 'client' as client"
        " from castellan_private.audit_event where account = $1::uuid order by id desc limit 1"_s,
        { person.account });
    QCOMPARE(row.cell(u"client_address"_s), u"2001:db8::7"_s);
    QCOMPARE(row.cell(u"client"_s), u"2001:db8::7"_s);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
