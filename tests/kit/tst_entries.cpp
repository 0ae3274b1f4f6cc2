// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Entry of codes and passwords: what is taken, what is refused, and what is left behind.

#include "ui/kit/CodeField.h"
#include "ui/kit/Theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

class TestEntries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void submitsAtSixDigits();
    void takesPastedCodes_data();
    void takesPastedCodes();
    void refusesOthers_data();
    void refusesOthers();
    void survivesTenMegabytes();
    void editsInTheMiddle();
    void isOneNamedLineEdit();
    void busyTakesNothing();
    void problemGoesWithTheNextDigit();
    void qtNeverHoldsTheContent();
    void givesAndForgets();
    void nothingCanBeCopied();
    void accessibilityToolsCanSetIt();

private:
    std::unique_ptr<Theme> m_theme;
};

namespace {

QString submittedCode(CodeField &field)
{
    return QString::fromUtf8(field.entry()->secret().view());
}

/// As an input method or a dead key types: QTest::keyClicks() knows ASCII only.
void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(widget, &press);
    }
}

void paste(QWidget *widget, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QTest::keySequence(widget, QKeySequence::Paste);
}

} // namespace

void TestEntries::submitsAtSixDigits()
{
    CodeField field;
    QByteArray code;
    connect(&field, &CodeField::submitted, &field,
            [&](const Secret &secret) { code = secret.view().toByteArray(); });
    field.show();
    QTest::keyClicks(field.entry(), QStringLiteral("12 3-45"));
    QVERIFY(code.isEmpty());
    QTest::keyClicks(field.entry(), QStringLiteral("6"));
    QCOMPARE(code, QByteArray("123456"));
    code.clear();
    QTest::keyClicks(field.entry(), QStringLiteral("7")); // a slip of the finger changes nothing
    QVERIFY(code.isEmpty());
    QCOMPARE(submittedCode(field), QStringLiteral("123456"));
    field.clear();
    QVERIFY(field.entry()->isEmpty());
}

void TestEntries::takesPastedCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("287082");
    QTest::newRow("grouped") << QStringLiteral("287 082");
    QTest::newRow("hyphen") << QStringLiteral("287-082");
    QTest::newRow("no-break space") << QStringLiteral("287\u00a0082");
    QTest::newRow("dash") << QStringLiteral("287–082");
    QTest::newRow("line break") << QStringLiteral(" 287082\n");
}

void TestEntries::takesPastedCodes()
{
    QFETCH(QString, text);
    CodeField field;
    QSignalSpy submitted(&field, &CodeField::submitted);
    field.show();
    paste(field.entry(), text);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submittedCode(field), QStringLiteral("287082"));
    QVERIFY(field.problem().isEmpty());
}

void TestEntries::refusesOthers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CodeEntry::Problem>("problem");
    QTest::newRow("arabic-indic") << QStringLiteral("٢٨٧٠٨٢") << CodeEntry::Problem::OtherScript;
    QTest::newRow("fullwidth") << QStringLiteral("２８７０８２") << CodeEntry::Problem::OtherScript;
    QTest::newRow("mathematical") << QString::fromUcs4(U"\U0001D7D8\U0001D7D9")
                                  << CodeEntry::Problem::OtherScript;
    QTest::newRow("mixed") << QStringLiteral("28٧082") << CodeEntry::Problem::OtherScript;
    QTest::newRow("letters") << QStringLiteral("28a082") << CodeEntry::Problem::NotADigit;
    QTest::newRow("superscript") << QStringLiteral("²87082") << CodeEntry::Problem::NotADigit;
    QTest::newRow("nul") << QString(QChar(0)) << CodeEntry::Problem::NotADigit;
    QTest::newRow("long") << QStringLiteral("2870821") << CodeEntry::Problem::TooLong;
}

void TestEntries::refusesOthers()
{
    QFETCH(QString, text);
    QFETCH(CodeEntry::Problem, problem);
    CodeField field;
    QSignalSpy found(field.entry(), &CodeEntry::problemFound);
    QSignalSpy submitted(&field, &CodeField::submitted);
    field.show();
    paste(field.entry(), text);
    QCOMPARE(submitted.count(), 0);
    QVERIFY(field.entry()->isEmpty()); // refused, not converted and not in part
    QCOMPARE(found.count(), 1);
    QCOMPARE(found.first().first().value<CodeEntry::Problem>(), problem);
    QVERIFY(!field.problem().isEmpty());
}

void TestEntries::survivesTenMegabytes()
{
    CodeField field;
    SecretField password(QStringLiteral("Password"));
    field.show();
    password.show();
    const QString huge(10'485'760, u'7');
    paste(field.entry(), huge);
    QVERIFY(field.entry()->isEmpty());
    QVERIFY(!field.problem().isEmpty());
    paste(&password, huge);
    QCOMPARE(password.length(), SecretField::kCapacity);
}

void TestEntries::editsInTheMiddle()
{
    SecretField field(QStringLiteral("Password"));
    field.show();
    QTest::keyClicks(&field, QStringLiteral("abcdef"));
    field.setCursorPosition(3);
    QTest::keyClicks(&field, QStringLiteral("XY"));
    QCOMPARE(field.secret().view(), QByteArrayView("abcXYdef"));
    QTest::keyClick(&field, Qt::Key_Backspace);
    QTest::keyClick(&field, Qt::Key_Delete);
    QCOMPARE(field.secret().view(), QByteArrayView("abcXef"));
    field.setSelection(1, 3);
    type(&field, QStringLiteral("ö"));
    QCOMPARE(field.secret().view(), QByteArrayView("aöef"));
    field.selectAll();
    paste(&field, QStringLiteral("new one\n"));
    QCOMPARE(field.secret().view(), QByteArrayView("new one"));
    QTest::keySequence(&field, QKeySequence::Undo);
    QCOMPARE(field.secret().view(), QByteArrayView("new one"));
}

void TestEntries::isOneNamedLineEdit()
{
    CodeField field;
    QCOMPARE(field.findChildren<QLineEdit *>().size(), 1);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(field.entry());
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Code"));
    QCOMPARE(face->role(), QAccessible::EditableText);
    QTest::keyClicks(field.entry(), QStringLiteral("123"));
    QVERIFY(face->text(QAccessible::Description).contains(u'3'));
}

void TestEntries::busyTakesNothing()
{
    CodeField field;
    field.show();
    QTest::keyClicks(field.entry(), QStringLiteral("1234"));
    field.setBusy(true);
    QTest::keyClicks(field.entry(), QStringLiteral("56"));
    paste(field.entry(), QStringLiteral("111111"));
    QCOMPARE(field.entry()->length(), 4);
    field.setBusy(false);
    QSignalSpy submitted(&field, &CodeField::submitted);
    QTest::keyClicks(field.entry(), QStringLiteral("56"));
    QCOMPARE(submitted.count(), 1);
}

void TestEntries::problemGoesWithTheNextDigit()
{
    CodeField field;
    field.show();
    field.fill(Secret::copyOf("123456"));
    field.setProblem(QStringLiteral("That code is not right."));
    field.clear();
    QCOMPARE(field.problem(), QStringLiteral("That code is not right."));
    QTest::keyClicks(field.entry(), QStringLiteral("1"));
    QVERIFY(field.problem().isEmpty());
    QTest::keyClick(field.entry(), Qt::Key_Return);
    QVERIFY(
        !field.problem().isEmpty()); // Enter before the code is complete says why nothing happens
}

void TestEntries::qtNeverHoldsTheContent()
{
    SecretField field(QStringLiteral("Password"));
    QStringList seen;
    connect(&field, &QLineEdit::textChanged, &field, [&](const QString &text) { seen << text; });
    field.show();
    QTest::keyClicks(&field, QStringLiteral("secret"));
    paste(&field, QStringLiteral("pasted"));
    field.fill(Secret::copyOf("filled"));
    for (const QString &text : std::as_const(seen)) {
        int own = 0;
        for (const QChar c : text)
            own += c.category() != QChar::Other_PrivateUse;
        QVERIFY2(own <= 1, qPrintable(text)); // never more than the one just typed
    }
    QVERIFY(!field.text().contains(u'f'));
    QCOMPARE(field.echoMode(), QLineEdit::Password);
}

void TestEntries::givesAndForgets()
{
    SecretField field(QStringLiteral("Password"));
    field.show();
    type(&field, QStringLiteral("naïve 密碼"));
    const Secret taken = field.take();
    QCOMPARE(taken.view(), QByteArrayView("naïve 密碼"));
    QVERIFY(field.isEmpty());
    QVERIFY(field.text().isEmpty());
    QVERIFY(field.secret().isEmpty());
}

void TestEntries::nothingCanBeCopied()
{
    SecretField field(QStringLiteral("Password"));
    field.show();
    QTest::keyClicks(&field, QStringLiteral("secret"));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    field.selectAll();
    QTest::keySequence(&field, QKeySequence::Copy);
    QTest::keySequence(&field, QKeySequence::Cut);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(field.length(), 6);
}

void TestEntries::accessibilityToolsCanSetIt()
{
    CodeField field;
    QSignalSpy submitted(&field, &CodeField::submitted);
    field.show();
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(field.entry());
    face->setText(QAccessible::Value, QStringLiteral("755224"));
    QCOMPARE(submittedCode(field), QStringLiteral("755224"));
    QCOMPARE(submitted.count(), 1);
}

QTEST_MAIN(TestEntries)
#include "tst_entries.moc"
