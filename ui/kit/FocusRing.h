// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusEvent;
class QFocusFrame;
class QWidget;

namespace castellan {

/// Draws the focus ring of 2 pixels around the control that got the focus by keyboard, in every
/// window, and underlines mnemonics while Alt is held. Fields draw their own ring (by the style
/// sheet); item views ring their current row.
/// One is made by the composition root, after the Theme.
class FocusRing : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    /// The widget with the ring, for tests.
    QWidget *ringed() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void focusChanged(QWidget *widget, QFocusEvent *event);
    void show(QWidget *widget);
    static void showMnemonics(bool shown);

    QPointer<QFocusFrame> m_frame;
};

} // namespace castellan
