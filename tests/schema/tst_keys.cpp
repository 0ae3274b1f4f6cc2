// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

/// The key file missing, wrong or unreadable: everything that needs it fails closed with one error,
/// and no counter is consumed; and a ciphertext opens in its own row only.
class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { restore(); }

    void everythingFailsClosed_data();
    void everythingFailsClosed();
    void whatNeedsNoKeyGoesOn();
    void registeringAnotherKeyIsRefused();
    void fingerprintIsNoKey();
    void ciphertextsStayInTheirRows();
    void changedCiphertextIsRefused_data();
    void changedCiphertextIsRefused();
    void subkeysDifferByContextAndVersion();
    void newVersionTakesOver();
    void noSeedInTheTables();

private:
    QString file() const { return m_schema.keyFile(); }
    void restore();
    /// Puts other bytes in the key's place, under the same owner and mode.
    void replaceKey(const QByteArray &bytes);
    void spoil(const QString &how);
    QStringList counters();

    SchemaFixture m_schema;
    QByteArray m_key;
    QString m_aside;
    SchemaFixture::Enrolled m_person;
    SchemaFixture::Operator m_operator;
    QString m_pending, m_remote, m_remoteCode;
    std::unique_ptr<TestSql> m_desk;
};

void TestKeys::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    QFile key(file());
    QVERIFY2(key.open(QIODevice::ReadOnly), qPrintable(key.errorString()));
    m_key = key.readAll();
    QCOMPARE(m_key.size(), 64);
    m_aside = file() + u".aside"_s;
    m_person = m_schema.addEnrolled();
    m_operator = m_schema.addOperator(u"admin"_s);
    m_desk = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s)));
    m_pending =
        m_schema.application()
            .exec(u"select * from castellan.otp_enrol_begin($1::uuid)"_s, { m_schema.addAccount() })
            .cell(u"enrolment"_s);
    m_remote = m_schema.addAccount();
    const QString enrolment =
        m_desk
            ->exec(
                u"select * from castellan.otp_enrol_remote_request($1::uuid, 'new_phone', null, null)"_s,
                { m_remote })
            .cell(u"enrolment"_s);
    m_remoteCode =
        m_desk->exec(u"select * from castellan.otp_enrol_code_show($1::uuid)"_s, { enrolment })
            .cell(u"code"_s);
}

void TestKeys::restore()
{
    QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner);
    if (QFileInfo::exists(m_aside)) {
        QDir().rmdir(file());
        QVERIFY(QFile::rename(m_aside, file()));
    } else {
        replaceKey(m_key);
    }
    QFile::setPermissions(file(), QFile::ReadOwner);
}

void TestKeys::replaceKey(const QByteArray &bytes)
{
    QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner);
    QFile key(file());
    QVERIFY(key.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(key.write(bytes), bytes.size());
}

void TestKeys::spoil(const QString &how)
{
    if (how == u"missing") {
        QVERIFY(QFile::rename(file(), m_aside));
    } else if (how == u"a directory") {
        QVERIFY(QFile::rename(file(), m_aside));
        QVERIFY(QDir().mkdir(file()));
    } else if (how == u"unreadable") {
        QVERIFY(QFile::setPermissions(file(), {}));
    } else if (how == u"wrong") {
        replaceKey(QByteArray(64, 'x'));
    } else if (how == u"one bit off") {
        QByteArray other = m_key;
        other[63] = static_cast<char>(other.at(63) ^ 1);
        replaceKey(other);
    } else if (how == u"short") {
        replaceKey(m_key.left(63));
    } else if (how == u"long") {
        replaceKey(m_key + '\n');
    } else {
        replaceKey(QByteArray());
    }
}

QStringList TestKeys::counters()
{
    return {
        m_schema.factor(m_person.account, u"version"_s),
        m_schema.factor(m_person.account, u"consecutive_failures"_s),
        m_schema.operatorFactor(m_operator.role, u"consecutive_failures"_s),
        m_schema.superuser().value(u"select sum(consecutive_failures)"
                                   " from castellan_private.recovery_set"_s),
        m_schema.superuser().value(u"select sum(code_failures) from castellan_private.enrolment"_s),
        m_schema.superuser().value(u"select count(*) from castellan_private.sign_in_attempt"_s),
        m_schema.superuser().value(u"select count(*) from castellan_private.factor"_s),
        m_schema.superuser().value(u"select count(*) from castellan_private.proof"_s)
    };
}

void TestKeys::everythingFailsClosed_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : { "missing", "a directory", "unreadable", "wrong", "one bit off",
                             "short", "long", "empty" })
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestKeys::everythingFailsClosed()
{
    QFETCH(QString, how);
    TestSql desk = m_schema.as(m_operator.role);
    const QStringList before = counters();
    const QString code = SchemaFixture::code(m_person.seed);
    spoil(how);
    const auto call = [this](const QString &what, const QStringList &arguments) {
        return m_schema.application().exec(u"select * from castellan."_s + what, arguments);
    };
    const QString fresh = m_schema.addAccount(); // needs no key
    QVERIFY(!fresh.isNull());
    const QList<TestSql::Answer> answers {
        m_schema.verify(m_person.account, code),
        m_schema.verify(m_person.account, SchemaFixture::wrongCode(m_person.seed)),
        m_schema.recover(m_person.account, m_person.recoveryCodes.first()),
        m_schema.recover(m_person.account, u"AAAA-AAAA-AAAA-AAAA"_s),
        call(u"otp_enrol_begin($1::uuid)"_s, { fresh }),
        call(u"otp_enrol_confirm($1::uuid, $2)"_s, { m_pending, u"123456"_s }),
        call(u"otp_enrol_redeem($1::uuid, $2)"_s, { m_remote, m_remoteCode }),
        call(u"otp_enrol_redeem($1::uuid, $2)"_s, { m_remote, u"AAAAA-AAAAA"_s }),
        desk.exec(u"select * from castellan.sign_in_begin($1)"_s,
                  { SchemaFixture::code(m_operator.seed) }),
        m_schema.superuser().exec(u"select * from castellan_private.operator_reset($1)"_s,
                                  { m_operator.role }),
    };
    restore();
    for (const auto &answer : answers) {
        QCOMPARE(answer.sqlState, u"ZC900"_s);
        QCOMPARE(answer.column, u"key"_s);
        QCOMPARE(answer.message, u"internal error"_s);
        QVERIFY2(!answer.context.contains(u"/castellan.1"_s), qPrintable(answer.context));
        QVERIFY(answer.detail.isEmpty());
    }
    QCOMPARE(counters(), before);
    // And once it is back, everybody goes on as before.
    m_schema.superuser().exec(u"update castellan_private.factor set last_step = 0"
                              " where account = $1::uuid"_s,
                              { m_person.account });
    QCOMPARE(m_schema.verify(m_person.account, SchemaFixture::code(m_person.seed)).cell(u"ok"_s),
             u"t"_s);
}

void TestKeys::whatNeedsNoKeyGoesOn()
{
    spoil(u"missing"_s);
    QCOMPARE(m_schema.verify(m_schema.addAccount(), u"123456"_s).cell(u"outcome"_s),
             u"not_enrolled"_s);
    QCOMPARE(m_schema.verify(m_person.account, u"rubbish"_s).cell(u"outcome"_s), u"refused"_s);
    QVERIFY(m_schema.application()
                .exec(u"select * from castellan.otp_state($1::uuid)"_s, { m_person.account })
                .ok());
    QVERIFY(m_desk->exec(u"select * from castellan.my_session()"_s).ok());
}

void TestKeys::registeringAnotherKeyIsRefused()
{
    const QString registration =
        u"select encode(castellan_private.key_register(1::smallint), 'hex')"_s;
    const QString fingerprint = m_schema.superuser().value(registration);
    QCOMPARE(fingerprint.size(), 64);
    QCOMPARE(m_schema.superuser().value(registration), fingerprint);
    spoil(u"wrong"_s);
    QCOMPARE(m_schema.superuser().exec(registration).sqlState, u"ZC020"_s);
    spoil(u"missing"_s);
    QCOMPARE(m_schema.superuser().exec(registration).sqlState, u"ZC900"_s);
}

void TestKeys::fingerprintIsNoKey()
{
    const QString fingerprint = m_schema.superuser().value(
        u"select encode(fingerprint, 'hex') from castellan_private.key_version where version = 1"_s);
    QVERIFY(!QString::fromLatin1(m_key.toHex()).contains(fingerprint.left(16)));
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.audit_event where kind = 'key.register'"
                 " and position($1 in detail::text) > 0"_s,
                 { fingerprint }),
             u"0"_s); // the event holds its beginning only
}

void TestKeys::ciphertextsStayInTheirRows()
{
    const auto one = m_schema.addEnrolled();
    const auto two = m_schema.addEnrolled();
    m_schema.superuser().exec(
        u"update castellan_private.factor f set secret = o.secret from castellan_private.factor o"
        " where f.account = $1::uuid and o.account = $2::uuid"_s,
        { one.account, two.account });
    const auto answer = m_schema.verify(one.account, SchemaFixture::code(two.seed));
    QCOMPARE(answer.sqlState, u"ZC900"_s);
    // Nor does it open for another account in the same row.
    m_schema.superuser().exec(u"delete from castellan_private.factor where account = $1::uuid"_s,
                              { one.account });
    m_schema.superuser().exec(
        u"update castellan_private.factor set account = $1::uuid where account = $2::uuid"_s,
        { one.account, two.account });
    QCOMPARE(m_schema.verify(one.account, SchemaFixture::code(two.seed)).sqlState, u"ZC900"_s);
}

void TestKeys::changedCiphertextIsRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("IV") << u"set_byte(secret, 0, get_byte(secret, 0) # 1)"_s;
    QTest::newRow("body") << u"set_byte(secret, 20, get_byte(secret, 20) # 1)"_s;
    QTest::newRow("MAC") << u"set_byte(secret, octet_length(secret) - 1,"
                            " get_byte(secret, octet_length(secret) - 1) # 1)"_s;
    QTest::newRow("cut") << u"substr(secret, 1, octet_length(secret) - 1)"_s;
    QTest::newRow("empty") << u"substr(secret, 1, 0)"_s;
    QTest::newRow("longer") << u"secret || substr(secret, 1, 1)"_s;
}

void TestKeys::changedCiphertextIsRefused()
{
    QFETCH(QString, change);
    const auto person = m_schema.addEnrolled();
    m_schema.superuser().exec(u"update castellan_private.factor set secret = "_s + change
                                  + u" where account = $1::uuid"_s,
                              { person.account });
    const auto answer = m_schema.verify(person.account, SchemaFixture::code(person.seed));
    QCOMPARE(answer.sqlState, u"ZC900"_s);
    QCOMPARE(m_schema.factor(person.account, u"consecutive_failures"_s), u"0"_s);
}

void TestKeys::subkeysDifferByContextAndVersion()
{
    const QString subkey = u"select encode(castellan_private.subkey($1::smallint, $2), 'hex')"_s;
    TestSql &sql = m_schema.superuser();
    const QString one = sql.value(subkey, { u"1"_s, u"a"_s });
    QCOMPARE(one.size(), 64);
    QCOMPARE(sql.value(subkey, { u"1"_s, u"a"_s }), one);
    QVERIFY(sql.value(subkey, { u"1"_s, u"b"_s }) != one);
    QVERIFY(!QString::fromLatin1(m_key.toHex()).contains(one));
    for (const QString &version : { u"0"_s, u"-1"_s, u"2"_s, QString() })
        QCOMPARE(sql.exec(subkey, { version, u"a"_s }).sqlState, u"ZC900"_s);
    QCOMPARE(sql.exec(subkey, { u"1"_s, QString() }).sqlState, u"ZC900"_s);
}

void TestKeys::newVersionTakesOver()
{
    const QString second = QString(file()).replace(u".1.key"_s, u".2.key"_s);
    const auto before = m_schema.addEnrolled();
    QVERIFY(QFile::copy(file(), second));
    QFile key(second);
    QFile::setPermissions(second, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    QVERIFY(key.open(QIODevice::WriteOnly | QIODevice::Truncate));
    key.write(QByteArray(64, 'k'));
    key.close();
    QVERIFY(
        m_schema.superuser().exec(u"select castellan_private.key_register(2::smallint)"_s).ok());
    const auto after = m_schema.addEnrolled();
    QCOMPARE(m_schema.factor(before.account, u"key_version"_s), u"1"_s);
    QCOMPARE(m_schema.factor(after.account, u"key_version"_s), u"2"_s);
    for (const auto &person : { before, after }) {
        QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"ok"_s),
                 u"t"_s);
        QCOMPARE(m_schema.recover(person.account, person.recoveryCodes.first()).cell(u"ok"_s),
                 u"t"_s);
    }
    // Calling an old ciphertext a new one's does not open it.
    m_schema.superuser().exec(
        u"update castellan_private.factor set key_version = 2, last_step = 0 where account = $1::uuid"_s,
        { before.account });
    QCOMPARE(m_schema.verify(before.account, SchemaFixture::code(before.seed)).sqlState,
             u"ZC900"_s);
    m_schema.superuser().exec(u"delete from castellan_private.account"_s);
    m_schema.superuser().exec(u"delete from castellan_private.factor where key_version = 2"_s);
    m_schema.superuser().exec(u"delete from castellan_private.key_version where version = 2"_s);
    m_schema.superuser().exec(u"update castellan_private.key_version set state = 'active'"_s);
    QVERIFY(QFile::remove(second));
}

void TestKeys::noSeedInTheTables()
{
    const auto person = m_schema.addEnrolled();
    const QString seed = QString::fromLatin1(person.seed.toHex());
    QCOMPARE(m_schema.superuser().value(u"select count(*) from castellan_private.factor f"
                                        " where position($1 in encode(secret, 'hex')) > 0"_s,
                                        { seed }),
             u"0"_s);
    // Twice the same seed is twice another ciphertext.
    QCOMPARE(
        m_schema.superuser().value(u"select castellan_private.secret_seal(1::smallint, 'x', 'same')"
                                   " = castellan_private.secret_seal(1::smallint, 'x', 'same')"_s),
        u"f"_s);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.secret_open(1::smallint, 'x',"
                                        " castellan_private.secret_seal(1::smallint, 'x', ''))"_s),
             u"\\x"_s);
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
