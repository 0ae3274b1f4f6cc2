// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QWidget>

namespace castellan {

class Filter;

/// One screen of the main window. The shell calls these; a page overrides what applies to it.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// It has become visible: load, or look for news.
    virtual void opened() { }
    /// Another page took its place: stop polling.
    virtual void closed() { }
    /// Shows this one thing (from a link, the palette or another feature).
    virtual void showSubject(const Subject &) { }
    /// Puts a filter on (Navigator::open with a filter).
    virtual void applyFilter(const Filter &) { }
    /// What the page is about now, for actions by key and the palette; may be invalid.
    virtual Subject currentSubject() const { return {}; }
    /// F5.
    virtual void reload() { }
    /// Ctrl+F; false when the page has no filter field.
    virtual bool focusFilter() { return false; }
    /// Esc: closes the innermost thing (filter text, then detail); false when nothing was open.
    virtual bool closeInnermost() { return false; }
    /// False when something unsaved was found and the page has asked about it itself.
    virtual bool mayLeave() { return true; }

Q_SIGNALS:
    /// The page wants attention drawn to it in the navigation: a count, or empty.
    void badgeChanged(const QString &text);
};

} // namespace castellan
