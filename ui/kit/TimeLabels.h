// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/StateChip.h"

#include <QDateTime>
#include <QTimer>

#include <functional>

namespace castellan {

/// "4 min ago", kept current, with the exact time in the tooltip.
class RelativeTime : public PlainLabel {
    Q_OBJECT

public:
    explicit RelativeTime(const Clock &clock, QWidget *parent = nullptr);
    void setTime(const QDateTime &time);

protected:
    bool event(QEvent *event) override;

private:
    void refresh();

    const Clock &m_clock;
    QDateTime m_time;
    QTimer m_tick;
};

/// A chip that counts down to a deadline and says when it is reached. The word is made by the
/// owner, so that it can be a whole sentence: "Hidden in 1:42".
class CountdownChip : public StateChip {
    Q_OBJECT

public:
    using Text = std::function<QString(const QString &left)>;

    explicit CountdownChip(const Clock &clock, QWidget *parent = nullptr);

    /// Counts to the deadline; under warnUnder it turns to Warning.
    void start(const QDateTime &deadline, Text text, std::chrono::seconds warnUnder = {});
    void stop();
    std::chrono::seconds left() const;

Q_SIGNALS:
    void expired();

private:
    void tick();

    const Clock &m_clock;
    QDateTime m_deadline;
    Text m_text;
    std::chrono::seconds m_warnUnder {};
    QTimer m_timer;
};

} // namespace castellan
