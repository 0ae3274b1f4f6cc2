// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/Selection.h"

namespace castellan {

bool Selection::contains(const QString &id) const
{
    return m_ids.contains(id) != m_all;
}

qint64 Selection::count(qint64 matching) const
{
    return m_all ? qMax<qint64>(0, matching - m_ids.size()) : m_ids.size();
}

QString Selection::single() const
{
    return !m_all && m_ids.size() == 1 ? *m_ids.cbegin() : QString();
}

QStringList Selection::sorted() const
{
    QStringList ids = m_ids.values();
    ids.sort();
    return ids;
}

void Selection::clear()
{
    set({});
}

void Selection::set(const QStringList &ids)
{
    const QSet<QString> next(ids.cbegin(), ids.cend());
    if (!m_all && m_ids == next)
        return;
    m_all = false;
    m_ids = next;
    Q_EMIT changed();
}

void Selection::add(const QStringList &ids)
{
    const auto before = m_ids.size();
    for (const QString &id : ids) {
        if (m_all)
            m_ids.remove(id);
        else
            m_ids.insert(id);
    }
    if (m_ids.size() != before)
        Q_EMIT changed();
}

void Selection::toggle(const QString &id)
{
    if (!m_ids.remove(id))
        m_ids.insert(id);
    Q_EMIT changed();
}

void Selection::selectAllMatching(const Filter &filter)
{
    m_all = true;
    m_ids.clear();
    m_filter = filter;
    Q_EMIT changed();
}

void Selection::setFilter(const Filter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    clear();
}

} // namespace castellan
