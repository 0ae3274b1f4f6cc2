// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactorScene.h"

using namespace castellan;

/// Each step of enrolling somebody, and each way it can be refused, on a real database.
class EnrolmentStoreTest : public QObject {
    Q_OBJECT

private:
    EnrolmentStore store() { return EnrolmentStore(m_scene.interactive()); }
    EnrolmentStart request(const QUuid &account)
    {
        return m_scene.valueOf(store().request({ account, EnrolmentReason::FirstFactor, {}, {} }));
    }
    EnrolmentStart begun() { return request(m_scene.person()); }
    EnrolmentSeed show(const QUuid &enrolment) { return m_scene.valueOf(store().show(enrolment)); }
    EnrolmentCheck check(const QUuid &enrolment, const QString &code)
    {
        return m_scene.valueOf(store().check(enrolment, Secret::fromUtf16(code)));
    }
    QString codes(const QUuid &enrolment)
    {
        return m_scene.valueOf(store().showRecoveryCodes(enrolment)).outcome;
    }
    bool expire(const QUuid &enrolment)
    {
        return m_scene.run(SqlStatement("update castellan_private.enrolment"
                                        "   set expires_at = now() - interval '1 second'"
                                        " where id = $1")
                               .bind(enrolment));
    }

    FactorScene m_scene;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_scene.start(0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanupTestCase() { m_scene.stop(); }

    void goesTheWholeWay()
    {
        const EnrolmentStart start = begun();
        QVERIFY(start.ok);
        QVERIFY(start.expiresAt > QDateTime::currentDateTimeUtc());
        const EnrolmentSeed shown = show(start.enrolment);
        QVERIFY(shown.ok);
        const auto uri = OtpAuthUri::parse(shown.uri);
        QVERIFY_RESULT(uri);
        QCOMPARE(uri.value().digits, 6);
        QCOMPARE(uri.value().period, 30);
        QVERIFY(!uri.value().issuer.isEmpty());
        // Shown again it is the same key.
        QVERIFY(show(start.enrolment).uri == shown.uri);
        QVERIFY(check(start.enrolment, FactorScene::code(shown.uri)).ok);

        const auto codes = m_scene.valueOf(store().showRecoveryCodes(start.enrolment));
        QVERIFY(codes.ok);
        QCOMPARE(codes.codes->size(), size_t(10));
        for (const Secret &code : *codes.codes)
            QVERIFY(code.size() >= 10);
        QVERIFY(m_scene.valueOf(store().handedOver(start.enrolment)).ok);

        // And each step is good once.
        QCOMPARE(show(start.enrolment).outcome, u"done"_qs);
        QCOMPARE(check(start.enrolment, u"123456"_qs).outcome, u"done"_qs);
        QCOMPARE(this->codes(start.enrolment), u"shown"_qs);
        QCOMPARE(m_scene.valueOf(store().handedOver(start.enrolment)).outcome, u"done"_qs);
        QCOMPARE(m_scene.valueOf(store().cancel(start.enrolment)).outcome, u"done"_qs);
    }

    void refusesTheseRequests()
    {
        QCOMPARE(request(m_scene.sync(u"boss"_qs, u"Boss"_qs, u"admin"_qs)).outcome, u"rank"_qs);
        QCOMPARE(request(m_scene.sync(u"peer"_qs, u"Peer"_qs, u"staff"_qs)).outcome, u"rank"_qs);
        QCOMPARE(request(m_scene.sync(u"gone"_qs, u"Gone"_qs, u"user"_qs, false)).outcome,
                 u"inactive"_qs);
        QCOMPARE(request(QUuid::createUuid()).outcome, u"not_found"_qs);
        const QUuid enrolled = m_scene.person();
        const EnrolmentStart first = request(enrolled);
        QVERIFY(check(first.enrolment, FactorScene::code(show(first.enrolment).uri)).ok);
        QCOMPARE(request(enrolled).outcome, u"already_enrolled"_qs);
    }

    void heedsThePolicy()
    {
        const auto before = m_scene.database->asSuperuser(
            SqlStatement("select value::text as value from castellan_private.setting"
                         " where name = 'with_me_ranks'"));
        QVERIFY_RESULT(before);
        QVERIFY(m_scene.run(SqlStatement("update castellan_private.setting set value = '[]'"
                                         " where name = 'with_me_ranks'")));
        QCOMPARE(begun().outcome, u"policy"_qs);
        QVERIFY(m_scene.run(SqlStatement("update castellan_private.setting set value = $1::jsonb"
                                         " where name = 'with_me_ranks'")
                                .bind(before.value().constFirst().text("value"))));
        QVERIFY(begun().ok);
    }

    void wantsANoteForAnotherReason()
    {
        const QUuid account = m_scene.person();
        EnrolmentRequest other { account, EnrolmentReason::Other, {}, {} };
        const auto refused = await(store().request(other));
        QVERIFY(!refused.hasValue());
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(refused.error().facts.value(u"argument"_qs).toString(), u"note"_qs);
        other.note = u"Loaned phone"_qs;
        QVERIFY(m_scene.valueOf(store().request(other)).ok);
    }

    void knowsEachReason()
    {
        for (const EnrolmentReason reason :
             { EnrolmentReason::FirstFactor, EnrolmentReason::NewPhone, EnrolmentReason::LostPhone,
               EnrolmentReason::Other })
            QVERIFY(
                m_scene
                    .valueOf(store().request({ m_scene.person(), reason, u"T-1"_qs, u"a note"_qs }))
                    .ok);
    }

    void showsOnlyWhatIsOpenAndMine()
    {
        QCOMPARE(show(QUuid::createUuid()).outcome, u"not_found"_qs);
        const EnrolmentStart cancelled = begun();
        QVERIFY(m_scene.valueOf(store().cancel(cancelled.enrolment)).ok);
        const EnrolmentSeed nothing = show(cancelled.enrolment);
        QCOMPARE(nothing.outcome, u"cancelled"_qs);
        QVERIFY(nothing.uri.isEmpty());
        const QUuid account = m_scene.person();
        const EnrolmentStart first = request(account);
        const EnrolmentStart second = request(account);
        QCOMPARE(show(first.enrolment).outcome, u"superseded"_qs);
        QVERIFY(show(second.enrolment).ok);
        const EnrolmentStart late = begun();
        QVERIFY(expire(late.enrolment));
        QCOMPARE(show(late.enrolment).outcome, u"expired"_qs);
        QCOMPARE(check(late.enrolment, u"123456"_qs).outcome, u"expired"_qs);

        auto other = m_scene.database->addOperator(u"helpdesk"_qs);
        QVERIFY_RESULT(other);
        OperatorScene colleague(*m_scene.database);
        QVERIFY(colleague.signInAs(other.value()));
        EnrolmentStore theirs(colleague.session.interactive());
        QCOMPARE(m_scene.valueOf(theirs.show(second.enrolment)).outcome, u"foreign"_qs);
        QCOMPARE(m_scene.valueOf(theirs.cancel(second.enrolment)).outcome, u"foreign"_qs);
    }

    void diagnosesAWrongCode_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("diagnosis");
        QTest::addRow("previous step") << -2 << u"previous_step"_qs;
        QTest::addRow("clock ahead") << 20 << u"clock"_qs;
        QTest::addRow("clock behind") << -20 << u"clock"_qs;
    }
    void diagnosesAWrongCode()
    {
        QFETCH(int, steps);
        const EnrolmentStart start = begun();
        const EnrolmentSeed shown = show(start.enrolment);
        const EnrolmentCheck answer = check(start.enrolment, FactorScene::code(shown.uri, steps));
        QVERIFY(!answer.ok);
        QCOMPARE(answer.outcome, u"refused"_qs);
        QTEST(answer.diagnosis, "diagnosis");
        QVERIFY(qAbs(answer.offsetSeconds - steps * 30) <= 30); // the step may have changed
        // It stays open for the right one.
        QVERIFY(check(start.enrolment, FactorScene::code(shown.uri)).ok);
    }

    void wantsTheStepsInTheirOrder()
    {
        const EnrolmentStart start = begun();
        QCOMPARE(check(start.enrolment, u"123456"_qs).outcome, u"not_shown"_qs);
        QCOMPARE(codes(start.enrolment), u"not_confirmed"_qs);
        const EnrolmentSeed shown = show(start.enrolment);
        QCOMPARE(check(start.enrolment, u"12345x"_qs).diagnosis, u"malformed"_qs);
        QVERIFY(check(start.enrolment, FactorScene::code(shown.uri)).ok);
        QCOMPARE(m_scene.valueOf(store().handedOver(start.enrolment)).outcome, u"not_shown"_qs);
    }

    void cancellingLeavesNothing()
    {
        const QUuid account = m_scene.person();
        const EnrolmentStart start = request(account);
        QVERIFY(show(start.enrolment).ok);
        QCOMPARE(m_scene.factors(account), 1); // pending
        QVERIFY(m_scene.valueOf(store().cancel(start.enrolment)).ok);
        QCOMPARE(m_scene.factors(account), 0);
        QCOMPARE(m_scene.valueOf(store().cancel(start.enrolment)).outcome, u"cancelled"_qs);
        QCOMPARE(m_scene.valueOf(store().cancel(QUuid::createUuid())).outcome, u"not_found"_qs);
    }

    void tellsWhatIsWrongWithTheConnection()
    {
        const auto stranger = m_scene.database->connect(m_scene.helpdesk);
        EnrolmentStore unsigned_(*stranger);
        const EnrolmentRequest request { m_scene.person(), EnrolmentReason::NewPhone, {}, {} };
        QCOMPARE(await(unsigned_.request(request)).error().code, ErrorCode::NotSignedIn);
        stranger->close();
        QCOMPARE(await(unsigned_.request(request)).error().code, ErrorCode::NotConnected);
        QCOMPARE(await(unsigned_.show(QUuid::createUuid())).error().code, ErrorCode::NotConnected);
    }
};

QTEST_GUILESS_MAIN(EnrolmentStoreTest)
#include "tst_enrolment_store.moc"
