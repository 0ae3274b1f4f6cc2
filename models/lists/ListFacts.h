// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/lists/ListSource.h"

#include <QObject>

#include <memory>
#include <optional>

namespace castellan {

/// What is known of a whole list beside its rows: how many, per facet how many, and the landmarks.
/// Asked for in the background, each once a question; a failure leaves the fact unknown.
class ListFacts : public QObject {
    Q_OBJECT
public:
    static constexpr int kLandmarks = 200;

    explicit ListFacts(std::shared_ptr<ListSource> source, QObject *parent = nullptr);

    /// Asks for what the query changes: all three for another filter, landmarks for another sort.
    void ask(const ListQuery &query);
    /// Count and facets again, because rows came or went.
    void refreshCounts();
    /// Everything again.
    void refresh();

    const std::optional<RowCount> &count() const { return m_count; }
    const QList<FacetCount> &facets() const { return m_facets; }
    /// In list order, fractions rising, whatever the direction of the sort.
    const QList<Landmark> &landmarks() const { return m_landmarks; }
    /// The last landmark at or before this fraction, 0 … 1; nullptr without landmarks.
    const Landmark *landmarkAt(double fraction) const;
    /// About where a typed prefix stands, judged by the labels; -1 when it can't be told.
    double fractionOfPrefix(const QString &prefix) const;

Q_SIGNALS:
    void changed();

private:
    void askLandmarks();

    std::shared_ptr<ListSource> m_source;
    std::optional<ListQuery> m_query;
    std::optional<RowCount> m_count;
    QList<FacetCount> m_facets;
    QList<Landmark> m_landmarks;
    LatestQuery m_countRequest;
    LatestQuery m_facetRequest;
    LatestQuery m_landmarkRequest;
};

} // namespace castellan
