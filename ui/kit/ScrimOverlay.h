// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace castellan {

class PlainLabel;

/// A translucent cover over a widget that can't be used now, with a sentence in its middle. The
/// widget keeps its state. Follows the widget's size; takes clicks and the focus away from it.
class ScrimOverlay : public QFrame {
    Q_OBJECT

public:
    explicit ScrimOverlay(QWidget *covered);

    void cover(const QString &title, const QString &sentence);
    void uncover();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_sentence;
};

} // namespace castellan
