// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/PageRegistry.h"

#include <QAbstractButton>

namespace castellan {

/// One entry of the navigation: icon, name, badge; narrow it shows the icon with a tooltip.
class SidebarItem : public QAbstractButton {
    Q_OBJECT

public:
    SidebarItem(const QString &text, const QString &iconName, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    void setBadge(const Badge &badge);
    /// Shown in the tooltip: "Ctrl+2".
    void setShortcutHint(const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
    void paintGround(QPainter &painter) const;
    int paintBadge(QPainter &painter) const;

    QString m_iconName;
    QString m_hint;
    Badge m_badge;
    bool m_narrow = false;
};

} // namespace castellan
