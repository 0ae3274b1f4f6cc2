// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/PageRegistry.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHash>

class QButtonGroup;
class QVBoxLayout;

namespace castellan {

class PlainLabel;

/// One entry of the navigation.
class SidebarItem : public QAbstractButton {
    Q_OBJECT

public:
    SidebarItem(const QString &text, const QString &iconName, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    void setBadge(const Badge &badge);
    /// Shown in the tooltip: "Ctrl+2".
    void setShortcutHint(const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void describe();
    void paintBadge(QPainter *painter, QRect *room) const;

    QString m_iconName;
    QString m_hint;
    Badge m_badge;
    bool m_narrow = false;
};

/// The navigation at the leading edge: 216 wide, or 56 with icons and tooltips; the product's mark
/// on top, entries from the page registry, a foot for what always shows (server, TLS, who, lock).
class Sidebar : public QFrame {
    Q_OBJECT

public:
    explicit Sidebar(PageRegistry &pages, QWidget *parent = nullptr);

    void setProductName(const QString &name);
    void setCurrent(const QString &pageId);
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    /// An entry at the foot (Settings, Lock).
    SidebarItem *addFootItem(const QString &text, const QString &iconName);
    /// Under the hairline at the bottom; its widgets are hidden when narrow unless they have the
    /// property "keepNarrow".
    QVBoxLayout *foot() const { return m_foot; }
    SidebarItem *item(const QString &pageId) const { return m_items.value(pageId); }

Q_SIGNALS:
    void pageChosen(const QString &pageId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void applyNarrow();

    PageRegistry &m_pages;
    QWidget *m_brand;
    PlainLabel *m_product;
    QVBoxLayout *m_entries;
    QVBoxLayout *m_footItems;
    QVBoxLayout *m_foot;
    QButtonGroup *m_group;
    QHash<QString, SidebarItem *> m_items;
    QString m_current;
    bool m_narrow = false;
};

} // namespace castellan
