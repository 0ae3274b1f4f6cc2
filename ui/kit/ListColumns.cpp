// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListColumns.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace castellan {

namespace {

const auto kOrder = QLatin1String("order");
const auto kWidths = QLatin1String("widths");
const auto kHidden = QLatin1String("hidden");
constexpr int kWidest = 800;

/// The name takes what is left, but on a wide list others get some of it.
constexpr double kNameShare = 0.4;
constexpr int kNameEnough = 320;

} // namespace

ListColumns::ListColumns(Columns columns)
    : m_columns(std::move(columns))
{
    reset();
}

void ListColumns::reset()
{
    m_order.resize(m_columns.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    m_widths.clear();
    m_hidden.clear();
    for (const Column &column : m_columns) {
        if (!column.shown)
            m_hidden.insert(column.id);
    }
    setOrder(m_order);
}

int ListColumns::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(),
                                    [&](const Column &column) { return column.id == id; });
    return found == m_columns.cend() ? -1 : int(found - m_columns.cbegin());
}

int ListColumns::width(int column, double scale) const
{
    const Column &spec = m_columns.at(column);
    return qRound(m_widths.value(spec.id, spec.width) * scale);
}

ListColumns::Fit ListColumns::fit(int available, double scale, bool canFold) const
{
    Fit fit;
    std::copy_if(m_order.cbegin(), m_order.cend(), std::back_inserter(fit.shown),
                 [&](int column) { return isChosen(column); });
    const auto others = [&] {
        int sum = 0;
        for (const int column : fit.shown)
            sum += isName(column) ? 0 : width(column, scale);
        return sum;
    };
    const auto lowest = [&] { // of equals the last
        auto found = fit.shown.cbegin();
        for (auto at = fit.shown.cbegin(); at != fit.shown.cend(); ++at) {
            const bool lower = m_columns.at(*at).priority <= m_columns.at(*found).priority;
            if (isName(*found) || (!isName(*at) && lower))
                found = at;
        }
        return found;
    };
    const int least = qRound(kNameLeast * scale);
    while (canFold && fit.shown.size() > 1 && available - others() < least) {
        const auto column = lowest();
        fit.folded.prepend(*column);
        fit.shown.erase(column);
    }
    int name = std::max(available - others(), 0);
    const int enough = std::max(qRound(kNameEnough * scale), qRound(available * kNameShare));
    const int spare = fit.shown.size() > 1 ? std::max(0, name - enough) : 0;
    const int sum = others();
    for (const int column : fit.shown) {
        const int more = isName(column) || sum == 0 || m_widths.contains(m_columns.at(column).id)
            ? 0
            : spare * width(column, scale) / sum;
        fit.widths.append(isName(column) ? 0 : width(column, scale) + more);
        name -= more;
    }
    for (qsizetype n = 0; n < fit.shown.size(); ++n) {
        if (isName(fit.shown.at(n)))
            fit.widths[n] = name;
    }
    return fit;
}

void ListColumns::choose(int column, bool shown)
{
    const QString &id = m_columns.at(column).id;
    if (shown)
        m_hidden.remove(id);
    else if (!isName(column))
        m_hidden.insert(id);
}

void ListColumns::setWidth(int column, int width)
{
    const Column &spec = m_columns.at(column);
    if (!isName(column))
        m_widths.insert(spec.id, std::clamp(width, spec.minimumWidth, kWidest));
}

void ListColumns::setOrder(const QList<int> &order)
{
    m_order = order;
    std::stable_partition(m_order.begin(), m_order.end(),
                          [&](int column) { return isName(column); });
}

QJsonObject ListColumns::save() const
{
    QJsonArray order;
    for (const int column : m_order)
        order.append(m_columns.at(column).id);
    QJsonObject widths;
    for (auto width = m_widths.cbegin(); width != m_widths.cend(); ++width)
        widths.insert(width.key(), width.value());
    QStringList hidden = m_hidden.values();
    hidden.sort();
    return { { kOrder, order },
             { kWidths, widths },
             { kHidden, QJsonArray::fromStringList(hidden) } };
}

void ListColumns::restore(const QJsonObject &layout)
{
    reset();
    if (layout.isEmpty())
        return;
    QList<int> order;
    const QJsonArray ids = layout.value(kOrder).toArray();
    for (const auto &id : ids) {
        const int column = indexOf(id.toString());
        if (column >= 0 && !order.contains(column))
            order.append(column);
    }
    for (const int column : std::as_const(m_order)) {
        if (!order.contains(column))
            order.append(column);
    }
    setOrder(order);
    const QJsonObject widths = layout.value(kWidths).toObject();
    for (auto width = widths.begin(); width != widths.end(); ++width) {
        if (const int column = indexOf(width.key()); column >= 0 && width->isDouble())
            setWidth(column, width->toInt());
    }
    const QJsonArray hidden = layout.value(kHidden).toArray();
    for (int column = 0; column < m_columns.size(); ++column)
        choose(column, !hidden.contains(m_columns.at(column).id));
}

} // namespace castellan
