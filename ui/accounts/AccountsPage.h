// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/ListSource.h"
#include "ui/accounts/AccountDetailPane.h"
#include "ui/kit/Page.h"

#include <QTimer>

#include <functional>
#include <memory>

class QMenu;

namespace castellan {

class Connectivity;
class ListPage;
class ListWithDetail;
class PagedModel;
class SubjectChanges;

/// All accounts of the protected application, live, with the detail of one beside them.
class AccountsPage : public Page {
    Q_OBJECT

public:
    /// Where the columns and the width of the detail pane are kept between visits.
    struct Layout {
        std::function<QByteArray()> read;
        std::function<void(const QByteArray &)> write;
    };

    AccountsPage(std::shared_ptr<ListSource> source, const AccountDetailPane::Parts &parts,
                 const Layout &layout, Connectivity &connectivity, SubjectChanges &changes,
                 QWidget *parent = nullptr);

    void opened() override;
    void closed() override;
    void showSubject(const Subject &subject) override;
    void applyFilter(const Filter &filter) override;
    void reload() override;
    bool focusFilter() override;
    bool closeInnermost() override;
    Subject currentSubject() const override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void describe();
    void addKeys();
    void restoreLayout();
    void saveLayout();
    void showCurrent();
    void openDetail(const QString &id);
    void fillMenu(QMenu *menu, const QStringList &ids);
    void followFacts();
    void followRow(int first, int last);

    AccountDetailPane::Parts m_parts;
    Layout m_layout;
    PagedModel *m_model;
    ListPage *m_list;
    AccountDetailPane *m_detail;
    ListWithDetail *m_split;
    QTimer m_followCurrent; ///< held arrow keys ask once, when they are let go
};

} // namespace castellan
