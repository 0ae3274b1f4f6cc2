// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Page.h"
#include "ui/kit/State.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QWidget;

namespace castellan {

class Rights;

/// What the navigation shows of a page, and how to make it.
struct PageSpec {
    QString id; ///< "accounts"
    QString title; ///< "Accounts"
    QString icon; ///< a name of resources/icons/icons.txt
    QString group = {}; ///< empty: top; "foot": beside settings and lock
    int order = 100; ///< also the order of Ctrl+1 to 9 and 0
    QString neededRight = {}; ///< a function of the schema; without it the page is absent
    QString subjectKind = {}; ///< Navigator::open(Subject) of this kind comes here
    std::function<Page *(QWidget *parent)> create;
};

/// A short count at the right of a navigation entry.
struct Badge {
    QString text; ///< empty: no badge
    State state = State::None;
    QString meaning = {}; ///< for the tooltip and screen readers: "2 alerts firing"
};

/// All pages of all features, each built on its first visit. GUI thread.
class PageRegistry : public QObject {
    Q_OBJECT

public:
    explicit PageRegistry(const Rights &rights, QObject *parent = nullptr);

    /// False when the id is taken or nothing can be made.
    bool add(PageSpec spec);

    /// Those the role may read, in their order.
    QList<PageSpec> visible() const;
    std::optional<PageSpec> find(const QString &id) const;
    /// The page for subjects of this kind.
    std::optional<PageSpec> forSubject(const QString &kind) const;
    bool mayOpen(const QString &id) const;

    /// Makes the page at its first visit, as a child of parent; null when it may not be opened.
    Page *page(const QString &id, QWidget *parent);
    /// The page if it was visited already.
    Page *visited(const QString &id) const { return m_pages.value(id); }

    void setBadge(const QString &id, const Badge &badge);
    Badge badge(const QString &id) const { return m_badges.value(id); }

Q_SIGNALS:
    void changed();
    void badgeChanged(const QString &id);

private:
    const Rights &m_rights;
    QList<PageSpec> m_specs;
    QHash<QString, QPointer<Page>> m_pages;
    QHash<QString, Badge> m_badges;
};

} // namespace castellan
