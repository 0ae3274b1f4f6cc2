// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/PagedModel.h"
#include "models/lists/Selection.h"
#include "ui/kit/ListNotice.h"
#include "ui/kit/RowPresenter.h"

#include <QWidget>

#include <functional>
#include <memory>

class QMenu;
class QPushButton;

namespace castellan {

class FacetBar;
class FilterField;
class ListFrame;
class ListHeader;
class ListView;

/// A facet a list can be narrowed to, as a chip over it.
struct Facet {
    QString id; ///< the server's word
    QString label; ///< translated
};

/// A whole list page: title, fact and actions; filter field and facets; the list with all its
/// states; and the export of what is filtered. The feature gives it a model, words and a menu.
class ListPage : public QWidget {
    Q_OBJECT
public:
    ListPage(PagedModel *model, std::shared_ptr<const RowPresenter> presenter,
             QWidget *parent = nullptr);
    ~ListPage() override;

    void setTitle(const QString &title);
    /// The line of fact beside the title: "503 · 61 without a second factor".
    void setFact(const QString &fact);
    /// A button at the right of the title; the primary one comes last.
    void addAction(QPushButton *button);
    using QWidget::addAction;
    /// What the filter field looks for: "Filter by login, name or e-mail".
    void setFilterHint(const QString &hint);
    void setFacets(const QList<Facet> &facets);
    /// Shown when there is nothing although no filter is on.
    void setEmptyNotice(const ListNotice &notice);
    /// Which role may read this, for an answer of PermissionDenied.
    void setNoRightsText(const QString &text);
    /// "accounts": the first part of an exported file's name; empty offers no export.
    void setExportName(const QString &name);
    /// Fills the menu for these rows: of the right button, the menu key and Shift+F10.
    void setMenuFiller(std::function<void(QMenu *, const QStringList &ids)> filler);
    /// The order before the person chooses one.
    void setInitialOrder(const QString &sort, bool descending);

    PagedModel *model() const { return m_model; }
    Selection *selection() const { return m_selection; }
    ListView *view() const { return m_view; }
    FilterField *filterField() const { return m_filterField; }
    FacetBar *facetBar() const { return m_facetBar; }

    /// Asks for the first rows, and follows changes from now on; closed() stops following.
    void opened();
    void closed();
    void reload();
    void applyFilter(const Filter &filter);
    void focusFilter();
    /// Clears the filter text; false when there was none.
    bool closeInnermost();
    /// Goes to this row when it is in the window, and makes it the current one.
    bool showRow(const QString &id);

    /// Columns' order, widths and visibility, to be remembered by the application.
    QJsonObject saveLayout() const;
    void restoreLayout(const QJsonObject &layout);

Q_SIGNALS:
    /// Enter or a double click: open the thing itself.
    void activated(const QString &id);
    /// The row the keyboard is on; empty: none. A detail pane shows this one.
    void currentChanged(const QString &id);
    void layoutChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PagedModel *m_model;
    std::shared_ptr<const RowPresenter> m_presenter;
    Selection *m_selection;
    ListHeader *m_header = nullptr;
    FilterField *m_filterField = nullptr;
    FacetBar *m_facetBar = nullptr;
    ListFrame *m_frame = nullptr;
    ListView *m_view = nullptr;
};

} // namespace castellan
