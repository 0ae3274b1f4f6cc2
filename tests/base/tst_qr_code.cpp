// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/QrCode.h"
#include "tests/support/MemorySearch.h"

#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace castellan;

namespace {

QImage pictureOf(const QrCode &code)
{
    constexpr int kQuiet = 4;
    constexpr int kScale = 4;
    const int edge = code.size() + 2 * kQuiet;
    QImage image(edge, edge, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            if (code.isDark(x, y))
                image.setPixelColor(x + kQuiet, y + kQuiet, Qt::black);
        }
    }
    return image.scaled(edge * kScale, edge * kScale);
}

} // namespace

class QrCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheFinders()
    {
        const auto code = QrCode::encode("otpauth://totp/a?secret=MZXW6YTB");
        QVERIFY(code.hasValue());
        const QrCode &qr = code.value();
        QCOMPARE((qr.size() - 17) % 4, 0);
        for (int i = 0; i < 7; ++i) {
            QVERIFY(qr.isDark(i, 0));
            QVERIFY(qr.isDark(0, i));
            QVERIFY(qr.isDark(qr.size() - 1 - i, 0));
            QVERIFY(qr.isDark(0, qr.size() - 1 - i));
        }
        QVERIFY(!qr.isDark(7, 7));
        QVERIFY(!qr.isDark(-1, 0));
        QVERIFY(!qr.isDark(0, qr.size()));
    }

    void isReadByAScanner()
    {
        const QString scanner = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
        if (scanner.isEmpty())
            QSKIP("zbarimg is not installed");
        const QByteArray text = "otpauth://totp/Castellan:J%C3%BCrgen?secret=GEZDGNBVGY3TQOJQ";
        const QTemporaryDir directory;
        const QString file = directory.filePath(QStringLiteral("code.png"));
        QVERIFY(pictureOf(QrCode::encode(text).value()).save(file));
        QProcess process;
        process.start(scanner, { QStringLiteral("--raw"), QStringLiteral("-q"), file });
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.readAllStandardOutput().trimmed(), text);
    }

    void leavesNoTextBehind()
    {
        if (!MemorySearch::isPossible())
            QSKIP("the system does not show a process its own memory");
        QByteArray text("otpauth://totp/a?secret=");
        for (int i = 0; i < 8; ++i)
            text += "QX7Z";
        const Secret uri = Secret::fromUtf8(std::move(text));
        const QByteArray needle = MemorySearch::masked("QX7ZQX7ZQX7ZQX7Z");
        const int before = MemorySearch::copies(needle);
        QVERIFY(QrCode::encode(uri.view()).hasValue());
        QVERIFY(MemorySearch::copies(needle) <= before);
    }

    void refusesWhatDoesNotFit()
    {
        QCOMPARE(QrCode::encode({}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(QrCode::encode(QByteArray(2331, 'x')).hasValue());
        QCOMPARE(QrCode::encode(QByteArray(2332, 'x')).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(QrCodeTest)
#include "tst_qr_code.moc"
