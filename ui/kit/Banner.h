// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QFrame>

class QHBoxLayout;

namespace castellan {

class Button;
class PlainLabel;

/// A standing notice over or under content: mark, sentence, up to two actions. Shown without
/// motion; setText() on a visible one announces it.
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
    bool event(QEvent *event) override;

private:
    State m_state;
    QWidget *m_mark;
    PlainLabel *m_text;
    QHBoxLayout *m_actions;
    Button *m_close;
};

} // namespace castellan
