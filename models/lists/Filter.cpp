// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/Filter.h"

#include <QJsonArray>

namespace castellan {

namespace {

const auto kText = QLatin1String("text");
const auto kFacets = QLatin1String("facets");

QString sendable(const QString &typed)
{
    QString text = typed;
    text.remove(QChar(u'\0'));
    text = text.trimmed();
    text.truncate(Filter::kMaximumText);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

} // namespace

bool Filter::isEmpty() const
{
    return sendable(text).isEmpty() && facets.isEmpty() && fields.isEmpty();
}

void Filter::setFacet(const QString &facet, bool on)
{
    facets.removeAll(facet);
    if (on)
        facets.insert(std::lower_bound(facets.cbegin(), facets.cend(), facet) - facets.cbegin(),
                      facet);
}

QJsonObject Filter::toJson() const
{
    QJsonObject json = fields;
    if (const QString sent = sendable(text); !sent.isEmpty())
        json.insert(kText, sent);
    if (!facets.isEmpty())
        json.insert(kFacets, QJsonArray::fromStringList(facets));
    return json;
}

Filter Filter::fromJson(const QJsonObject &json)
{
    Filter filter;
    filter.text = json.value(kText).toString();
    const QJsonArray facets = json.value(kFacets).toArray();
    for (const auto &facet : facets)
        filter.setFacet(facet.toString(), true);
    filter.fields = json;
    filter.fields.remove(kText);
    filter.fields.remove(kFacets);
    return filter;
}

} // namespace castellan
