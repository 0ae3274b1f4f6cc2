// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/SamplePresenter.h"

#include "models/lists/PagedModel.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/ListView.h"

#include <QTest>

namespace castellan {

/// A list page on the screen over some source, loaded and with the focus in its rows.
class ListScene {
public:
    explicit ListScene(std::shared_ptr<ListSource> source, QSize size = { 1000, 640 })
        : model(std::move(source), SamplePresenter::columns())
        , page(&model, std::make_shared<SamplePresenter>())
    {
        page.setTitle(u"Accounts"_qs);
        page.setFilterHint(u"Filter by name"_qs);
        page.setFacets({ { u"no_factor"_qs, u"No factor"_qs }, { u"locked"_qs, u"Locked"_qs } });
        page.setEmptyNotice({ .icon = u"system-users"_qs,
                              .title = u"No accounts yet"_qs,
                              .text = u"They come from the application."_qs });
        page.setNoRightsText(u"Admins may."_qs);
        page.setInitialOrder(u"name"_qs, false);
        page.resize(size);
        page.show();
        page.opened();
    }

    bool settled()
    {
        return QTest::qWaitFor([this] {
            return model.state() == ListState::Ready && model.facts().count().has_value();
        });
    }
    ListView *view() const { return page.view(); }
    QString idAt(int row) const { return model.rowAt(row)->id; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(view(), key, modifiers);
    }

    PagedModel model;
    ListPage page;
};

} // namespace castellan
