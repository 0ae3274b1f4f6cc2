// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/WindowModel.h"

#include "models/lists/RowDifference.h"

#include <algorithm>

namespace castellan {

namespace {

/// More scattered edits than this cost a view more than rows that say something else.
constexpr int kManyEdits = 48;

} // namespace

WindowModel::WindowModel(Columns columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

const ListRow *WindowModel::rowAt(int row) const
{
    return row >= 0 && row < m_window.size() ? &m_window.rows.at(row) : nullptr;
}

const ListRow *WindowModel::rowById(const QString &id) const
{
    return rowAt(rowOf(id));
}

int WindowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.size();
}

int WindowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant WindowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListRow &row = m_window.rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case ValueRole:
        return row.value(m_columns.at(index.column()).id);
    case IdRole:
        return row.id;
    case VersionRole:
        return row.version;
    case EndedRole:
        return row.ended;
    default:
        return {};
    }
}

QVariant WindowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole) {
        const bool trailing = m_columns.at(section).alignment() == ColumnAlignment::Trailing;
        return QVariant::fromValue(Qt::AlignVCenter | (trailing ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

void WindowModel::setVisible(int first, int last)
{
    m_visibleFirst = std::clamp(first, 0, std::max(0, m_window.size() - 1));
    m_visibleLast = std::clamp(last, m_visibleFirst, std::max(0, m_window.size() - 1));
}

void WindowModel::setOffset(std::optional<qint64> offset, bool exact)
{
    m_window.offset = offset;
    m_window.offsetExact = exact;
}

void WindowModel::insertRange(int row, const QList<ListRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, row, row + static_cast<int>(rows.size()) - 1);
    m_window.rows.insert(row, rows.size(), ListRow());
    std::copy(rows.cbegin(), rows.cend(), m_window.rows.begin() + row);
    endInsertRows();
}

void WindowModel::removeRange(int row, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, row, row + count - 1);
    if (count == m_window.size())
        m_window.rows = {}; // somebody may share them
    else
        m_window.rows.remove(row, count);
    endRemoveRows();
}

/// Row by row: a view needs no new layout for rows that only say something else.
void WindowModel::replaceRows(const QList<ListRow> &next)
{
    const int common = std::min(m_window.size(), static_cast<int>(next.size()));
    removeRange(common, m_window.size() - common);
    changeRange(0, common, next);
    insertRange(common, next.mid(common));
}

void WindowModel::changeRange(int row, int count, const QList<ListRow> &next)
{
    if (count <= 0)
        return;
    std::copy_n(next.cbegin() + row, count, m_window.rows.begin() + row);
    Q_EMIT dataChanged(index(row, 0), index(row + count - 1, columnCount() - 1));
}

void WindowModel::applyRows(const QList<ListRow> &next)
{
    const auto difference = RowDifference::between(m_window.rows, next);
    if (difference.removals.size() + difference.insertions.size() > kManyEdits) {
        replaceRows(next);
        return;
    }
    for (auto range = difference.removals.crbegin(); range != difference.removals.crend(); ++range)
        removeRange(range->first, range->count);
    for (const auto &range : difference.insertions)
        insertRange(range.first, next.mid(range.first, range.count));
    for (const auto &range : difference.updates)
        changeRange(range.first, range.count, next);
}

void WindowModel::apply(const ListWindow &next, Overlap overlap)
{
    // the visible range follows the first visible row that is still there
    const int height = m_visibleLast - m_visibleFirst;
    QStringList visible;
    for (int row = m_visibleFirst; row <= m_visibleLast && row < m_window.size(); ++row)
        visible.append(m_window.rows.at(row).id);

    Q_EMIT windowAboutToChange();
    if (overlap == Overlap::Little)
        replaceRows(next.rows);
    else
        applyRows(next.rows);
    m_window = next;
    int first = m_visibleFirst;
    for (int n = 0; n < visible.size(); ++n) {
        if (const int row = rowOf(visible.at(n)); row >= 0) {
            first = std::max(0, row - n);
            break;
        }
    }
    setVisible(first, first + height);
    Q_EMIT windowChanged();
}

QList<ListRow> WindowModel::unknown(const QList<ListRow> &rows) const
{
    QSet<QString> known;
    for (const ListRow &row : m_window.rows)
        known.insert(row.id);
    QList<ListRow> fresh;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(fresh),
                 [&](const ListRow &row) { return !known.contains(row.id); });
    return fresh;
}

void WindowModel::prepend(const QList<ListRow> &rows, bool reachedStart, int limit, int margin)
{
    const QList<ListRow> fresh = unknown(rows);
    const int count = static_cast<int>(fresh.size());
    Q_EMIT windowAboutToChange();
    insertRange(0, fresh);
    m_visibleFirst += count;
    m_visibleLast += count;
    m_window.atStart = reachedStart;
    if (!rows.isEmpty())
        m_window.before = rows.first().place();
    if (m_window.offset)
        *m_window.offset = std::max<qint64>(reachedStart ? 0 : 1, *m_window.offset - count);
    dropLast(std::min(m_window.size() - limit, m_window.size() - 1 - m_visibleLast - margin));
    Q_EMIT windowChanged();
}

void WindowModel::append(const QList<ListRow> &rows, bool reachedEnd, int limit, int margin)
{
    Q_EMIT windowAboutToChange();
    insertRange(m_window.size(), unknown(rows));
    m_window.atEnd = reachedEnd;
    if (!rows.isEmpty())
        m_window.after = rows.last().place();
    dropFirst(std::min(m_window.size() - limit, m_visibleFirst - margin));
    Q_EMIT windowChanged();
}

void WindowModel::dropFirst(int count)
{
    if (count <= 0)
        return;
    removeRange(0, count);
    m_visibleFirst -= count;
    m_visibleLast -= count;
    m_window.atStart = false;
    m_window.before = m_window.rows.first().place();
    if (m_window.offset)
        *m_window.offset += count;
}

void WindowModel::dropLast(int count)
{
    if (count <= 0)
        return;
    removeRange(m_window.size() - count, count);
    m_window.atEnd = false;
    m_window.after = m_window.rows.last().place();
}

void WindowModel::replaceRow(int row, ListRow next)
{
    ListRow &old = m_window.rows[row];
    next.position = old.position;
    if (next == old)
        return;
    old = std::move(next);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

} // namespace castellan
