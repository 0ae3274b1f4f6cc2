// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/DetailSections.h"

#include <algorithm>

namespace castellan {

bool DetailSections::add(const QString &subjectKind, DetailSection section)
{
    const bool known = std::any_of(m_sections.cbegin(), m_sections.cend(), [&](const auto &entry) {
        return entry.first == subjectKind && entry.second.id == section.id;
    });
    if (known || !section.create)
        return false;
    m_sections.emplaceBack(subjectKind, std::move(section));
    return true;
}

QList<DetailSection> DetailSections::forKind(const QString &subjectKind) const
{
    QList<DetailSection> found;
    for (const auto &[kind, section] : m_sections) {
        if (kind == subjectKind)
            found.append(section);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.order < b.order; });
    return found;
}

} // namespace castellan
