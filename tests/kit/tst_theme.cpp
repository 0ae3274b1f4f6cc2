// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Colours, type, the style sheet, icons: what can be computed is not left to taste.

#include "models/base/logging.h"
#include "tests/kit/ColorVision.h"
#include "ui/kit/Fonts.h"
#include "ui/kit/Icons.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/StyleSheet.h"
#include "ui/kit/Theme.h"

#include <QFile>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { m_theme->setChoice({}), m_theme->setSystem({}); }
    void everyPairHasContrast_data();
    void everyPairHasContrast();
    void chartColoursAreToldApart_data();
    void chartColoursAreToldApart();
    void followsTheSystemUnlessChosen();
    void restylesLiveWidgets();
    void placeholderIsReadable();
    void textGrows();
    void motionIsReducedWhenAsked();
    void everyPlaceholderIsFilled();
    void digitsAreTabular_data();
    void digitsAreTabular();
    void fontsAreSearchedQuietly();
    void licencesAreThere();
    void everyIconIsDrawn();
    void iconsTakeTheThemesColour();
    void pointingIconsAreMirrored();
    void iconsAreSharpAtHighDensity();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestTheme::everyPairHasContrast_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::addColumn<bool>("highContrast");
    QTest::newRow("light") << ColorScheme::Light << false;
    QTest::newRow("dark") << ColorScheme::Dark << false;
    QTest::newRow("light, high contrast") << ColorScheme::Light << true;
    QTest::newRow("dark, high contrast") << ColorScheme::Dark << true;
}

void TestTheme::everyPairHasContrast()
{
    QFETCH(ColorScheme, scheme);
    QFETCH(bool, highContrast);
    for (const ColorPair &pair : colorPairs()) {
        const double ratio = contrastRatio(themeColor(scheme, pair.front, highContrast),
                                           themeColor(scheme, pair.ground, highContrast));
        const QString what = colorRoleName(pair.front) + QStringLiteral(" on ")
            + colorRoleName(pair.ground) + QStringLiteral(": ") + QString::number(ratio);
        QVERIFY2(ratio >= pair.least, qPrintable(what));
    }
}

void TestTheme::chartColoursAreToldApart_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::newRow("light") << ColorScheme::Light;
    QTest::newRow("dark") << ColorScheme::Dark;
}

void TestTheme::chartColoursAreToldApart()
{
    QFETCH(ColorScheme, scheme);
    for (const Vision vision :
         { Vision::Usual, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia }) {
        for (int a = 0; a < kChartColorCount; ++a) {
            for (int b = 0; b < a; ++b) {
                const double distance = colorDistance(themeColor(scheme, chartRole(a)),
                                                      themeColor(scheme, chartRole(b)), vision);
                QVERIFY2(distance >= 20,
                         qPrintable(QStringLiteral("%1 and %2, %3: %4")
                                        .arg(a)
                                        .arg(b)
                                        .arg(int(vision))
                                        .arg(distance)));
            }
        }
    }
}

void TestTheme::followsTheSystemUnlessChosen()
{
    QSignalSpy changed(m_theme.get(), &Theme::changed);
    m_theme->setSystem({ ColorScheme::Dark, false, false, 1.0 });
    QCOMPARE(m_theme->scheme(), ColorScheme::Dark);
    QCOMPARE(changed.count(), 1);
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::System, ZoneChoice::Local });
    QCOMPARE(m_theme->scheme(), ColorScheme::Light);
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::System, ZoneChoice::Local });
    QCOMPARE(changed.count(), 2); // nothing new, nothing said
}

void TestTheme::restylesLiveWidgets()
{
    PlainLabel label(QStringLiteral("Text"), TextRole::Body, Tone::Muted);
    label.resize(80, 30);
    label.show();
    const QImage light = label.grab().toImage();
    const int pixels = label.font().pixelSize();
    m_theme->setChoice({ SchemeChoice::Dark, 200, MotionChoice::System, ZoneChoice::Local });
    QTRY_COMPARE(label.font().pixelSize(), 2 * pixels);
    QCOMPARE(label.palette().color(QPalette::WindowText),
             themeColor(ColorScheme::Dark, ColorRole::Muted));
    QVERIFY(label.grab().toImage() != light);
}

void TestTheme::placeholderIsReadable()
{
    QLineEdit edit;
    edit.setPlaceholderText(QStringLiteral("Filter"));
    edit.show();
    QCOMPARE(edit.palette().color(QPalette::PlaceholderText), m_theme->color(ColorRole::Muted));
}

void TestTheme::textGrows()
{
    QCOMPARE(m_theme->font(TextRole::PageTitle).pixelSize(), 23);
    QCOMPARE(m_theme->scaled(metric::kControlHeight), 32);
    QCOMPARE(m_theme->iconSize(), 16);
    m_theme->setChoice({ SchemeChoice::Light, 500, MotionChoice::System, ZoneChoice::Local });
    QCOMPARE(m_theme->choice().textPercent, 200); // the most there is
    QCOMPARE(m_theme->font(TextRole::Body).pixelSize(), 26);
    QCOMPARE(m_theme->scaled(metric::kControlHeight), 64);
    QCOMPARE(m_theme->iconSize(), 32);
    m_theme->setSystem({ ColorScheme::Light, false, false, 1.25 });
    QCOMPARE(m_theme->textScale(), 2.5);
}

void TestTheme::motionIsReducedWhenAsked()
{
    QCOMPARE(m_theme->motionMs(), 120);
    m_theme->setSystem({ ColorScheme::Light, false, true, 1.0 });
    QCOMPARE(m_theme->motionMs(), 0);
    m_theme->setChoice({ SchemeChoice::System, 100, MotionChoice::Full, ZoneChoice::Local });
    QCOMPARE(m_theme->motionMs(), 120);
}

void TestTheme::everyPlaceholderIsFilled()
{
    const QString sheet = m_theme->styleSheet();
    QVERIFY(sheet.size() > 1000);
    QVERIFY(!sheet.contains(u'$'));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("unknown placeholder")));
    QCOMPARE(fillStyleSheet(QStringLiteral("a ${nothing} b ${scaled:32-2}"), *m_theme),
             QStringLiteral("a ${nothing} b 30"));
}

void TestTheme::digitsAreTabular_data()
{
    QTest::addColumn<TextRole>("role");
    QTest::newRow("body") << TextRole::Body;
    QTest::newRow("strong") << TextRole::BodyStrong;
    QTest::newRow("title") << TextRole::PageTitle;
    QTest::newRow("mono") << TextRole::Mono;
}

void TestTheme::digitsAreTabular()
{
    QFETCH(TextRole, role);
    const QFont font = m_theme->font(role);
    if (role != TextRole::Mono)
        QCOMPARE(QFontInfo(font).family(), QStringLiteral("Castellan Sans"));
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), width);
}

void TestTheme::fontsAreSearchedQuietly()
{
    static QStringList s_told;
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { s_told += text; });
    quietFontSearch();
    QImage image(200, 40, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setFont(theme().font(TextRole::Body));
    painter.drawText(0, 20, QStringLiteral("नमस्ते")); // Devanagari, which our font does not have
    qCWarning(lcUi) << "heard";
    qInstallMessageHandler(before);
    QCOMPARE(s_told, QStringList { QStringLiteral("heard") });
}

void TestTheme::licencesAreThere()
{
    for (const char *name : { "inter", "breeze" }) {
        QFile file(QStringLiteral(":/castellan/licences/%1.txt").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() > 1000);
    }
}

void TestTheme::everyIconIsDrawn()
{
    QVERIFY(iconNames().size() > 50);
    for (const QString &name : iconNames()) {
        const QImage image = iconPixmap(name, 16, 1.0).toImage();
        bool any = false;
        for (int y = 0; y < image.height() && !any; ++y) {
            for (int x = 0; x < image.width() && !any; ++x)
                any = image.pixelColor(x, y).alpha() > 128;
        }
        QVERIFY2(any, qPrintable(name));
    }
    QVERIFY(!applicationIcon().isNull());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no such icon")));
    QVERIFY(icon(QStringLiteral("nobody-drew-this")).isNull());
}

void TestTheme::iconsTakeTheThemesColour()
{
    const QIcon lock = icon(QStringLiteral("lock"), ColorRole::CriticalText);
    const auto colour = [&](QIcon::Mode mode) {
        return lock.pixmap(QSize(16, 16), 1.0, mode).toImage().pixelColor(8, 11).name();
    };
    QCOMPARE(colour(QIcon::Normal), m_theme->color(ColorRole::CriticalText).name());
    QCOMPARE(colour(QIcon::Disabled), m_theme->color(ColorRole::DisabledText).name());
    m_theme->setChoice({ SchemeChoice::Dark, 100, MotionChoice::System, ZoneChoice::Local });
    QCOMPARE(colour(QIcon::Normal), themeColor(ColorScheme::Dark, ColorRole::CriticalText).name());
}

void TestTheme::pointingIconsAreMirrored()
{
    const auto draw = [](const char *name) {
        return iconPixmap(QLatin1String(name), 16, 1.0).toImage();
    };
    const QImage next = draw("go-next");
    const QImage lock = draw("lock");
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = draw("go-next");
    const QImage same = draw("lock");
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(mirrored != next);
    QCOMPARE(mirrored.mirrored(true, false), next);
    QCOMPARE(same, lock);
}

void TestTheme::iconsAreSharpAtHighDensity()
{
    const QPixmap twice = icon(QStringLiteral("lock")).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.devicePixelRatio(), 2.0);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
