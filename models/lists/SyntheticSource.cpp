// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/SyntheticSource.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <numeric>

namespace castellan {

namespace {

constexpr std::array kConsonants { 'b', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm',
                                   'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'y', 'z' };
constexpr std::array kVowels { 'a', 'e', 'i', 'o', 'u' };
constexpr qint64 kSyllable = 100;
constexpr qint64 kNames = 10'000'000'000; // five syllables

const auto kNumber = QLatin1String("n");
const auto kLocked = QLatin1String("locked");
const auto kNoFactor = QLatin1String("no_factor");

QString spelled(qint64 key)
{
    QString letters;
    for (qint64 weight = kNames / kSyllable; weight > 0; weight /= kSyllable) {
        const auto syllable = static_cast<size_t>(key / weight % kSyllable);
        letters += QLatin1Char(kConsonants.at(syllable / kVowels.size()));
        letters += QLatin1Char(kVowels.at(syllable % kVowels.size()));
    }
    return letters;
}

qint64 coprimeTo(qint64 number)
{
    qint64 candidate = 61'803'399 % number | 1;
    while (std::gcd(candidate, number) != 1)
        candidate += 2;
    return candidate;
}

qint64 inverseOf(qint64 factor, qint64 modulus)
{
    qint64 t = 0;
    qint64 nextT = 1;
    qint64 r = modulus;
    qint64 nextR = factor % modulus;
    while (nextR != 0) {
        const qint64 quotient = r / nextR;
        t = std::exchange(nextT, t - quotient * nextT);
        r = std::exchange(nextR, r - quotient * nextR);
    }
    return (t % modulus + modulus) % modulus;
}

QString stateOf(qint64 number)
{
    if (number % 37 == 5)
        return QStringLiteral("locked");
    if (number % 8 == 3)
        return QStringLiteral("none");
    if (number % 11 == 7)
        return QStringLiteral("must_enrol");
    return number % 29 == 1 ? QStringLiteral("pending") : QStringLiteral("active");
}

template <typename T> QFuture<Result<T>> ready(T value)
{
    return QtFuture::makeReadyFuture(Result<T>(std::move(value)));
}

} // namespace

SyntheticSource::SyntheticSource(qint64 rows)
    : m_rows(std::clamp<qint64>(rows, 0, kNames))
    , m_stride(m_rows > 0 ? kNames / m_rows : 1)
    , m_factor(m_rows > 1 ? coprimeTo(m_rows) : 1)
    , m_inverse(m_rows > 1 ? inverseOf(m_factor, m_rows) : 0)
{
}

QString SyntheticSource::nameOf(qint64 number) const
{
    QString name = spelled(number * m_stride);
    name.insert(4, QLatin1Char(' '));
    name[0] = name.at(0).toUpper();
    name[5] = name.at(5).toUpper();
    return name;
}

ListRow SyntheticSource::row(qint64 number) const
{
    const QString name = nameOf(number);
    const QString login = name.left(1).toLower() % QLatin1Char('.') % name.mid(5).toLower();
    const QDateTime epoch(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());
    ListRow row;
    row.id = QString::number(number);
    row.position = QJsonDocument({ { kNumber, number } }).toJson(QJsonDocument::Compact);
    row.version = 1;
    row.values = {
        { QStringLiteral("name"), name },
        { QStringLiteral("login"), login },
        { QStringLiteral("email"), QString(login % QStringLiteral("@example.org")) },
        { QStringLiteral("state"), stateOf(number) },
        { QStringLiteral("codes"), number * m_factor % std::max<qint64>(1, m_rows) },
        { QStringLiteral("used"), epoch.addSecs(-(number * 7919 % 4'000'000)) },
        { QStringLiteral("rank"),
          number % 40 == 2      ? QStringLiteral("admin")
              : number % 9 == 1 ? QStringLiteral("staff")
                                : QStringLiteral("user") },
    };
    return row;
}

SyntheticSource::Stretch SyntheticSource::matching(const Filter &filter) const
{
    // the numbers whose names begin with the text lie between it and it followed by the last letter
    QString text = filter.text.toLower();
    text.remove(QLatin1Char(' '));
    const auto numberFrom = [&](const QString &least) {
        qint64 low = 0;
        qint64 high = m_rows;
        while (low < high) {
            const qint64 middle = std::midpoint(low, high);
            if (spelled(middle * m_stride) < least)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    const qint64 begin = text.isEmpty() ? 0 : numberFrom(text);
    const qint64 end = text.isEmpty() ? m_rows : numberFrom(text + QLatin1Char('{'));
    Stretch stretch { begin, 1, end - begin };
    const bool locked = filter.hasFacet(kLocked);
    if (locked || filter.hasFacet(kNoFactor)) {
        stretch.step = locked ? 37 : 8;
        const qint64 rest = locked ? 5 : 3;
        stretch.first += ((rest - begin) % stretch.step + stretch.step) % stretch.step;
        stretch.count =
            std::max<qint64>(0, (end - stretch.first + stretch.step - 1) / stretch.step);
    }
    return stretch;
}

qint64 SyntheticSource::numberAt(const ListQuery &query, const Stretch &stretch, qint64 rank) const
{
    if (query.sort == QLatin1String("codes"))
        return rank * m_inverse % m_rows;
    return stretch.first + rank * stretch.step;
}

qint64 SyntheticSource::rankOf(const ListQuery &query, qint64 number) const
{
    if (query.sort == QLatin1String("codes"))
        return number * m_factor % m_rows;
    const Stretch stretch = matching(query.filter);
    return std::clamp<qint64>((number - stretch.first + stretch.step - 1) / stretch.step, 0,
                              stretch.count);
}

ListRow SyntheticSource::rowAt(const ListQuery &query, qint64 rank) const
{
    return row(numberAt(query, matching(query.filter), rank));
}

qint64 SyntheticSource::countOf(const Filter &filter) const
{
    return matching(filter).count;
}

QFuture<Result<RowPage>> SyntheticSource::page(const ListQuery &query, const QJsonObject &at,
                                               bool backward, int limit, Purpose)
{
    const Stretch stretch = matching(query.filter);
    // places count upwards in the order that was asked for
    const auto place = [&](qint64 rank) {
        return query.descending ? stretch.count - 1 - rank : rank;
    };
    qint64 begin = 0;
    qint64 end = stretch.count;
    if (!at.isEmpty()) {
        const qint64 there = place(rankOf(query, at.value(kNumber).toInteger()));
        const bool inclusive = at.value(QLatin1String("inclusive")).toBool();
        if (backward)
            end = there + (inclusive ? 1 : 0);
        else
            begin = there + (inclusive ? 0 : 1);
    }
    begin = std::clamp<qint64>(begin, backward ? end - limit : 0, stretch.count);
    begin = std::max<qint64>(begin, 0);
    end = std::min(end, begin + limit);
    RowPage page;
    for (qint64 n = begin; n < end; ++n)
        page.rows.append(row(numberAt(query, stretch, place(n))));
    return ready(std::move(page));
}

QFuture<Result<QList<ListRow>>> SyntheticSource::rows(const QStringList &ids)
{
    QList<ListRow> found;
    for (const QString &id : ids)
        found.append(row(id.toLongLong()));
    return ready(std::move(found));
}

QFuture<Result<RowCount>> SyntheticSource::count(const Filter &filter)
{
    return ready(RowCount { matching(filter).count, true });
}

QFuture<Result<QList<Landmark>>> SyntheticSource::landmarks(const ListQuery &query, int n)
{
    const Stretch stretch = matching(query.filter);
    const qint64 marks = std::min<qint64>(n, stretch.count);
    QList<Landmark> landmarks;
    for (qint64 i = 0; i < marks; ++i) {
        const qint64 rank = i * stretch.count / marks;
        const ListRow there = row(numberAt(query, stretch, rank));
        landmarks.append({ query.sort == QLatin1String("codes")
                               ? there.value(QStringLiteral("codes")).toString()
                               : there.value(QStringLiteral("name")).toString(),
                           there.place(), double(rank) / double(stretch.count) });
    }
    return ready(std::move(landmarks));
}

QFuture<Result<QList<FacetCount>>> SyntheticSource::facets(const Filter &filter)
{
    QList<FacetCount> counts;
    for (const QString &facet : { QString(kNoFactor), QString(kLocked) }) {
        Filter one = filter;
        one.facets = { facet };
        counts.append({ facet, matching(one).count, true });
    }
    return ready(std::move(counts));
}

QFuture<Result<RowChanges>> SyntheticSource::changes(const QJsonObject &, int)
{
    return ready(RowChanges { {}, { { QLatin1String("c"), 0 } } });
}

QJsonObject SyntheticSource::positionOf(const ListQuery &query, const QVariant &key) const
{
    if (query.sort == QLatin1String("codes"))
        return {};
    Filter begins;
    begins.text = key.toString();
    return { { kNumber, matching(begins).first } };
}

} // namespace castellan
