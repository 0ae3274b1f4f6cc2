// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/Selection.h"
#include "ui/kit/ListColumns.h"
#include "ui/kit/RowTextModel.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QMenu;

namespace castellan {

class ListHeader;
class RowDelegate;

/// The rows of a PagedModel as people see and handle them. Its first visible row keeps its place
/// while the window slides; the current row and the marked ones are known by id, so they outlive
/// the rows. Keys: arrows, page keys, Home and End over the whole list, Enter opens, Space marks,
/// Ctrl+A marks all that match, letters jump to a prefix, Ctrl+C copies, Shift+F10 opens the menu.
class ListView : public QTableView {
    Q_OBJECT
public:
    using MenuFiller = std::function<void(QMenu *menu, const QStringList &ids)>;

    ListView(PagedModel *model, std::shared_ptr<const RowPresenter> presenter, Selection *selection,
             QWidget *parent = nullptr);
    ~ListView() override;

    PagedModel *paged() const { return m_paged; }
    RowTextModel *texts() const { return m_texts; }
    void setMenuFiller(MenuFiller filler) { m_fillMenu = std::move(filler); }
    /// Rows are dimmed: they answer an older question.
    void setStale(bool stale);

    /// The row the keyboard is on, in the window or not; empty: none.
    QString currentId() const { return m_currentId; }
    /// False when it is not in the window. Scrolls to it.
    bool setCurrentId(const QString &id);
    void clearCurrent();
    /// Takes the focus; the first row of the list becomes the current one, once it has come.
    void enterAtStart();

    int rowHeight() const;
    double visibleShare() const; ///< of the whole list, 0 … 1
    double place() const; ///< 0 … 1: the first visible row in the whole list
    void goToPlace(double fraction);
    /// What stands at a fraction of the list, for the scroll bar.
    QString labelAt(double fraction) const;
    void scrollLines(int lines);
    void scrollPages(int pages);

    const ListColumns &columnLayout() const { return m_columns; }
    QJsonObject saveLayout() const { return m_columns.save(); }
    void restoreLayout(const QJsonObject &layout);
    void fillColumnMenu(QMenu *menu);
    void fillSortMenu(QMenu *menu);
    void sortBy(int column, bool descending);
    QStringList markedOrCurrent() const; ///< ids in list order
    void copy();

Q_SIGNALS:
    void opened(const QString &id); ///< Enter or a double click
    void picked(const QString &id); ///< a plain click
    void currentIdChanged(const QString &id);
    void placeChanged();
    void layoutChanged();
    void copied(int rows);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;
    void verticalScrollbarValueChanged(int value) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Anchor {
        QString id;
        int y = 0;
    };

    void setUpHeader();
    void restyle();
    void arrange();
    void headerResized(int column, int width);
    void headerMoved();
    void toggleSort(int column);
    void showSort();
    void rememberAnchors();
    void restoreAnchors();
    void jumpedTo(int row, bool atBottom);
    void reportVisible();
    void syncMarks();
    void setHovered(int row);
    void updateRow(int row);
    int currentRow() const;
    void moveCurrent(int by, Qt::KeyboardModifiers modifiers);
    bool typeAhead(const QKeyEvent &event);
    bool pressedKey(const QKeyEvent &event);
    void markRange(int from, int to);
    void openMenu(const QPoint &globalPosition);

    PagedModel *m_paged;
    Selection *m_selection;
    RowTextModel *m_texts;
    RowDelegate *m_delegate;
    ListHeader *m_header;
    ListColumns m_columns;
    MenuFiller m_fillMenu;
    QList<Anchor> m_anchors;
    QString m_currentId;
    QString m_rangeId; ///< where a range begins
    QString m_typed;
    QElapsedTimer m_typedAt;
    QTimer m_jumpSoon; ///< a dragged thumb asks when it slows down
    QTimer m_clock; ///< relative times grow old
    double m_jumpTo = 0;
    int m_hovered = -1;
    std::optional<QPoint> m_pointer;
    bool m_arranging = false;
    bool m_changing = false; ///< the window is changing: Qt's current row means nothing
    bool m_wasAtTop = false;
    bool m_currentFollows = false; ///< the next jump takes the current row along
};

} // namespace castellan
