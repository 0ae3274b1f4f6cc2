// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Filter.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace castellan {

/// What the person marked: a set of ids, or everything a filter lets through but some. Never row
/// numbers, which mean nothing in a list that slides and lives. Another filter ends it: nobody acts
/// on rows that they can't see.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool contains(const QString &id) const;
    bool isEmpty() const { return !m_all && m_ids.isEmpty(); }
    /// All rows that filter() lets through, but exceptions(); how many is for the server to say.
    bool isAllMatching() const { return m_all; }
    QStringList ids() const { return m_all ? QStringList() : sorted(); }
    QStringList exceptions() const { return m_all ? sorted() : QStringList(); }
    const Filter &filter() const { return m_filter; }
    /// How many are marked when `matching` rows match in all.
    qint64 count(qint64 matching) const;
    /// The one id when exactly one is marked, else empty.
    QString single() const;

    void clear();
    void set(const QStringList &ids);
    void add(const QStringList &ids);
    void toggle(const QString &id);
    void selectAllMatching(const Filter &filter);
    /// Tells it which filter is on now.
    void setFilter(const Filter &filter);

Q_SIGNALS:
    void changed();

private:
    QStringList sorted() const;

    Filter m_filter;
    QSet<QString> m_ids; ///< the marked ones, or the exceptions when all match
    bool m_all = false;
};

} // namespace castellan
