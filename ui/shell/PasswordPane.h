// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/base/Secret.h"
#include "models/database/ConnectionProfile.h"

#include <QWidget>

class QCheckBox;

namespace castellan {

class Banner;
class Button;
class PlainLabel;
class SecretField;

/// First half of signing in: which server, as whom, and the password (or the client certificate).
class PasswordPane : public QWidget {
    Q_OBJECT

public:
    explicit PasswordPane(QWidget *parent = nullptr);

    void setProfile(const ConnectionProfile &profile);
    /// The demo's people: says that the password is filled in, and offers to keep nothing.
    void setDemo(bool demo);
    /// In place of "Sign in to …": the console is locked, for this person.
    void setLocked(bool locked);
    /// Fills the password (from the keychain, or the demo's), unless one is being typed.
    void fillPassword(const Secret &password);
    /// Whether the password may be kept, and why not when it can't.
    void setKeychainNote(const QString &sentence);
    enum class Busy { No, Connecting, Testing };
    void setBusy(Busy busy);
    /// notDone: what was tried and is not done, if there is such a sentence.
    void setError(const Error &error, const QString &notDone = {});
    void clearProblem();
    bool wantsPasswordKept() const;

    /// While it is in view: the focus belongs to what the person sees.
    void focusFirst();

Q_SIGNALS:
    void connectRequested(const castellan::Secret &password);
    void cancelRequested();
    void testRequested(const castellan::Secret &password);

private:
    void submit();
    QWidget *buildButtons();
    void describe();

    ConnectionProfile m_profile;
    bool m_locked = false;
    bool m_demo = false;
    Banner *m_demoNotice;
    PlainLabel *m_title;
    PlainLabel *m_where;
    Banner *m_weak;
    Banner *m_problem;
    PlainLabel *m_passwordLabel;
    SecretField *m_password;
    QCheckBox *m_keep;
    PlainLabel *m_keychainNote;
    Button *m_connect;
    Button *m_test;
    Button *m_cancel;
};

} // namespace castellan
