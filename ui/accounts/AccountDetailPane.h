// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/accounts/AccountStore.h"
#include "models/base/Deliver.h"
#include "ui/kit/Subject.h"

#include <QWidget>

class QVBoxLayout;

namespace castellan {

class AccountEventList;
class ActionCatalog;
class ButtonRow;
class Clock;
struct ActionSpec;
class DetailSections;
class KeyValueList;
class PlainLabel;
class StateChip;
class StateStack;

/// One account beside the list: who it is, where the second factor stands, what can be done, and
/// what happened last. Sections of other features stand below its own.
class AccountDetailPane : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        AccountStore &store;
        ActionCatalog &actions;
        DetailSections &sections;
        const Clock &clock;
    };

    explicit AccountDetailPane(const Parts &parts, QWidget *parent = nullptr);

    /// Shows this account; an invalid subject empties the pane.
    void show(const Subject &account);
    using QWidget::show;
    /// Asks anew for the one that is shown.
    void refresh();
    const Subject &subject() const { return m_subject; }

private:
    QWidget *buildContent();
    void load(bool anew);
    bool isShown() const { return m_shown.isSameAs(m_subject); }
    void take(const AccountDetail &detail);
    void fail(const Error &error);

    void fillFacts(const AccountDetail &detail);
    void fillActions();
    void makeActions(const QList<ActionSpec> &specs);
    void fillSections();

    Parts m_parts;
    Subject m_subject; ///< asked for
    Subject m_shown; ///< on the screen; what the buttons act on
    LatestQuery m_detailRequest;
    LatestQuery m_eventsRequest;
    StateStack *m_stack = nullptr;
    PlainLabel *m_name = nullptr;
    PlainLabel *m_identity = nullptr;
    StateChip *m_state = nullptr;
    ButtonRow *m_actions = nullptr;
    QStringList m_actionIds; ///< of its buttons
    PlainLabel *m_whyNot = nullptr; ///< a tooltip alone is found by few
    KeyValueList *m_facts = nullptr;
    AccountEventList *m_events = nullptr;
    QVBoxLayout *m_sections = nullptr;
};

} // namespace castellan
