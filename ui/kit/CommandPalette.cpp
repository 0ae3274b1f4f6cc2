// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/CommandPalette.h"

#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Motion.h"
#include "ui/kit/Navigator.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/PaletteItems.h"
#include "ui/kit/PlainLabel.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kWidth = 560;
constexpr int kRows = 9;
constexpr int kTop = 96;

QStandardItem *lineOf(const PaletteItem &item)
{
    auto *line = new QStandardItem(item.text);
    line->setData(item.id, PaletteDelegate::IdRole);
    line->setData(int(item.kind), PaletteDelegate::KindRole);
    line->setData(item.icon, PaletteDelegate::IconRole);
    line->setData(item.hint, PaletteDelegate::HintRole);
    line->setData(item.hint.isEmpty() ? item.text : item.text + QStringLiteral(", ") + item.hint,
                  Qt::AccessibleTextRole);
    // Not setEnabled(): a line that says why it can't be run can still be reached.
    line->setData(item.enabled, PaletteDelegate::EnabledRole);
    line->setEditable(false);
    return line;
}

} // namespace

CommandPalette::CommandPalette(PageRegistry &pages, ActionCatalog &actions, Navigator &navigator,
                               QWidget *window)
    : QFrame(window)
    , m_pages(pages)
    , m_actions(actions)
    , m_navigator(navigator)
    , m_query(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_nothing(new PlainLabel(tr("Nothing has that name."), TextRole::Body, Tone::Muted))
{
    setObjectName(QStringLiteral("commandPalette"));
    setProperty("surface", QStringLiteral("popup"));
    setAccessibleName(tr("Go to a page or do something"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::kStep, metric::kStep, metric::kStep, metric::kStep);
    layout->setSpacing(metric::kStep);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
    m_query->setObjectName(QStringLiteral("paletteQuery"));
    m_query->setAccessibleName(tr("Search pages and actions"));
    m_query->setPlaceholderText(tr("Search pages and actions"));
    m_query->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Pages and actions found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListView { border: 0; }"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust); // a reason takes as many lines as it needs
    m_nothing->setContentsMargins(metric::kCardPadding, metric::kStep, 0, metric::kStep);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this] { runCurrent(); });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::popUp(const Subject &subject)
{
    m_subject = subject;
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_query->clear();
    search({});
    place();
    raise();
    show();
    QCoreApplication::instance()->installEventFilter(this); // until it is hidden
    m_query->setFocus(Qt::ShortcutFocusReason);
    fadeIn(this);
}

void CommandPalette::search(const QString &query)
{
    m_model->clear();
    for (const PaletteItem &item : paletteItems(query, m_pages, m_actions, m_subject))
        m_model->appendRow(lineOf(item));
    const bool some = m_model->rowCount() > 0;
    m_list->setVisible(some);
    m_nothing->setVisible(!some);
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.data(PaletteDelegate::EnabledRole).toBool())
        return;
    const QString id = index.data(PaletteDelegate::IdRole).toString();
    const auto kind = PaletteItem::Kind(index.data(PaletteDelegate::KindRole).toInt());
    dismiss();
    if (kind == PaletteItem::Kind::Page)
        m_navigator.open(id);
    else
        m_actions.run(id, m_subject, window());
}

void CommandPalette::move(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int row = (m_list->currentIndex().row() + by + rows) % rows;
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    // It lies over whatever else in the window closes by Esc.
    if (watched == m_query && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    // Whatever else in the window takes the focus closes it; another window or a menu does not.
    if (watched == m_query && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            m_focusBefore.clear();
            dismiss();
        }
    }
    if (isPressOutside(watched, event))
        dismiss();
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::isPressOutside(QObject *watched, const QEvent *event) const
{
    if (event->type() != QEvent::MouseButtonPress || !isVisible())
        return false;
    const auto *pressed = qobject_cast<QWidget *>(watched);
    return pressed && pressed->window() == window() && pressed != this && !isAncestorOf(pressed);
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    QCoreApplication::instance()->removeEventFilter(this);
    QFrame::hideEvent(event);
}

void CommandPalette::place()
{
    const QRect room = parentWidget()->rect();
    const int width = std::min(theme().scaled(kWidth), room.width() - 2 * metric::kPageMargin);
    const QMargins edge = contentsMargins();
    int lines = 0;
    for (int row = 0; row < std::min(m_model->rowCount(), kRows); ++row)
        lines += PaletteDelegate::heightOf(m_model->index(row, 0),
                                           width - 2 * metric::kStep - edge.left() - edge.right());
    if (m_model->rowCount() == 0)
        lines = m_nothing->sizeHint().height();
    const int height =
        m_query->sizeHint().height() + 3 * metric::kStep + lines + edge.top() + edge.bottom();
    const int top = std::min(kTop, room.height() / 8);
    setGeometry(room.x() + (room.width() - width) / 2, top, width,
                std::min(height, room.height() - 2 * top));
}

} // namespace castellan
