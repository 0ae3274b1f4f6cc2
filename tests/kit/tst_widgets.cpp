// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The smaller widgets: labels, chips, the QR code, layouts, states, countdowns.

#include "models/base/QrCode.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/ButtonRow.h"
#include "ui/kit/Card.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/DialogFrame.h"
#include "ui/kit/FlowCards.h"
#include "ui/kit/FlowRow.h"
#include "ui/kit/KeyValueList.h"
#include "ui/kit/PageHeader.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/QrView.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/StatePanes.h"
#include "ui/kit/StateStack.h"
#include "ui/kit/TimeLabels.h"

#include <QAccessible>
#include <QClipboard>
#include <QGraphicsEffect>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace castellan;

class StillClock : public Clock {
public:
    QDateTime utcNow() const override { return now; }
    qint64 monotonicMs() const override { return now.toMSecsSinceEpoch(); }
    QDateTime now { QDate(2026, 11, 22), QTime(14, 0), Qt::UTC };
};

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void labelsNeverReadHtml();
    void labelsElideWithTheWholeInTheTooltip();
    void tooltipsAreLiteral();
    void chipsHaveShapeWordAndColour();
    void chipsMirrorAndElide();
    void chipsAreRead();
    void qrCodeIsExact_data();
    void qrCodeIsExact();
    void qrCodeIsGoneWhenCleared();
    void cardsFlow();
    void rowsWrap();
    void aButtonRowIsWalkedInItsOrder();
    void buttonsThatDoNotFitGoUnderMore();
    void factGoesUnderTheTitle();
    void valuesCanBeReplaced();
    void valuesStandUnderTheirNameWhereNarrow();
    void noWordIsCut();
    void marginsLeaveRoomForBrokenWords();
    void marksDifferInShape();
    void loadingIsQuietAtFirst();
    void stackKeepsOldContentDimmed();
    void errorsSayWhatWasNotChanged();
    void emptyOffersWhatToDo();
    void announcingLeavesTheName();
    void sizesFollowTheText();
    void countdownWarnsAndEnds();
    void relativeTimeHasTheExactOne();

private:
    std::unique_ptr<Theme> m_theme;
};

namespace {

QImage chipPicture(State state, const QString &word, Qt::LayoutDirection direction, int width)
{
    QImage image(width, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintChip(&painter, image.rect(), state, word, direction);
    return image;
}

int count(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == color;
    }
    return found;
}

} // namespace

void TestWidgets::labelsNeverReadHtml()
{
    const QString hostile = QStringLiteral("<img src='file:///etc/passwd'><h1>big</h1>&amp;");
    PlainLabel label(hostile);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    PlainLabel harmless(QString(hostile).replace(u'<', u'('));
    QCOMPARE(label.sizeHint().height(), harmless.sizeHint().height());
}

void TestWidgets::labelsElideWithTheWholeInTheTooltip()
{
    PlainLabel label(QStringLiteral("katarzyna.wisniewska-brzeczyszczykiewicz@example.org"));
    label.setOverflow(PlainLabel::Overflow::Elide);
    label.resize(120, 20);
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() < 120);
    label.show();
    QVERIFY(label.grab().toImage() != QImage());
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void TestWidgets::tooltipsAreLiteral()
{
    QCOMPARE(plainToolTip({}), QString());
    QCOMPARE(plainToolTip(QStringLiteral("<b>a</b>\nb")),
             QStringLiteral("<qt>&lt;b&gt;a&lt;/b&gt;<br/>b</qt>"));
    QCOMPARE(withoutMnemonic(QStringLiteral("A & B")), QStringLiteral("A && B"));
}

void TestWidgets::chipsHaveShapeWordAndColour()
{
    QList<QImage> seen;
    for (const State state :
         { State::Good, State::Warning, State::Critical, State::Information, State::None }) {
        const QImage chip = chipPicture(state, QStringLiteral("Word"), Qt::LeftToRight, 120);
        QVERIFY(count(chip, m_theme->color(stateGroundRole(state))) > 300);
        QVERIFY(count(chip, m_theme->color(stateTextRole(state))) > 8);
        // The shapes differ where there is no colour at all.
        const QImage mark = chip.copy(8, 4, 14, 16).convertToFormat(QImage::Format_Mono);
        seen.append(mark);
    }
    QVERIFY(seen[0] != seen[1]);
    QVERIFY(seen[1] != seen[2]);
    QVERIFY(seen[2] != seen[3]);
}

void TestWidgets::chipsMirrorAndElide()
{
    const QColor mark = m_theme->color(ColorRole::CriticalText);
    const auto half = [&](Qt::LayoutDirection direction, bool left) {
        const QImage chip = chipPicture(State::Critical, QStringLiteral("i"), direction, 200);
        return count(chip.copy(left ? 0 : 100, 0, 100, 24), mark);
    };
    QVERIFY(half(Qt::LeftToRight, true) > 0);
    QCOMPARE(half(Qt::LeftToRight, false), 0);
    QCOMPARE(half(Qt::RightToLeft, true), 0);
    QVERIFY(half(Qt::RightToLeft, false) > 0);
    const QString longWord = QStringLiteral("Locked until some time next week");
    const QImage narrow = chipPicture(State::Critical, longWord, Qt::LeftToRight, 90);
    QCOMPARE(narrow.pixelColor(89, 0).alpha(), 0); // still a pill, inside its rect
    QVERIFY(chipSize(longWord).width() > 90);
    QCOMPARE(chipSize(longWord).height(), 24);
}

void TestWidgets::chipsAreRead()
{
    StateChip chip(State::Critical, QStringLiteral("Locked until 14:32"));
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&chip);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Locked until 14:32"));
    QCOMPARE(face->text(QAccessible::Description), QStringLiteral("Critical"));
    QCOMPARE(face->role(), QAccessible::StaticText);
    Banner banner(State::Warning, QStringLiteral("Not verified."));
    QCOMPARE(QAccessible::queryAccessibleInterface(&banner)->role(), QAccessible::AlertMessage);
}

void TestWidgets::qrCodeIsExact_data()
{
    QTest::addColumn<SchemeChoice>("scheme");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << SchemeChoice::Light << 100;
    QTest::newRow("dark") << SchemeChoice::Dark << 100;
    QTest::newRow("large") << SchemeChoice::Dark << 170;
}

void TestWidgets::qrCodeIsExact()
{
    QFETCH(SchemeChoice, scheme);
    QFETCH(int, percent);
    m_theme->setChoice({ scheme, percent, MotionChoice::Reduced, ZoneChoice::Utc });
    auto code = QrCode::encode("otpauth://totp/Castellan:a?secret=JBSWY3DPEHPK3PXP");
    QVERIFY(code);
    const QrCode kept = code.value().clone();
    QrView view;
    view.setCode(std::move(code).value(), QStringLiteral("QR code for A"));
    view.resize(view.sizeHint());
    const QImage picture = view.grab().toImage();
    const int modules = kept.size() + 2 * QrView::kQuietZone;
    QCOMPARE(picture.width() % modules, 0);
    const int scale = picture.width() / modules;
    for (int y = -QrView::kQuietZone; y < kept.size() + QrView::kQuietZone; ++y) {
        for (int x = -QrView::kQuietZone; x < kept.size() + QrView::kQuietZone; ++x) {
            const bool inside = x >= 0 && y >= 0 && x < kept.size() && y < kept.size();
            const QColor expected = inside && kept.isDark(x, y) ? Qt::black : Qt::white;
            const int left = (x + QrView::kQuietZone) * scale;
            const int top = (y + QrView::kQuietZone) * scale;
            QCOMPARE(picture.pixelColor(left, top), expected);
            QCOMPARE(picture.pixelColor(left + scale - 1, top + scale - 1), expected);
        }
    }
    m_theme->setChoice({});
}

void TestWidgets::qrCodeIsGoneWhenCleared()
{
    QrView view;
    view.setCode(QrCode::encode("secret").value().clone(), QStringLiteral("QR code"));
    view.resize(view.sizeHint());
    view.show();
    const auto dark = [&] { return count(view.grab().toImage(), Qt::black); };
    QVERIFY(dark() > 0);
    view.setConcealed(true);
    QCOMPARE(dark(), 0);
    view.setConcealed(false);
    QVERIFY(dark() > 0);
    view.clear();
    QCOMPARE(dark(), 0);
    QVERIFY(!view.hasCode());
}

void TestWidgets::cardsFlow()
{
    QWidget widget;
    auto *flow = new FlowCards(&widget);
    for (int i = 0; i < 5; ++i)
        flow->addWidget(new Card(QString::number(i)));
    QCOMPARE(flow->columns(2000), 5); // never more than there are
    QCOMPARE(flow->columns(1000), 4);
    QCOMPARE(flow->columns(208), 1);
    QCOMPARE(flow->columns(10), 1);
    widget.resize(700, 400);
    widget.show();
    QCOMPARE(flow->columns(700), 3);
    QCOMPARE(flow->itemAt(2)->geometry().right(), 699);
    QCOMPARE(flow->itemAt(3)->geometry().left(), 0);
    QVERIFY(flow->heightForWidth(700) > flow->heightForWidth(2000));
}

void TestWidgets::rowsWrap()
{
    QWidget widget;
    auto *row = new FlowRow(&widget);
    for (int i = 0; i < 4; ++i)
        row->addWidget(new Button(QStringLiteral("Button number %1").arg(i)));
    widget.show();
    const int one = row->sizeHint().width();
    QVERIFY(row->heightForWidth(one) < row->heightForWidth(one - 1));
    widget.resize(one / 2, 200);
    QVERIFY(row->itemAt(3)->geometry().top() > row->itemAt(0)->geometry().bottom());
}

void TestWidgets::aButtonRowIsWalkedInItsOrder()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *row = new ButtonRow;
    auto *after = new Button(QStringLiteral("After"));
    layout->addWidget(row);
    layout->addWidget(after);
    row->addButton(new Button(QStringLiteral("First")));
    row->addButton(new Button(QStringLiteral("Second")));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    after->setFocus();
    QStringList walked;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        walked += qobject_cast<Button *>(window.focusWidget())->text();
    }
    QCOMPARE(walked,
             (QStringList { QStringLiteral("First"), QStringLiteral("Second"),
                            QStringLiteral("After") }));
}

void TestWidgets::buttonsThatDoNotFitGoUnderMore()
{
    ButtonRow row;
    auto *verify = new Button(QStringLiteral("Verify caller…"), ButtonRole::Primary);
    auto *unlock = new Button(QStringLiteral("Unlock…"));
    auto *reset = new Button(QStringLiteral("Reset…"), ButtonRole::Destructive);
    for (Button *button : { verify, unlock, reset })
        row.addButton(button);
    row.resize(row.sizeHint());
    row.show();
    QVERIFY(reset->isVisible());
    QVERIFY(!row.moreButton()->isVisible());
    row.resize(row.sizeHint().width() - 1, 32);
    QTRY_VERIFY(!reset->isVisible());
    QVERIFY(row.moreButton()->isVisible());
    QSignalSpy clicked(reset, &Button::clicked);
    row.moreButton()->click();
    auto *menu = row.findChild<QMenu *>(QStringLiteral("moreMenu"));
    QCOMPARE(menu->actions().last()->text(), reset->text());
    menu->actions().last()->trigger();
    QCOMPARE(clicked.count(), 1);
    menu->close();
    row.resize(40, 32);
    QVERIFY(verify->isVisible()); // the first never hides
}

void TestWidgets::factGoesUnderTheTitle()
{
    PageHeader header(QStringLiteral("Accounts"));
    header.setFact(QStringLiteral("503 people · 61 without a second factor"));
    header.addAction(new Button(QStringLiteral("Enrol…"), ButtonRole::Primary));
    header.resize(900, 40);
    header.show();
    auto *beside = header.findChild<PlainLabel *>(QStringLiteral("pageFact"));
    QVERIFY(beside->isVisible());
    const int low = header.sizeHint().height();
    header.resize(360, 80);
    QTRY_VERIFY(!beside->isVisible());
    QVERIFY(header.sizeHint().height() > low);
}

void TestWidgets::valuesCanBeReplaced()
{
    KeyValueList list;
    const QString key = QStringLiteral("state");
    list.setRow(key, QStringLiteral("State"), QStringLiteral("Active"));
    list.setRow(key, QStringLiteral("State"), QStringLiteral("Locked"));
    QCOMPARE(list.value(key), QStringLiteral("Locked"));
    list.setRow(key, QStringLiteral("State"), {});
    QCOMPARE(list.value(key), QStringLiteral("–"));
    list.setRowWidget(key, QStringLiteral("State"),
                      new StateChip(State::Good, QStringLiteral("A")));
    QCOMPARE(list.findChildren<StateChip *>().size(), 1);
    list.setRow(key, QStringLiteral("State"), QStringLiteral("<b>x</b>"), QStringLiteral("exact"));
    QCOMPARE(list.findChildren<StateChip *>().size(), 0);
    list.clear();
    QVERIFY(list.findChildren<PlainLabel *>().isEmpty());
}

void TestWidgets::valuesStandUnderTheirNameWhereNarrow()
{
    KeyValueList list;
    const QString address = QStringLiteral("felix.hartnell.the.third@accounts.example.com");
    list.setRow(QStringLiteral("mail"), QStringLiteral("E-mail"), address);
    list.setRow(QStringLiteral("state"), QStringLiteral("Account"), QStringLiteral("active"));
    list.show();
    auto *mail = list.findChild<PlainLabel *>(QStringLiteral("mail"));
    auto *state = list.findChild<PlainLabel *>(QStringLiteral("state"));
    const auto nameOf = [&](const QWidget *value) {
        for (QLabel *label : list.findChildren<QLabel *>())
            if (label->buddy() == value)
                return label;
        return static_cast<QLabel *>(nullptr);
    };
    const auto isBeside = [&](const QWidget *value) {
        return nameOf(value)->geometry().right() < value->geometry().left()
            && nameOf(value)->y() == value->y();
    };
    list.resize(list.sizeHint());
    QVERIFY(isBeside(mail) && isBeside(state));
    const int low = list.heightForWidth(list.width());

    list.resize(list.width() - 1, 400);
    QVERIFY(!isBeside(mail) && isBeside(state));
    QVERIFY(mail->y() > nameOf(mail)->geometry().bottom());
    QVERIFY(list.heightForWidth(list.width()) > low);

    for (const int width : { 272, 160, 80 }) { // whatever the width, all of it is there
        list.resize(width, 400);
        QVERIFY(list.rect().contains(mail->geometry()));
        QVERIFY(mail->height() >= mail->heightForWidth(mail->width()));
        QCOMPARE(state->geometry().bottom() + 1, list.heightForWidth(width));
    }
}

void TestWidgets::noWordIsCut()
{
    PlainLabel label(QStringLiteral("felix.hartnell.the.third@accounts.example.com"));
    label.setOverflow(PlainLabel::Overflow::Wrap);
    label.setSelectable(true);
    label.show();
    const int whole = label.naturalWidth();
    const int line = label.heightForWidth(whole);
    QVERIFY(label.heightForWidth(whole / 3) >= 3 * line);
    label.resize(whole / 3, 5 * line);
    const QImage wrapped = label.grab().toImage();
    const auto isBlank = [&](int from, int to) {
        for (int y = from; y < to; ++y)
            for (int x = 0; x < wrapped.width(); ++x)
                if (wrapped.pixel(x, y) != wrapped.pixel(0, 0))
                    return false;
        return true;
    };
    const int middle = wrapped.height() / 2;
    QVERIFY(!isBlank(middle - line - line / 2, middle - line / 2));
    QVERIFY(!isBlank(middle + line / 2, middle + line + line / 2));
    label.setSelection(0, int(label.text().size())); // as Select all in its menu does
    QCOMPARE(label.selectedText(), label.text());
}

void TestWidgets::marginsLeaveRoomForBrokenWords()
{
    PlainLabel bare(QStringLiteral("felix.hartnell.the.third@accounts.example.com has no factor"));
    PlainLabel inset(bare.text());
    inset.setContentsMargins(0, 7, 8, 7);
    for (PlainLabel *label : { &bare, &inset })
        label->setOverflow(PlainLabel::Overflow::Wrap);
    for (int width = 40; width <= bare.naturalWidth(); ++width)
        QCOMPARE(inset.heightForWidth(width + 8), bare.heightForWidth(width) + 14);
}

void TestWidgets::marksDifferInShape()
{
    const auto covered = [](State state) {
        QImage image(24, 24, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintStateMark(&painter, image.rect(), state);
        painter.end();
        return image.convertToFormat(QImage::Format_Alpha8);
    };
    const QList<State> states { State::Good, State::Warning, State::Critical, State::Information,
                                State::None };
    for (const State one : states)
        for (const State other : states)
            QVERIFY(one == other || covered(one) != covered(other));
}

void TestWidgets::loadingIsQuietAtFirst()
{
    LoadingState loading;
    loading.setDelays(40, 80);
    loading.show();
    loading.start(QStringLiteral("Waiting for the list."));
    QVERIFY(!loading.showsRows());
    QTRY_VERIFY(loading.showsRows());
    QTRY_VERIFY(loading.showsSentence());
    QSignalSpy cancelled(&loading, &LoadingState::cancelled);
    loading.findChild<Button *>(QStringLiteral("cancelLoading"))->click();
    QCOMPARE(cancelled.count(), 1);
    loading.stop();
    QVERIFY(!loading.showsRows());
    QVERIFY(!loading.showsSentence());
}

void TestWidgets::stackKeepsOldContentDimmed()
{
    auto *content = new QWidget;
    StateStack stack(content);
    stack.resize(400, 300);
    stack.show();
    stack.showContent();
    stack.dim(QStringLiteral("As of 14:06"));
    QVERIFY(!content->graphicsEffect()); // not at once
    QTRY_VERIFY(content->graphicsEffect());
    QCOMPARE(stack.currentWidget(), content);
    stack.showContent();
    QVERIFY(!content->graphicsEffect());
    stack.showLoading(QStringLiteral("Waiting."));
    QCOMPARE(stack.currentWidget(), content); // a quick answer makes no flicker
    QTRY_COMPARE(stack.currentWidget(), stack.loading());
    QSignalSpy retry(&stack, &StateStack::retry);
    stack.showError(Wording::error({ ErrorCode::Timeout, {}, {} }));
    stack.error()->retryButton()->click();
    QCOMPARE(retry.count(), 1);
    stack.showEmpty();
    QCOMPARE(stack.currentWidget(), stack.empty());
}

void TestWidgets::errorsSayWhatWasNotChanged()
{
    ErrorState pane;
    pane.setSentence({ QStringLiteral("It failed."), QStringLiteral("Nothing was changed."),
                       QStringLiteral("Try again.") });
    QStringList texts;
    for (const PlainLabel *label : pane.findChildren<PlainLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("It failed.")));
    QVERIFY(texts.contains(QStringLiteral("Nothing was changed.")));
    QVERIFY(texts.contains(QStringLiteral("Try again.")));
}

void TestWidgets::emptyOffersWhatToDo()
{
    EmptyState pane;
    pane.setContent(QStringLiteral("system-users"), QStringLiteral("No accounts yet"),
                    QStringLiteral("The application adds them."));
    pane.setSnippet(QStringLiteral("select 1;"));
    pane.setAction(QStringLiteral("How to connect it"));
    pane.show();
    QSignalSpy triggered(&pane, &EmptyState::actionTriggered);
    pane.findChild<Button *>(QStringLiteral("emptyAction"))->click();
    QCOMPARE(triggered.count(), 1);
    pane.findChild<Button *>(QStringLiteral("copySnippet"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("select 1;"));
}

void TestWidgets::announcingLeavesTheName()
{
    EmptyState empty;
    empty.setContent({}, QStringLiteral("No accounts"), QStringLiteral("Nobody was added."));
    empty.setSnippet(QStringLiteral("select 1"));
    empty.findChild<Button *>(QStringLiteral("copySnippet"))->click();
    empty.findChild<Button *>(QStringLiteral("copySnippet"))->click();
    QCOMPARE(empty.accessibleName(), EmptyState::tr("Copied."));
    QTRY_COMPARE(empty.accessibleName(), QStringLiteral("No accounts"));
}

void TestWidgets::sizesFollowTheText()
{
    EmptyState empty;
    empty.setContent({}, QStringLiteral("No accounts"), QStringLiteral("Nobody was added."));
    ErrorState error;
    CodeField code;
    QWidget owner;
    DialogFrame dialog(QStringLiteral("Dialog"), &owner);
    for (QWidget *shown : std::initializer_list<QWidget *> { &empty, &error, &code, &dialog })
        shown->show();
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::Reduced, ZoneChoice::Utc });
    const auto measure = [&] {
        QList<int> sizes {
            dialog.minimumWidth(),
            code.findChild<PlainLabel *>(QStringLiteral("codeProblem"))->minimumHeight()
        };
        for (QWidget *pane : { static_cast<QWidget *>(&empty), static_cast<QWidget *>(&error) })
            for (const PlainLabel *label : pane->findChildren<PlainLabel *>())
                if (label->maximumWidth() < QWIDGETSIZE_MAX)
                    sizes += label->maximumWidth();
        return sizes;
    };
    const QList<int> before = measure();
    m_theme->setChoice({ SchemeChoice::Light, 150, MotionChoice::Reduced, ZoneChoice::Utc });
    const QList<int> larger = measure();
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::Reduced, ZoneChoice::Utc });
    QCOMPARE(measure(), before);
    QVERIFY(before.size() >= 7);
    for (int i = 0; i < before.size(); ++i)
        QCOMPARE(larger.at(i), before.at(i) * 3 / 2);
}

void TestWidgets::countdownWarnsAndEnds()
{
    StillClock clock;
    CountdownChip chip(clock);
    QSignalSpy expired(&chip, &CountdownChip::expired);
    chip.start(
        clock.now.addSecs(102), [](const QString &left) -> QString { return u"Hidden in " + left; },
        std::chrono::seconds(30));
    QCOMPARE(chip.word(), QStringLiteral("Hidden in 1:42"));
    QCOMPARE(chip.state(), State::Information);
    clock.now = clock.now.addSecs(80);
    QTRY_COMPARE(chip.word(), QStringLiteral("Hidden in 0:22"));
    QCOMPARE(chip.state(), State::Warning);
    clock.now = clock.now.addSecs(80);
    QTRY_COMPARE(expired.count(), 1);
    QCOMPARE(chip.word(), QStringLiteral("Hidden in 0:00"));
}

void TestWidgets::relativeTimeHasTheExactOne()
{
    StillClock clock;
    m_theme->setChoice({ SchemeChoice::Light, 100, MotionChoice::Reduced, ZoneChoice::Utc });
    RelativeTime label(clock);
    label.setTime(clock.now.addSecs(-250));
    QCOMPARE(label.text(), QStringLiteral("4 min ago"));
    QVERIFY(label.toolTip().contains(QStringLiteral("2026-11-22T13:55:50")));
    label.setTime({});
    QCOMPARE(label.text(), QStringLiteral("–"));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
