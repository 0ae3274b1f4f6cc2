// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/ListFacts.h"

#include <algorithm>

namespace castellan {

ListFacts::ListFacts(std::shared_ptr<ListSource> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

void ListFacts::ask(const ListQuery &query)
{
    const bool otherFilter = !m_query || m_query->filter != query.filter;
    const bool otherOrder =
        !m_query || m_query->sort != query.sort || m_query->descending != query.descending;
    m_query = query;
    if (otherFilter) {
        m_count.reset();
        refreshCounts();
    }
    if (otherFilter || otherOrder)
        askLandmarks();
    if (otherFilter || otherOrder)
        Q_EMIT changed();
}

void ListFacts::refresh()
{
    refreshCounts();
    if (m_query)
        askLandmarks();
}

void ListFacts::refreshCounts()
{
    if (!m_query)
        return;
    m_countRequest.deliver(m_source->count(m_query->filter), this, [this](Result<RowCount> answer) {
        if (answer)
            m_count = answer.value();
        Q_EMIT changed();
    });
    m_facetRequest.deliver(m_source->facets(m_query->filter), this,
                           [this](Result<QList<FacetCount>> answer) {
                               if (answer)
                                   m_facets = std::move(answer).value();
                               Q_EMIT changed();
                           });
}

void ListFacts::askLandmarks()
{
    m_landmarks.clear();
    const bool descending = m_query->descending;
    m_landmarkRequest.deliver(m_source->landmarks(*m_query, kLandmarks), this,
                              [this, descending](Result<QList<Landmark>> answer) {
                                  if (!answer)
                                      return;
                                  m_landmarks = std::move(answer).value();
                                  if (descending) {
                                      std::reverse(m_landmarks.begin(), m_landmarks.end());
                                      for (Landmark &landmark : m_landmarks)
                                          landmark.fraction = 1 - landmark.fraction;
                                  }
                                  Q_EMIT changed();
                              });
}

const Landmark *ListFacts::landmarkAt(double fraction) const
{
    if (m_landmarks.isEmpty())
        return nullptr;
    const auto after = std::upper_bound(
        m_landmarks.cbegin(), m_landmarks.cend(), fraction,
        [](double wanted, const Landmark &landmark) { return wanted < landmark.fraction; });
    return after == m_landmarks.cbegin() ? &m_landmarks.first() : &*std::prev(after);
}

double ListFacts::fractionOfPrefix(const QString &prefix) const
{
    if (m_landmarks.isEmpty())
        return -1;
    const bool descending = m_query && m_query->descending;
    const auto before = [&](const Landmark &landmark) {
        const int order = landmark.label.left(prefix.size()).compare(prefix, Qt::CaseInsensitive);
        return descending ? order > 0 : order < 0;
    };
    const auto next = std::find_if_not(m_landmarks.cbegin(), m_landmarks.cend(), before);
    if (next == m_landmarks.cend())
        return m_landmarks.last().fraction;
    return next == m_landmarks.cbegin() ? 0 : (next->fraction + std::prev(next)->fraction) / 2;
}

} // namespace castellan
