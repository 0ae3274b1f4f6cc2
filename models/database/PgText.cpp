// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/PgText.h"

#include <QDateTime>

#include <cstdlib>
#include <limits>

namespace castellan {

namespace {

constexpr qint64 kJulianDay1970 = 2'440'588;
constexpr qint64 kSecondsADay = 86'400;
constexpr qint64 kMicrosASecond = 1'000'000;

/// Eats a text from the left; each step says whether it fitted.
class Scanner {
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }
    bool atEnd() const { return m_text.isEmpty(); }
    bool skip(char c)
    {
        if (m_text.isEmpty() || m_text.front() != c)
            return false;
        m_text = m_text.sliced(1);
        return true;
    }
    bool skip(QByteArrayView word)
    {
        if (!m_text.startsWith(word))
            return false;
        m_text = m_text.sliced(word.size());
        return true;
    }
    /// Decimal digits, at least `least` and at most `most`.
    bool number(int &value, int least, int most)
    {
        value = 0;
        int digits = 0;
        while (digits < most && !m_text.isEmpty() && m_text.front() >= '0'
               && m_text.front() <= '9') {
            value = value * 10 + (m_text.front() - '0');
            m_text = m_text.sliced(1);
            ++digits;
        }
        m_digits = digits;
        return digits >= least;
    }
    /// Digits after the point, as µs.
    bool fraction(int &micros)
    {
        if (!number(micros, 1, 6))
            return false;
        for (int digits = m_digits; digits < 6; ++digits)
            micros *= 10;
        return true;
    }
    bool sign(int &sign)
    {
        sign = 1;
        if (skip('-'))
            sign = -1;
        else
            return skip('+');
        return true;
    }

private:
    QByteArrayView m_text;
    int m_digits = 0;
};

struct Moment {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, micros = 0;
    int offsetSeconds = 0;
};

bool scanOffset(Scanner &scanner, int &offsetSeconds)
{
    int sign = 1;
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if (!scanner.sign(sign) || !scanner.number(hours, 2, 2))
        return false;
    if (scanner.skip(':') && !scanner.number(minutes, 2, 2))
        return false;
    if (scanner.skip(':') && !scanner.number(seconds, 2, 2))
        return false;
    offsetSeconds = sign * ((hours * 60 + minutes) * 60 + seconds);
    return true;
}

std::optional<Moment> scanMoment(QByteArrayView text)
{
    Scanner scanner(text);
    Moment moment;
    const bool scanned = scanner.number(moment.year, 4, 6) && scanner.skip('-')
        && scanner.number(moment.month, 2, 2) && scanner.skip('-')
        && scanner.number(moment.day, 2, 2) && scanner.skip(' ')
        && scanner.number(moment.hour, 2, 2) && scanner.skip(':')
        && scanner.number(moment.minute, 2, 2) && scanner.skip(':')
        && scanner.number(moment.second, 2, 2)
        && (!scanner.skip('.') || scanner.fraction(moment.micros))
        && scanOffset(scanner, moment.offsetSeconds);
    if (!scanned)
        return std::nullopt;
    if (scanner.skip(" BC"))
        moment.year = -moment.year; // Qt knows no year 0 either: 1 BC is -1
    return scanner.atEnd() ? std::optional(moment) : std::nullopt;
}

std::optional<int> hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return std::nullopt;
}

} // namespace

std::optional<qint64> PgText::micros(QByteArrayView text)
{
    if (text == "infinity")
        return std::numeric_limits<qint64>::max();
    if (text == "-infinity")
        return std::numeric_limits<qint64>::min();
    const auto moment = scanMoment(text);
    if (!moment)
        return std::nullopt;
    const QDate day(moment->year, moment->month, moment->day);
    const QTime time(moment->hour, moment->minute, moment->second);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    const qint64 days = day.toJulianDay() - kJulianDay1970;
    const qint64 seconds =
        days * kSecondsADay + time.msecsSinceStartOfDay() / 1000 - moment->offsetSeconds;
    qint64 micros = 0; // 64 bits of them end in 294247, a little before PostgreSQL does
    if (qMulOverflow(seconds, kMicrosASecond, &micros)
        || qAddOverflow(micros, qint64(moment->micros), &micros))
        return std::nullopt;
    return micros;
}

QByteArray PgText::timestamp(qint64 micros)
{
    if (micros == std::numeric_limits<qint64>::max())
        return QByteArrayLiteral("infinity");
    if (micros == std::numeric_limits<qint64>::min())
        return QByteArrayLiteral("-infinity");
    const qint64 rest = ((micros % kMicrosASecond) + kMicrosASecond) % kMicrosASecond;
    const auto moment = QDateTime::fromSecsSinceEpoch((micros - rest) / kMicrosASecond, Qt::UTC);
    const int year = moment.date().year();
    QByteArray text = QByteArray::number(std::abs(year)).rightJustified(4, '0');
    text += moment.toString(QStringLiteral("-MM-dd HH:mm:ss")).toLatin1();
    text += '.' + QByteArray::number(rest).rightJustified(6, '0') + "+00";
    return year < 0 ? QByteArray(text + " BC") : text;
}

std::optional<QList<QByteArray>> PgText::array(QByteArrayView text)
{
    if (text.size() < 2 || text.front() != '{' || text.back() != '}')
        return std::nullopt;
    QList<QByteArray> elements;
    const QByteArrayView body = text.sliced(1, text.size() - 2);
    qsizetype at = 0;
    while (at < body.size()) {
        QByteArray element("");
        const bool quoted = body[at] == '"';
        at += quoted ? 1 : 0;
        while (at < body.size() && body[at] != (quoted ? '"' : ',')) {
            if (body[at] == '{' && !quoted)
                return std::nullopt; // a second dimension
            if (body[at] == '\\' && ++at == body.size())
                return std::nullopt;
            element += body[at++];
        }
        if (quoted && at++ >= body.size())
            return std::nullopt;
        elements += !quoted && element == "NULL" ? QByteArray() : element;
        if (at == body.size())
            return elements;
        if (body[at++] != ',' || at == body.size())
            return std::nullopt;
    }
    return elements;
}

QByteArray PgText::array(const QList<QByteArray> &elements)
{
    QByteArray text("{");
    for (const QByteArray &element : elements) {
        if (text.size() > 1)
            text += ',';
        if (element.isNull()) {
            text += "NULL";
            continue;
        }
        text += '"';
        for (const char c : element) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    return QByteArray(text + '}');
}

std::optional<QByteArray> PgText::bytes(QByteArrayView text)
{
    if (!text.startsWith("\\x") || text.size() % 2 != 0)
        return std::nullopt;
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    for (qsizetype at = 2; at < text.size(); at += 2) {
        const auto high = hexDigit(text[at]);
        const auto low = hexDigit(text[at + 1]);
        if (!high || !low)
            return std::nullopt;
        bytes += static_cast<char>(*high * 16 + *low);
    }
    return bytes;
}

} // namespace castellan
