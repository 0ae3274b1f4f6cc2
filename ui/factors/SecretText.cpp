// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factors/SecretText.h"

#include "ui/kit/Theme.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace castellan {

namespace {

constexpr int kLineHeight = 28;
constexpr int kColumnGap = 40;
constexpr QChar kConcealed(0x2022);

/// Gives the text to a screen reader when asked, and keeps none of it.
class SecretTextAccessible : public QAccessibleWidget {
public:
    explicit SecretTextAccessible(SecretText *widget)
        : QAccessibleWidget(widget, QAccessible::StaticText)
    {
    }
    QString text(QAccessible::Text which) const override
    {
        QString own = QAccessibleWidget::text(which);
        if (which != QAccessible::Name)
            return own;
        return own + QLatin1Char('\n') + static_cast<SecretText *>(widget())->spoken();
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *text = qobject_cast<SecretText *>(object))
        return new SecretTextAccessible(text);
    return nullptr;
}

} // namespace

SecretText::SecretText(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SecretText::setLines(std::vector<Secret> lines, int columns)
{
    m_lines = std::move(lines);
    m_columns = std::max(columns, 1);
    updateGeometry();
    update();
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

void SecretText::clear()
{
    m_lines.clear();
    updateGeometry();
    update();
}

void SecretText::setConcealed(bool concealed)
{
    m_concealed = concealed;
    update();
}

int SecretText::rows() const
{
    return (static_cast<int>(m_lines.size()) + m_columns - 1) / m_columns;
}

QFont SecretText::lineFont() const
{
    return theme().font(m_columns > 1 ? TextRole::Mono : TextRole::Code);
}

QSize SecretText::sizeHint() const
{
    const QFontMetrics metrics(lineFont());
    qsizetype longest = 0;
    for (const Secret &line : m_lines)
        longest = std::max(longest, line.size());
    const int column = metrics.horizontalAdvance(QLatin1Char('0')) * static_cast<int>(longest);
    return { m_columns * column + (m_columns - 1) * kColumnGap,
             std::max(rows(), 1) * theme().scaled(kLineHeight) };
}

QString SecretText::spoken() const
{
    if (m_concealed)
        return {};
    QString all;
    for (const Secret &line : m_lines)
        all += QString::fromLatin1(line.view().data(), line.size()) + QLatin1Char('\n');
    return all;
}

void SecretText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(lineFont());
    painter.setPen(theme().color(ColorRole::Text));
    const int advance = painter.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int height = theme().scaled(kLineHeight);
    const int column = (width() + kColumnGap) / m_columns;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const int row = static_cast<int>(i) % rows();
        const int left = static_cast<int>(i) / rows() * column;
        const QByteArrayView line = m_lines[i].view();
        // Character by character: a text layout would keep a copy of the whole line.
        for (qsizetype n = 0; n < line.size(); ++n) {
            const QChar shown = m_concealed && line[n] != ' ' && line[n] != '-'
                ? kConcealed
                : QChar::fromLatin1(line[n]);
            painter.drawText(
                QRect(left + static_cast<int>(n) * advance, row * height, advance, height),
                Qt::AlignCenter, shown);
        }
    }
}

bool SecretText::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace castellan
