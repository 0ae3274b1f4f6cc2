// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lists/PagedModel.h"
#include "ui/kit/ListNotice.h"
#include "ui/kit/PlainLabel.h"

#include <QFrame>
#include <QTimer>

#include <functional>

namespace castellan {

class LandmarkScrollBar;
class ListFooter;
class ListView;
class StateStack;

/// A ListView on its card, with its scroll bar, its footer and whatever it shows in place of rows:
/// loading, nothing there, nothing found, no right, failed.
class ListFrame : public QFrame {
    Q_OBJECT
public:
    explicit ListFrame(ListView *view, QWidget *parent = nullptr);

    ListFooter *footer() const { return m_footer; }
    StateStack *stack() const { return m_stack; }
    LandmarkScrollBar *scrollBar() const { return m_scrollBar; }
    void setEmptyNotice(const ListNotice &notice);
    void setNoRightsText(const QString &text);

Q_SIGNALS:
    void clearFilter();

private:
    void refresh();
    void showNotice(const ListNotice &notice);
    void showNothing();
    void showFailure();
    void showWaiting();
    void tellFailure();
    void tell(const QString &text, Tone tone, const QString &action, std::function<void()> run);
    void followPlace();
    void tellPlace();
    QString loadedText() const;

    ListView *m_view;
    PagedModel *m_model;
    LandmarkScrollBar *m_scrollBar;
    StateStack *m_stack;
    QWidget *m_line = nullptr; ///< above the footer
    ListFooter *m_footer;
    ListNotice m_notice;
    QString m_noRights;
    QString m_told; ///< the footer's message when it is of the frame: others' stay
    std::function<void()> m_act;
    QTimer m_dimSoon; ///< under 150 ms nothing special shows
    QTimer m_waitLong; ///< after 2 s it says what it waits for
    QTimer m_tellPlace; ///< a new text lays the page out anew: not at every pixel
    bool m_loading = false;
};

} // namespace castellan
