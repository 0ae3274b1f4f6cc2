// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PlainLabel.h"

#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace castellan {

namespace {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Normal:
        return {};
    case Tone::Muted:
        return QStringLiteral("muted");
    case Tone::Accent:
        return QStringLiteral("accent");
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Critical:
        return QStringLiteral("critical");
    }
    return {};
}

} // namespace

PlainLabel::PlainLabel(const QString &text, TextRole role, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setStyleProperty(this, "tone", toneName(tone));
    restyle();
}

void PlainLabel::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    setStyleProperty(this, "tone", toneName(tone));
}

void PlainLabel::setOverflow(Overflow overflow)
{
    m_overflow = overflow;
    setWordWrap(overflow == Overflow::Wrap);
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(overflow == Overflow::Wrap ? QSizePolicy::Expanding
                                                          : QSizePolicy::Preferred);
    policy.setVerticalPolicy(overflow == Overflow::Wrap ? QSizePolicy::Minimum
                                                        : QSizePolicy::Preferred);
    setSizePolicy(policy);
    updateGeometry();
}

void PlainLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
    setCursor(selectable ? Qt::IBeamCursor : Qt::ArrowCursor);
}

void PlainLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    applyAlignment();
}

// QLabel would take the direction from the text: a Latin name in an Arabic pane would stand at the
// wrong edge. A MonoText reads left to right itself, but stands where its parent wants it.
void PlainLabel::applyAlignment()
{
    const QWidget *source = parentWidget() ? parentWidget() : this;
    const bool mirrored = source->layoutDirection() == Qt::RightToLeft;
    Qt::Alignment wanted = m_alignment;
    const auto horizontal = wanted & Qt::AlignHorizontal_Mask;
    if (mirrored && !(wanted & Qt::AlignAbsolute)
        && (horizontal == Qt::AlignLeft || horizontal == Qt::AlignRight))
        wanted ^= Qt::AlignLeft | Qt::AlignRight;
    QLabel::setAlignment(wanted | Qt::AlignAbsolute);
}

bool PlainLabel::isElided() const
{
    return m_overflow == Overflow::Elide
        && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

int PlainLabel::naturalWidth() const
{
    const QMargins margins = contentsMargins();
    // One pixel more than measured: the layout counts in fractions.
    return fontMetrics().size(0, text()).width() + margins.left() + margins.right() + 1;
}

QString PlainLabel::wrapping(int width) const
{
    return m_overflow == Overflow::Wrap && measured().widestWord > width
        ? withBreaks(text(), fontMetrics(), width)
        : text();
}

/// Of the text and the font as they are now.
PlainLabel::Measured &PlainLabel::measured() const
{
    if (!m_measured || m_measured->text != text())
        m_measured = Measured { text(), widestWord(text(), fontMetrics()), {} };
    return *m_measured;
}

QSize PlainLabel::minimumSizeHint() const
{
    if (m_overflow != Overflow::Elide)
        return QLabel::minimumSizeHint();
    const int whole = QLabel::sizeHint().width();
    return { std::min(whole, fontMetrics().averageCharWidth() * 6), QLabel::sizeHint().height() };
}

QSize PlainLabel::sizeHint() const
{
    return QLabel::sizeHint();
}

int PlainLabel::heightForWidth(int width) const
{
    const auto known = measured().heights.constFind(width);
    if (known != measured().heights.cend())
        return *known;
    int height = QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    const int room = width - margins.left() - margins.right();
    if (const QString fitting = wrapping(room); fitting != text()) {
        const QRect lines =
            fontMetrics().boundingRect(0, 0, room, QWIDGETSIZE_MAX, Qt::TextWordWrap, fitting);
        height = std::max(height, lines.height() + margins.top() + margins.bottom());
    }
    measured().heights.insert(width, height);
    return height;
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    const QRect room = contentsRect();
    const QString wrapped = wrapping(room.width());
    // QLabel would cut a long word; but what is marked it draws itself, since it knows where.
    const bool breaks = wrapped != text() && !hasSelectedText();
    if (!breaks && !isElided()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown =
        breaks ? wrapped : fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
    const Qt::TextFlag lines = breaks ? Qt::TextWordWrap : Qt::TextSingleLine;
    style()->drawItemText(&painter, room, int(alignment()) | lines, palette(), isEnabled(), shown,
                          foregroundRole());
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::ContentsRectChange)
        m_measured.reset();
    if (isRestyle(event))
        restyle();
    else if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::ParentChange
             || event->type() == QEvent::Polish)
        applyAlignment();
    else if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        setToolTip(plainToolTip(text()));
        const bool shown = QLabel::event(event);
        setToolTip({});
        return shown;
    }
    return QLabel::event(event);
}

void PlainLabel::restyle()
{
    const QFont wanted = theme().font(m_role);
    if (font() != wanted)
        setFont(wanted);
}

MonoText::MonoText(const QString &text, TextRole role, QWidget *parent)
    : PlainLabel(text, role, Tone::Normal, parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setSelectable(true);
}

} // namespace castellan
