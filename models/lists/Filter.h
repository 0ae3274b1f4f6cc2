// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace castellan {

/// What a list is narrowed to. Equal filters give equal JSON, so it can be compared, saved and
/// sent.
class Filter {
public:
    static constexpr qsizetype kMaximumText = 200;

    QString text; ///< as typed: substring, accent- and case-insensitive on the server
    QStringList facets; ///< sorted, unique; use setFacet()
    QJsonObject fields; ///< further conditions by name, {"ranks": ["admin"], "active": true}

    bool isEmpty() const;
    bool hasFacet(const QString &facet) const { return facets.contains(facet); }
    void setFacet(const QString &facet, bool on);

    /// The jsonb that `<x>_list(filter, …)` takes: text and facets, left out when empty, beside the
    /// fields. The text is trimmed, clamped and freed of U+0000, which jsonb refuses.
    QJsonObject toJson() const;
    static Filter fromJson(const QJsonObject &json);

    friend bool operator==(const Filter &, const Filter &) = default;
};

} // namespace castellan
