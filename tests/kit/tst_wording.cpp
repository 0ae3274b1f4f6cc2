// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every error and every word of the schema has a sentence; what is not known is shown plainly.

#include "ui/kit/Theme.h"
#include "ui/kit/TimeText.h"
#include "ui/kit/Wording.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace castellan;
using namespace std::chrono_literals;

class TestWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyErrorHasASentence();
    void factsAreInTheSentence();
    void unknownOutcomeAfterALostConnection();
    void everyKindHasWords();
    void unknownWordsAreShown();
    void everyOutcomeHasASentence();
    void schemasWordsAreKnown();
    void signInSaysHowLong();
    void diagnosisSaysHowFar();
    void factorChips();
    void eventsAreLines();
    void durations_data();
    void durations();
    void relativeTimes_data();
    void relativeTimes();
    void exactTimes();

private:
    std::unique_ptr<Theme> m_theme;
    const QDateTime m_now { QDate(2026, 11, 22), QTime(14, 6), Qt::UTC };
};

void TestWording::initTestCase()
{
    qputenv("TZ", "Asia/Kolkata");
    tzset();
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::Reduced, ZoneChoice::Utc });
}

void TestWording::everyErrorHasASentence()
{
    const QString fallback = Wording::error({ ErrorCode::Internal, {}, {} }).happened;
    QStringList seen;
    for (int code = 0; code <= int(ErrorCode::Malformed); ++code) {
        const Sentence sentence =
            Wording::error({ ErrorCode(code), {}, QStringLiteral("raw detail") },
                           QStringLiteral("Nobody was enrolled."));
        QVERIFY2(!sentence.happened.isEmpty(), qPrintable(QString::number(code)));
        if (ErrorCode(code) != ErrorCode::Internal)
            QVERIFY2(sentence.happened != fallback, qPrintable(QString::number(code)));
        QVERIFY(!sentence.joined().contains(QStringLiteral("raw detail"))); // for the log alone
        QVERIFY(!sentence.joined().contains(u'%'));
        QVERIFY(!sentence.unchanged.isEmpty());
        QVERIFY2(!seen.contains(sentence.happened), qPrintable(sentence.happened));
        seen << sentence.happened;
    }
    // One past the last: shown, not crashed.
    QCOMPARE(Wording::error({ ErrorCode(int(ErrorCode::Malformed) + 1), {}, {} }).happened,
             fallback);
}

void TestWording::factsAreInTheSentence()
{
    const auto happened = [](ErrorCode code, const QVariantMap &facts) {
        return Wording::error({ code, facts, {} }).happened;
    };
    QVERIFY(happened(ErrorCode::NameNotFound, { { QStringLiteral("host"), QStringLiteral("db1") } })
                .contains(QStringLiteral("db1")));
    QVERIFY(happened(ErrorCode::ConnectionRefused,
                     { { QStringLiteral("host"), QStringLiteral("db1") },
                       { QStringLiteral("port"), 5432 } })
                .contains(QStringLiteral("5432")));
    QVERIFY(happened(ErrorCode::TlsWrongHost,
                     { { QStringLiteral("certificate_host"), QStringLiteral("other.example") } })
                .contains(QStringLiteral("other.example")));
    QVERIFY(happened(ErrorCode::FileUnreadable,
                     { { QStringLiteral("path"), QStringLiteral("/no/such") } })
                .contains(QStringLiteral("/no/such")));
    QVERIFY(happened(ErrorCode::TlsCertificateExpired,
                     { { QStringLiteral("reason"), QStringLiteral("not_yet_valid") } })
            != happened(ErrorCode::TlsCertificateExpired, {}));
}

void TestWording::unknownOutcomeAfterALostConnection()
{
    const Sentence sentence =
        Wording::error({ ErrorCode::ConnectionLost,
                         { { QStringLiteral("outcome"), QStringLiteral("unknown") } },
                         {} },
                       QStringLiteral("Nobody was enrolled."));
    QVERIFY(!sentence.joined().contains(QStringLiteral("Nobody was enrolled.")));
    QVERIFY(sentence.unchanged.contains(QStringLiteral("not known")));
}

void TestWording::everyKindHasWords()
{
    for (int kind = 0; kind <= int(WordKind::RightReason); ++kind) {
        const QStringList words = Wording::knownWords(WordKind(kind));
        QVERIFY(!words.isEmpty());
        QCOMPARE(QSet<QString>(words.cbegin(), words.cend()).size(), words.size());
        for (const QString &word : words)
            QVERIFY(!Wording::word(WordKind(kind), word).isEmpty());
    }
}

void TestWording::unknownWordsAreShown()
{
    const QString strange = QStringLiteral("brand_new_word");
    for (int kind = 0; kind <= int(WordKind::RightReason); ++kind)
        QCOMPARE(Wording::word(WordKind(kind), strange), strange);
    QVERIFY(Wording::signIn(strange, {}, m_now).happened.contains(strange));
    QVERIFY(Wording::enrolment(strange).happened.contains(strange));
    QVERIFY(Wording::diagnosis(strange).happened.contains(strange));
    QVERIFY(Wording::event(strange, strange, strange).contains(strange));
    QCOMPARE(Wording::factorState(strange), State::None);
    QCOMPARE(Wording::factorChip(strange, m_now, m_now), strange);
    QVERIFY(!Wording::kindNamed(strange));
}

void TestWording::everyOutcomeHasASentence()
{
    for (const QString &word : Wording::knownWords(WordKind::Outcome)) {
        for (const Sentence &sentence :
             { Wording::signIn(word, {}, m_now), Wording::enrolment(word) }) {
            QVERIFY2(!sentence.happened.isEmpty(), qPrintable(word));
            QVERIFY2(sentence.happened.endsWith(u'.'), qPrintable(sentence.happened));
        }
    }
    const QString plain = Wording::diagnosis(QStringLiteral("x")).happened.chopped(2);
    for (const QString &word : Wording::knownWords(WordKind::Diagnosis))
        QVERIFY2(!Wording::diagnosis(word).happened.startsWith(plain), qPrintable(word));
}

// The schema lists its words in one function; each of them has a text here.
void TestWording::schemasWordsAreKnown()
{
    QFile file(QStringLiteral(CASTELLAN_SOURCES "/resources/schema/api/base/words.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QRegularExpression row(QStringLiteral(R"(\('([a-z]+)', '([A-Za-z0-9_]+)',)"));
    auto rows = row.globalMatch(QString::fromUtf8(file.readAll()));
    QVERIFY(rows.hasNext());
    while (rows.hasNext()) {
        const auto match = rows.next();
        const auto kind = Wording::kindNamed(match.captured(1));
        QVERIFY2(kind, qPrintable(match.captured(1)));
        QVERIFY2(Wording::knownWords(*kind).contains(match.captured(2)),
                 qPrintable(match.captured(1) + u' ' + match.captured(2)));
    }
}

void TestWording::signInSaysHowLong()
{
    const auto facts = [&](int seconds) {
        return QVariantMap { { QStringLiteral("retry_at"), m_now.addSecs(seconds) } };
    };
    const Sentence locked = Wording::signIn(QStringLiteral("locked"), facts(300), m_now);
    QVERIFY(locked.happened.contains(QStringLiteral("14:11")));
    QVERIFY(locked.tryThis.contains(QStringLiteral("5 min")));
    QVERIFY(Wording::signIn(QStringLiteral("locked"), {}, m_now)
                .happened.contains(QStringLiteral("disabled")));
    const Sentence last = Wording::signIn(QStringLiteral("refused"), facts(300), m_now);
    QVERIFY(last.happened.contains(QStringLiteral("not right")));
    QVERIFY(last.happened.contains(QStringLiteral("14:11")));
    QCOMPARE(last.tryThis, locked.tryThis); // not "type another": it would count for nothing
    QVERIFY(Wording::signIn(QStringLiteral("replayed"), facts(17), m_now)
                .tryThis.contains(QStringLiteral("17")));
    QCOMPARE(Wording::signIn(QStringLiteral("ok"), {}, m_now).state, State::Good);
}

void TestWording::diagnosisSaysHowFar()
{
    const auto clock = [](int seconds) {
        return Wording::diagnosis(QStringLiteral("clock"),
                                  { { QStringLiteral("offset_seconds"), seconds } })
            .happened;
    };
    QVERIFY(clock(-94).contains(QStringLiteral("behind")));
    QVERIFY(clock(-94).contains(QStringLiteral("1 min 34 s")));
    QVERIFY(clock(120).contains(QStringLiteral("ahead")));
    const Sentence refused = Wording::enrolment(
        QStringLiteral("refused"), { { QStringLiteral("diagnosis"), QStringLiteral("period") } });
    QVERIFY(refused.happened.contains(QStringLiteral("period")));
    QVERIFY(!refused.unchanged.isEmpty());
}

void TestWording::factorChips()
{
    const auto chip = [&](const char *word, int minutes) {
        return Wording::factorChip(QLatin1String(word), m_now.addSecs(qint64 { minutes } * 60),
                                   m_now);
    };
    QCOMPARE(chip("locked", 26), QStringLiteral("Locked until 14:32"));
    QCOMPARE(chip("pending", 11), QStringLiteral("Pending 11 min"));
    QCOMPARE(chip("must_enrol", 8 * 24 * 60), QStringLiteral("Must enrol by 30 Nov"));
    QCOMPARE(chip("must_enrol", 0), QStringLiteral("Must enrol now"));
    QCOMPARE(Wording::factorChip(QStringLiteral("active"), {}, m_now), QStringLiteral("Active"));
    QCOMPARE(Wording::factorChip(QStringLiteral("disabled"), {}, m_now),
             QStringLiteral("Disabled"));
    QCOMPARE(Wording::factorState(QStringLiteral("locked")), State::Critical);
}

void TestWording::eventsAreLines()
{
    const QString verify = QStringLiteral("otp.verify");
    QCOMPARE(Wording::event(verify, QStringLiteral("ok"), {}), QStringLiteral("Code accepted"));
    QCOMPARE(Wording::event(verify, QStringLiteral("refused"), QStringLiteral("previous_step")),
             QStringLiteral("Code refused: the code of a minute ago"));
    QCOMPARE(Wording::event(verify, QStringLiteral("locked"), {}),
             QStringLiteral("Code refused: locked"));
    QCOMPARE(Wording::event(verify, QStringLiteral("refused"), QStringLiteral("clock"),
                            { { QStringLiteral("offset_seconds"), -94 } }),
             QStringLiteral("Code refused: the clock is off by 1 min 34 s"));
    QCOMPARE(Wording::event(QStringLiteral("recovery_code.low"), QStringLiteral("warning"), {}),
             QStringLiteral("Few recovery codes left"));
}

void TestWording::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("countdown");
    QTest::newRow("negative") << qint64(-5) << "0 s"
                              << "0:00";
    QTest::newRow("seconds") << qint64(31) << "31 s"
                             << "0:31";
    QTest::newRow("short") << qint64(102) << "1 min 42 s"
                           << "1:42";
    QTest::newRow("minutes") << qint64(860) << "14 min"
                             << "14:20";
    QTest::newRow("hours") << qint64(7440) << "2 h 4 min"
                           << "2:04:00";
    QTest::newRow("whole hours") << qint64(7200) << "2 h"
                                 << "2:00:00";
    QTest::newRow("days") << qint64(266400) << "3 d 2 h"
                          << "74:00:00";
}

void TestWording::durations()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QFETCH(QString, countdown);
    QCOMPARE(TimeText::duration(std::chrono::seconds(seconds)), text);
    QCOMPARE(TimeText::countdown(std::chrono::seconds(seconds)), countdown);
}

void TestWording::relativeTimes_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QString>("text");
    const auto at = [](int y, int mo, int d, int h, int mi, int s) {
        return QDateTime(QDate(y, mo, d), QTime(h, mi, s), Qt::UTC);
    };
    QTest::newRow("now") << m_now.addSecs(-2) << "just now";
    QTest::newRow("seconds") << m_now.addSecs(-31) << "31 s ago";
    QTest::newRow("minutes") << m_now.addSecs(-250) << "4 min ago";
    QTest::newRow("hours") << m_now.addSecs(-7300) << "2 h ago";
    QTest::newRow("yesterday") << at(2026, 11, 21, 17, 48, 0) << "yesterday";
    QTest::newRow("this year") << at(2026, 3, 3, 8, 0, 0) << "3 Mar";
    QTest::newRow("another year") << at(2025, 3, 3, 8, 0, 0) << "3 Mar 2025";
    QTest::newRow("ahead") << m_now.addSecs(250) << "in 4 min 10 s";
    QTest::newRow("never") << QDateTime() << "–";
}

void TestWording::relativeTimes()
{
    QFETCH(QDateTime, time);
    QFETCH(QString, text);
    QCOMPARE(TimeText::relative(time, m_now), text);
}

void TestWording::exactTimes()
{
    const QDateTime time(QDate(2026, 11, 22), QTime(13, 4, 5, 678), Qt::UTC);
    QCOMPARE(TimeText::exact(time), QStringLiteral("2026-11-22T13:04:05.678Z"));
    QCOMPARE(TimeText::exported(time), QStringLiteral("2026-11-22T13:04:05.678Z"));
    QCOMPARE(TimeText::until(time, m_now), QStringLiteral("13:04"));
    QCOMPARE(TimeText::dateTime(time.addDays(-1), m_now), QStringLiteral("yesterday, 13:04"));
    QCOMPARE(TimeText::until(time.addDays(1), m_now), QStringLiteral("tomorrow, 13:04"));
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::Reduced, ZoneChoice::Local });
    QCOMPARE(TimeText::exact(time), QStringLiteral("2026-11-22T18:34:05.678+05:30"));
    QCOMPARE(TimeText::exported(time), QStringLiteral("2026-11-22T13:04:05.678Z"));
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::Reduced, ZoneChoice::Utc });
}

QTEST_MAIN(TestWording)
#include "tst_wording.moc"
