// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Banner.h"

#include "ui/kit/Announce.h"
#include "ui/kit/Button.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/StateChip.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace castellan {

namespace {

/// With a line of text this makes the height of a control.
constexpr int kTextInset = 7;

QString surfaceOf(State state)
{
    switch (state) {
    case State::Good:
        return QStringLiteral("banner-good");
    case State::Warning:
        return QStringLiteral("banner-warning");
    case State::Critical:
        return QStringLiteral("banner-critical");
    case State::Information:
        return QStringLiteral("banner-information");
    case State::None:
        break;
    }
    return QStringLiteral("banner-none");
}

} // namespace

StateMark::StateMark(State state, QWidget *parent, int side)
    : QWidget(parent)
    , m_state(state)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateMark::setState(State state)
{
    m_state = state;
    update();
}

QSize StateMark::sizeHint() const
{
    // As high as a line of text, so that it stands in the middle of the first one.
    return { theme().scaled(m_side + 2), theme().scaled(std::max(18, m_side + 2)) };
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal side = theme().scaled(m_side);
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(rect()).center());
    paintStateMark(&painter, box, m_state);
}

Banner::Banner(State state, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_mark(new StateMark(state, this))
    , m_text(new PlainLabel(text))
    , m_actions(new QHBoxLayout)
    , m_close(Button::tool(QStringLiteral("edit-delete-remove"), tr("Close"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kHalfStep, metric::kHalfStep, metric::kHalfStep,
                               metric::kHalfStep);
    layout->setSpacing(metric::kStep);
    layout->addSpacing(metric::kStep); // margins are not mirrored, spacings are
    // The mark stands beside the first line, however many there are.
    auto *markColumn = new QVBoxLayout;
    markColumn->setContentsMargins(0, theme().scaled(kTextInset), 0, 0);
    markColumn->addWidget(m_mark);
    markColumn->addStretch();
    layout->addLayout(markColumn);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    layout->addWidget(m_close);
    layout->setAlignment(m_close, Qt::AlignTop);
    m_text->setOverflow(PlainLabel::Overflow::Wrap);
    m_text->setContentsMargins(0, theme().scaled(kTextInset), metric::kStep,
                               theme().scaled(kTextInset));
    m_actions->setSpacing(metric::kHalfStep);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setClosable(false);
    connect(m_close, &Button::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    setState(state);
}

void Banner::setState(State state)
{
    m_mark->setState(state);
    setAccessibleDescription(stateName(state));
    setStyleProperty(this, "surface", surfaceOf(state));
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    if (isVisible())
        announce(this, text);
}

QString Banner::text() const
{
    return m_text->text();
}

Button *Banner::addAction(const QString &text)
{
    auto *button = new Button(text, ButtonRole::Secondary, this);
    m_actions->addWidget(button);
    return button;
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    announce(this, m_text->text());
}

} // namespace castellan
