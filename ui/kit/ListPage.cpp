// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListPage.h"

#include "ui/kit/Button.h"
#include "ui/kit/FilterField.h"
#include "ui/kit/FilterRow.h"
#include "ui/kit/ListExporter.h"
#include "ui/kit/ListFooter.h"
#include "ui/kit/ListFrame.h"
#include "ui/kit/ListHeader.h"
#include "ui/kit/ListView.h"
#include "ui/kit/PageHeader.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QFileInfo>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace castellan {

namespace {

const auto kSort = QLatin1String("sort");
const auto kDescending = QLatin1String("descending");

} // namespace

ListPage::ListPage(PagedModel *model, std::shared_ptr<const RowPresenter> presenter,
                   QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_selection(new Selection(this))
    , m_header(new PageHeader({}, this))
    , m_filterRow(new FilterRow(this))
    , m_view(new ListView(model, std::move(presenter), m_selection))
    , m_frame(new ListFrame(m_view, this))
    , m_exporter(new ListExporter(model, this))
    , m_options(Button::tool(QStringLiteral("overflow-menu"), tr("List options"), this))
    , m_optionsMenu(new QMenu(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kPageMargin, 20, metric::kPageMargin, metric::kCardGap);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_filterRow);
    layout->addWidget(m_frame, 1);
    setUpOptions();

    connect(filterField(), &FilterField::filterChanged, this, [this](const QString &text) {
        Filter filter = m_model->query().filter;
        filter.text = text;
        setFilter(filter);
    });
    connect(filterField(), &FilterField::leftDown, this, [this] { m_view->enterAtStart(); });
    connect(facetBar(), &FacetBar::activeChanged, this, [this](const QStringList &facets) {
        Filter filter = m_model->query().filter;
        filter.facets = facets;
        setFilter(filter);
    });
    connect(m_frame, &ListFrame::clearFilter, this, [this] { closeInnermost(); });
    connect(m_model, &PagedModel::queryChanged, this, &ListPage::showFilter);
    connect(m_model, &PagedModel::factsChanged, this, [this] {
        facetBar()->setCounts(m_model->facts().facets());
        showMarks();
    });
    connect(m_selection, &Selection::changed, this, &ListPage::showMarks);
    connect(m_frame->footer(), &ListFooter::unmark, m_selection, &Selection::clear);
    connect(m_view, &ListView::opened, this, &ListPage::activated);
    connect(m_view, &ListView::picked, this, &ListPage::picked);
    connect(m_view, &ListView::currentIdChanged, this, &ListPage::currentChanged);
    connect(m_view, &ListView::layoutChanged, this, &ListPage::layoutChanged);
    connect(m_view, &ListView::copied, this, [this](int rows) {
        m_frame->footer()->setMessage(tr("%n rows copied.", nullptr, rows));
    });
    connect(m_exporter, &ListExporter::progressed, this, [this](qint64 rows) {
        m_frame->footer()->setMessage(tr("%1 rows exported so far.").arg(QLocale().toString(rows)),
                                      Tone::Muted, tr("Cancel"), [this] { m_exporter->cancel(); });
    });
    connect(m_exporter, &ListExporter::finished, this, &ListPage::tellExport);
}

FilterField *ListPage::filterField() const
{
    return m_filterRow->field();
}

FacetBar *ListPage::facetBar() const
{
    return m_filterRow->facets();
}

void ListPage::setTitle(const QString &title)
{
    m_header->setTitle(title);
    m_view->setAccessibleName(title);
}

void ListPage::setFact(const QString &fact)
{
    m_header->setFact(fact);
}

void ListPage::addAction(Button *button)
{
    m_header->addAction(button);
}

void ListPage::setFilterHint(const QString &hint)
{
    filterField()->setHint(hint);
}

void ListPage::setFacets(const QList<Facet> &facets)
{
    facetBar()->setFacets(facets);
}

void ListPage::setEmptyNotice(const ListNotice &notice)
{
    m_frame->setEmptyNotice(notice);
}

void ListPage::setNoRightsText(const QString &text)
{
    m_frame->setNoRightsText(text);
}

void ListPage::setExportName(const QString &name)
{
    m_exporter->setName(name);
}

void ListPage::setMenuFiller(std::function<void(QMenu *, const QStringList &)> filler)
{
    m_view->setMenuFiller(std::move(filler));
}

void ListPage::setInitialOrder(const QString &sort, bool descending)
{
    m_initial.sort = sort;
    m_initial.descending = descending;
}

void ListPage::setUpOptions()
{
    m_filterRow->addControl(m_options);
    m_options->setObjectName(QStringLiteral("listOptions"));
    m_options->setMenu(m_optionsMenu);
    connect(m_optionsMenu, &QMenu::aboutToShow, this, &ListPage::fillOptions);
    QWidget *header = m_view->horizontalHeader();
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_optionsMenu->popup(header->mapToGlobal(at)); });
}

void ListPage::fillOptions()
{
    m_optionsMenu->clear();
    QMenu *sort = m_optionsMenu->addMenu(tr("Sort by"));
    m_view->fillSortMenu(sort);
    QMenu *columns = m_optionsMenu->addMenu(tr("Columns"));
    m_view->fillColumnMenu(columns);
    m_optionsMenu->addSeparator();
    if (!m_exporter->name().isEmpty()) {
        QAction *csv = m_optionsMenu->addAction(tr("Export as CSV\u2026"));
        QAction *json = m_optionsMenu->addAction(tr("Export as JSON\u2026"));
        csv->setEnabled(!m_exporter->isRunning());
        json->setEnabled(!m_exporter->isRunning());
        connect(csv, &QAction::triggered, m_exporter,
                [this] { m_exporter->askAndStart(ExportFormat::Csv); });
        connect(json, &QAction::triggered, m_exporter,
                [this] { m_exporter->askAndStart(ExportFormat::Json); });
    }
    QAction *again = m_optionsMenu->addAction(tr("Reload"));
    again->setShortcut(QKeySequence::Refresh);
    connect(again, &QAction::triggered, this, &ListPage::reload);
}

void ListPage::opened()
{
    m_opened = true;
    m_model->setLive(true);
    if (m_model->state() != ListState::Idle)
        return;
    ListQuery query = m_initial;
    query.filter = m_model->query().filter;
    m_model->setQuery(query);
}

void ListPage::closed()
{
    m_opened = false;
    m_model->setLive(false);
}

/// A list in a minimised window follows nothing.
void ListPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setLive(false);
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
    m_model->setLive(m_opened);
}

/// Rows keep still behind a dialog.
bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::WindowBlocked)
        m_model->setHold(Hold::Dialog, true);
    else if (watched == window() && event->type() == QEvent::WindowUnblocked)
        m_model->setHold(Hold::Dialog, false);
    return QWidget::eventFilter(watched, event);
}

void ListPage::reload()
{
    m_model->reload();
}

void ListPage::setFilter(const Filter &filter)
{
    ListQuery query = m_model->state() == ListState::Idle ? m_initial : m_model->query();
    query.filter = filter;
    m_selection->setFilter(filter);
    m_model->setQuery(query);
}

void ListPage::applyFilter(const Filter &filter)
{
    setFilter(filter);
}

void ListPage::showFilter()
{
    const Filter &filter = m_model->query().filter;
    m_selection->setFilter(filter);
    filterField()->setFilterText(filter.text);
    facetBar()->setActive(filter.facets);
}

void ListPage::showMarks()
{
    const auto &count = m_model->facts().count();
    m_frame->footer()->setMarked(m_selection->count(count ? count->count : 0));
}

void ListPage::focusFilter()
{
    filterField()->setFocus(Qt::ShortcutFocusReason);
    filterField()->selectAll();
}

bool ListPage::closeInnermost()
{
    const Filter &on = m_model->query().filter;
    if (on.isEmpty() && filterField()->text().isEmpty())
        return false;
    filterField()->setFilterText({});
    setFilter({});
    return true;
}

bool ListPage::showRow(const QString &id)
{
    return m_view->setCurrentId(id);
}

/// Whoever gives the page the focus means its rows. No proxy: tabbing forward comes by the page
/// again and again, and a proxy would take it from what follows the rows.
void ListPage::focusInEvent(QFocusEvent *event)
{
    m_view->setFocus(event->reason());
}

void ListPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        focusFilter();
    else if (event->matches(QKeySequence::Refresh))
        reload();
    else if (event->key() != Qt::Key_Escape || !closeInnermost())
        QWidget::keyPressEvent(event);
}

void ListPage::tellExport(const Result<qint64> &result, const QString &path)
{
    ListFooter *footer = m_frame->footer();
    if (result)
        footer->setMessage(tr("%1 rows exported to %2.")
                               .arg(QLocale().toString(result.value()), QFileInfo(path).fileName()),
                           Tone::Good);
    else if (result.error().code == ErrorCode::Cancelled)
        footer->setMessage(tr("The export was cancelled. No file was written."));
    else
        footer->setMessage(Wording::error(result.error()).happened + QLatin1Char(' ')
                               + tr("No file was written."),
                           Tone::Critical, tr("Close"), [footer] { footer->setMessage({}); });
}

QJsonObject ListPage::saveLayout() const
{
    QJsonObject layout = m_view->saveLayout();
    const bool idle = m_model->state() == ListState::Idle;
    layout.insert(kSort, idle ? m_initial.sort : m_model->query().sort);
    layout.insert(kDescending, idle ? m_initial.descending : m_model->query().descending);
    return layout;
}

/// Call it before opened(): the order is then asked for at once.
void ListPage::restoreLayout(const QJsonObject &layout)
{
    m_view->restoreLayout(layout);
    const QString sort = layout.value(kSort).toString();
    const auto &columns = m_model->columns();
    const bool known = std::any_of(columns.cbegin(), columns.cend(), [&](const Column &column) {
        return !sort.isEmpty() && column.sort == sort;
    });
    if (known)
        setInitialOrder(sort, layout.value(kDescending).toBool());
}

} // namespace castellan
