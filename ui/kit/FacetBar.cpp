// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FacetBar.h"

#include "models/lists/Filter.h"
#include "ui/kit/Button.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace castellan {

namespace {

constexpr QLatin1StringView kCheckmark("checkmark");
constexpr QLatin1StringView kFilterIcon("view-filter");

QString countText(const FacetCount &count)
{
    const QString number = QLocale().toString(count.count);
    return count.exact ? number : FacetBar::tr("about %1", "an estimated number").arg(number);
}

} // namespace

FacetBar::FacetBar(QWidget *parent)
    : QWidget(parent)
    , m_fold(new Button(tr("Filters"), ButtonRole::Secondary, this))
    , m_menu(new QMenu(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metric::kControlGap);
    m_layout->addWidget(m_fold);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_fold->setObjectName(QStringLiteral("filters"));
    m_fold->setIconName(kFilterIcon);
    m_fold->setMenu(m_menu);
    setStyleProperty(m_fold, "facet", QStringLiteral("true"));
    connect(m_menu, &QMenu::aboutToShow, this, &FacetBar::fillMenu);
    refresh();
}

void FacetBar::setFacets(const QList<Facet> &facets)
{
    qDeleteAll(m_chips);
    m_chips.clear();
    m_facets = facets;
    for (const Facet &facet : facets) {
        auto *chip = new Button(facet.label, ButtonRole::Secondary, this);
        chip->setObjectName(QStringLiteral("facet.") + facet.id);
        chip->setCheckable(true);
        setStyleProperty(chip, "facet", QStringLiteral("true"));
        // Not clicked(): a screen reader toggles a button without clicking it.
        connect(chip, &QPushButton::toggled, this, [this, id = facet.id](bool on) {
            if (on != m_active.contains(id))
                toggle(id, on);
        });
        m_layout->addWidget(chip);
        m_chips.append(chip);
    }
    refresh();
}

void FacetBar::setCounts(const QList<FacetCount> &counts)
{
    for (const FacetCount &count : counts)
        m_counts.insert(count.facet, count);
    refresh();
}

void FacetBar::setActive(const QStringList &facets)
{
    m_active = facets;
    refresh();
}

QStringList FacetBar::active() const
{
    return m_active;
}

void FacetBar::toggle(const QString &facet, bool on)
{
    Filter filter;
    filter.facets = m_active;
    filter.setFacet(facet, on);
    m_active = filter.facets;
    refresh();
    Q_EMIT activeChanged(m_active);
}

QString FacetBar::textOf(const Facet &facet) const
{
    const auto count = m_counts.constFind(facet.id);
    return count == m_counts.cend() ? facet.label
                                    : facet.label + QStringLiteral("\u2002") + countText(*count);
}

void FacetBar::refresh()
{
    for (qsizetype n = 0; n < m_chips.size(); ++n) {
        const Facet &facet = m_facets.at(n);
        Button *chip = m_chips.at(n);
        const bool on = m_active.contains(facet.id);
        chip->setText(withoutMnemonic(textOf(facet)));
        const auto count = m_counts.constFind(facet.id);
        chip->setAccessibleName(
            count == m_counts.cend()
                ? facet.label
                : tr("%1: %2", "facet and how many it has").arg(facet.label, countText(*count)));
        chip->setChecked(on);
        chip->setIconName(on ? kCheckmark : QString());
        int &least = m_least[{ facet.id, on }]; // a smaller number moves no other chip
        least = std::max(least, chip->sizeHint().width());
        chip->setMinimumWidth(least);
        chip->setVisible(!m_folded);
    }
    m_fold->setVisible(m_folded && !m_facets.isEmpty());
    m_fold->setText(m_active.isEmpty() ? tr("Filters")
                                       : tr("Filters: %n on", nullptr, int(m_active.size())));
    m_fold->setIconName(m_active.isEmpty() ? kFilterIcon : kCheckmark);
    setVisible(!m_facets.isEmpty());
    updateGeometry();
}

void FacetBar::fillMenu()
{
    m_menu->clear();
    for (const Facet &facet : std::as_const(m_facets)) {
        QAction *action = m_menu->addAction(withoutMnemonic(textOf(facet)));
        action->setCheckable(true);
        action->setChecked(m_active.contains(facet.id));
        connect(action, &QAction::toggled, this,
                [this, id = facet.id](bool on) { toggle(id, on); });
    }
}

void FacetBar::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    refresh();
}

int FacetBar::unfoldedWidth() const
{
    int width = 0;
    for (const Button *chip : m_chips)
        width += std::max(chip->minimumWidth(), chip->sizeHint().width())
            + (width > 0 ? metric::kControlGap : 0);
    return width;
}

void FacetBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isRestyle(event)) {
        m_least.clear();
        QMetaObject::invokeMethod(this, &FacetBar::refresh, Qt::QueuedConnection); // chips first
    }
}

} // namespace castellan
