// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace castellan {

class Button;
class PlainLabel;

/// Title, one line of fact, actions at the right with one primary. Where the width is short the
/// fact goes under the title.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFact(const QString &fact);
    /// Actions stand in the order they are added, the primary last. Taken over.
    void addAction(Button *button);
    using QWidget::addAction;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();

    PlainLabel *m_title;
    PlainLabel *m_fact;
    PlainLabel *m_factBelow;
    QHBoxLayout *m_actions;
};

} // namespace castellan
