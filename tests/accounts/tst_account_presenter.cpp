// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/accounts/AccountListSource.h"
#include "models/base/DisplayText.h"
#include "ui/accounts/AccountPresenter.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QApplication>
#include <QTest>

#include <memory>

using namespace castellan;

namespace {

AccountRow somebody()
{
    AccountRow row;
    row.id = QUuid::createUuid();
    row.externalId = QStringLiteral("1042");
    row.login = QStringLiteral("chen.wei");
    row.displayName = QStringLiteral("Chen Wei");
    row.email = QStringLiteral("chen.wei@example.org");
    row.rank = QStringLiteral("user");
    row.factorState = FactorState::Active;
    row.factors = 1;
    row.recoveryCodesLeft = 1234;
    row.createdAt = QDateTime::currentDateTimeUtc();
    row.version = 7;
    return row;
}

Column column(const char16_t *id)
{
    for (const Column &one : AccountPresenter::columns())
        if (one.id == QStringView(id))
            return one;
    return {};
}

RowCell cell(const AccountRow &row, const char16_t *id)
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

    void columnsAreFieldsOfTheSource()
    {
        const ListRow row = listRow(somebody());
        QSet<QString> ids;
        for (const Column &one : AccountPresenter::columns()) {
            QVERIFY2(row.values.contains(one.id), qPrintable(one.id));
            QVERIFY(!one.title.isEmpty());
            ids.insert(one.id);
        }
        QCOMPARE(ids.size(), AccountPresenter::columns().size());
    }

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
        AccountRow row = somebody();
        row.displayName = name;
        QCOMPARE(cell(row, u"display_name").text, shown);
        QCOMPARE(AccountPresenter().label(listRow(row)), shown);
        QCOMPARE(accountSubject(listRow(row)).label, shown);
    }

    void clampsWhatIsLong()
    {
        AccountRow row = somebody();
        row.displayName = QString(5000, u'x');
        row.login = QString(5000, u'y');
        row.email = QString(5000, u'z');
        const RowCell name = cell(row, u"display_name");
        QCOMPARE(name.text.size(), DisplayText::kMaxLength);
        QVERIFY(name.text.endsWith(u'\u2026'));
        for (const QString &second : name.second)
            QVERIFY(second.size() <= DisplayText::kMaxLength);
    }

    void identifiesUnderTheName()
    {
        AccountRow row = somebody();
        QCOMPARE(cell(row, u"display_name").second, (QStringList { row.login, row.email }));
        row.email.clear();
        row.active = false;
        row.login = u"evil\u2066"_qs;
        QCOMPARE(cell(row, u"display_name").second,
                 (QStringList { u"inactive"_qs, u"evil\u27e8U+2066\u27e9"_qs, u"no e-mail"_qs }));
    }

    void chipsHaveWordAndState_data()
    {
        QTest::addColumn<FactorState>("factor");
        QTest::addColumn<QString>("word");
        QTest::addRow("none") << FactorState::None << u"none"_qs;
        QTest::addRow("active") << FactorState::Active << u"active"_qs;
        QTest::addRow("locked") << FactorState::Locked << u"locked"_qs;
        QTest::addRow("disabled") << FactorState::Disabled << u"disabled"_qs;
        QTest::addRow("pending") << FactorState::Pending << u"pending"_qs;
        QTest::addRow("must enrol") << FactorState::MustEnrol << u"must_enrol"_qs;
    }
    void chipsHaveWordAndState()
    {
        QFETCH(FactorState, factor);
        QFETCH(QString, word);
        AccountRow row = somebody();
        row.factorState = factor;
        row.factorUntil = QDateTime::currentDateTimeUtc().addSecs(3630); // no minute's edge
        const RowCell chip = cell(row, u"factor_state");
        QCOMPARE(chip.state, Wording::factorState(word));
        QCOMPARE(chip.text,
                 Wording::factorChip(word, row.factorUntil, QDateTime::currentDateTimeUtc()));
        QVERIFY(!chip.text.isEmpty() && chip.text != word);
    }

    void dashesStandForWhatIsNotThere()
    {
        AccountRow row = somebody();
        QVERIFY(cell(row, u"last_used_at").absent);
        QVERIFY(!cell(row, u"recovery_codes_left").absent);
        QCOMPARE(cell(row, u"recovery_codes_left").text, QLocale().toString(1234));
        row.factors = 0; // and so no codes, not "0"
        row.recoveryCodesLeft = 0;
        QVERIFY(cell(row, u"recovery_codes_left").absent);
        QCOMPARE(cell(row, u"recovery_codes_left").text, absentText());
    }

    void ranksAreWords()
    {
        AccountRow row = somebody();
        QCOMPARE(cell(row, u"rank").text, Wording::word(WordKind::Rank, u"user"_qs));
        row.rank = u"overlord"_qs; // a newer schema's
        QCOMPARE(cell(row, u"rank").text, u"overlord"_qs);
    }

    void subjectsHoldWhatWasOnTheScreen()
    {
        const AccountRow row = somebody();
        const Subject subject = accountSubject(listRow(row));
        QVERIFY(subject.isValid());
        QCOMPARE(subject.kind, u"account"_qs);
        QCOMPARE(QUuid::fromString(subject.id), row.id);
        QCOMPARE(subject.facts.value(u"version"_qs).toLongLong(), 7);
        QCOMPARE(subject.facts.value(u"active"_qs).toBool(), true);
        QCOMPARE(subject.facts.value(u"factors"_qs).toInt(), 1);
    }
};

QTEST_MAIN(AccountPresenterTest)
#include "tst_account_presenter.moc"
