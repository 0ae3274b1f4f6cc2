// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QFont>
#include <QRect>
#include <QWidget>

class QPainter;

namespace castellan {

/// Paints a state as shape, word and colour on a pill, at the leading edge of rect and centred in
/// its height; the word is elided when the rect is narrower. For delegates and the widget below.
void paintChip(QPainter *painter, const QRect &rect, State state, const QString &word,
               Qt::LayoutDirection direction);
/// The mark alone: disc, triangle, square or ring, in the middle of rect.
void paintStateMark(QPainter *painter, const QRectF &rect, State state);
/// What the chip wants; the height is 24 at 100 %.
QSize chipSize(const QString &word);
/// The state for screen readers, "Warning"; None is empty.
QString stateName(State state);

class StateChip : public QWidget {
    Q_OBJECT

public:
    explicit StateChip(State state = State::None, const QString &word = {},
                       QWidget *parent = nullptr);

    void setState(State state, const QString &word);
    State state() const { return m_state; }
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    State m_state;
    QString m_word;
};

} // namespace castellan
