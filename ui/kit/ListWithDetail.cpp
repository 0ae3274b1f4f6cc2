// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListWithDetail.h"

#include "ui/kit/Button.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace castellan {

namespace {

constexpr int kPaneLeast = 320;
constexpr int kHandle = 8; ///< wide enough to be caught; the line in it is one pixel
constexpr int kStep = 16; ///< by which the arrow keys move the edge

} // namespace

/// The edge between list and pane: dragged by mouse, or by arrow keys when it has the focus. An
/// object of its own class, so that AccessibleRoles can tell it from other widgets.
class PaneEdge final : public QWidget {
    Q_OBJECT

public:
    PaneEdge(std::function<void(int)> moveTo, QWidget *parent)
        : QWidget(parent)
        , m_moveTo(std::move(moveTo))
    {
        setCursor(Qt::SplitHCursor);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool lively = underMouse() || hasFocus();
        const int line = lively ? metric::kFocusRing : 1;
        const int left = isRightToLeft() ? width() / 2 - line + 1 : width() / 2;
        painter.fillRect(left, 0, line, height(),
                         theme().color(lively ? ColorRole::Accent : ColorRole::Hairline));
    }

    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (event->buttons() & Qt::LeftButton)
            m_moveTo(mapToParent(event->position().toPoint()).x());
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left)
            m_moveTo(geometry().center().x() - kStep);
        else if (event->key() == Qt::Key_Right)
            m_moveTo(geometry().center().x() + kStep);
        else
            QWidget::keyPressEvent(event);
    }

private:
    std::function<void(int)> m_moveTo;
};

ListWithDetail::ListWithDetail(QWidget *list, QWidget *detail, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_detail(detail)
    , m_pane(new QFrame(this))
    , m_handle(new PaneEdge([this](int x) { dragged(x); }, this))
    , m_back(new Button(tr("Back"), ButtonRole::Quiet, m_pane))
    , m_close(Button::tool(QStringLiteral("view-right-close"), tr("Close the detail pane"), m_pane))
    , m_paneWidth(metric::kDetailWidth)
{
    m_list->setParent(this);
    m_handle->setAccessibleName(tr("Width of the detail pane"));
    setStyleProperty(m_pane, "surface", QStringLiteral("pane"));
    m_pane->setObjectName(QStringLiteral("detailPane"));
    m_back->setObjectName(QStringLiteral("back"));
    m_close->setObjectName(QStringLiteral("closeDetail"));
    m_back->setIconName(QStringLiteral("go-previous"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metric::kCardPadding, metric::kStep, metric::kStep, 0);
    bar->addWidget(m_back);
    bar->addStretch();
    bar->addWidget(m_close);
    auto *layout = new QVBoxLayout(m_pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_detail, 1);
    connect(m_back, &QPushButton::clicked, this, &ListWithDetail::closeDetail);
    connect(m_close, &QPushButton::clicked, this, &ListWithDetail::closeDetail);
    arrange();
}

void ListWithDetail::setBackText(const QString &text)
{
    m_back->setText(text);
}

void ListWithDetail::setPaneWidth(int width)
{
    m_paneWidth = std::max(width, kPaneLeast);
    arrange();
}

/// The widest pane that leaves the list what it needs.
int ListWithDetail::mostForPane() const
{
    const QMargins margins = m_list->layout() ? m_list->layout()->contentsMargins() : QMargins();
    return width() - theme().scaled(metric::kListLeast) - margins.left() - margins.right();
}

int ListWithDetail::pane() const
{
    return std::min(std::max(theme().scaled(m_paneWidth), kPaneLeast),
                    std::max(mostForPane(), kPaneLeast));
}

bool ListWithDetail::covers() const
{
    return mostForPane() < theme().scaled(std::min(m_paneWidth, int(metric::kDetailWidth)));
}

void ListWithDetail::arrange()
{
    const bool covering = m_open && covers();
    const bool beside = m_open && !covering;
    m_list->setVisible(!covering);
    m_pane->setVisible(m_open);
    m_handle->setVisible(beside);
    m_back->setVisible(covering);
    m_close->setVisible(beside);
    const int paneWide = covering ? width() : pane();
    const int listWide = beside ? width() - paneWide : width();
    const bool mirrored = isRightToLeft();
    m_list->setGeometry(mirrored ? width() - listWide : 0, 0, listWide, height());
    m_pane->setGeometry(mirrored ? 0 : width() - paneWide, 0, paneWide, height());
    const int edge = mirrored ? paneWide : listWide;
    m_handle->setGeometry(edge - kHandle / 2, 0, kHandle, height());
    m_handle->raise();
}

void ListWithDetail::dragged(int x)
{
    const int wanted = isRightToLeft() ? x : width() - x;
    const int most = std::max(mostForPane(), kPaneLeast);
    const int next = qRound(std::clamp(wanted, kPaneLeast, most) / theme().textScale());
    if (next == m_paneWidth)
        return;
    m_paneWidth = next;
    arrange();
    Q_EMIT paneWidthChanged(next);
}

void ListWithDetail::openDetail()
{
    if (m_open)
        return;
    m_open = true;
    arrange();
    if (covers())
        m_back->setFocus(Qt::OtherFocusReason);
    Q_EMIT detailOpenChanged(true);
}

void ListWithDetail::closeDetail()
{
    if (!m_open)
        return;
    const bool hadFocus = m_pane->isAncestorOf(focusWidget()) || m_handle->hasFocus();
    m_open = false;
    arrange();
    if (hadFocus)
        m_list->setFocus(Qt::OtherFocusReason);
    Q_EMIT detailOpenChanged(false);
}

void ListWithDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ListWithDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open)
        closeDetail();
    else
        QWidget::keyPressEvent(event);
}

bool ListWithDetail::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || isRestyle(event))
        arrange();
    return QWidget::event(event);
}

} // namespace castellan

#include "ListWithDetail.moc"
