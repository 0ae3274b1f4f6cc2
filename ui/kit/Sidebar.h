// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/SidebarItem.h"

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace castellan {

class PlainLabel;

/// The navigation at the leading edge: 216 wide, or 56 with icons and tooltips. The product's mark
/// on top, entries from the page registry, a foot for what always shows (server, TLS, who, lock).
class Sidebar : public QFrame {
    Q_OBJECT

public:
    explicit Sidebar(PageRegistry &pages, QWidget *parent = nullptr);

    void setProductName(const QString &name);
    void setCurrent(const QString &pageId);
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    /// An entry at the foot (Settings, Lock); not checkable.
    SidebarItem *addFootItem(const QString &text, const QString &iconName);
    /// Under the hairline at the bottom. What is added is hidden while the sidebar is narrow.
    void addToFoot(QWidget *widget);
    SidebarItem *item(const QString &pageId) const { return m_items.value(pageId); }

Q_SIGNALS:
    void pageChosen(const QString &pageId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QWidget *buildBrand();
    void rebuild();
    void addPage(const PageSpec &page, int number);
    void applyWidth();

    PageRegistry &m_pages;
    QLabel *m_mark;
    PlainLabel *m_product;
    QVBoxLayout *m_entries;
    QVBoxLayout *m_footPages;
    QVBoxLayout *m_footItems;
    QWidget *m_footLine;
    QVBoxLayout *m_foot;
    QButtonGroup *m_group;
    QHash<QString, SidebarItem *> m_items;
    QString m_current;
    bool m_narrow = false;
};

} // namespace castellan
