// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace castellan {

class Rights;

/// How much an action weighs where it is offered. A detail header shows the first Primary, the
/// first Secondary, and the rest under "More".
enum class ActionWeight { Primary, Secondary, Normal, Destructive };

/// One thing a person can do, registered by the feature that knows how.
struct ActionSpec {
    QString id; ///< "factors.enrol"
    QString text; ///< "Enrol…", with its mnemonic
    QString icon = {}; ///< a name of resources/icons/icons.txt
    QKeySequence shortcut = {};
    QString subjectKind = {}; ///< empty: it needs no subject
    QString neededRight = {}; ///< a function of the schema; empty: everybody
    ActionWeight weight = ActionWeight::Normal;
    int order = 100;
    /// A sentence why it can't be done to this subject now; empty when it can.
    std::function<QString(const Subject &)> whyDisabled = {};
    std::function<void(const Subject &, QWidget *window)> run;
};

/// All actions of all features. Menus, detail buttons, context menus and the command palette are
/// fed from here. GUI thread.
class ActionCatalog : public QObject {
    Q_OBJECT

public:
    explicit ActionCatalog(const Rights &rights, QObject *parent = nullptr);

    /// An id is registered once; a second registration replaces nothing and is refused.
    bool add(ActionSpec spec);

    std::optional<ActionSpec> find(const QString &id) const;
    /// Those for this kind (empty: those without a subject), by weight and order.
    QList<ActionSpec> forKind(const QString &kind) const;

    /// The right first, then the action's own reason; empty when it may run.
    QString whyDisabled(const QString &id, const Subject &subject) const;
    /// Runs it unless it is disabled; false when it was not run.
    bool run(const QString &id, const Subject &subject, QWidget *window) const;

    /// A QAction with text, icon, shortcut and state; a disabled one says why in its tooltip.
    QAction *createAction(const QString &id, const Subject &subject, QWidget *window,
                          QObject *parent) const;
    /// Adds everything for this subject, destructive ones behind a separator.
    void fillMenu(QMenu *menu, const Subject &subject, QWidget *window) const;

Q_SIGNALS:
    /// Rights or registrations changed: what is offered should be asked anew.
    void changed();

private:
    const Rights &m_rights;
    QList<ActionSpec> m_actions;
};

} // namespace castellan
