// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/DisplayText.h"

namespace castellan {

namespace {

constexpr char16_t kZeroWidthNonJoiner = 0x200c;
constexpr char16_t kZeroWidthJoiner = 0x200d;
constexpr char16_t kEmojiVariation = 0xfe0f;
/// More marks than this on one letter paint over the lines above and below.
constexpr int kMaxMarks = 6;

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/// Bidi controls, zero-width characters, separators of lines and paragraphs, tags: everything of
/// the categories Cf, Zl and Zp, and fillers that draw nothing.
bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x034f;
    }
}

bool isMark(char32_t c)
{
    return QChar::category(c) == QChar::Mark_NonSpacing
        || QChar::category(c) == QChar::Mark_Enclosing;
}

/// Letters of the scripts in which a joiner changes what is read (Persian, the Indic ones).
bool usesJoiners(char32_t c)
{
    if (c == kEmojiVariation || QChar::category(c) == QChar::Symbol_Other)
        return true;
    if (c >= 0x1f3fb && c <= 0x1f3ff) // skin tones
        return true;
    const auto script = QChar::script(c);
    return QChar::joiningType(c) == QChar::Joining_Dual
        || QChar::joiningType(c) == QChar::Joining_Right
        || (script >= QChar::Script_Devanagari && script <= QChar::Script_Sinhala);
}

QString spelledOut(char32_t c)
{
    return QStringLiteral("\u27e8U+%1\u27e9")
        .arg(QString::number(static_cast<uint>(c), 16).toUpper(), 4, u'0');
}

QString picture(char32_t c)
{
    if (c < 0x20)
        return QString(QChar(static_cast<char16_t>(0x2400 + c)));
    return c == 0x7f ? QString(QChar(u'\u2421')) : spelledOut(c);
}

/// Reads code points one after the other and keeps what the rules need to know of the last one.
class Reader {
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    QString next()
    {
        const char32_t c = take();
        m_marks = isMark(c) ? m_marks + 1 : 0;
        QString shown = render(c);
        m_previous = c;
        return shown;
    }

private:
    char32_t take() { return takeFrom(m_at); }
    char32_t takeFrom(qsizetype &at) const
    {
        const QChar high = m_text[at++];
        if (!high.isSurrogate())
            return high.unicode();
        if (high.isHighSurrogate() && at < m_text.size() && m_text[at].isLowSurrogate())
            return QChar::surrogateToUcs4(high, m_text[at++]);
        return QChar::ReplacementCharacter;
    }
    char32_t peek() const
    {
        qsizetype at = m_at;
        return atEnd() ? U' ' : takeFrom(at);
    }
    bool joins(char32_t c) const
    {
        return (c == kZeroWidthJoiner || c == kZeroWidthNonJoiner) && usesJoiners(m_previous)
            && usesJoiners(peek());
    }
    QString render(char32_t c) const
    {
        if (isControl(c))
            return picture(c);
        if (m_marks > kMaxMarks)
            return {};
        if (isInvisible(c) && !joins(c))
            return spelledOut(c);
        return QString::fromUcs4(&c, 1);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    char32_t m_previous = U' ';
    int m_marks = 0;
};

} // namespace

QString DisplayText::visible(QStringView text, int maxLength)
{
    QString shown;
    Reader reader(text);
    while (!reader.atEnd()) {
        const QString piece = reader.next();
        if (shown.size() + piece.size() > maxLength - (reader.atEnd() ? 0 : 1))
            return shown + u'\u2026';
        shown += piece;
    }
    return shown;
}

} // namespace castellan
