// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Deliver.h"
#include "models/database/ProfileStore.h"
#include "models/operators/ConnectionProbe.h"
#include "models/operators/OperatorSession.h"
#include "ui/shell/DemoPerson.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace castellan {

class CodePane;
class EmptyState;
class PasswordPane;
class ProfilePanel;
class SecretVault;
class ToastHost;

/// The way in: connections at the left, password and then code at the right. The same view stands
/// before a locked console, with the person fixed until somebody else wants to sign in.
class SignInView : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        OperatorSession &session;
        ConnectionProbe &probe;
        ProfileStore &profiles;
        SecretVault &vault;
        const Clock &clock;
        ToastHost &toasts;
    };

    explicit SignInView(const Parts &parts, QWidget *parent = nullptr);

    /// The demo's people stand before the person's own connections.
    void setDemoPeople(const QList<DemoPerson> &people);
    /// Loads the connections and chooses this one.
    void start(const QString &profile);
    /// Before start(): says what is being made ready. `failed` when it came to nothing.
    void showPreparing(const QString &sentence, bool failed = false);
    /// Keeps the person of the session that has just ended.
    void showLocked();
    /// The field to go on with, when the view has just come into sight.
    void focusFirst();

Q_SIGNALS:
    void profileUsed(const QString &name);

protected:
    bool event(QEvent *event) override;

private:
    void measure();
    QStackedWidget *buildSide();
    PasswordPane *password();
    void load(const QString &choose);
    void choose(int index);
    void edit(int index);
    void remove(int index);
    void store(const ConnectionProfile &profile, const ConnectionProfile &replaced);
    void connectWith(const Secret &password);
    void testConnection(const Secret &password);
    void followPhase(SignInPhase phase);
    void askForCode(bool again);
    void makeCodePane();
    void fillKnownPassword();
    void readKeychain(const ConnectionProfile &profile);
    void keepPassword(const Secret &password);
    void forgetPassword(const ConnectionProfile &profile);
    void showProbeReport(const ProbeReport &report);
    const ConnectionProfile *current() const;
    const DemoPerson *currentDemo() const;

    Parts m_parts;
    QList<DemoPerson> m_people;
    QList<ConnectionProfile> m_profiles;
    ProfilePanel *m_panel;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    PasswordPane *m_password = nullptr; ///< see password()
    CodePane *m_code = nullptr; ///< made when a code is asked for the first time
    LatestRequest m_keychain;
    QString m_connectedAs;
    std::optional<Secret> m_connectingWith; ///< until the server says that it is right
    bool m_locked = false;
};

} // namespace castellan
