// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/AccountPeople.h"

#include <QSet>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

/// Following changes: nothing that was committed is ever missed, in whatever order it was.
class TestAccountChangesSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingChangedIsOneRow();
    void everyKindOfChangeShows();
    void rolledBackChangesDoNotShow();
    void lateCommitOfAnEarlyTransactionShows();
    void openTransactionHoldsNobodyUp();
    void pagesLeaveNothingOut();
    void manyEventsAreTakenInSteps();
    void changesWhilePagingShowLater();
    void ownTransactionCountsOnceCommitted();

private:
    /// The ids since m_cursor, which moves on.
    QSet<QString> changes(int limit = 500);
    QSet<QString> only(const QString &account) { return { account }; }
    void rename(TestSql &session, const QString &account)
    {
        QCOMPARE(
            session
                .exec(
                    u"update castellan_private.account set display_name = gen_random_uuid()::text where id = $1::uuid"_s,
                    { account })
                .message,
            QString());
    }

    SchemaFixture m_schema;
    std::unique_ptr<TestSql> m_admin;
    QString m_cursor;
};

void TestAccountChangesSchema::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    m_admin = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s)));
}

void TestAccountChangesSchema::init()
{
    m_cursor.clear();
    QCOMPARE(changes(), QSet<QString>());
    QVERIFY(!m_cursor.isEmpty());
}

QSet<QString> TestAccountChangesSchema::changes(int limit)
{
    const TestSql::Answer answer = m_admin->exec(
        u"select * from castellan.account_changes($1, $2)"_s, { m_cursor, QString::number(limit) });
    QSet<QString> ids;
    for (const TestSql::Row &row : answer.rows) {
        m_cursor = row.value(u"cursor"_s);
        if (!row.value(u"id"_s).isNull())
            ids.insert(row.value(u"id"_s));
    }
    return answer.ok() ? ids : QSet<QString> { answer.message };
}

void TestAccountChangesSchema::nothingChangedIsOneRow()
{
    const TestSql::Answer answer =
        m_admin->exec(u"select * from castellan.account_changes($1, 10)"_s, { m_cursor });
    QCOMPARE(answer.columns, (QStringList { u"id"_s, u"cursor"_s }));
    QCOMPARE(answer.rows.size(), 1);
    QVERIFY(answer.cell(u"id"_s).isNull());
}

void TestAccountChangesSchema::everyKindOfChangeShows()
{
    const SchemaFixture::Enrolled person = m_schema.addEnrolled();
    QCOMPARE(changes(), only(person.account));
    QCOMPARE(changes(), QSet<QString>());

    m_schema.verify(person.account, SchemaFixture::wrongCode(person.seed));
    QCOMPARE(changes(), only(person.account));
    m_schema.verify(person.account, SchemaFixture::code(person.seed));
    QCOMPARE(changes(), only(person.account));
    m_schema.recover(person.account, person.recoveryCodes.value(0));
    QCOMPARE(changes(), only(person.account));
    m_schema.application().exec(
        u"select castellan.account_sync(external_id, 'renamed', null, null, 'staff', false)"
        " from (select 'renamed-' || $1 as external_id) e"_s,
        { person.account });
    QCOMPARE(changes().size(), 1); // a new account
    m_schema.superuser().exec(u"delete from castellan_private.factor where account = $1::uuid"_s,
                              { person.account });
    QCOMPARE(changes(), only(person.account));
    m_admin->exec(u"select * from castellan.otp_enrol_request($1::uuid, 'new_phone', null, null)"_s,
                  { person.account });
    QCOMPARE(changes(), only(person.account));
}

void TestAccountChangesSchema::rolledBackChangesDoNotShow()
{
    const QString account = m_schema.addAccount();
    changes();
    TestSql &superuser = m_schema.superuser();
    superuser.exec(u"begin"_s);
    rename(superuser, account);
    superuser.exec(u"rollback"_s);
    QCOMPARE(changes(), QSet<QString>());
}

void TestAccountChangesSchema::lateCommitOfAnEarlyTransactionShows()
{
    const QString early = m_schema.addAccount();
    const QString late = m_schema.addAccount();
    changes();
    TestSql slow = m_schema.asSuperuser();
    slow.exec(u"begin"_s);
    rename(slow, early); // has its number now
    rename(m_schema.superuser(), late);
    QCOMPARE(changes(), only(late));
    QCOMPARE(changes(),
             QSet<QString>()); // and not again and again, though the other one is still open
    slow.exec(u"commit"_s);
    QCOMPARE(changes(), only(early));
    QCOMPARE(changes(), QSet<QString>());
}

void TestAccountChangesSchema::openTransactionHoldsNobodyUp()
{
    const QString account = m_schema.addAccount();
    TestSql slow = m_schema.asSuperuser();
    slow.exec(u"begin"_s);
    slow.exec(u"select pg_current_xact_id()"_s);
    changes();
    for (int i = 0; i < 3; ++i) {
        rename(m_schema.superuser(), account);
        QCOMPARE(changes(), only(account));
    }
    // Begun while the other was open, committed after the next question, twice over.
    TestSql second = m_schema.asSuperuser();
    second.exec(u"begin"_s);
    rename(second, account);
    QCOMPARE(changes(), QSet<QString>());
    slow.exec(u"commit"_s);
    QCOMPARE(changes(), QSet<QString>());
    second.exec(u"commit"_s);
    QCOMPARE(changes(), only(account));
}

void TestAccountChangesSchema::pagesLeaveNothingOut()
{
    QCOMPARE(AccountPeople::populate(m_schema.superuser()), QString());
    QSet<QString> seen;
    for (int page = 0; page < 100; ++page) {
        const QSet<QString> ids = changes(50);
        if (ids.isEmpty())
            break;
        QVERIFY(ids.size() <= 50);
        seen += ids;
    }
    QCOMPARE(seen.size(), 600);
    const QString single = *seen.cbegin();
    rename(m_schema.superuser(), single);
    QCOMPARE(changes(50), only(single));
}

void TestAccountChangesSchema::manyEventsAreTakenInSteps()
{
    const QString often = m_schema.addAccount();
    const QString last = m_schema.addAccount();
    changes();
    TestSql &superuser = m_schema.superuser();
    const auto bulk = [&](const QString &account) {
        QCOMPARE(superuser
                     .exec(u"select count(castellan_private.audit_write('test.many', 'ok', account "
                           u"=> $1::uuid))"
                           " from generate_series(1, 6000)"_s,
                           { account })
                     .message,
                 QString());
    };
    bulk(often);
    bulk(often);
    bulk(last);
    QSet<QString> seen;
    int calls = 0;
    for (; calls < 10 && !seen.contains(last); ++calls)
        seen += changes();
    QCOMPARE(seen, (QSet<QString> { often, last }));
    QVERIFY(calls > 1);
    changes();
    QCOMPARE(changes(), QSet<QString>());
}

void TestAccountChangesSchema::changesWhilePagingShowLater()
{
    QStringList accounts;
    for (int i = 0; i < 4; ++i)
        accounts.append(m_schema.addAccount());
    QSet<QString> seen = changes(2);
    QCOMPARE(seen.size(), 2);
    const QString again = *seen.cbegin();
    rename(m_schema.superuser(), again);
    seen.remove(again);
    for (int i = 0; i < 5; ++i)
        seen += changes(2);
    QVERIFY(seen.contains(again));
    QCOMPARE(seen, QSet<QString>(accounts.cbegin(), accounts.cend()));
}

void TestAccountChangesSchema::ownTransactionCountsOnceCommitted()
{
    const QString account = m_schema.addAccount();
    changes();
    m_admin->exec(u"begin"_s);
    m_admin->exec(u"select * from castellan.otp_enrol_request($1::uuid, 'new_phone', null, null)"_s,
                  { account });
    QSet<QString> seen = changes(); // shows it here already, or not yet
    m_admin->exec(u"commit"_s);
    QCOMPARE(seen + changes(), only(account));
}

QTEST_GUILESS_MAIN(TestAccountChangesSchema)
#include "tst_account_changes_schema.moc"
