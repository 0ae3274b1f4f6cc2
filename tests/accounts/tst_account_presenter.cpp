// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/DisplayText.h"
#include "ui/accounts/AccountPresenter.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QApplication>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace castellan;

namespace {

QVariantMap somebody()
{
    return {
        { u"external_id"_qs, u"1042"_qs },
        { u"login"_qs, u"chen.wei"_qs },
        { u"display_name"_qs, u"Chen Wei"_qs },
        { u"email"_qs, u"chen.wei@example.org"_qs },
        { u"rank"_qs, u"user"_qs },
        { u"active"_qs, true },
        { u"factor_state"_qs, u"active"_qs },
        { u"factors"_qs, 1 },
        { u"recovery_codes_left"_qs, 1234 },
        { u"created_at"_qs, QDateTime::currentDateTimeUtc() },
    };
}

ListRow listRow(const QVariantMap &values)
{
    ListRow row;
    row.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    row.version = 7;
    row.values = RowValues([values] {
        RowValues::List list;
        for (const auto &[field, value] : values.asKeyValueRange())
            list.append({ field, value });
        return list;
    });
    return row;
}

Column column(const char16_t *id)
{
    for (const Column &one : AccountPresenter::columns())
        if (one.id == QStringView(id))
            return one;
    return {};
}

RowCell cell(const QVariantMap &row, const char16_t *id)
{
    return AccountPresenter().cell(listRow(row), column(id));
}

} // namespace

/// An account in words, whatever the application calls it.
class AccountPresenterTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme; // knows the zone in which times are told

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void showsNamesAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::addRow("plain") << u"Chen Wei"_qs << u"Chen Wei"_qs;
        QTest::addRow("right to left") << u"محمد علي"_qs << u"محمد علي"_qs;
        QTest::addRow("markup") << u"<b>Bob</b>&amp;"_qs << u"<b>Bob</b>&amp;"_qs;
        QTest::addRow("mnemonic") << u"R&D"_qs << u"R&D"_qs;
        QTest::addRow("bidi") << u"bi\u202edi"_qs << u"bi\u27e8U+202E\u27e9di"_qs;
        QTest::addRow("line break") << u"line\nbreak"_qs << u"line\u240abreak"_qs;
        QTest::addRow("zero width") << u"a\u200bb"_qs << u"a\u27e8U+200B\u27e9b"_qs;
        QTest::addRow("empty") << QString() << u"chen.wei"_qs;
        QTest::addRow("blank") << u"   "_qs << u"chen.wei"_qs;
    }
    void showsNamesAsTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        QVariantMap row = somebody();
        row[u"display_name"_qs] = name;
        QCOMPARE(cell(row, u"display_name").text, shown);
        QCOMPARE(AccountPresenter().label(listRow(row)), shown);
        QCOMPARE(accountSubject(listRow(row)).label, shown);
    }

    void clampsWhatIsLong()
    {
        QVariantMap row = somebody();
        row[u"display_name"_qs] = QString(5000, u'x');
        row[u"login"_qs] = QString(5000, u'y');
        row[u"email"_qs] = QString(5000, u'z');
        const RowCell name = cell(row, u"display_name");
        QCOMPARE(name.text.size(), DisplayText::kMaxLength);
        QVERIFY(name.text.endsWith(u'\u2026'));
        for (const QString &second : name.second)
            QVERIFY(second.size() <= DisplayText::kMaxLength);
    }

    void identifiesUnderTheName()
    {
        QVariantMap row = somebody();
        QCOMPARE(cell(row, u"display_name").second,
                 (QStringList { u"chen.wei"_qs, u"chen.wei@example.org"_qs }));
        row[u"email"_qs] = QString();
        row[u"active"_qs] = false;
        row[u"login"_qs] = u"evil\u2066"_qs;
        QCOMPARE(cell(row, u"display_name").second,
                 (QStringList { u"inactive"_qs, u"evil\u27e8U+2066\u27e9"_qs, u"no e-mail"_qs }));
    }

    void chipsHaveWordAndState_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : { "none", "active", "locked", "disabled", "pending", "must_enrol" })
            QTest::addRow("%s", word) << QString::fromLatin1(word);
    }
    void chipsHaveWordAndState()
    {
        QFETCH(QString, word);
        const QDateTime until = QDateTime::currentDateTimeUtc().addSecs(3630); // no minute's edge
        QVariantMap row = somebody();
        row[u"factor_state"_qs] = word;
        row[u"factor_until"_qs] = until;
        const RowCell chip = cell(row, u"factor_state");
        QCOMPARE(chip.state, Wording::factorState(word));
        QCOMPARE(chip.text, Wording::factorChip(word, until, QDateTime::currentDateTimeUtc()));
        QVERIFY(!chip.text.isEmpty() && chip.text != word);
    }

    void statesOfANewerSchemaAreTheirWords()
    {
        QVariantMap row = somebody();
        row[u"factor_state"_qs] = u"in_orbit"_qs;
        QCOMPARE(cell(row, u"factor_state").text, u"in_orbit"_qs);
        QCOMPARE(cell(row, u"factor_state").state, State::None);
    }

    void dashesStandForWhatIsNotThere()
    {
        QVariantMap row = somebody();
        QVERIFY(cell(row, u"last_used_at").absent);
        QVERIFY(!cell(row, u"recovery_codes_left").absent);
        QCOMPARE(cell(row, u"recovery_codes_left").text, QLocale().toString(1234));
        row[u"factors"_qs] = 0; // and so no codes, not "0"
        row[u"recovery_codes_left"_qs] = 0;
        QVERIFY(cell(row, u"recovery_codes_left").absent);
        QCOMPARE(cell(row, u"recovery_codes_left").text, absentText());
    }

    void ranksAreWords()
    {
        QVariantMap row = somebody();
        QCOMPARE(cell(row, u"rank").text, Wording::word(WordKind::Rank, u"user"_qs));
        row[u"rank"_qs] = u"overlord"_qs; // a newer schema's
        QCOMPARE(cell(row, u"rank").text, u"overlord"_qs);
    }

    void subjectsHoldWhatWasOnTheScreen()
    {
        const ListRow row = listRow(somebody());
        const Subject subject = accountSubject(row);
        QVERIFY(subject.isValid());
        QCOMPARE(subject.kind, u"account"_qs);
        QCOMPARE(subject.id, row.id);
        QCOMPARE(subject.facts.value(u"version"_qs).toLongLong(), 7);
        QCOMPARE(subject.facts.value(u"active"_qs).toBool(), true);
        QCOMPARE(subject.facts.value(u"factors"_qs).toInt(), 1);
    }
};

QTEST_MAIN(AccountPresenterTest)
#include "tst_account_presenter.moc"
