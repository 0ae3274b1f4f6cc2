// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

namespace castellan {

/// A field that filters while one types: it waits for a short pause, Enter does not wait, Esc
/// clears. Shows a glass, and a cross while there is text.
class FilterField : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget *parent = nullptr);

    /// "Filter by login, name or e-mail": placeholder and, since that is none, accessible name.
    void setHint(const QString &hint);
    /// Sets the text without waiting and without filterChanged().
    void setFilterText(const QString &text);
    void setPause(std::chrono::milliseconds pause) { m_pause.setInterval(pause); }

Q_SIGNALS:
    void filterChanged(const QString &text);
    /// Down: on to the list.
    void leftDown();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void tell();

    QTimer m_pause;
    QString m_told;
    QAction *m_glass;
    QAction *m_clear;
};

} // namespace castellan
