// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PageRegistry.h"

#include "ui/kit/Page.h"
#include "ui/kit/Rights.h"

#include <algorithm>

namespace castellan {

PageRegistry::PageRegistry(const Rights &rights, QObject *parent)
    : QObject(parent)
    , m_rights(rights)
{
    connect(&rights, &Rights::changed, this, &PageRegistry::changed);
}

bool PageRegistry::add(PageSpec spec)
{
    if (spec.id.isEmpty() || !spec.create || find(spec.id))
        return false;
    m_specs.append(std::move(spec));
    std::stable_sort(m_specs.begin(), m_specs.end(),
                     [](const auto &a, const auto &b) { return a.order < b.order; });
    Q_EMIT changed();
    return true;
}

QList<PageSpec> PageRegistry::visible() const
{
    QList<PageSpec> found;
    std::copy_if(m_specs.cbegin(), m_specs.cend(), std::back_inserter(found),
                 [this](const PageSpec &spec) { return m_rights.allows(spec.neededRight); });
    return found;
}

std::optional<PageSpec> PageRegistry::find(const QString &id) const
{
    const auto found = std::find_if(m_specs.cbegin(), m_specs.cend(),
                                    [&](const PageSpec &spec) { return spec.id == id; });
    return found == m_specs.cend() ? std::nullopt : std::optional(*found);
}

std::optional<PageSpec> PageRegistry::forSubject(const QString &kind) const
{
    const auto found = std::find_if(m_specs.cbegin(), m_specs.cend(), [&](const PageSpec &spec) {
        return !kind.isEmpty() && spec.subjectKind == kind;
    });
    return found == m_specs.cend() ? std::nullopt : std::optional(*found);
}

bool PageRegistry::mayOpen(const QString &id) const
{
    const auto spec = find(id);
    return spec && m_rights.allows(spec->neededRight);
}

Page *PageRegistry::page(const QString &id, QWidget *parent)
{
    if (!mayOpen(id))
        return nullptr;
    if (Page *known = m_pages.value(id))
        return known;
    Page *made = find(id)->create(parent);
    made->setObjectName(id + QStringLiteral("Page"));
    connect(made, &Page::badgeChanged, this, [this, id](const QString &text) {
        setBadge(id, Badge { text, State::None, {} });
    });
    m_pages.insert(id, made);
    return made;
}

void PageRegistry::setBadge(const QString &id, const Badge &badge)
{
    m_badges[id] = badge;
    Q_EMIT badgeChanged(id);
}

} // namespace castellan
