// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/base/Secret.h"
#include "models/operators/types.h"

#include <QWidget>

#include <functional>

namespace castellan {

class Button;
class Clock;
class CodeField;
class CountdownChip;
class PlainLabel;

/// Second half of signing in: the code from the authenticator app. Says when a locked factor may be
/// tried again, and when to wait for the next code.
class CodePane : public QWidget {
    Q_OBJECT

public:
    explicit CodePane(const Clock &clock, QWidget *parent = nullptr);

    /// Empty and ready, for this person; again: what is open needs a code once more.
    void start(const QString &role, const QString &host, bool again = false);
    void setBusy(bool busy);
    /// With retryAt by this computer's clock.
    void setVerdict(const SignInVerdict &verdict);
    void setError(const Error &error);
    /// Offers to fill in the demo's present code; an empty function offers nothing.
    void offerDemoCode(std::function<Secret()> code);
    /// While it is in view: the focus belongs to what the person sees.
    void focusFirst();

Q_SIGNALS:
    void submitted(const castellan::Secret &code);
    void backRequested();

private:
    QWidget *buildButtons();

    const Clock &m_clock;
    PlainLabel *m_why;
    CodeField *m_code;
    CountdownChip *m_wait;
    QWidget *m_demo;
    Button *m_demoButton;
    Button *m_back;
    std::function<Secret()> m_demoCode;
};

} // namespace castellan
