// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ListFooter.h"

#include "ui/kit/Announce.h"
#include "ui/kit/Button.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace castellan {

namespace {

constexpr int kShownMs = 6000; ///< as long as a toast
constexpr double kWorth = 200; ///< landmarks tell a place to a two hundredth

qint64 rounded(qint64 row, qint64 total)
{
    const double step = std::pow(10, std::floor(std::log10(std::max(1.0, double(total) / kWorth))));
    return qRound64(double(row) / step) * qRound64(step);
}

} // namespace

QString listPositionText(const ListPosition &position, int visible)
{
    const QLocale locale;
    if (!position.total)
        return position.row ? ListFooter::tr("From row %1").arg(locale.toString(*position.row))
                            : QString();
    const QString total = position.totalExact
        ? locale.toString(*position.total)
        : ListFooter::tr("about %1", "an estimated number").arg(locale.toString(*position.total));
    if (!position.row || *position.row > *position.total)
        return ListFooter::tr("%1 in all", "number of rows").arg(total);
    if (!position.rowExact)
        return ListFooter::tr("about %1 of %2", "place in a list and its length")
            .arg(locale.toString(std::max<qint64>(1, rounded(*position.row, *position.total))),
                 total);
    const qint64 last = std::min(*position.row + std::max(visible, 1) - 1, *position.total);
    return ListFooter::tr("%1 to %2 of %3", "rows of a list and its length")
        .arg(locale.toString(*position.row), locale.toString(last), total);
}

ListFooter::ListFooter(QWidget *parent)
    : QWidget(parent)
    , m_position(new PlainLabel({}, TextRole::Secondary, Tone::Muted, this))
    , m_marked(new PlainLabel({}, TextRole::SecondaryStrong, Tone::Normal, this))
    , m_unmark(new Button(tr("Clear marks"), ButtonRole::Quiet, this))
    , m_arrivals(new Button({}, ButtonRole::Quiet, this))
    , m_message(new PlainLabel({}, TextRole::Secondary, Tone::Muted, this))
    , m_action(new Button({}, ButtonRole::Quiet, this))
{
    m_position->setObjectName(QStringLiteral("position"));
    m_arrivals->setObjectName(QStringLiteral("arrivals"));
    m_unmark->setObjectName(QStringLiteral("unmark"));
    m_message->setObjectName(QStringLiteral("message"));
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_message->setOverflow(PlainLabel::Overflow::Elide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::kCardPadding, 1, metric::kStep, 1);
    layout->setSpacing(metric::kControlGap);
    layout->addWidget(m_position);
    layout->addWidget(m_marked);
    layout->addWidget(m_unmark);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_arrivals);
    connect(m_unmark, &QPushButton::clicked, this, &ListFooter::unmark);
    connect(m_arrivals, &QPushButton::clicked, this, &ListFooter::showArrivals);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto run = m_run)
            run();
    });
    m_fade.setSingleShot(true);
    m_fade.setInterval(kShownMs);
    connect(&m_fade, &QTimer::timeout, this, [this] { setMessage({}); });
    setMinimumHeight(theme().scaled(metric::kControlHeight) + 2);
    setMarked(0);
    setArrivals(0);
    setMessage({});
}

void ListFooter::setPosition(const QString &text)
{
    m_position->setText(text);
}

void ListFooter::setMarked(qint64 rows)
{
    m_marked->setVisible(rows > 1);
    m_unmark->setVisible(rows > 1);
    if (rows > 1)
        m_marked->setText(tr("%1 marked").arg(QLocale().toString(rows)));
}

void ListFooter::setArrivals(int rows)
{
    m_arrivals->setVisible(rows > 0);
    m_arrivals->setText(tr("%n new \u00B7 show", nullptr, rows));
}

void ListFooter::setMessage(const QString &text, Tone tone, const QString &action,
                            std::function<void()> run)
{
    const bool isNew = text != m_message->text();
    m_message->setText(text);
    m_message->setTone(tone);
    m_message->setAccessibleName(text); // or else the one announced last would stay
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_run = std::move(run);
    if (tone == Tone::Critical || text.isEmpty() || !action.isEmpty())
        m_fade.stop();
    else
        m_fade.start();
    if (isNew && tone == Tone::Critical)
        announce(m_message, text);
}

QString ListFooter::message() const
{
    return m_message->text();
}

} // namespace castellan
