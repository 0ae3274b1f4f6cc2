// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/SecretText.h"
#include "ui/kit/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>

#include <memory>

using namespace castellan;

namespace {

std::vector<Secret> lines(const QList<QByteArray> &texts)
{
    std::vector<Secret> made;
    for (QByteArray text : texts) {
        text.detach();
        made.push_back(Secret::fromUtf8(std::move(text)));
    }
    return made;
}

QString accessibleName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

/// Secret text on the screen: seen, spoken, concealed, forgotten.
class SecretTextTest : public QObject {
    Q_OBJECT

private:
    QImage picture(SecretText &text)
    {
        text.resize(text.sizeHint());
        return text.grab().toImage();
    }
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void paintsEachCharacter()
    {
        SecretText text(u"Key"_qs);
        const QImage nothing = picture(text);
        text.setLines(lines({ "ABCD EFGH", "IJKL" }));
        const QImage first = picture(text);
        QVERIFY(first != nothing);
        text.setLines(lines({ "ABCD EFGH", "IJKM" }));
        QVERIFY(picture(text) != first);
        text.setLines(lines({ "ABCD EFGH", "IJKL" }));
        QCOMPARE(picture(text), first);
    }

    void concealsWithoutForgetting()
    {
        SecretText text(u"Key"_qs);
        text.setLines(lines({ "ABCD-EFGH" }));
        const QImage open = picture(text);
        text.setConcealed(true);
        const QImage concealed = picture(text);
        QVERIFY(concealed != open);
        QCOMPARE(text.spoken(), QString());
        QCOMPARE(accessibleName(&text).contains(u"ABCD"), false);
        // What it hides can't be told from how it is hidden.
        text.setLines(lines({ "WXYZ-2345" }));
        QCOMPARE(picture(text), concealed);
        text.setLines(lines({ "ABCD-EFGH" }));
        text.setConcealed(false);
        QCOMPARE(picture(text), open);
    }

    void isSpokenInItsGroups()
    {
        SecretText text(u"Recovery codes"_qs);
        QCOMPARE(accessibleName(&text).trimmed(), u"Recovery codes"_qs);
        text.setLines(lines({ "ab-cd", "ef-gh" }), 2);
        QCOMPARE(accessibleName(&text).trimmed(), u"Recovery codes\nab-cd\nef-gh"_qs);
        text.clear();
        QCOMPARE(accessibleName(&text).trimmed(), u"Recovery codes"_qs);
    }

    void forgetsWhenCleared()
    {
        SecretText text(u"Key"_qs);
        text.setLines(lines({ "ABCD" }));
        QVERIFY(!text.isEmpty());
        text.clear();
        QVERIFY(text.isEmpty());
        QCOMPARE(text.spoken(), QString());
        text.resize(200, 60);
        const QImage cleared = text.grab().toImage();
        SecretText empty(u"Key"_qs);
        empty.resize(200, 60);
        QCOMPARE(cleared, empty.grab().toImage());
    }

    void makesRoomForColumns()
    {
        SecretText one(u"Codes"_qs);
        SecretText two(u"Codes"_qs);
        one.setLines(lines({ "aaaa", "bbbb", "cccc", "dddd", "eeee" }));
        two.setLines(lines({ "aaaa", "bbbb", "cccc", "dddd", "eeee" }), 2);
        QCOMPARE(one.sizeHint().height() / 5, two.sizeHint().height() / 3);
        // None of the odd number is lost: the fifth code makes a difference.
        const QImage five = picture(two);
        two.setLines(lines({ "aaaa", "bbbb", "cccc", "dddd", "eeef" }), 2);
        QVERIFY(picture(two) != five);
    }

    void growsWithTheText()
    {
        SecretText text(u"Key"_qs);
        text.setLines(lines({ "ABCD EFGH" }));
        const QSize usual = text.sizeHint();
        m_theme->setChoice({ .textPercent = 200 });
        QVERIFY(text.sizeHint().height() > usual.height());
        QVERIFY(text.sizeHint().width() > usual.width());
        m_theme->setChoice({});
    }

    void standsTheSameWayInRightToLeftLayouts()
    {
        SecretText text(u"Key"_qs);
        text.setLines(lines({ "ABCD EFGH", "IJ" }));
        const QImage usual = picture(text);
        text.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(picture(text), usual);
    }
};

QTEST_MAIN(SecretTextTest)
#include "tst_secret_text.moc"
