// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/SidebarItem.h"

#include "ui/kit/Button.h"
#include "ui/kit/Icons.h"
#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/Theme.h"

#include <QAccessibleWidget>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace castellan {

namespace {

constexpr int kHeight = 36;
constexpr int kIndent = 12;
constexpr int kTextGap = 12;

/// A page's entry is one of several tabs, where Qt would say that it is a box to check; what opens
/// no page stays a button.
class SidebarItemAccessible : public QAccessibleWidget {
public:
    explicit SidebarItemAccessible(SidebarItem *item)
        : QAccessibleWidget(item)
    {
    }
    QAccessible::Role role() const override
    {
        return item()->isCheckable() ? QAccessible::PageTab : QAccessible::PushButton;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = item()->isCheckable();
        state.selected = item()->isChecked();
        return state;
    }
    QStringList actionNames() const override
    {
        return QStringList(pressAction()) + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            item()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    SidebarItem *item() const { return static_cast<SidebarItem *>(widget()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *item = qobject_cast<SidebarItem *>(object);
    return item ? new SidebarItemAccessible(item) : nullptr;
}

} // namespace

SidebarItem::SidebarItem(const QString &text, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    static const bool s_installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(s_installed)
    setText(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    describe();
}

void SidebarItem::setNarrow(bool narrow)
{
    m_narrow = narrow;
    describe();
    updateGeometry();
    update();
}

void SidebarItem::setBadge(const Badge &badge)
{
    m_badge = badge;
    describe();
    update();
}

void SidebarItem::setShortcutHint(const QString &hint)
{
    m_hint = hint;
    describe();
}

QSize SidebarItem::sizeHint() const
{
    return { theme().scaled(m_narrow ? metric::kControlHeight : 120), theme().scaled(kHeight) };
}

QSize SidebarItem::minimumSizeHint() const
{
    return { theme().scaled(metric::kControlHeight), sizeHint().height() };
}

void SidebarItem::describe()
{
    const QString meaning = m_badge.meaning.isEmpty() ? m_badge.text : m_badge.meaning;
    setAccessibleName(text());
    setAccessibleDescription({});
    QStringList lines;
    if (m_narrow)
        lines << (m_hint.isEmpty() ? text()
                                   : tr("%1 (%2)", "page and its keys").arg(text(), m_hint));
    else if (!m_hint.isEmpty())
        lines << m_hint;
    if (!m_badge.text.isEmpty())
        lines << meaning;
    setPlainToolTip(this, lines.join(u'\n'));
    if (!meaning.isEmpty())
        setAccessibleDescription(meaning);
}

void SidebarItem::paintGround(QPainter &painter) const
{
    QColor ground;
    if (isChecked())
        ground = theme().color(ColorRole::Selected);
    else if (isDown())
        ground = theme().color(ColorRole::Pressed);
    else if (underMouse())
        ground = theme().color(ColorRole::Hover);
    else
        return;
    QPainterPath shape;
    shape.addRoundedRect(rect(), metric::kControlRadius, metric::kControlRadius);
    painter.fillPath(shape, ground);
    if (!isChecked())
        return;
    const int inset = metric::kStep;
    const QRect bar = QStyle::visualRect(
        layoutDirection(), rect(), QRect(0, inset, metric::kSelectionBar, height() - 2 * inset));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(ColorRole::Accent));
    painter.drawRoundedRect(bar, 1.5, 1.5);
}

// Returns the width that the name has to leave free.
int SidebarItem::paintBadge(QPainter &painter) const
{
    if (m_badge.text.isEmpty())
        return 0;
    const bool marked = m_badge.state != State::None;
    const int mark = theme().scaled(8);
    if (m_narrow) {
        const QRect corner =
            QStyle::visualRect(layoutDirection(), rect(), QRect(width() - mark - 4, 5, mark, mark));
        paintStateMark(&painter, corner, marked ? m_badge.state : State::Information);
        return 0;
    }
    const QFont font = theme().font(TextRole::SecondaryStrong);
    const int text = QFontMetrics(font).horizontalAdvance(m_badge.text) + 1;
    const int end = width() - 10;
    const auto place = [&](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, w, height()));
    };
    painter.setFont(font);
    painter.setPen(theme().color(marked ? stateTextRole(m_badge.state) : ColorRole::Muted));
    painter.drawText(place(end - text, text), Qt::AlignCenter, m_badge.text);
    if (!marked)
        return text + 18;
    QRectF box(0, 0, mark, mark);
    box.moveCenter(QRectF(place(end - text - mark - 6, mark)).center());
    paintStateMark(&painter, box, m_badge.state);
    return text + mark + 24;
}

void SidebarItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const int icon = theme().iconSize();
    const int x = m_narrow ? (width() - icon) / 2 : kIndent;
    const QRect iconBox =
        QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - icon) / 2, icon, icon));
    const ColorRole tint = isChecked() ? ColorRole::Accent : ColorRole::Muted;
    painter.drawPixmap(iconBox, iconPixmap(m_iconName, icon, devicePixelRatioF(), tint));
    const int reserved = paintBadge(painter);
    if (m_narrow)
        return;
    const QFont font = theme().font(isChecked() ? TextRole::BodyStrong : TextRole::Body);
    const int left = x + icon + kTextGap;
    const QRect textBox = QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(left, 0, width() - left - std::max(reserved, metric::kStep), height()));
    painter.setFont(font);
    painter.setPen(theme().color(isChecked() ? ColorRole::Accent : ColorRole::Text));
    painter.drawText(textBox, int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, textBox.width()));
}

void SidebarItem::keyPressEvent(QKeyEvent *event)
{
    if (!clickOnEnter(this, event))
        QAbstractButton::keyPressEvent(event);
}

bool SidebarItem::event(QEvent *event)
{
    if (isRestyle(event))
        updateGeometry();
    return QAbstractButton::event(event);
}

} // namespace castellan
