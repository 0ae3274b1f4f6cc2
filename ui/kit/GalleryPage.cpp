// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/GalleryPage.h"

#include "ui/kit/Button.h"
#include "ui/kit/GalleryParts.h"
#include "ui/kit/PageHeader.h"
#include "ui/kit/Theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace castellan {

GalleryPage::GalleryPage(const Clock &clock, QWidget *parent)
    : Page(parent)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("scrollContent"));
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metric::kPageMargin, metric::kPageMargin, metric::kPageMargin,
                               metric::kPageMargin);
    layout->setSpacing(metric::kCardGap);
    addHeader(layout);
    for (QWidget *part :
         { gallery::figures(), gallery::buttons(), gallery::chips(), gallery::fields(),
           gallery::choices(), gallery::codes(clock), gallery::banners(), gallery::details(),
           gallery::texts(clock), gallery::states(), gallery::colors(), gallery::list(),
           gallery::frames(clock), gallery::window() })
        layout->addWidget(part);
    layout->addStretch();
    area->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
}

void GalleryPage::addHeader(QVBoxLayout *layout)
{
    auto *header = new PageHeader(tr("Gallery"));
    header->setFact(tr("Every widget of the kit, in every state"));
    auto *import = new Button(tr("&Import…"));
    import->setIconName(QStringLiteral("document-import"));
    auto *enrol = new Button(tr("&Enrol…"), ButtonRole::Primary);
    enrol->setIconName(QStringLiteral("list-add"));
    header->addAction(import);
    header->addAction(enrol);
    layout->addWidget(header);
}

} // namespace castellan
