// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"

#include <QWidget>

#include <vector>

namespace castellan {

/// Paints lines of secret text in monospace straight from secret memory, so that no QString of the
/// whole is ever made; screen readers get it in the same groups. Can't be marked or copied.
class SecretText : public QWidget {
    Q_OBJECT

public:
    explicit SecretText(const QString &name, QWidget *parent = nullptr);

    /// One line each. The lines are ASCII.
    void setLines(std::vector<Secret> lines, int columns = 1);
    void clear();
    bool isEmpty() const { return m_lines.empty(); }
    void setConcealed(bool concealed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// For the accessibility bridge alone, at its request.
    QString spoken() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rows() const;
    QFont lineFont() const;

    std::vector<Secret> m_lines;
    int m_columns = 1;
    bool m_concealed = false;
};

} // namespace castellan
