// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListSource.h"

#include <QPromise>

#include <functional>

namespace castellan {

/// A list held in memory that a test changes under the model's feet: rows of a key and a value,
/// ordered by key. In manual mode answers wait until the test releases them, in any order.
class MemorySource : public ListSource {
public:
    void insert(const QString &id, int key, const QString &value = {});
    void setValue(const QString &id, const QString &value);
    void setKey(const QString &id, int key);
    void remove(const QString &id);
    /// The ids in list order, as the server has them now.
    QStringList ids() const;

    void failNext(ErrorCode code, int times = 1);
    void setManual(bool manual) { m_manual = manual; }
    /// Answers of page() that wait.
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    void release(int index);

    int pagesAsked = 0;
    QList<Purpose> purposes; ///< of the pages asked for
    int rowsAsked = 0;
    int changesAsked = 0;

    QFuture<Result<RowPage>> page(const ListQuery &query, const QJsonObject &at, bool backward,
                                  int limit, Purpose purpose) override;
    QFuture<Result<QList<ListRow>>> rows(const QStringList &ids) override;
    QFuture<Result<RowCount>> count(const Filter &filter) override;
    QFuture<Result<QList<Landmark>>> landmarks(const ListQuery &query, int n) override;
    QFuture<Result<QList<FacetCount>>> facets(const Filter &filter) override;
    QFuture<Result<RowChanges>> changes(const QJsonObject &cursor, int limit) override;

private:
    struct Item {
        QString id;
        int key = 0;
        QString value;
        qint64 version = 1;
    };

    ListRow row(const Item &item) const;
    QList<Item> matching(const ListQuery &query) const;
    Item *find(const QString &id);
    void touched(const QString &id) { m_changes.append(id); }

    QList<Item> m_items;
    QStringList m_changes;
    QList<std::function<void()>> m_waiting;
    ErrorCode m_failure = ErrorCode::Internal;
    int m_failures = 0;
    bool m_manual = false;
};

} // namespace castellan
