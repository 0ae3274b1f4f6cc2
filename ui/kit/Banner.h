// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QFrame>

class QHBoxLayout;

namespace castellan {

class Button;
class PlainLabel;

/// The mark of a state, beside a text that says it.
class StateMark : public QWidget {
    Q_OBJECT

public:
    explicit StateMark(State state, QWidget *parent = nullptr, int side = 8);
    void setState(State state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state;
    int m_side;
};

/// A standing notice over or under content: mark, sentence, up to two actions. It is announced when
/// it appears and when its text changes.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(State state, const QString &text = {}, QWidget *parent = nullptr);

    void setState(State state);
    void setText(const QString &text);
    QString text() const;
    Button *addAction(const QString &text);
    using QFrame::addAction;
    void setClosable(bool closable);

Q_SIGNALS:
    void closed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    StateMark *m_mark;
    PlainLabel *m_text;
    QHBoxLayout *m_actions;
    Button *m_close;
};

} // namespace castellan
