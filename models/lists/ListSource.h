// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/lists/ListQuery.h"
#include "models/lists/ListRow.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace castellan {

/// Some rows in list order. Fewer than were asked for means that the list ends there.
struct RowPage {
    QList<ListRow> rows;
};

struct RowCount {
    qint64 count = 0;
    bool exact = true; ///< false: an estimate, shown as "about"
};

/// A place to jump to without knowing what is there.
struct Landmark {
    QString label; ///< what stands there, for the scroll bar's tooltip; text from outside
    QJsonObject position; ///< inclusive
    double fraction = 0; ///< of the rows that stand before it, 0 … 1
};

struct FacetCount {
    QString facet;
    qint64 count = 0;
    bool exact = true;
};

struct RowChanges {
    QStringList ids; ///< added, changed or gone since the cursor asked with
    QJsonObject cursor; ///< to ask with next time
};

/// For whom a page is fetched: a person's hand, or the console by itself. Only the first may count
/// as somebody being there, and only it goes before everything that can wait.
enum class Purpose : quint8 { Person, Background };

/// Where a list's rows come from: the five functions `castellan.<x>_list` and its companions, or
/// rows computed for a test. Called in the GUI thread; answers later and never blocks. Answers may
/// come in any order. A future whose source or session is gone ends without an answer.
class ListSource {
public:
    ListSource() = default;
    ListSource(const ListSource &) = delete;
    ListSource &operator=(const ListSource &) = delete;
    virtual ~ListSource();

    /// At most `limit` rows strictly after `at`, or strictly before it when `backward`; in list
    /// order in both cases. An empty `at` is the list's start, backward its end. A position holding
    /// {"inclusive": true} includes the row it names.
    virtual QFuture<Result<RowPage>> page(const ListQuery &query, const QJsonObject &at,
                                          bool backward, int limit, Purpose purpose) = 0;
    /// These rows as they are now, in any order, whether or not a filter lets them through; a row
    /// that is gone is missing.
    virtual QFuture<Result<QList<ListRow>>> rows(const QStringList &ids) = 0;
    virtual QFuture<Result<RowCount>> count(const Filter &filter) = 0;
    /// At most `n`, ascending by the query's sort whatever its direction; empty when it has none.
    virtual QFuture<Result<QList<Landmark>>> landmarks(const ListQuery &query, int n) = 0;
    virtual QFuture<Result<QList<FacetCount>>> facets(const Filter &filter) = 0;
    /// What changed since `cursor`; an empty cursor asks for the present one and no ids.
    virtual QFuture<Result<RowChanges>> changes(const QJsonObject &cursor, int limit) = 0;
    /// The inclusive position of the first row whose sort key is at or past `key` (a typed prefix
    /// or a QDateTime); empty when the query's sort has no such keys.
    virtual QJsonObject positionOf(const ListQuery &query, const QVariant &key) const;
};

} // namespace castellan
