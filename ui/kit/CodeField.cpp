// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/CodeField.h"

#include "ui/kit/Announce.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kLetterSpacing = 8;
constexpr int kProblemHeight = 20;
/// QLineEdit::cursorRect() begins so many pixels before the cursor's line.
constexpr int kCursorMargin = 5;

/// A blank that every font has and that a code can't contain.
constexpr QChar kBlank(0x00A0);

bool isSeparator(char32_t c)
{
    return QChar::isSpace(c) || c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

QString sentenceFor(CodeEntry::Problem problem)
{
    switch (problem) {
    case CodeEntry::Problem::OtherScript:
        return CodeField::tr("Type the code with the digits 0 to 9. Digits of other scripts are "
                             "not accepted.");
    case CodeEntry::Problem::NotADigit:
        return CodeField::tr("A code has digits only.");
    case CodeEntry::Problem::TooLong:
        return CodeField::tr("That is longer than a code. A code has %n digits.", nullptr,
                             CodeField::kDigits);
    }
    return {};
}

} // namespace

CodeEntry::CodeEntry(int digits, QWidget *parent)
    : HiddenEntry(kBlank, digits, parent)
    , m_digits(digits)
{
    setObjectName(QStringLiteral("codeEntry"));
    setAccessibleName(tr("Code"));
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setInputMethodHints(inputMethodHints() | Qt::ImhDigitsOnly);
    setTextMargins(kLetterSpacing, 0, 0, 0); // as much as stands behind the last digit
    restyle();
    CodeEntry::contentChanged();
}

QSize CodeEntry::sizeHint() const
{
    return { m_digits * cellWidth() + 2 * metric::kStep + 2 * metric::kStep,
             theme().scaled(metric::kRowHeight) };
}

QString CodeEntry::accepted(const QString &inserted, int room)
{
    QString digits;
    for (const char32_t c : inserted.toUcs4()) {
        if (c >= U'0' && c <= U'9') {
            digits.append(QChar(char16_t(c)));
        } else if (!isSeparator(c)) {
            Q_EMIT problemFound(QChar::isDigit(c) ? Problem::OtherScript : Problem::NotADigit);
            return {};
        }
    }
    if (digits.size() > room) {
        // One digit too many is a slip of the finger; a longer text is not a code at all.
        if (digits.size() > 1)
            Q_EMIT problemFound(Problem::TooLong);
        return {};
    }
    return digits;
}

void CodeEntry::contentChanged()
{
    setAccessibleDescription(tr("%1 of %2 digits").arg(length()).arg(m_digits));
    update();
}

void CodeEntry::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    // The painter takes over what a font leaves open, and the widget's has spacing.
    QFont single = theme().font(TextRole::Code);
    single.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    painter.setFont(single);
    const int cell = cellWidth();
    const int left = cursorRect().x() + kCursorMargin - cursorPosition() * cell;
    const QColor text = theme().color(isEnabled() ? ColorRole::Text : ColorRole::DisabledText);
    for (int i = 0; i < m_digits; ++i) {
        const QRect box(left + i * cell, 0, cell - kLetterSpacing, height() - theme().scaled(4));
        const ColorRole line = i < length() ? ColorRole::Hairline : ColorRole::ControlEdge;
        painter.fillRect(box.x() - 1, height() - theme().scaled(10), box.width() + 2, 1,
                         theme().color(line));
        painter.setPen(text);
        if (i < length())
            painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, at(i));
    }
}

bool CodeEntry::event(QEvent *event)
{
    if (isRestyle(event))
        restyle();
    return HiddenEntry::event(event);
}

int CodeEntry::cellWidth() const
{
    return fontMetrics().horizontalAdvance(QString(kBlank)); // of a character it is without spacing
}

void CodeEntry::restyle()
{
    QFont wanted = theme().font(TextRole::Code);
    wanted.setLetterSpacing(QFont::AbsoluteSpacing, kLetterSpacing);
    if (font() != wanted)
        setFont(wanted);
    setFixedSize(CodeEntry::sizeHint());
}

CodeField::CodeField(QWidget *parent)
    : QWidget(parent)
    , m_entry(new CodeEntry(kDigits, this))
    , m_problem(new PlainLabel({}, TextRole::Secondary, Tone::Critical, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kHalfStep);
    layout->addWidget(m_entry);
    layout->addWidget(m_problem);
    m_problem->setObjectName(QStringLiteral("codeProblem"));
    m_problem->setOverflow(PlainLabel::Overflow::Wrap);
    restyle();
    setFocusProxy(m_entry);
    connect(m_entry, &CodeEntry::edited, this, &CodeField::onEdited);
    connect(m_entry, &CodeEntry::problemFound, this,
            [this](CodeEntry::Problem problem) { setProblem(sentenceFor(problem)); });
    connect(m_entry, &QLineEdit::returnPressed, this, [this] {
        if (!isComplete() && !m_entry->isEmpty())
            setProblem(tr("A code has %n digits.", nullptr, kDigits));
    });
}

void CodeField::fill(const Secret &code)
{
    m_entry->fill(code);
}

void CodeField::clear()
{
    m_entry->wipe();
}

void CodeField::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setAccessibleName(sentence); // or else the one announced last would stay
    setStyleProperty(m_entry, "problem", sentence.isEmpty() ? QString() : QStringLiteral("true"));
    if (!sentence.isEmpty())
        announce(m_problem, sentence);
}

QString CodeField::problem() const
{
    return m_problem->text();
}

void CodeField::setBusy(bool busy)
{
    m_entry->setReadOnly(busy);
}

bool CodeField::isComplete() const
{
    return m_entry->length() == m_entry->digits();
}

bool CodeField::event(QEvent *event)
{
    if (isRestyle(event))
        restyle();
    return QWidget::event(event);
}

void CodeField::restyle()
{
    m_problem->setMinimumHeight(theme().scaled(kProblemHeight));
}

void CodeField::onEdited()
{
    if (!m_entry->isEmpty())
        setProblem({});
    Q_EMIT edited();
    if (isComplete() && !m_entry->isReadOnly())
        Q_EMIT submitted(m_entry->secret());
}

} // namespace castellan
