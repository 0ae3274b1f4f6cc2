// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SchemaFixture.h"

#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSync = u"select castellan.account_sync($1, $2, $3, $4, $5, $6::boolean)"_s;

} // namespace

/// castellan.account_sync: the only way accounts come to be.
class TestAccountSync : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_schema.start(), QString()); }

    void createsAndFindsAgain();
    void writesNothingWhenNothingDiffers();
    void recordsWhatChanged();
    void hostileTextsAreKeptAsTheyAre_data();
    void hostileTextsAreKeptAsTheyAre();
    void argumentsAreChecked_data();
    void argumentsAreChecked();
    void loweredRankIsWarnedOfAndRemembered();
    void raisedRankMustEnrolAtOnce();
    void deactivationEndsProofs();
    void sixteenAtOnceMakeOneAccount();
    void sixteenChangesAtOnceEachLeaveAnEvent();
    void waitsForAChangeInProgress();
    void unknownAccountsHaveNoState();
    void waitsForAnOperatorForSecondsOnly();

private:
    TestSql::Answer sync(const QStringList &arguments)
    {
        return m_schema.application().exec(kSync, arguments);
    }
    QString column(const QString &id, const QString &name)
    {
        return m_schema.superuser().value(
            u"select "_s + name + u" from castellan_private.account where id = $1::uuid"_s, { id });
    }
    QString events(const QString &id)
    {
        return m_schema.superuser().value(
            u"select count(*) from castellan_private.audit_event where account = $1::uuid"_s,
            { id });
    }
    QString unique() { return m_schema.applicationRole() + QString::number(++m_count); }

    SchemaFixture m_schema;
    int m_count = 0;
};

void TestAccountSync::createsAndFindsAgain()
{
    const QString external = unique();
    const QString id =
        sync({ external, u"anna"_s, u"Anna"_s, u"anna@example.org"_s, u"user"_s, u"true"_s })
            .value();
    QVERIFY(!id.isEmpty());
    QCOMPARE(column(id, u"login"_s), u"anna"_s);
    QCOMPARE(column(id, u"active"_s), u"t"_s);
    QVERIFY(column(id, u"enrol_by"_s).isNull());
    QCOMPARE(sync({ external, u"anna2"_s, QString(), QString(), u"staff"_s, u"true"_s }).value(),
             id);
    QCOMPARE(column(id, u"login"_s), u"anna2"_s);
    QVERIFY(column(id, u"email"_s).isNull());
    QCOMPARE(column(id, u"version"_s), u"2"_s);
}

void TestAccountSync::writesNothingWhenNothingDiffers()
{
    const QStringList arguments { unique(), u"bob"_s, QString(), QString(), u"user"_s, u"true"_s };
    const QString id = sync(arguments).value();
    const QString before = column(id, u"xmin::text || ctid::text || version"_s);
    sync(arguments);
    QCOMPARE(events(id), u"1"_s);
    QCOMPARE(column(id, u"version"_s), u"1"_s);
    QVERIFY(!before.isEmpty());
}

void TestAccountSync::recordsWhatChanged()
{
    const QString external = unique();
    const QString id =
        sync({ external, u"eve"_s, u"Eve"_s, QString(), u"user"_s, u"true"_s }).value();
    const auto created = m_schema.lastEvent(id);
    QCOMPARE(created.value(u"kind"_s), u"account.create"_s);
    QVERIFY(!created.value(u"detail"_s).contains(u"eve"_s)); // no name in the part that is kept
    sync({ external, u"eve"_s, u"Eve Ann"_s, u"eve@example.org"_s, u"user"_s, u"true"_s });
    const auto changed = m_schema.lastEvent(id);
    QCOMPARE(changed.value(u"kind"_s), u"account.change"_s);
    QVERIFY(changed.value(u"detail"_s).contains(u"\"changed\": [\"display_name\", \"email\"]"_s));
    QVERIFY(!changed.value(u"detail"_s).contains(u"Ann"_s));
    QCOMPARE(changed.value(u"personal"_s),
             u"{\"after\": {\"email\": \"eve@example.org\", \"display_name\": \"Eve Ann\"},"
             " \"before\": {\"email\": null, \"display_name\": \"Eve\"}}"_s);
}

void TestAccountSync::hostileTextsAreKeptAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << u"<img src=x onerror=alert(1)>"_s;
    QTest::newRow("override") << u"abc\u202egpj.exe"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069\u200f"_s;
    QTest::newRow("controls") << u"a\tb\x1b[31m\r\n"_s;
    QTest::newRow("emoji") << u"👩‍👩‍👧‍👦"_s;
    QTest::newRow("arabic") << u"محمد عبد الله"_s;
    QTest::newRow("quotes") << u"O'Brien \"x\" \\ $$ %s"_s;
    QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s;
}

void TestAccountSync::hostileTextsAreKeptAsTheyAre()
{
    QFETCH(QString, name);
    const QString id = sync({ unique(), name, name, name, u"user"_s, u"true"_s }).value();
    QCOMPARE(column(id, u"display_name"_s), name);
    QCOMPARE(column(id, u"login"_s), name);
    // It goes into a URI and into an audit event without breaking either.
    const QString uri = m_schema.application()
                            .exec(u"select * from castellan.otp_enrol_begin($1::uuid)"_s, { id })
                            .cell(u"uri"_s);
    QCOMPARE(SchemaFixture::seedOf(uri).size(), 20);
    for (QChar c : uri)
        QVERIFY(c > u' ' && c < u'\x7f' && c != u'"' && c != u'<' && c != u'\\');
    QCOMPARE(m_schema.superuser().value(
                 u"select bool_and(castellan_private.canonical_json(personal)::jsonb = personal)"
                 " from castellan_private.audit_event where account = $1::uuid"
                 " and personal is not null"_s,
                 { id }),
             u"t"_s);
}

void TestAccountSync::argumentsAreChecked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sqlState");
    QTest::addColumn<QString>("argument");
    const QString no;
    QTest::newRow("no external id") << QStringList { no, u"a"_s, no, no, u"user"_s, u"true"_s }
                                    << u"ZC010"_s << u"external_id"_s;
    QTest::newRow("blank external id")
        << QStringList { u"  "_s, u"a"_s, no, no, u"user"_s, u"true"_s } << u"ZC010"_s
        << u"external_id"_s;
    QTest::newRow("no login") << QStringList { u"1"_s, no, no, no, u"user"_s, u"true"_s }
                              << u"ZC010"_s << u"login"_s;
    QTest::newRow("no rank") << QStringList { u"1"_s, u"a"_s, no, no, no, u"true"_s } << u"ZC010"_s
                             << u"rank"_s;
    QTest::newRow("unknown rank") << QStringList { u"1"_s, u"a"_s, no, no, u"root"_s, u"true"_s }
                                  << u"ZC011"_s << u"rank"_s;
    QTest::newRow("no active") << QStringList { u"1"_s, u"a"_s, no, no, u"user"_s, no }
                               << u"ZC010"_s << u"active"_s;
    QTest::newRow("long login") << QStringList { u"1"_s, QString(256, u'x'), no,
                                                 no,     u"user"_s,          u"true"_s }
                                << u"ZC012"_s << u"login"_s;
    QTest::newRow("ten megabytes")
        << QStringList { u"1"_s, u"a"_s, QString(10 << 20, u'x'), no, u"user"_s, u"true"_s }
        << u"ZC012"_s << u"display_name"_s;
    QTest::newRow("long e-mail") << QStringList { u"1"_s,    u"a"_s,   no, QString(321, u'x'),
                                                  u"user"_s, u"true"_s }
                                 << u"ZC012"_s << u"email"_s;
}

void TestAccountSync::argumentsAreChecked()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sqlState);
    QFETCH(QString, argument);
    const auto answer = sync(arguments);
    QCOMPARE(answer.sqlState, sqlState);
    QCOMPARE(answer.column, argument);
    QVERIFY(answer.message.endsWith(u": "_s + argument)); // psql shows no column
    QVERIFY(!answer.message.contains(u"xx"_s) && !answer.context.contains(u"xx"_s));
}

void TestAccountSync::loweredRankIsWarnedOfAndRemembered()
{
    const QString external = unique();
    const QString id =
        sync({ external, u"boss"_s, QString(), QString(), u"admin"_s, u"true"_s }).value();
    QVERIFY(!column(id, u"enrol_by"_s).isNull());
    sync({ external, u"boss"_s, QString(), QString(), u"user"_s, u"true"_s });
    const auto event = m_schema.lastEvent(id);
    QCOMPARE(event.value(u"kind"_s), u"account.rank_lowered"_s);
    QCOMPARE(event.value(u"outcome"_s), u"warning"_s);
    QCOMPARE(event.value(u"detail"_s), u"{\"rank\": \"user\", \"old_rank\": \"admin\"}"_s);
    QVERIFY(column(id, u"enrol_by"_s).isNull());

    const QString highest = u"select castellan_private.account_highest_rank($1::uuid)"_s;
    QCOMPARE(m_schema.superuser().value(highest, { id }), u"admin"_s);
    sync({ external, u"boss"_s, QString(), QString(), u"staff"_s, u"true"_s });
    QCOMPARE(m_schema.superuser().value(highest, { id }), u"admin"_s); // up and down hides nothing
    m_schema.superuser().exec(u"update castellan_private.account_rank_history"
                              " set held_until = held_until - interval '25 hours'"
                              " where account = $1::uuid"_s,
                              { id });
    QCOMPARE(m_schema.superuser().value(highest, { id }), u"staff"_s);
}

void TestAccountSync::raisedRankMustEnrolAtOnce()
{
    const QString external = unique();
    const QString id =
        sync({ external, u"x"_s, QString(), QString(), u"user"_s, u"true"_s }).value();
    const QString required = u"select required from castellan.otp_state($1::uuid)"_s;
    QCOMPARE(m_schema.application().value(required, { id }), u"f"_s);
    sync({ external, u"x"_s, QString(), QString(), u"admin"_s, u"true"_s });
    QCOMPARE(m_schema.application().value(required, { id }), u"t"_s);
    QCOMPARE(column(id, u"enrol_by <= clock_timestamp()"_s), u"t"_s);
    // The contract: of an account made as admin, enrol_by is its creation.
    const QString made =
        sync({ unique(), u"y"_s, QString(), QString(), u"admin"_s, u"true"_s }).value();
    QCOMPARE(column(made, u"abs(extract(epoch from enrol_by - created_at)) < 0.001"_s), u"t"_s);
}

void TestAccountSync::deactivationEndsProofs()
{
    const auto person = m_schema.addEnrolled();
    m_schema.application().exec(kSync,
                                { column(person.account, u"external_id"_s), u"gone"_s, QString(),
                                  QString(), u"user"_s, u"false"_s });
    QCOMPARE(m_schema.superuser().value(
                 u"select count(*) from castellan_private.proof where account = $1::uuid"_s,
                 { person.account }),
             u"0"_s);
    QCOMPARE(m_schema.verify(person.account, SchemaFixture::code(person.seed)).cell(u"outcome"_s),
             u"refused"_s);
    QCOMPARE(m_schema.application()
                 .exec(u"select * from castellan.otp_enrol_begin($1::uuid, $2::uuid)"_s,
                       { person.account, person.proof })
                 .cell(u"outcome"_s),
             u"refused"_s);
}

void TestAccountSync::sixteenAtOnceMakeOneAccount()
{
    const QString external = unique();
    std::vector<TestSql> clients;
    for (int i = 0; i < 16; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (TestSql &client : clients)
        client.send(kSync, { external, u"same"_s, QString(), QString(), u"user"_s, u"true"_s });
    QSet<QString> ids;
    for (TestSql &client : clients) {
        const auto answer = client.receive();
        QVERIFY2(answer.ok(), qPrintable(answer.message));
        ids.insert(answer.value());
    }
    QCOMPARE(ids.size(), 1);
    QCOMPARE(events(*ids.begin()), u"1"_s);
}

void TestAccountSync::sixteenChangesAtOnceEachLeaveAnEvent()
{
    const QString external = unique();
    const QString id =
        sync({ external, u"start"_s, QString(), QString(), u"user"_s, u"true"_s }).value();
    std::vector<TestSql> clients;
    for (int i = 0; i < 16; ++i)
        clients.push_back(m_schema.anotherApplication());
    for (std::size_t i = 0; i < clients.size(); ++i)
        clients[i].send(
            kSync, { external, u"login %1"_s.arg(i), QString(), QString(), u"user"_s, u"true"_s });
    for (TestSql &client : clients)
        QVERIFY(client.receive().ok());
    QCOMPARE(events(id), u"17"_s);
    QCOMPARE(column(id, u"version"_s), u"17"_s);
    // Each one's before is another one's after: nobody worked on an old row.
    QCOMPARE(
        m_schema.superuser().value(u"select count(distinct personal #>> '{before,login}')"
                                   " from castellan_private.audit_event where account = $1::uuid"
                                   " and kind = 'account.change'"_s,
                                   { id }),
        u"16"_s);
}

void TestAccountSync::waitsForAChangeInProgress()
{
    const QString external = unique();
    TestSql first = m_schema.anotherApplication();
    TestSql second = m_schema.anotherApplication();
    first.exec(u"begin"_s);
    first.exec(kSync, { external, u"one"_s, QString(), QString(), u"user"_s, u"true"_s });
    second.send(kSync, { external, u"two"_s, QString(), QString(), u"user"_s, u"true"_s });
    first.exec(u"rollback"_s); // never existed: the second makes it
    const auto answer = second.receive();
    QVERIFY2(answer.ok(), qPrintable(answer.message));
    QCOMPARE(column(answer.value(), u"login"_s), u"two"_s);
}

void TestAccountSync::unknownAccountsHaveNoState()
{
    const QString state = u"select * from castellan.otp_state($1::uuid)"_s;
    const auto unknown =
        m_schema.application().exec(state, { u"00000000-0000-4000-8000-000000000000"_s });
    QCOMPARE(unknown.sqlState, u"ZC013"_s); // a row of nulls would read as "nothing required"
    QCOMPARE(m_schema.application().exec(state, { QString() }).sqlState, u"ZC010"_s);
}

void TestAccountSync::waitsForAnOperatorForSecondsOnly()
{
    const QString account = m_schema.addAccount();
    TestSql desk = m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s));
    desk.exec(u"begin"_s);
    QCOMPARE(desk.exec(u"select * from castellan.otp_enrol_request($1::uuid, 'first_factor', null,"
                       " null)"_s,
                       { account })
                 .cell(u"outcome"_s),
             u"ok"_s); // and goes for lunch
    m_schema.application().exec(u"set statement_timeout = '20s'"_s);
    const auto begun = m_schema.application().exec(
        u"select * from castellan.otp_enrol_begin($1::uuid)"_s, { account });
    m_schema.application().exec(u"reset statement_timeout"_s);
    QCOMPARE(begun.sqlState, u"55P03"_s);
    QCOMPARE(m_schema.superuser().value(
                 u"select string_agg(proname, ' ' order by proname) from pg_proc where"
                 " proconfig @> array['lock_timeout=5s']"_s),
             u"account_sync otp_enrol_begin otp_enrol_confirm otp_enrol_redeem"_s);
}

QTEST_GUILESS_MAIN(TestAccountSync)
#include "tst_account_sync.moc"
