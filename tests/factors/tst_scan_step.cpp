// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/QrCode.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestResult.h"
#include "ui/factors/ScanStep.h"
#include "ui/factors/SecretText.h"
#include "ui/kit/Button.h"
#include "ui/kit/QrView.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace castellan;

namespace {

const char *const kUri = "otpauth://totp/Castellan%20demo:chen.wei?secret="
                         "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Castellan%20demo&algorithm=SHA1"
                         "&digits=6&period=30";
const char *const kOther = "otpauth://totp/X:y?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=X";

Secret uri(const char *text)
{
    return Secret::fromUtf8(QByteArray(text));
}

/// What stands on the screen, module by module: one row a string of # and blanks.
QStringList modulesOf(const QImage &picture, int size)
{
    const int scale = picture.width() / (size + 2 * QrView::kQuietZone);
    const int left = (picture.width() - scale * size) / 2;
    QStringList rows;
    for (int y = 0; y < size; ++y) {
        QString row;
        for (int x = 0; x < size; ++x) {
            const QRgb at =
                picture.pixel(left + x * scale + scale / 2, left + y * scale + scale / 2);
            row += qGray(at) < 128 ? u'#' : u' ';
        }
        rows += row;
    }
    return rows;
}

QStringList modulesOf(const QrCode &code)
{
    QStringList rows;
    for (int y = 0; y < code.size(); ++y) {
        QString row;
        for (int x = 0; x < code.size(); ++x)
            row += code.isDark(x, y) ? u'#' : u' ';
        rows += row;
    }
    return rows;
}

bool hasDarkModules(const QImage &picture)
{
    for (int y = 2; y < picture.height() - 2; ++y)
        for (int x = 2; x < picture.width() - 2; ++x)
            if (qGray(picture.pixel(x, y)) < 128)
                return true;
    return false;
}

/// The step in a window of its own.
struct StepScene {
    StepScene()
    {
        auto *layout = new QVBoxLayout(&window);
        step = new ScanStep(clock);
        layout->addWidget(step);
        window.resize(640, 360);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    QrView *qr() { return step->findChild<QrView *>(u"qrView"_qs); }
    SecretText *key() { return step->findChild<SecretText *>(u"keyText"_qs); }
    Button *show() { return step->findChild<Button *>(u"revealButton"_qs); }
    QString chip() { return step->findChild<StateChip *>(u"hiddenChip"_qs)->word(); }
    QImage picture() { return qr()->grab().toImage(); }

    FakeClock clock;
    QWidget window;
    ScanStep *step = nullptr;
};

} // namespace

/// The seed as a code to scan and a key to type, and when it hides.
class ScanStepTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void drawsExactlyTheUri()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        const auto expected = QrCode::encode(uri(kUri).view());
        QVERIFY_RESULT(expected);
        QCOMPARE(modulesOf(scene.picture(), expected.value().size()), modulesOf(expected.value()));
        QCOMPARE(scene.qr()->accessibleName(), u"QR code for Chen Wei"_qs);
    }

    void isReadByAScanner()
    {
        const QString scanner = QStandardPaths::findExecutable(u"zbarimg"_qs);
        if (scanner.isEmpty())
            QSKIP("zbarimg is not installed");
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"code.png"_qs);
        QVERIFY(scene.picture().save(file));
        QProcess process;
        process.start(scanner, { u"--raw"_qs, u"-q"_qs, file });
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray(kUri));
    }

    void givesTheKeyToType()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        QCOMPARE(scene.key()->spoken(), u"GEZD GNBV GY3T QOJQ\nGEZD GNBV GY3T QOJQ\n"_qs);
    }

    void nothingIsCutInANarrowWindow()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        QTRY_VERIFY(scene.key()->mapTo(scene.step, QPoint()).x() > scene.qr()->geometry().right());
        scene.window.resize(340, 600);
        QTRY_VERIFY(scene.key()->mapTo(scene.step, QPoint()).y() > scene.qr()->geometry().bottom());
        for (const QWidget *part : scene.step->findChildren<QWidget *>())
            if (part->isVisible())
                QVERIFY(part->mapTo(scene.step, QPoint(part->width(), 0)).x()
                        <= scene.step->width());
    }

    void hidesAfterTwoMinutes()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        QVERIFY(!scene.show()->isVisible());
        scene.clock.advance(119'000);
        QTRY_VERIFY(scene.chip().contains(u"1"));
        QVERIFY(hasDarkModules(scene.picture()));
        scene.clock.advance(1'000);
        QTRY_VERIFY(scene.show()->isVisible());
        QVERIFY(!hasDarkModules(scene.picture()));
        QCOMPARE(scene.key()->spoken(), QString());
        // And comes back, for two minutes again, when asked for.
        QTest::mouseClick(scene.show(), Qt::LeftButton);
        QVERIFY(hasDarkModules(scene.picture()));
        QVERIFY(!scene.key()->spoken().isEmpty());
        scene.clock.advance(120'000);
        QTRY_VERIFY(!hasDarkModules(scene.picture()));
    }

    void hidesWhenTheWindowIsLeft()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        QVERIFY(hasDarkModules(scene.picture()));
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_VERIFY(!hasDarkModules(scene.picture()));
        QCOMPARE(scene.key()->spoken(), QString());
        scene.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.window));
        QVERIFY(!hasDarkModules(scene.picture())); // not by itself
        QTest::mouseClick(scene.show(), Qt::LeftButton);
        QVERIFY(hasDarkModules(scene.picture()));
    }

    void forgetsWhenCleared()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        scene.step->clear();
        QVERIFY(!scene.qr()->hasCode());
        QVERIFY(scene.key()->isEmpty());
        QVERIFY(!hasDarkModules(scene.picture()));
        QVERIFY(scene.qr()->accessibleName().isEmpty());
    }

    void showsNothingOfWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("something else") << QByteArray("https://example.org/?secret=ABCD");
        QTest::addRow("no secret") << QByteArray("otpauth://totp/X:y?issuer=X");
        QTest::addRow("too long") << QByteArray(kUri) + "&x=" + QByteArray(3000, 'x');
    }
    void showsNothingOfWhatItCannotRead()
    {
        QFETCH(QByteArray, text);
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        QVERIFY(!scene.step->setUri(Secret::fromUtf8(std::move(text)), u"Chen Wei"_qs).hasValue());
        QVERIFY(!scene.qr()->hasCode());
        QVERIFY(scene.key()->isEmpty());
    }

    void takesANewOne()
    {
        StepScene scene;
        QVERIFY_RESULT(scene.step->setUri(uri(kUri), u"Chen Wei"_qs));
        QSignalSpy renewed(scene.step, &ScanStep::renewRequested);
        QTest::mouseClick(scene.step->findChild<Button *>(u"renewSeedButton"_qs), Qt::LeftButton);
        QCOMPARE(renewed.count(), 1);
        QVERIFY_RESULT(scene.step->setUri(uri(kOther), u"Chen Wei"_qs));
        QVERIFY(scene.key()->spoken().startsWith(u"JBSW Y3DP"));
    }
};

QTEST_MAIN(ScanStepTest)
#include "tst_scan_step.moc"
