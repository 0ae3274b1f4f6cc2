// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/FilterRow.h"

#include "ui/kit/FacetBar.h"
#include "ui/kit/FilterField.h"
#include "ui/kit/Theme.h"

#include <QEvent>
#include <QHBoxLayout>

namespace castellan {

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
    , m_field(new FilterField(this))
    , m_facets(new FacetBar(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metric::kControlGap);
    m_layout->addWidget(m_field, 1);
    m_layout->addWidget(m_facets);
}

void FilterRow::addControl(QWidget *control)
{
    m_controls.append(control);
    m_layout->addWidget(control);
}

void FilterRow::arrange()
{
    const int facets = m_facets->unfoldedWidth();
    int room = width() - facets - (facets > 0 ? metric::kControlGap : 0);
    for (const QWidget *control : std::as_const(m_controls))
        room -= control->sizeHint().width() + metric::kControlGap;
    m_facets->setFolded(facets > 0 && room < theme().scaled(kFieldLeast));
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FilterRow::event(QEvent *event)
{
    // counts make chips wider, another text size all of it
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace castellan
