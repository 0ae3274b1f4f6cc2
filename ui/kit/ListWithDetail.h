// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace castellan {

class Button;

/// A list and the detail of one of its things. The pane of 372, which can be dragged and closed,
/// stands beside the list while that keeps 680; else it covers the list and has a way back.
class ListWithDetail : public QWidget {
    Q_OBJECT
public:
    ListWithDetail(QWidget *list, QWidget *detail, QWidget *parent = nullptr);

    QWidget *list() const { return m_list; }
    QWidget *detail() const { return m_detail; }

    void openDetail();
    void closeDetail();
    bool isDetailOpen() const { return m_open; }
    /// The pane would not find room beside the list: opening it hides the list.
    bool covers() const;

    int paneWidth() const { return m_paneWidth; } ///< as it was dragged, pixels at 100 %
    void setPaneWidth(int width);
    /// What the way back says, "Accounts".
    void setBackText(const QString &text);

Q_SIGNALS:
    void detailOpenChanged(bool open);
    void paneWidthChanged(int width);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void dragged(int x);
    int mostForPane() const;
    int pane() const;

    QWidget *m_list;
    QWidget *m_detail;
    QWidget *m_pane;
    QWidget *m_handle;
    Button *m_back;
    Button *m_close;
    int m_paneWidth;
    bool m_open = false;
};

} // namespace castellan
