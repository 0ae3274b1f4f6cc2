// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds every widget of the kit in light and dark, at two text sizes and right-to-left, and checks
// what can be checked without eyes. With CASTELLAN_PICTURES set it leaves the pictures there.

#include "models/base/Clock.h"
#include "tests/kit/KitSamples.h"
#include "ui/kit/FacetBar.h"
#include "ui/kit/FilterField.h"
#include "ui/kit/GalleryPage.h"
#include "ui/kit/LandmarkScrollBar.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDir>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace castellan;

class TestGallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looks_data();
    void looks();
    void cleanup();
    void everythingIsNamed();

private:
    void keep(QWidget *window, const QString &name);

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
};

void TestGallery::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
}

void TestGallery::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    m_theme->setChoice({});
}

void TestGallery::keep(QWidget *window, const QString &name)
{
    const QImage picture = window->grab().toImage();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("CASTELLAN_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(folder + u'/' + name + QStringLiteral(".png")));
    }
}

void TestGallery::looks_data()
{
    QTest::addColumn<SchemeChoice>("scheme");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("light") << SchemeChoice::Light << 100 << false;
    QTest::newRow("dark") << SchemeChoice::Dark << 100 << false;
    QTest::newRow("light-150") << SchemeChoice::Light << 150 << false;
    QTest::newRow("dark-200") << SchemeChoice::Dark << 200 << false;
    QTest::newRow("light-rtl") << SchemeChoice::Light << 100 << true;
}

void TestGallery::looks()
{
    QFETCH(SchemeChoice, scheme);
    QFETCH(int, percent);
    QFETCH(bool, rightToLeft);
    QGuiApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    m_theme->setChoice({ scheme, percent, MotionChoice::Reduced, ZoneChoice::Utc });
    const QString look = QString::fromLatin1(QTest::currentDataTag());

    GalleryPage page(m_clock);
    page.resize(1024, 800);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    auto *area = page.findChild<QScrollArea *>();
    QTRY_COMPARE(area->horizontalScrollBar()->maximum(), 0);
    // Nothing is wider than the page.
    QVERIFY(area->widget()->width() <= area->viewport()->width());
    // Grow until everything is on the picture.
    QScrollBar *bar = area->verticalScrollBar();
    QTRY_VERIFY((page.resize(1024, page.height() + bar->maximum()), bar->maximum() == 0));
    // What is no card of its own is there too: rows, detail, frames, toasts and palette.
    QTRY_VERIFY(page.findChild<ListPage *>()->model()->rowCount() > 0);
    QTRY_VERIFY(page.findChild<CommandPalette *>()->isVisible());
    for (const QWidget *part : std::initializer_list<const QWidget *> {
             page.findChild<LandmarkScrollBar *>(), page.findChild<FilterField *>(),
             page.findChild<FacetBar *>(), page.findChild<DialogFrame *>(),
             page.findChild<WizardFrame *>(), page.findChild<ToastItem *>() })
        QVERIFY(part && part->isVisible());
    keep(&page, QStringLiteral("gallery-") + look);

    for (const auto &[name, window] : kitSamples(m_clock)) {
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        keep(window.get(), name + u'-' + look);
    }
}

void TestGallery::everythingIsNamed()
{
    GalleryPage page(m_clock);
    QStringList nameless;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        // A number field speaks for its inner edit, a choice for its popup.
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->inherits("QScrollArea")
            || widget->parentWidget()->inherits("QAbstractSpinBox")
            || widget->window() != page.window() || widget->isHidden())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className())
                    + QStringLiteral(" in ")
                    + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    QCOMPARE(nameless.join(u'\n'), QString());
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
