// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListView.h"

#include "ui/kit/ListHeader.h"
#include "ui/kit/RowDelegate.h"
#include "ui/kit/Theme.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace castellan {

using namespace std::chrono_literals;

ListView::ListView(PagedModel *model, std::shared_ptr<const RowPresenter> presenter,
                   Selection *selection, QWidget *parent)
    : QTableView(parent)
    , m_paged(model)
    , m_selection(selection)
    , m_texts(new RowTextModel(model, std::move(presenter), this))
    , m_delegate(new RowDelegate(m_texts, this))
    , m_header(new ListHeader(model->columns(), this))
    , m_columns(model->columns())
{
    setObjectName(QStringLiteral("list"));
    setModel(m_texts);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::NoSelection); // marks are ids, see syncMarks()
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // LandmarkScrollBar stands in for it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setAutoScroll(false);
    setFrameShape(QFrame::NoFrame);
    setUpHeader();

    connect(m_paged, &PagedModel::windowAboutToChange, this, &ListView::rememberAnchors);
    connect(m_paged, &PagedModel::windowChanged, this, &ListView::restoreAnchors);
    connect(m_paged, &PagedModel::jumped, this, &ListView::jumpedTo);
    connect(m_paged, &PagedModel::queryChanged, this, &ListView::showSort);
    connect(m_paged, &PagedModel::positionChanged, this, &ListView::placeChanged);
    connect(m_selection, &Selection::changed, this, &ListView::syncMarks);

    m_jumpSoon.setSingleShot(true);
    m_jumpSoon.setInterval(60ms);
    connect(&m_jumpSoon, &QTimer::timeout, this, [this] { m_paged->jumpToFraction(m_jumpTo); });
    m_clock.setInterval(20s);
    connect(&m_clock, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_clock.start();
    restyle();
}

ListView::~ListView() = default;

void ListView::setUpHeader()
{
    setHorizontalHeader(m_header);
    m_header->setSectionResizeMode(QHeaderView::Interactive);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { headerResized(column, width); });
    connect(m_header, &QHeaderView::sectionMoved, this, &ListView::headerMoved);
    connect(m_header, &ListHeader::sortRequested, this, &ListView::toggleSort);
}

void ListView::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
}

int ListView::rowHeight() const
{
    return theme().scaled(m_texts->presenter().hasSecondLine() ? metric::kRowHeight
                                                               : metric::kRowHeightSingle);
}

void ListView::restyle()
{
    verticalHeader()->setMinimumSectionSize(rowHeight());
    verticalHeader()->setDefaultSectionSize(rowHeight());
    viewport()->setAutoFillBackground(false);
    m_delegate->restyle();
    arrange();
}

void ListView::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    const auto fit = m_columns.fit(viewport()->width(), theme().textScale(),
                                   m_texts->presenter().hasSecondLine());
    for (int column = 0; column < m_header->count(); ++column)
        m_header->setSectionHidden(column, !fit.shown.contains(column));
    for (int place = 0; place < fit.shown.size(); ++place) {
        m_header->moveSection(m_header->visualIndex(fit.shown.at(place)), place);
        m_header->resizeSection(fit.shown.at(place), fit.widths.at(place));
    }
    if (!fit.shown.isEmpty()) {
        m_header->setEnds(fit.shown.first(), fit.shown.last());
        m_delegate->setEnds(fit.shown.first(), fit.shown.last());
    }
    m_texts->setFolded(fit.folded);
    m_arranging = false;
}

void ListView::headerResized(int column, int width)
{
    if (m_arranging)
        return;
    m_columns.setWidth(column, qRound(width / theme().textScale()));
    // while the edge is being dragged the header owns the widths
    QMetaObject::invokeMethod(this, &ListView::arrange, Qt::QueuedConnection);
    Q_EMIT layoutChanged();
}

void ListView::headerMoved()
{
    if (m_arranging)
        return;
    QList<int> order;
    for (int place = 0; place < m_header->count(); ++place)
        order.append(m_header->logicalIndex(place));
    m_columns.setOrder(order);
    QMetaObject::invokeMethod(this, &ListView::arrange, Qt::QueuedConnection);
    Q_EMIT layoutChanged();
}

void ListView::restoreLayout(const QJsonObject &layout)
{
    m_columns.restore(layout);
    arrange();
}

void ListView::toggleSort(int column)
{
    const Column &spec = m_paged->columns().at(column);
    const bool sorted = m_paged->query().sort == spec.sort;
    sortBy(column, sorted ? !m_paged->query().descending : spec.descendingFirst);
}

void ListView::sortBy(int column, bool descending)
{
    ListQuery query = m_paged->query();
    query.sort = m_paged->columns().at(column).sort;
    query.descending = descending;
    m_paged->setQuery(query);
    Q_EMIT layoutChanged();
}

void ListView::showSort()
{
    int sorted = -1;
    const Columns &columns = m_paged->columns();
    for (int column = 0; column < columns.size(); ++column) {
        if (!columns.at(column).sort.isEmpty() && columns.at(column).sort == m_paged->query().sort)
            sorted = column;
    }
    m_header->setSorted(sorted, m_paged->query().descending);
}

void ListView::rememberAnchors()
{
    m_changing = true;
    m_anchors.clear();
    m_wasAtTop = m_paged->atStart() && verticalScrollBar()->value() == 0;
    for (int row = m_paged->firstVisible(); row <= m_paged->lastVisible(); ++row) {
        if (const ListRow *shown = m_paged->rowAt(row))
            m_anchors.append({ shown->id, rowViewportPosition(row) });
    }
}

void ListView::restoreAnchors()
{
    executeDelayedItemsLayout();
    if (m_wasAtTop && m_paged->atStart()) {
        verticalScrollBar()->setValue(0);
    } else {
        for (const Anchor &anchor : std::as_const(m_anchors)) {
            if (const int row = m_paged->rowOf(anchor.id); row >= 0) {
                verticalScrollBar()->setValue(row * rowHeight() - anchor.y);
                break;
            }
        }
    }
    setCurrentIndex(m_texts->index(currentRow(), std::max(0, currentIndex().column())));
    m_changing = false;
    syncMarks();
    reportVisible();
}

void ListView::jumpedTo(int row, bool atBottom)
{
    const QModelIndex index = m_texts->index(row, m_header->logicalIndex(0));
    scrollTo(index, atBottom ? PositionAtBottom : PositionAtTop);
    if (std::exchange(m_currentFollows, false) && index.isValid()) {
        const bool alone = m_selection->isEmpty() || m_selection->single() == m_currentId;
        setCurrentIndex(index);
        if (alone)
            m_selection->set({ m_currentId });
    }
    reportVisible();
}

void ListView::reportVisible()
{
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    m_paged->setVisibleRange(first, last < 0 ? m_paged->rowCount() - 1 : last);
}

int ListView::currentRow() const
{
    return m_currentId.isEmpty() ? -1 : m_paged->rowOf(m_currentId);
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    if (m_changing || !current.isValid())
        return;
    const QString id = m_paged->rowAt(current.row())->id;
    if (std::exchange(m_currentId, id) != id)
        Q_EMIT currentIdChanged(id);
}

bool ListView::setCurrentId(const QString &id)
{
    const int row = m_paged->rowOf(id);
    if (row < 0)
        return false;
    const QModelIndex index = m_texts->index(row, m_header->logicalIndex(0));
    setCurrentIndex(index);
    scrollTo(index);
    m_selection->set({ id });
    return true;
}

void ListView::clearCurrent()
{
    m_changing = true;
    setCurrentIndex({});
    m_changing = false;
    if (!std::exchange(m_currentId, QString()).isEmpty())
        Q_EMIT currentIdChanged({});
}

/// Shows the marks to Qt, and by it to screen readers, as far as they are in the window.
void ListView::syncMarks()
{
    QItemSelection marks;
    const int last = m_texts->columnCount() - 1;
    for (int row = 0; row < m_paged->rowCount(); ++row) {
        if (!m_selection->contains(m_paged->rowAt(row)->id))
            continue;
        const int first = row;
        while (row + 1 < m_paged->rowCount() && m_selection->contains(m_paged->rowAt(row + 1)->id))
            ++row;
        marks.append(QItemSelectionRange(m_texts->index(first, 0), m_texts->index(row, last)));
    }
    selectionModel()->select(marks, QItemSelectionModel::ClearAndSelect);
    m_paged->setHold(Hold::Selection, !m_selection->isEmpty());
}

void ListView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_changing)
        return;
    if (m_pointer)
        setHovered(rowAt(m_pointer->y()));
    reportVisible();
}

/// Qt would ask the display server where the pointer is, a round trip for every step of scrolling,
/// to tell which cell it entered; who is hovered we know from viewportEvent().
void ListView::verticalScrollbarValueChanged(int)
{
}

double ListView::visibleShare() const
{
    const double rows = double(viewport()->height()) / rowHeight();
    const auto total = m_paged->position().total;
    return total ? rows / std::max(rows, double(*total)) : 0.01;
}

double ListView::place() const
{
    if (m_paged->atStart() && m_paged->atEnd())
        return double(verticalScrollBar()->value()) / std::max(1, verticalScrollBar()->maximum());
    return std::max(0.0, m_paged->visibleFraction());
}

void ListView::goToPlace(double fraction)
{
    const ListPosition where = m_paged->position();
    m_jumpSoon.stop();
    m_currentFollows = false;
    if (m_paged->atStart() && m_paged->atEnd()) {
        verticalScrollBar()->setValue(qRound(fraction * verticalScrollBar()->maximum()));
        return;
    }
    if (where.row && where.rowExact && where.total) {
        const double offset = double(*where.row - 1 - m_paged->firstVisible());
        const double shown = double(viewport()->height()) / rowHeight();
        const double row = fraction * (double(*where.total) - shown) - offset;
        if (row >= 0 && row + shown < m_paged->rowCount()) {
            verticalScrollBar()->setValue(qRound(row * rowHeight()));
            return;
        }
    }
    if (fraction <= 0)
        m_paged->jumpToStart();
    else if (fraction >= 1)
        m_paged->jumpToEnd();
    else {
        m_jumpTo = fraction;
        m_jumpSoon.start();
    }
}

QString ListView::labelAt(double fraction) const
{
    const Landmark *landmark = m_paged->facts().landmarkAt(fraction);
    return landmark ? landmark->label : QString();
}

void ListView::scrollLines(int lines)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + lines * rowHeight());
}

void ListView::scrollPages(int pages)
{
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    scrollLines(pages * page);
}

void ListView::paintEvent(QPaintEvent *event)
{
    m_delegate->setHovered(m_hovered);
    m_delegate->setRinged(hasFocus() ? currentRow() : -1);
    QTableView::paintEvent(event);
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrange();
    reportVisible();
}

void ListView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    reportVisible();
}

void ListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        restyle();
}

void ListView::updateRow(int row)
{
    if (row >= 0 && row < m_paged->rowCount())
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight());
}

void ListView::setHovered(int row)
{
    if (m_hovered == row)
        return;
    updateRow(std::exchange(m_hovered, row));
    updateRow(row);
}

bool ListView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        m_pointer = static_cast<QHoverEvent *>(event)->position().toPoint();
        setHovered(rowAt(m_pointer->y()));
        m_paged->setHold(Hold::Pointer, true);
        break;
    case QEvent::HoverLeave:
        m_pointer.reset();
        setHovered(-1);
        m_paged->setHold(Hold::Pointer, false);
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

} // namespace castellan
