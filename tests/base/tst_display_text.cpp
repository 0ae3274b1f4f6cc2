// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/DisplayText.h"

#include <QTest>

using namespace castellan;

class DisplayTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const QString &shown) {
            QTest::newRow(name) << text << shown;
        };
        row("plain", QStringLiteral("Jürgen Weiß"), QStringLiteral("Jürgen Weiß"));
        row("markup stays text", QStringLiteral("<b>x</b>"), QStringLiteral("<b>x</b>"));
        row("NUL", QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"),
            QStringLiteral("a\u2400b"));
        row("lines", QStringLiteral("a\nb\r\tc"), QStringLiteral("a\u240ab\u240d\u2409c"));
        row("line separator", QStringLiteral("a\u2028b"), QStringLiteral("a⟨U+2028⟩b"));
        row("DEL and C1", QStringLiteral("\u007f\u0085"), QStringLiteral("\u2421⟨U+0085⟩"));
        row("override", QStringLiteral("abc\u202egpj.exe"), QStringLiteral("abc⟨U+202E⟩gpj.exe"));
        row("isolate", QStringLiteral("\u2066x\u2069"), QStringLiteral("⟨U+2066⟩x⟨U+2069⟩"));
        row("marks of direction", QStringLiteral("\u200e\u200f\u061c"),
            QStringLiteral("⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"));
        row("zero width", QStringLiteral("ad\u200bmin\ufeff\u2060"),
            QStringLiteral("ad⟨U+200B⟩min⟨U+FEFF⟩⟨U+2060⟩"));
        row("joiner between Latin letters", QStringLiteral("ad\u200dmin"),
            QStringLiteral("ad⟨U+200D⟩min"));
        row("joiner in Persian", QStringLiteral("می\u200cخواهم"), QStringLiteral("می\u200cخواهم"));
        row("family", QStringLiteral("\U0001f468\u200d\U0001f469"),
            QStringLiteral("\U0001f468\u200d\U0001f469"));
        row("Hebrew", QStringLiteral("שלום"), QStringLiteral("שלום"));
        row("tag", QStringLiteral("\U000e0041"), QStringLiteral("⟨U+E0041⟩"));
        row("Hangul filler", QStringLiteral("\u3164"), QStringLiteral("⟨U+3164⟩"));
        row("half a pair", QString(QChar(0xd800)), QString(QChar(QChar::ReplacementCharacter)));
        row("marks piled up", QStringLiteral("e") + QString(50, QChar(0x0301)),
            QStringLiteral("e") + QString(6, QChar(0x0301)));
    }

    void shows()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(DisplayText::visible(text), shown);
    }

    void clamps()
    {
        QCOMPARE(DisplayText::visible(QString(200, u'x')), QString(200, u'x'));
        const QString clamped = DisplayText::visible(QString(201, u'x'));
        QCOMPARE(clamped.size(), 200);
        QVERIFY(clamped.endsWith(u'\u2026'));
        QCOMPARE(DisplayText::visible(QString(10'000'000, u'x')).size(), 200);
    }

    void splitsNoPair()
    {
        const QString emoji = QStringLiteral("\U0001f511").repeated(5);
        QCOMPARE(DisplayText::visible(emoji, 6),
                 QStringLiteral("\U0001f511").repeated(2) + u'\u2026');
    }
};

QTEST_APPLESS_MAIN(DisplayTextTest)
#include "tst_display_text.moc"
