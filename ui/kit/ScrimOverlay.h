// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

namespace castellan {

class Button;
class PlainLabel;

/// A translucent cover over a widget that can't be used now, with a sentence in its middle. The
/// widget keeps its state. Follows the widget's size; neither mouse nor keyboard reach what is
/// under it, and the focus goes back to where it was.
class ScrimOverlay : public QFrame {
    Q_OBJECT

public:
    explicit ScrimOverlay(QWidget *covered);

    /// A button under the sentence, for what can be done all the same.
    Button *addAction(const QString &text);
    using QFrame::addAction;
    void cover(const QString &title, const QString &sentence);
    void uncover();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_sentence;
    QFrame *m_card;
    QList<QPointer<QWidget>> m_disabled; ///< by this
    QPointer<QWidget> m_focusBefore;
};

} // namespace castellan
