// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PlainText.h"

#include <QFontMetrics>
#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <QWidget>

#include <algorithm>

namespace castellan {

namespace {

constexpr QChar kZeroWidthSpace(0x200B);

QRegularExpressionMatchIterator wordsOf(const QString &text)
{
    static const QRegularExpression s_word(QStringLiteral("\\S+"));
    return s_word.globalMatch(text);
}

QString broken(const QString &word)
{
    QString text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    for (qsizetype from = 0; finder.toNextBoundary() > 0; from = finder.position())
        text += word.mid(from, finder.position() - from) + kZeroWidthSpace;
    return text;
}

} // namespace

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br/>"));
    return QStringLiteral("<qt>%1</qt>").arg(escaped);
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    // Qt would read the tooltip, markup and all, to who has no description of the widget's own.
    const QString described = widget->accessibleDescription();
    if (described.isEmpty() || plainToolTip(described) == widget->toolTip())
        widget->setAccessibleDescription(text);
    widget->setToolTip(plainToolTip(text));
}

QString withoutMnemonic(const QString &text)
{
    QString literal = text;
    return literal.replace(u'&', QStringLiteral("&&"));
}

int widestWord(const QString &text, const QFontMetrics &metrics)
{
    int widest = 0;
    for (auto words = wordsOf(text); words.hasNext();)
        widest = std::max(widest, metrics.horizontalAdvance(words.next().captured()));
    return widest;
}

QString withBreaks(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.size(0, text).width() < width)
        return text;
    QString fitting = text;
    qsizetype added = 0;
    for (auto words = wordsOf(text); words.hasNext();) {
        const QRegularExpressionMatch word = words.next();
        if (metrics.horizontalAdvance(word.captured()) <= width)
            continue;
        const QString pieces = broken(word.captured());
        fitting.replace(word.capturedStart() + added, word.capturedLength(), pieces);
        added += pieces.size() - word.capturedLength();
    }
    return fitting;
}

} // namespace castellan
