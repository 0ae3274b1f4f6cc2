// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A page with a few words on it has far more, by the smoothing of the letters alone.
constexpr qsizetype kLeastColors = 24;

qsizetype colorsOf(const QImage &picture)
{
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); y += 2)
        for (int x = 0; x < picture.width(); x += 2)
            colors.insert(picture.pixel(x, y));
    return colors.size();
}

} // namespace

/// The tour, whole, as it is made without a display.
class TourTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_directory;

private Q_SLOTS:
    void initTestCase()
    {
        QProcess tour;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        tour.setProcessEnvironment(environment);
        tour.setProcessChannelMode(QProcess::ForwardedChannels);
        tour.start(QStringLiteral(CASTELLAN_PROGRAM),
                   { u"--demo"_s, u"--tour"_s, m_directory.path() });
        QVERIFY(tour.waitForStarted());
        QVERIFY(tour.waitForFinished(-1)); // ctest knows how long is too long
        QCOMPARE(tour.exitCode(), 0);
    }

    void visitsEverything_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QStringList>("pictures");
        const QStringList everybody { u"sign-in"_s,
                                      u"profile"_s,
                                      u"profile-remove"_s,
                                      u"code"_s,
                                      u"code-refused"_s,
                                      u"accounts"_s,
                                      u"accounts-detail"_s,
                                      u"accounts-empty"_s,
                                      u"accounts-filtered"_s,
                                      u"palette"_s,
                                      u"settings"_s,
                                      u"licences"_s,
                                      u"locked"_s,
                                      u"gallery"_s };
        const QStringList enrolling =
            everybody + QStringList { u"code-locked"_s,   u"enrol-reason"_s, u"enrol-scan"_s,
                                      u"enrol-confirm"_s, u"enrol-codes"_s,  u"enrol-done"_s };
        for (const char *run : { "light-1280", "dark-1600", "light-1024-german", "dark-1280-pseudo",
                                 "light-1280-right-to-left", "light-1600-text-150" })
            QTest::newRow(run) << QString::fromLatin1(run) << enrolling;
        QTest::newRow("auditor") << u"dark-1024-auditor"_s << everybody;
        QTest::newRow("empty") << u"light-1280-empty"_s
                               << QStringList { u"accounts-none"_s, u"connection-lost"_s,
                                                u"accounts-failed"_s };
    }

    void visitsEverything()
    {
        QFETCH(QString, run);
        QFETCH(QStringList, pictures);
        for (const QString &name : std::as_const(pictures)) {
            const QString path = m_directory.filePath(run + u'/' + name + u".png"_s);
            const QImage picture(path);
            QVERIFY2(!picture.isNull(), qPrintable(path));
            QVERIFY2(picture.width() >= 1024 && picture.height() >= 640, qPrintable(path));
            QVERIFY2(colorsOf(picture) >= kLeastColors, qPrintable(path));
        }
    }

    void leavesOnlyPictures()
    {
        const QDir directory(m_directory.path());
        for (const QString &run : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            for (const QString &file : QDir(directory.filePath(run)).entryList(QDir::Files))
                QVERIFY2(file.endsWith(u".png"_s) && !file.startsWith(u"failed-"_s),
                         qPrintable(run + u'/' + file));
    }
};

QTEST_GUILESS_MAIN(TourTest)
#include "tst_tour.moc"
