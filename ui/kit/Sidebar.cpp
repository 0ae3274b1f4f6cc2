// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Sidebar.h"

#include "ui/kit/Card.h"
#include "ui/kit/Icons.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kMargin = 12;
constexpr int kMark = 22;

} // namespace

Sidebar::Sidebar(PageRegistry &pages, QWidget *parent)
    : QFrame(parent)
    , m_pages(pages)
    , m_mark(new QLabel)
    , m_product(new PlainLabel(QStringLiteral("Castellan"), TextRole::CardTitle))
    , m_entries(new QVBoxLayout)
    , m_footPages(new QVBoxLayout)
    , m_footItems(new QVBoxLayout)
    , m_footLine(new Hairline)
    , m_foot(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setProperty("surface", QStringLiteral("pane"));
    setAccessibleName(tr("Navigation"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    outer->setSpacing(metric::kStep);
    outer->addWidget(buildBrand());
    outer->addLayout(m_entries);
    outer->addStretch();
    auto *foot = new QVBoxLayout;
    foot->addLayout(m_footPages);
    foot->addLayout(m_footItems);
    outer->addLayout(foot);
    outer->addWidget(m_footLine);
    outer->addLayout(m_foot);
    for (QVBoxLayout *items : { m_entries, foot, m_footPages, m_footItems })
        items->setSpacing(metric::kHalfStep / 2);
    m_foot->setSpacing(metric::kHalfStep);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        Q_EMIT pageChosen(m_items.key(static_cast<SidebarItem *>(button)));
    });
    connect(&m_pages, &PageRegistry::changed, this, &Sidebar::rebuild);
    connect(&m_pages, &PageRegistry::badgeChanged, this, [this](const QString &id) {
        if (SidebarItem *entry = item(id))
            entry->setBadge(m_pages.badge(id));
    });
    rebuild();
    applyWidth();
}

QWidget *Sidebar::buildBrand()
{
    auto *brand = new QWidget;
    auto *layout = new QHBoxLayout(brand);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_mark);
    layout->addWidget(m_product, 1);
    m_product->setOverflow(PlainLabel::Overflow::Elide);
    m_mark->setAlignment(Qt::AlignCenter);
    return brand;
}

void Sidebar::setProductName(const QString &name)
{
    m_product->setText(name);
}

void Sidebar::setCurrent(const QString &pageId)
{
    m_current = pageId;
    if (SidebarItem *entry = item(pageId))
        entry->setChecked(true);
}

void Sidebar::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    applyWidth();
}

SidebarItem *Sidebar::addFootItem(const QString &text, const QString &iconName)
{
    auto *entry = new SidebarItem(text, iconName, this);
    entry->setNarrow(m_narrow);
    m_footItems->addWidget(entry);
    return entry;
}

void Sidebar::addToFoot(QWidget *widget)
{
    m_foot->addWidget(widget);
    widget->setVisible(!m_narrow);
    m_footLine->setVisible(!m_narrow);
}

// Arrow keys go through the entries; Tab leaves the navigation.
void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QFrame::keyPressEvent(event);
}

bool Sidebar::event(QEvent *event)
{
    if (isRestyle(event))
        applyWidth();
    return QFrame::event(event);
}

void Sidebar::rebuild()
{
    qDeleteAll(m_items);
    m_items.clear();
    int number = 0;
    for (const PageSpec &page : m_pages.visible())
        addPage(page, ++number);
    setCurrent(m_current);
}

void Sidebar::addPage(const PageSpec &page, int number)
{
    auto *entry = new SidebarItem(page.title, page.icon, this);
    entry->setObjectName(page.id + QStringLiteral("Item"));
    entry->setCheckable(true);
    entry->setNarrow(m_narrow);
    entry->setBadge(m_pages.badge(page.id));
    if (number <= 10) {
        const QKeySequence keys(
            QKeyCombination(Qt::ControlModifier, Qt::Key(Qt::Key_0 + number % 10)));
        entry->setShortcutHint(keys.toString(QKeySequence::NativeText));
    }
    m_group->addButton(entry);
    const bool atFoot = page.group == QLatin1String("foot");
    (atFoot ? m_footPages : m_entries)->addWidget(entry);
    m_items.insert(page.id, entry);
}

void Sidebar::applyWidth()
{
    setFixedWidth(m_narrow ? std::max(metric::kSidebarNarrow, theme().scaled(44))
                           : theme().scaled(metric::kSidebarWide));
    m_product->setVisible(!m_narrow);
    const int side = theme().scaled(kMark);
    // Its middle stands over the icons' middle, the name over their names.
    m_mark->setFixedSize(m_narrow ? width() - 2 * kMargin : theme().iconSize() + 2 * kMargin,
                         theme().scaled(metric::kControlHeight));
    m_mark->setPixmap(applicationMark(side, devicePixelRatioF()));
    for (SidebarItem *entry : findChildren<SidebarItem *>())
        entry->setNarrow(m_narrow);
    m_footLine->setVisible(!m_narrow && m_foot->count() > 0);
    for (int i = 0; i < m_foot->count(); ++i) {
        if (QWidget *widget = m_foot->itemAt(i)->widget())
            widget->setVisible(!m_narrow);
    }
}

} // namespace castellan
