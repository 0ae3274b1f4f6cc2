// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListSource.h"

namespace castellan {

/// Rows of invented people, computed from their number and never stored, so that a list of 100
/// million costs nothing: for tests, benches and the gallery. Sorts are "name" and "codes"; the
/// facets "locked" and "no_factor" and a text, taken as the beginning of the name, apply to "name".
class SyntheticSource : public ListSource {
public:
    explicit SyntheticSource(qint64 rows);

    QFuture<Result<RowPage>> page(const ListQuery &query, const QJsonObject &at, bool backward,
                                  int limit, Purpose purpose) override;
    QFuture<Result<QList<ListRow>>> rows(const QStringList &ids) override;
    QFuture<Result<RowCount>> count(const Filter &filter) override;
    QFuture<Result<QList<Landmark>>> landmarks(const ListQuery &query, int n) override;
    QFuture<Result<QList<FacetCount>>> facets(const Filter &filter) override;
    QFuture<Result<RowChanges>> changes(const QJsonObject &cursor, int limit) override;
    QJsonObject positionOf(const ListQuery &query, const QVariant &key) const override;

    /// The row that stands at this place, 0 … countOf() - 1, ascending.
    ListRow rowAt(const ListQuery &query, qint64 rank) const;
    qint64 countOf(const Filter &filter) const;
    /// The place of a row, or where it would stand.
    qint64 rankOf(const ListQuery &query, qint64 number) const;

private:
    struct Stretch { ///< the numbers first, first + step, …
        qint64 first = 0;
        qint64 step = 1;
        qint64 count = 0;
    };

    ListRow row(qint64 number) const;
    QString nameOf(qint64 number) const;
    Stretch matching(const Filter &filter) const;
    qint64 numberAt(const ListQuery &query, const Stretch &stretch, qint64 rank) const;

    qint64 m_rows;
    qint64
        m_stride; ///< between the keys that names are spelled from, so that they span the alphabet
    qint64 m_factor; ///< codes = number × factor mod rows: a permutation
    qint64 m_inverse;
};

} // namespace castellan
