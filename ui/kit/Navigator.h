// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace castellan {

class Filter;
struct Subject;

/// Goes to places without knowing who built them. The main window is the one implementation;
/// pages and actions get it from the composition root. GUI thread.
class Navigator : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens the page that shows things of this kind, with this one selected.
    virtual void open(const Subject &subject) = 0;
    /// Opens a page by its id; false when there is none, or the role may not read it.
    virtual bool open(const QString &page) = 0;
    /// Opens a page with this filter put on.
    virtual bool open(const QString &page, const Filter &filter) = 0;
};

} // namespace castellan
