// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kBegin = u"select * from castellan.sign_in_begin($1)"_s;
const QString kFinish = u"select * from castellan.sign_in_finish($1::uuid)"_s;

QString begin(TestSql &session, const QString &code)
{
    return session.exec(kBegin, { code }).cell(u"attempt"_s);
}

TestSql::Answer finish(TestSql &session, const QString &attempt)
{
    return session.exec(kFinish, { attempt });
}

} // namespace

/// Who cannot sign in however right the code is, and input that is no code.
class TestSignInRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void malformedIsNotCounted();
    void hundredthBeginDisables();
    void inactiveOperator();
    void operatorWithoutFactor();
    void roleInAnotherGroup();
    void roleThatIsNoOperator();

private:
    QString failures(const SchemaFixture::Operator &person)
    {
        return m_schema.operatorFactor(person.role, u"consecutive_failures"_s);
    }
    void setFactor(const SchemaFixture::Operator &person, const QString &change)
    {
        m_schema.superuser().exec(u"update castellan_private.factor set "_s + change
                                      + u" where operator = $1"_s,
                                  { person.role });
    }
    SchemaFixture m_schema;
};

void TestSignInRefusals::malformedIsNotCounted()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    for (const QString &code :
         { QString(), u""_s, u"12345"_s, u"١٢٣٤٥٦"_s, QString(1 << 20, u'1') })
        QCOMPARE(SchemaFixture::signIn(session, code).cell(u"outcome"_s), u"refused"_s);
    QCOMPARE(failures(person), u"0"_s);
    QCOMPARE(m_schema.lastEventOf(person.role).value(u"reason"_s), u"malformed"_s);
}

void TestSignInRefusals::hundredthBeginDisables()
{
    const auto person = m_schema.addOperator(u"helpdesk"_s);
    TestSql session = m_schema.as(person.role);
    setFactor(person, u"consecutive_failures = 99"_s);
    QCOMPARE(
        SchemaFixture::signIn(session, SchemaFixture::wrongCode(person.seed)).cell(u"outcome"_s),
        u"refused"_s);
    setFactor(person, u"locked_until = null"_s);
    const auto after = session.exec(kBegin, { SchemaFixture::code(person.seed) });
    QVERIFY(after.ok());
    QVERIFY(after.cell(u"attempt"_s).isNull());
    QVERIFY(after.cell(u"retry_at"_s).isNull());
    QCOMPARE(m_schema.lastEventOf(person.role).value(u"reason"_s), u"disabled"_s);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.operator_unlock($1)"_s,
                                        { person.role }),
             u"ok"_s);
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"ok"_s),
             u"t"_s);
}

void TestSignInRefusals::inactiveOperator()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    m_schema.superuser().exec(
        u"update castellan_private.operator set active = false where role_name = $1"_s,
        { person.role });
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"inactive"_s); // gone in between
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"inactive"_s);
}

void TestSignInRefusals::operatorWithoutFactor()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    TestSql session = m_schema.as(person.role);
    const QString attempt = begin(session, SchemaFixture::code(person.seed));
    m_schema.superuser().exec(u"delete from castellan_private.factor where operator = $1"_s,
                              { person.role });
    QCOMPARE(finish(session, attempt).cell(u"outcome"_s), u"not_enrolled"_s);
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"not_enrolled"_s);
}

void TestSignInRefusals::roleInAnotherGroup()
{
    const auto person = m_schema.addOperator(u"admin"_s);
    m_schema.superuser().exec(u"revoke castellan_admin from "_s + person.role);
    m_schema.superuser().exec(u"grant castellan_auditor to "_s + person.role);
    TestSql session = m_schema.as(person.role);
    QCOMPARE(SchemaFixture::signIn(session, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"inactive"_s);
}

void TestSignInRefusals::roleThatIsNoOperator()
{
    // A group without an operator's row is worth nothing, and the application cannot sign in at
    // all.
    QCOMPARE(m_schema.application().exec(kBegin, { u"123456"_s }).sqlState, u"42501"_s);
    const auto person = m_schema.addOperator(u"auditor"_s);
    m_schema.superuser().exec(u"delete from castellan_private.operator where role_name = $1"_s,
                              { person.role });
    TestSql session = m_schema.as(person.role);
    QCOMPARE(SchemaFixture::signIn(session, u"123456"_s).cell(u"outcome"_s), u"inactive"_s);
}

QTEST_GUILESS_MAIN(TestSignInRefusals)
#include "tst_sign_in_refusals.moc"
