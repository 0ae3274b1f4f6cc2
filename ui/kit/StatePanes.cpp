// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/StatePanes.h"

#include "ui/kit/Announce.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/Icons.h"
#include "ui/kit/Restyle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kTextWidth = 420;
constexpr int kEmptyIcon = 22;

/// Parts one under the other, centred in both directions, texts no wider than they read well.
QVBoxLayout *centred(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin,
                               metric::kPageMargin);
    layout->setSpacing(metric::kStep);
    return layout;
}

void limitWidth(std::initializer_list<PlainLabel *> texts)
{
    for (PlainLabel *text : texts)
        text->setMaximumWidth(theme().scaled(kTextWidth));
}

void addText(QVBoxLayout *layout, PlainLabel *label)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(label, 100);
    row->addStretch(1);
    label->setOverflow(PlainLabel::Overflow::Wrap);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    layout->addLayout(row);
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new PlainLabel({}, TextRole::CardTitle))
    , m_why(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_action(new Button({}))
    , m_snippetText(new MonoText)
    , m_snippet(buildSnippet())
{
    QVBoxLayout *layout = centred(this);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(metric::kHalfStep);
    addText(layout, m_title);
    addText(layout, m_why);
    layout->addWidget(m_snippet);
    layout->addSpacing(metric::kStep);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->hide();
    m_snippet->hide();
    restyle();
    connect(m_action, &Button::clicked, this, &EmptyState::actionTriggered);
}

QWidget *EmptyState::buildSnippet()
{
    auto *frame = new QFrame;
    frame->setProperty("surface", QStringLiteral("card"));
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(12, metric::kHalfStep, metric::kHalfStep, metric::kHalfStep);
    auto *copy = Button::tool(QStringLiteral("edit-copy"), tr("Copy"));
    copy->setObjectName(QStringLiteral("copySnippet"));
    layout->addWidget(m_snippetText, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    m_snippetText->setContentsMargins(0, 6, 0, 6);
    m_snippetText->setOverflow(PlainLabel::Overflow::Wrap);
    m_snippetText->setAccessibleName(tr("Statement to copy"));
    connect(copy, &Button::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_snippetText->text());
        announce(this, tr("Copied."));
    });
    return frame;
}

void EmptyState::setContent(const QString &icon, const QString &title, const QString &why)
{
    m_iconName = icon;
    m_title->setText(title);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(why);
    restyle();
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::setSnippet(const QString &text)
{
    m_snippetText->setText(text);
    m_snippet->setVisible(!text.isEmpty());
}

bool EmptyState::event(QEvent *event)
{
    if (isRestyle(event))
        restyle();
    return QWidget::event(event);
}

void EmptyState::restyle()
{
    limitWidth({ m_title, m_why });
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
            iconPixmap(m_iconName, kEmptyIcon, devicePixelRatioF(), ColorRole::Muted));
}

LoadingState::LoadingState(QWidget *parent)
    : QWidget(parent)
    , m_wait(new QFrame)
    , m_waitText(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_cancel(new Button(tr("&Cancel")))
{
    setDelays(kRowsAfterMs, kSentenceAfterMs);
    auto *outer = new QVBoxLayout(this);
    m_wait->setProperty("surface", QStringLiteral("card"));
    auto *row = new QHBoxLayout(m_wait);
    row->setContentsMargins(metric::kStep, metric::kStep, metric::kStep, metric::kStep);
    row->addSpacing(metric::kStep); // margins are not mirrored, spacings are
    row->setSpacing(metric::kCardGap);
    row->addWidget(m_waitText);
    row->addWidget(m_cancel);
    outer->addStretch();
    outer->addWidget(m_wait, 0, Qt::AlignCenter);
    outer->addStretch();
    m_wait->hide();
    m_cancel->setObjectName(QStringLiteral("cancelLoading"));
    connect(m_cancel, &Button::clicked, this, &LoadingState::cancelled);
    connect(&m_rows, &QTimer::timeout, this, [this] {
        m_rowsShown = true;
        update();
    });
    connect(&m_sentence, &QTimer::timeout, this, [this] {
        m_wait->show();
        announce(m_wait, m_waitText->text());
    });
}

void LoadingState::start(const QString &waitsFor)
{
    stop();
    m_waitText->setText(waitsFor);
    setAccessibleName(waitsFor);
    m_rows.start();
    m_sentence.start();
}

void LoadingState::stop()
{
    m_rows.stop();
    m_sentence.stop();
    m_rowsShown = false;
    m_wait->hide();
    update();
}

bool LoadingState::showsSentence() const
{
    return m_wait->isVisibleTo(this);
}

void LoadingState::setDelays(int rowsAfterMs, int sentenceAfterMs)
{
    m_rows.setSingleShot(true);
    m_rows.setInterval(rowsAfterMs);
    m_sentence.setSingleShot(true);
    m_sentence.setInterval(sentenceAfterMs);
}

void LoadingState::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void LoadingState::paintEvent(QPaintEvent *)
{
    if (!m_rowsShown)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(ColorRole::Skeleton));
    const int row = theme().scaled(metric::kRowHeight);
    const int bar = theme().scaled(10);
    // Widths that look like names of several lengths.
    constexpr int kShares[] = { 30, 22, 38, 26, 34 };
    const auto draw = [&](int x, int y, int width) {
        const QRect box = QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, width, bar));
        painter.drawRoundedRect(box, bar / 2.0, bar / 2.0);
    };
    int index = 0;
    for (int y = metric::kStep; y + row < height(); y += row, ++index) {
        const int name = width() * kShares[index % 5] / 100;
        draw(metric::kCardPadding, y + metric::kStep, name);
        draw(metric::kCardPadding, y + metric::kStep + bar + 6, name * 3 / 4);
        draw(width() * 55 / 100, y + metric::kCardPadding, width() * 12 / 100);
        draw(width() * 80 / 100, y + metric::kCardPadding, width() * 10 / 100);
    }
}

ErrorState::ErrorState(QWidget *parent)
    : QWidget(parent)
    , m_happened(new PlainLabel({}, TextRole::CardTitle))
    , m_unchanged(new PlainLabel)
    , m_try(new PlainLabel({}, TextRole::Body, Tone::Muted))
    , m_retry(new Button(tr("&Try again")))
{
    QVBoxLayout *layout = centred(this);
    layout->addStretch(2);
    layout->addWidget(new StateMark(State::Critical, nullptr, 14), 0, Qt::AlignHCenter);
    addText(layout, m_happened);
    addText(layout, m_unchanged);
    addText(layout, m_try);
    layout->addSpacing(metric::kStep);
    layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_retry->setIconName(QStringLiteral("view-refresh"));
    restyle();
    connect(m_retry, &Button::clicked, this, &ErrorState::retry);
}

void ErrorState::setSentence(const Sentence &sentence)
{
    m_happened->setText(sentence.happened);
    m_unchanged->setText(sentence.unchanged);
    m_try->setText(sentence.tryThis);
    m_unchanged->setVisible(!sentence.unchanged.isEmpty());
    m_try->setVisible(!sentence.tryThis.isEmpty());
    setAccessibleName(sentence.joined());
    announce(this, sentence.joined());
}

bool ErrorState::event(QEvent *event)
{
    if (isRestyle(event))
        restyle();
    return QWidget::event(event);
}

void ErrorState::restyle()
{
    limitWidth({ m_happened, m_unchanged, m_try });
}

} // namespace castellan
