// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/WizardSteps.h"

#include "ui/kit/PlainText.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/Theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace castellan {

namespace {

constexpr int kCircle = 22;
constexpr int kGap = 14;
constexpr int kHeight = 36;

struct StepColors {
    ColorRole ground;
    ColorRole front;
    ColorRole text;
    TextRole type;
};

StepColors colorsOf(WizardStepItem::Phase phase)
{
    switch (phase) {
    case WizardStepItem::Phase::Done:
        return { ColorRole::GoodGround, ColorRole::GoodText, ColorRole::Muted, TextRole::Body };
    case WizardStepItem::Phase::Current:
        return { ColorRole::Accent, ColorRole::OnAccent, ColorRole::Text, TextRole::BodyStrong };
    case WizardStepItem::Phase::Ahead:
        break;
    }
    return { ColorRole::Window, ColorRole::Muted, ColorRole::Muted, TextRole::Body };
}

} // namespace

WizardStepItem::WizardStepItem(int number, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_text(text)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WizardStepItem::setPhase(Phase phase, int total)
{
    m_phase = phase;
    const QString where = tr("Step %1 of %2: %3").arg(m_number).arg(total).arg(m_text);
    setAccessibleName(where);
    setAccessibleDescription(phase == Phase::Done          ? tr("done")
                                 : phase == Phase::Current ? tr("now")
                                                           : tr("to come"));
    update();
}

QSize WizardStepItem::sizeHint() const
{
    const QFontMetrics metrics(theme().font(TextRole::BodyStrong));
    return { theme().scaled(kCircle) + kGap + metrics.horizontalAdvance(m_text) + 1,
             theme().scaled(kHeight) };
}

QSize WizardStepItem::minimumSizeHint() const
{
    return { theme().scaled(kCircle), sizeHint().height() };
}

int WizardStepItem::heightForWidth(int width) const
{
    const QFontMetrics metrics(theme().font(TextRole::BodyStrong)); // the widest of its phases
    const int room = width - theme().scaled(kCircle) - kGap;
    const int text = metrics
                         .boundingRect(0, 0, room, QWIDGETSIZE_MAX, Qt::TextWordWrap,
                                       withBreaks(m_text, metrics, room))
                         .height();
    return std::max(theme().scaled(kHeight), text + metric::kStep);
}

void WizardStepItem::paintEvent(QPaintEvent *)
{
    const StepColors colors = colorsOf(m_phase);
    const int side = theme().scaled(kCircle);
    QRect circle(0, (height() - side) / 2, side, side);
    circle = QStyle::visualRect(layoutDirection(), rect(), circle);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_phase == Phase::Ahead ? QPen(theme().color(ColorRole::Hairline)) : Qt::NoPen);
    painter.setBrush(theme().color(colors.ground));
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(theme().color(colors.front));
    if (m_phase == Phase::Done) {
        painter.setPen(QPen(theme().color(colors.front), side / 11.0, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        const QPointF c = QRectF(circle).center();
        const qreal u = side / 22.0;
        painter.drawPolyline(QPolygonF { c + QPointF(-4.5, 0.2) * u, c + QPointF(-1.4, 3.2) * u,
                                         c + QPointF(4.5, -3.2) * u });
    } else {
        painter.setFont(theme().font(TextRole::SecondaryStrong));
        painter.drawText(circle, Qt::AlignCenter, locale().toString(m_number));
    }
    QRect text(side + kGap, 0, width() - side - kGap, height());
    text = QStyle::visualRect(layoutDirection(), rect(), text);
    const QFont font = theme().font(colors.type);
    painter.setFont(font);
    painter.setPen(theme().color(colors.text));
    painter.drawText(text, int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextWordWrap,
                     withBreaks(m_text, QFontMetrics(font), text.width()));
}

bool WizardStepItem::event(QEvent *event)
{
    if (isRestyle(event))
        updateGeometry();
    return QWidget::event(event);
}

WizardSteps::WizardSteps(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setAccessibleName(tr("Steps"));
}

void WizardSteps::addStep(const QString &text)
{
    auto *item = new WizardStepItem(int(m_items.size()) + 1, text, this);
    m_items.append(item);
    m_layout->addWidget(item);
}

void WizardSteps::setCurrent(int index)
{
    using Phase = WizardStepItem::Phase;
    for (int i = 0; i < m_items.size(); ++i) {
        m_items[i]->setPhase(i < index        ? Phase::Done
                                 : i == index ? Phase::Current
                                              : Phase::Ahead,
                             int(m_items.size()));
    }
}

} // namespace castellan
