// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemorySource.h"

#include <algorithm>

namespace castellan {

namespace {

const auto kKey = QLatin1String("key");
const auto kId = QLatin1String("id");

template <typename T> QFuture<Result<T>> ready(Result<T> answer)
{
    return QtFuture::makeReadyFuture(std::move(answer));
}

} // namespace

ListRow MemorySource::row(const Item &item) const
{
    return { item.id,
             QJsonDocument({ { kKey, item.key }, { kId, item.id } }).toJson(QJsonDocument::Compact),
             item.version,
             { { QStringLiteral("name"), item.value.isEmpty() ? item.id : item.value },
               { QStringLiteral("key"), item.key } },
             false };
}

MemorySource::Item *MemorySource::find(const QString &id)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item &item) { return item.id == id; });
    return found == m_items.end() ? nullptr : &*found;
}

void MemorySource::insert(const QString &id, int key, const QString &value)
{
    m_items.append({ id, key, value, 1 });
    touched(id);
}

void MemorySource::setValue(const QString &id, const QString &value)
{
    find(id)->value = value;
    ++find(id)->version;
    touched(id);
}

void MemorySource::setKey(const QString &id, int key)
{
    find(id)->key = key;
    ++find(id)->version;
    touched(id);
}

void MemorySource::remove(const QString &id)
{
    m_items.removeIf([&](const Item &item) { return item.id == id; });
    touched(id);
}

QStringList MemorySource::ids() const
{
    QStringList ids;
    const auto items = matching({});
    for (const Item &item : items)
        ids.append(item.id);
    return ids;
}

QList<MemorySource::Item> MemorySource::matching(const ListQuery &query) const
{
    QList<Item> items;
    std::copy_if(
        m_items.cbegin(), m_items.cend(), std::back_inserter(items), [&](const Item &item) {
            return item.id.contains(query.filter.text) || item.value.contains(query.filter.text);
        });
    std::sort(items.begin(), items.end(), [&](const Item &a, const Item &b) {
        const bool before = std::tie(a.key, a.id) < std::tie(b.key, b.id);
        return query.descending ? !before && a.id != b.id : before;
    });
    return items;
}

void MemorySource::failNext(ErrorCode code, int times)
{
    m_failure = code;
    m_failures = times;
}

void MemorySource::release(int index)
{
    m_waiting.takeAt(index)();
}

QFuture<Result<RowPage>> MemorySource::page(const ListQuery &query, const QJsonObject &at,
                                            bool backward, int limit, Purpose purpose)
{
    ++pagesAsked;
    purposes += purpose;
    Result<RowPage> answer(Error { m_failure, {}, {} });
    if (m_failures == 0) {
        const QList<Item> items = matching(query);
        const bool inclusive = at.value(QLatin1String("inclusive")).toBool();
        const auto place = [&](const Item &item) {
            const auto a = std::pair(item.key, item.id);
            const auto b = std::pair(at.value(kKey).toInt(), at.value(kId).toString());
            const int order = a < b ? -1 : a == b ? 0 : 1;
            return query.descending ? -order : order;
        };
        QList<ListRow> rows;
        for (const Item &item : items) {
            const int order = at.isEmpty() ? (backward ? -1 : 1) : place(item);
            if (order == 0 ? inclusive : (order < 0) == backward)
                rows.append(row(item));
        }
        answer = RowPage { backward ? rows.last(std::min<qsizetype>(limit, rows.size()))
                                    : rows.first(std::min<qsizetype>(limit, rows.size())) };
    } else {
        --m_failures;
    }
    if (!m_manual)
        return ready(std::move(answer));
    auto promise = std::make_shared<QPromise<Result<RowPage>>>();
    promise->start();
    m_waiting.append([promise, answer] {
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<QList<ListRow>>> MemorySource::rows(const QStringList &ids)
{
    ++rowsAsked;
    QList<ListRow> found;
    for (const QString &id : ids) {
        if (const Item *item = find(id))
            found.append(row(*item));
    }
    return ready<QList<ListRow>>(found);
}

QFuture<Result<RowCount>> MemorySource::count(const Filter &filter)
{
    return ready<RowCount>(RowCount { matching({ filter, {}, false }).size(), true });
}

QFuture<Result<QList<Landmark>>> MemorySource::landmarks(const ListQuery &, int)
{
    return ready<QList<Landmark>>(QList<Landmark>());
}

QFuture<Result<QList<FacetCount>>> MemorySource::facets(const Filter &)
{
    return ready<QList<FacetCount>>(QList<FacetCount>());
}

QFuture<Result<RowChanges>> MemorySource::changes(const QJsonObject &cursor, int limit)
{
    ++changesAsked;
    const auto c = QLatin1String("c");
    if (cursor.isEmpty())
        return ready<RowChanges>(RowChanges { {}, { { c, m_changes.size() } } });
    QStringList ids = m_changes.mid(cursor.value(c).toInt(), limit);
    const auto next = cursor.value(c).toInt() + ids.size();
    ids.removeDuplicates();
    return ready<RowChanges>(RowChanges { ids, { { c, next } } });
}

} // namespace castellan
