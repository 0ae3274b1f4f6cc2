// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/PagedModel.h"
#include "models/lists/SyntheticSource.h"
#include "ui/kit/GalleryPage.h"
#include "ui/kit/GalleryParts.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/ListWithDetail.h"
#include "ui/kit/SamplePresenter.h"
#include "ui/kit/Theme.h"

namespace castellan::gallery {

namespace {

constexpr qint64 kPeople = 1'003'411;
constexpr int kHeight = 520;

/// The detail stands open wherever it has room beside the list.
class ListPart : public ListWithDetail {
public:
    using ListWithDetail::ListWithDetail;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        ListWithDetail::resizeEvent(event);
        if (covers())
            closeDetail();
        else
            openDetail();
    }
};

} // namespace

QWidget *list()
{
    auto *model =
        new PagedModel(std::make_shared<SyntheticSource>(kPeople), SamplePresenter::columns());
    auto *page = new ListPage(model, std::make_shared<SamplePresenter>());
    model->setParent(page);
    page->setTitle(GalleryPage::tr("Accounts"));
    page->setFact(GalleryPage::tr("computed, a million of them"));
    page->setFilterHint(GalleryPage::tr("Filter by login, name, e-mail or external id"));
    page->setFacets({ { QStringLiteral("no_factor"), GalleryPage::tr("No factor") },
                      { QStringLiteral("locked"), GalleryPage::tr("Locked") } });
    page->setExportName(QStringLiteral("accounts"));
    page->setInitialOrder(QStringLiteral("name"), false);
    auto *part = new ListPart(page, details());
    part->setBackText(GalleryPage::tr("Accounts"));
    part->setMinimumHeight(theme().scaled(kHeight));
    page->opened();
    return part;
}

} // namespace castellan::gallery
