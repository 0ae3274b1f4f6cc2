// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountScene.h"

#include "models/accounts/AccountStore.h"

using namespace castellan;

/// One account and its history, on a real database.
class AccountStoreTest : public QObject {
    Q_OBJECT

private:
    Result<AccountDetail> detail(const QUuid &account)
    {
        return await(AccountStore(m_scene.interactive()).detail(account));
    }
    Result<QList<AccountEvent>> events(const QUuid &account, int limit = 50)
    {
        return await(AccountStore(m_scene.interactive()).events(account, limit));
    }
    /// A confirmed factor with these columns beside it.
    bool addFactor(const QUuid &account, const QByteArray &assignments = {})
    {
        const auto made = m_scene.database->asSuperuser(
            SqlStatement("insert into castellan_private.factor"
                         " (account, pending, key_version, secret, confirmed_at)"
                         " values ($1, false, 1, '\\x00', now() - interval '2 days')")
                .bind(account));
        if (!made.hasValue() || assignments.isEmpty())
            return made.hasValue();
        return m_scene.database
            ->asSuperuser(SqlStatement("update castellan_private.factor set " + assignments
                                       + " where account = $1")
                              .bind(account))
            .hasValue();
    }

    AccountScene m_scene;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_scene.start(0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanupTestCase() { m_scene.stop(); }

    void tellsWhatTheApplicationSaid()
    {
        const QUuid account = m_scene.sync(u"d1"_qs, u"Chen Wei"_qs, u"staff"_qs, false);
        const auto found = detail(account);
        QVERIFY_RESULT(found);
        const AccountDetail &row = found.value();
        QCOMPARE(row.id, account);
        QCOMPARE(row.externalId, u"d1"_qs);
        QCOMPARE(row.login, u"login.d1"_qs);
        QCOMPARE(row.displayName, u"Chen Wei"_qs);
        QCOMPARE(row.email, u"d1@example.org"_qs);
        QCOMPARE(row.rank, u"staff"_qs);
        QVERIFY(!row.active);
        QCOMPARE(row.factors, 0);
        QCOMPARE(row.factorState, u"none"_qs);
        QVERIFY(!row.lastUsedAt.isValid());
        QVERIFY(row.createdAt.secsTo(QDateTime::currentDateTimeUtc()) < 600);
        QVERIFY(found.value().pendingEnrolment.isNull());
        QCOMPARE(found.value().highestRank, u"staff"_qs);
    }

    void remembersTheHighestRankOfTheDay()
    {
        const QUuid account = m_scene.sync(u"d2"_qs, u"Once an admin"_qs, u"admin"_qs);
        const auto before = detail(account);
        QVERIFY_RESULT(before);
        QCOMPARE(before.value().factorState, u"must_enrol"_qs);
        QVERIFY(before.value().enrolBy.isValid());
        m_scene.sync(u"d2"_qs, u"Once an admin"_qs, u"user"_qs);
        const auto after = detail(account);
        QVERIFY_RESULT(after);
        QCOMPARE(after.value().rank, u"user"_qs);
        QCOMPARE(after.value().highestRank, u"admin"_qs);
        QVERIFY(after.value().version > before.value().version);
    }

    void knowsEachStateOfAFactor_data()
    {
        QTest::addColumn<QByteArray>("assignments");
        QTest::addColumn<QString>("state");
        QTest::addRow("active") << QByteArray() << u"active"_qs;
        QTest::addRow("locked") << QByteArray("locked_until = now() + interval '1 hour',"
                                              " consecutive_failures = 7")
                                << u"locked"_qs;
        QTest::addRow("lock over")
            << QByteArray("locked_until = now() - interval '1 hour'") << u"active"_qs;
        QTest::addRow("disabled") << QByteArray("disabled_at = now()") << u"disabled"_qs;
    }
    void knowsEachStateOfAFactor()
    {
        QFETCH(QByteArray, assignments);
        const QUuid account =
            m_scene.sync(u"f-"_qs + QString::fromUtf8(QTest::currentDataTag()), u"Somebody"_qs);
        QVERIFY(addFactor(account, assignments));
        const auto found = detail(account);
        QVERIFY_RESULT(found);
        QTEST(found.value().factorState, "state");
        QCOMPARE(found.value().factors, 1);
        QVERIFY(found.value().factorConfirmedAt < QDateTime::currentDateTimeUtc());
        if (found.value().factorState == u"locked"_qs) {
            QCOMPARE(found.value().consecutiveFailures, 7);
            QVERIFY(found.value().lockedUntil > QDateTime::currentDateTimeUtc());
            QCOMPARE(found.value().factorUntil, found.value().lockedUntil);
        }
    }

    void knowsWhoIsEnrollingWhom()
    {
        const QUuid account = m_scene.sync(u"p1"_qs, u"In the middle"_qs);
        const auto begun = await(m_scene.interactive().rows(
            SqlStatement("select * from castellan.otp_enrol_request($1, 'first_factor', '', '')")
                .bind(account)));
        QVERIFY_RESULT(begun);
        const auto found = detail(account);
        QVERIFY_RESULT(found);
        QCOMPARE(found.value().factorState, u"pending"_qs);
        QCOMPARE(found.value().pendingEnrolment, begun.value().constFirst().uuid("enrolment"));
        QCOMPARE(found.value().pendingBy, m_scene.helpdesk.role);
        QVERIFY(found.value().pendingUntil > QDateTime::currentDateTimeUtc());
    }

    void saysThatThereIsNobody()
    {
        QCOMPARE(detail(QUuid::createUuid()).error().code, ErrorCode::NotFound);
        const auto none = events(QUuid::createUuid());
        QVERIFY(!none.hasValue() || none.value().isEmpty());
        QVERIFY(!detail(QUuid()).hasValue());
    }

    void tellsTheNewestEventsFirst()
    {
        const QUuid account = m_scene.sync(u"e1"_qs, u"Before"_qs);
        m_scene.sync(u"e1"_qs, u"After"_qs);
        m_scene.sync(u"e1"_qs, u"After"_qs, u"user"_qs, false);
        const auto all = events(account);
        QVERIFY_RESULT(all);
        QVERIFY(all.value().size() >= 3);
        for (qsizetype i = 1; i < all.value().size(); ++i)
            QVERIFY(all.value().at(i - 1).at >= all.value().at(i).at);
        for (const AccountEvent &event : all.value())
            QVERIFY(!event.kind.isEmpty() && event.at.isValid());
        const auto two = events(account, 2);
        QVERIFY_RESULT(two);
        QCOMPARE(two.value().size(), 2);
        QCOMPARE(two.value().constFirst().at, all.value().constFirst().at);
    }

    void tellsHelpdeskOfItsOwnRankOnlyWhatItDid()
    {
        const QUuid account = m_scene.sync(u"e2"_qs, u"Colleague"_qs, u"staff"_qs);
        auto seen = events(account);
        QVERIFY_RESULT(seen);
        QVERIFY(seen.value().isEmpty());
        QVERIFY_RESULT(await(m_scene.interactive().rows(
            SqlStatement("select * from castellan.otp_enrol_request($1, 'first_factor', '', '')")
                .bind(account))));
        seen = events(account);
        QVERIFY_RESULT(seen);
        QCOMPARE(seen.value().size(), 1);
        QCOMPARE(seen.value().constFirst().actor, m_scene.helpdesk.role);
        QCOMPARE(seen.value().constFirst().outcome, u"rank"_qs);
    }

    void answersNobodyWhoIsNotSignedIn()
    {
        const QUuid account = m_scene.sync(u"n1"_qs, u"Private"_qs);
        const auto stranger = m_scene.database->connect(m_scene.helpdesk);
        AccountStore store(*stranger);
        QCOMPARE(await(store.detail(account)).error().code, ErrorCode::NotSignedIn);
        QCOMPARE(await(store.events(account, 5)).error().code, ErrorCode::NotSignedIn);
        stranger->close();
        QCOMPARE(await(store.detail(account)).error().code, ErrorCode::NotConnected);
    }
};

QTEST_GUILESS_MAIN(AccountStoreTest)
#include "tst_account_store.moc"
