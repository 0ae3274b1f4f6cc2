// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/QrView.h"

#include "ui/kit/Theme.h"

#include <QPainter>

namespace castellan {

namespace {

constexpr int kSide = 232;

} // namespace

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // Every pixel is painted, so no ground of the theme shines through the quiet zone.
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void QrView::setCode(QrCode code, const QString &description)
{
    m_code = std::move(code);
    m_concealed = false;
    setAccessibleName(description);
    updateGeometry();
    update();
}

void QrView::clear()
{
    m_code.reset();
    setAccessibleName({});
    // At once, so that the picture is off the screen when this returns to the event loop.
    repaint();
}

void QrView::setConcealed(bool concealed)
{
    m_concealed = concealed;
    update();
}

QSize QrView::sizeHint() const
{
    if (!m_code)
        return { theme().scaled(kSide), theme().scaled(kSide) };
    // As many whole pixels a module as come nearest to the usual side.
    const int modules = m_code->size() + 2 * kQuietZone;
    const int side = modules * std::max(3, qRound(double(theme().scaled(kSide)) / modules));
    return { side, side };
}

QSize QrView::minimumSizeHint() const
{
    return sizeHint();
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (!m_code || m_concealed) {
        painter.setPen(theme().color(ColorRole::Hairline));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        return;
    }
    // In device pixels: a module is a whole number of them at every pixel ratio.
    const qreal ratio = devicePixelRatioF();
    const int side = int(std::min(width(), height()) * ratio);
    const int modules = m_code->size() + 2 * kQuietZone;
    const int scale = std::max(1, side / modules);
    const int left = (int(width() * ratio) - scale * m_code->size()) / 2;
    const int top = (int(height() * ratio) - scale * m_code->size()) / 2;
    painter.scale(1 / ratio, 1 / ratio);
    for (int y = 0; y < m_code->size(); ++y) {
        for (int x = 0; x < m_code->size(); ++x) {
            if (m_code->isDark(x, y))
                painter.fillRect(left + x * scale, top + y * scale, scale, scale, Qt::black);
        }
    }
}

} // namespace castellan
