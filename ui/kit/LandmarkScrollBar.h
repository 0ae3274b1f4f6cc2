// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

#include <functional>

namespace castellan {

/// The scroll bar of a list of any length. Its thumb stands for a place in the whole list, a
/// fraction, not for a row: dragging asks for what stands there and tells its label beside the
/// thumb; arrows and pages are left to the list, which knows its rows.
class LandmarkScrollBar : public QScrollBar {
    Q_OBJECT
public:
    using LabelAt = std::function<QString(double fraction)>;

    explicit LandmarkScrollBar(QWidget *parent = nullptr);

    /// What stands at a fraction; text from outside, shown as plain text. Empty: no label.
    void setLabelAt(LabelAt labelAt) { m_labelAt = std::move(labelAt); }
    /// Where the list stands, 0 … 1, and how much of it is visible. Ignored while dragging.
    void setPlace(double fraction, double visible);
    double fraction() const;

Q_SIGNALS:
    void draggedTo(double fraction);
    /// -1, 1: a line or a page up or down.
    void steppedLine(int direction);
    void steppedPage(int direction);
    void wheeled(QWheelEvent *event);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void acted(int action);
    void showLabel();

    LabelAt m_labelAt;
};

} // namespace castellan
