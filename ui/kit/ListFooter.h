// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/PagedModel.h"
#include "ui/kit/PlainLabel.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace castellan {

class Button;

/// "about 412,000 of 1,003,411": where the first visible row stands. An estimate is rounded to what
/// it is worth. `lastVisible` counts rows from the first visible one, to tell "1 to 14 of 503".
QString listPositionText(const ListPosition &position, int visible);

/// The line under a list: where one is, what is marked, what waits to be shown, and what went wrong
/// or is under way with one thing to do about it.
class ListFooter : public QWidget {
    Q_OBJECT
public:
    explicit ListFooter(QWidget *parent = nullptr);

    void setPosition(const QString &text);
    void setMarked(qint64 rows); ///< 0 or 1: nothing to say
    void setArrivals(int rows);
    /// A sentence, with a button when there is a text for it; empty takes it away. What asks for
    /// nothing goes by itself after 6 s; an error stays.
    void setMessage(const QString &text, Tone tone = Tone::Muted, const QString &action = {},
                    std::function<void()> run = {});
    QString message() const;

Q_SIGNALS:
    void unmark();
    void showArrivals();

private:
    PlainLabel *m_position;
    PlainLabel *m_marked;
    Button *m_unmark;
    Button *m_arrivals;
    PlainLabel *m_message;
    Button *m_action;
    std::function<void()> m_run;
    QTimer m_fade;
};

} // namespace castellan
