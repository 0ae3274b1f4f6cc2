// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/PagedModel.h"
#include "models/lists/Selection.h"
#include "ui/kit/FacetBar.h"
#include "ui/kit/ListNotice.h"
#include "ui/kit/RowPresenter.h"

#include <QWidget>

#include <functional>
#include <memory>

class QMenu;

namespace castellan {

class Button;
class FilterField;
class FilterRow;
class ListExporter;
class ListFrame;
class ListView;
class PageHeader;

/// A whole list page: title, fact and actions; filter field and facets; the list with all its
/// states; and the export of what is filtered. The feature gives it a model, words and a menu.
class ListPage : public QWidget {
    Q_OBJECT
public:
    ListPage(PagedModel *model, std::shared_ptr<const RowPresenter> presenter,
             QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< also the list's accessible name
    /// The line of fact beside the title: "503 · 61 without a second factor".
    void setFact(const QString &fact);
    /// A button at the right of the title; the primary one comes last.
    void addAction(Button *button);
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
    ListFrame *frame() const { return m_frame; }
    FilterField *filterField() const;
    FacetBar *facetBar() const;

    /// Asks for the first rows, and follows changes from now on; closed() stops following.
    void opened();
    void closed();
    void reload();
    void applyFilter(const Filter &filter);
    void focusFilter();
    /// Takes the filter off, text and facets; false when none was on.
    bool closeInnermost();
    /// Goes to this row when it is in the window, and makes it the current one.
    bool showRow(const QString &id);

    /// Columns' order, widths and visibility, to be remembered by the application.
    QJsonObject saveLayout() const;
    void restoreLayout(const QJsonObject &layout);

Q_SIGNALS:
    /// Enter or a double click: open the thing itself.
    void activated(const QString &id);
    /// A plain click: a detail pane that has room beside the list opens for it.
    void picked(const QString &id);
    /// The row the keyboard is on; empty: none. An open detail pane follows it.
    void currentChanged(const QString &id);
    /// saveLayout() would say something else.
    void layoutChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpOptions();
    void fillOptions();
    void setFilter(const Filter &filter);
    void showFilter();
    void showMarks();
    void tellExport(const Result<qint64> &result, const QString &path);

    PagedModel *m_model;
    Selection *m_selection;
    PageHeader *m_header;
    FilterRow *m_filterRow;
    ListView *m_view;
    ListFrame *m_frame;
    ListExporter *m_exporter;
    Button *m_options;
    QMenu *m_optionsMenu;
    ListQuery m_initial;
    bool m_opened = false;
};

} // namespace castellan
