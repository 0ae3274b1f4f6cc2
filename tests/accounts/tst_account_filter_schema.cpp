// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/AccountPeople.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace castellan;
using namespace Qt::Literals::StringLiterals;

/// What filters find: folding, texts, facets and the rest.
class TestAccountFilterSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textsFold_data();
    void textsFold();
    void foldingTwiceChangesNothing();
    void storedKeysAreThoseOfNow();
    void textsFindEveryPart_data();
    void textsFindEveryPart();
    void indexesOfTextsFindTheSame_data() { textsFindEveryPart_data(); }
    void indexesOfTextsFindTheSame();
    void filtersMeanWhatTheySay_data();
    void filtersMeanWhatTheySay();

private:
    QStringList found(const QString &filter)
    {
        QStringList ids = AccountPeople::column(
            m_admin->exec(
                u"select id from castellan.account_list($1, 'created', false, null, false, 1000)"_s,
                { filter }),
            u"id"_s);
        ids.sort();
        return ids;
    }
    QStringList expected(const QString &condition, const QStringList &parameters = {})
    {
        QStringList ids = AccountPeople::column(
            m_schema.superuser().exec(
                u"select a.id from castellan_private.account a"
                " left join castellan_private.factor f on f.account = a.id and not f.pending"
                " left join castellan_private.enrolment e on e.account = a.id and e.state in "
                "('requested', 'shown')"
                "      and e.expires_at > now() where "_s
                    + condition,
                parameters),
            u"id"_s);
        ids.sort();
        return ids;
    }

    SchemaFixture m_schema;
    std::unique_ptr<TestSql> m_admin;
};

void TestAccountFilterSchema::initTestCase()
{
    QCOMPARE(m_schema.start(), QString());
    QCOMPARE(AccountPeople::populate(m_schema.superuser()), QString());
    m_admin = std::make_unique<TestSql>(m_schema.signedIn(m_schema.addOperator(u"helpdesk"_s)));
}

void TestAccountFilterSchema::textsFold_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case and accents") << u"ÉMILE Müller Nguyễn Å"_s << u"emile muller nguyen a"_s;
    QTest::newRow("letters that do not come apart")
        << u"Straße Øst Łódź Ærø Đ"_s << u"strasse ost lodz aero d"_s;
    QTest::newRow("combining marks") << u"e\u0301x"_s << u"ex"_s;
    QTest::newRow("Turkish") << u"İstanbul Iı"_s << u"istanbul ii"_s;
    QTest::newRow("Greek, final sigma") << u"ΣΊΣΥΦΟΣ"_s << u"σισυφοσ"_s;
    QTest::newRow("Cyrillic") << u"Ёлка"_s << u"елка"_s;
    QTest::newRow("Hebrew points") << u"מַשֶׁה"_s << u"משה"_s;
    QTest::newRow("Arabic vowels") << u"مُحَمَّد"_s << u"محمد"_s;
    QTest::newRow("Hangul and Han") << u"한국어 王小明"_s << u"한국어 王小明"_s;
    QTest::newRow("forms") << u"ﬁnal ① Ａ"_s << u"final 1 a"_s;
    QTest::newRow("invisible") << u"a\u202Eb\u200Bc\uFEFFd\u2066e"_s << u"abcde"_s;
    QTest::newRow("white space") << u"  a \t\n\u00A0 b\u2003c  "_s << u"a b c"_s;
    QTest::newRow("nothing left") << u" \u0301 "_s << u""_s;
    QTest::newRow("emoji") << u"🙂 Zoë"_s << u"🙂 zoe"_s;
}

void TestAccountFilterSchema::textsFold()
{
    QFETCH(QString, raw);
    QFETCH(QString, folded);
    QCOMPARE(m_schema.superuser().value(u"select castellan_private.fold($1)"_s, { raw }), folded);
}

void TestAccountFilterSchema::foldingTwiceChangesNothing()
{
    // Every assigned character of the first planes that is no surrogate.
    QCOMPARE(m_schema.superuser().value(
                 u"select string_agg(to_hex(c), ' ') from (select c, "
                 u"castellan_private.fold(chr(c)) as once"
                 " from generate_series(1, 65535) c where c not between 55296 and 57343) f"
                 " where castellan_private.fold(once) <> once"_s),
             QString());
}

void TestAccountFilterSchema::storedKeysAreThoseOfNow()
{
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from castellan_private.account where login_key <> "
            u"castellan_private.fold(login)"
            " or position(castellan_private.fold(coalesce(display_name, '')) in search_text) = 0"_s),
        u"0"_s);
    QCOMPARE(
        m_schema.superuser().value(
            u"select count(*) from castellan_private.account a where a.has_factor <> exists"
            " (select from castellan_private.factor f where f.account = a.id and not f.pending)"_s),
        u"0"_s);
}

void TestAccountFilterSchema::textsFindEveryPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("any");
    for (const char *text : { "a",
                              "q",
                              "an",
                              "NN",
                              "zo",
                              "Ánna",
                              "emile zola",
                              "STRASSE",
                              "o'",
                              "r%c",
                              "_",
                              "%",
                              "\\",
                              "k\\s",
                              "<b>",
                              "bob</",
                              "@example",
                              "'",
                              "ext-1",
                              "17",
                              "T-59",
                              "王",
                              "小明",
                              "Юл",
                              "محمد",
                              "דוד כ",
                              "bidi",
                              "line break",
                              "🙂",
                              "e z",
                              "long long long",
                              "bi" })
        QTest::newRow(text) << QString::fromUtf8(text) << true;
    // What would match if it were a pattern, or more than a text.
    for (const char *text :
         { "..", "per%ent", "und_r_score", "%%%", "___", "an%", "'; drop table account; --" })
        QTest::newRow(text) << QString::fromUtf8(text) << false;
}

void TestAccountFilterSchema::textsFindEveryPart()
{
    QFETCH(QString, text);
    QFETCH(bool, any);
    const QStringList wanted = expected(
        u"position(castellan_private.fold($1) in castellan_private.fold(login)) > 0"
        " or position(castellan_private.fold($1) in castellan_private.fold(display_name)) > 0"
        " or position(castellan_private.fold($1) in castellan_private.fold(email)) > 0"
        " or position(castellan_private.fold($1) in castellan_private.fold(external_id)) > 0"_s,
        { text });
    QCOMPARE(found(QString::fromUtf8(QJsonDocument(QJsonObject { { u"text"_s, text } }).toJson())),
             wanted);
    QCOMPARE(!wanted.isEmpty(), any);
}

void TestAccountFilterSchema::indexesOfTextsFindTheSame()
{
    QFETCH(QString, text);
    TestSql &superuser = m_schema.superuser();
    const QString count =
        u"select count(*) from castellan_private.account a,"
        " castellan_private.account_filter_read(jsonb_build_object('text', $1::text)) f"
        " where a.search_text like f.pattern"
        " and (f.grams is null or castellan_private.bigrams(a.search_text) @@ f.grams)"_s;
    const QString plain = u"select count(*) from castellan_private.account a"
                          " where position(castellan_private.fold($1) in a.search_text) > 0"_s;
    superuser.exec(u"set enable_seqscan = off"_s);
    const QString indexed = superuser.value(count, { text });
    superuser.exec(u"reset enable_seqscan"_s);
    QCOMPARE(indexed, superuser.value(plain, { text }));
}

void TestAccountFilterSchema::filtersMeanWhatTheySay_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("condition");
    const QString locked = u"(f.locked_until > now() or f.disabled_at is not null)"_s;
    const QString pending = u"(f.id is null and e.id is not null)"_s;
    QTest::newRow("nothing") << u"{}"_s << u"true"_s;
    QTest::newRow("nulls")
        << u"{\"text\": null, \"facets\": null, \"ranks\": null, \"active\": null}"_s << u"true"_s;
    QTest::newRow("empty lists") << u"{\"text\": \"\", \"facets\": [], \"ranks\": []}"_s
                                 << u"true"_s;
    QTest::newRow("text of nothing visible") << u"{\"text\": \" \\u200b\\u0301\"}"_s << u"true"_s;
    QTest::newRow("no factor") << u"{\"facets\": [\"no_factor\"]}"_s << u"f.id is null"_s;
    QTest::newRow("locked") << u"{\"facets\": [\"locked\"]}"_s << locked;
    QTest::newRow("pending") << u"{\"facets\": [\"pending\"]}"_s << pending;
    QTest::newRow("privileged") << u"{\"facets\": [\"privileged\"]}"_s << u"a.rank <> 'user'"_s;
    QTest::newRow("privileged, pending")
        << u"{\"facets\": [\"privileged\", \"pending\"]}"_s << pending + u" and a.rank <> 'user'"_s;
    QTest::newRow("locked, without factor")
        << u"{\"facets\": [\"locked\", \"no_factor\"]}"_s << u"false"_s;
    QTest::newRow("rank") << u"{\"ranks\": [\"admin\"]}"_s << u"a.rank = 'admin'"_s;
    QTest::newRow("ranks") << u"{\"ranks\": [\"admin\", \"user\"]}"_s << u"a.rank <> 'staff'"_s;
    QTest::newRow("rank against facet")
        << u"{\"ranks\": [\"user\"], \"facets\": [\"privileged\"]}"_s << u"false"_s;
    QTest::newRow("active") << u"{\"active\": true}"_s << u"a.active"_s;
    QTest::newRow("inactive") << u"{\"active\": false}"_s << u"not a.active"_s;
    QTest::newRow("everything")
        << u"{\"text\": \"an\", \"facets\": [\"no_factor\"], \"ranks\": [\"user\"], \"active\": true}"_s
        << u"position('an' in a.search_text) > 0 and f.id is null and a.rank = 'user' and a.active"_s;
}

void TestAccountFilterSchema::filtersMeanWhatTheySay()
{
    QFETCH(QString, filter);
    QFETCH(QString, condition);
    QCOMPARE(found(filter), expected(condition));
}

QTEST_GUILESS_MAIN(TestAccountFilterSchema)
#include "tst_account_filter_schema.moc"
