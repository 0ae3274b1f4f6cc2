// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/Translations.h"
#include "models/accounts/AccountStore.h"
#include "models/base/Clock.h"
#include "models/database/ProfileStore.h"
#include "models/factors/EnrolmentStore.h"
#include "models/operators/ConnectionProbe.h"
#include "models/operators/OperatorSession.h"
#include "models/vault/KeychainVault.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Connectivity.h"
#include "ui/kit/DetailSections.h"
#include "ui/kit/FocusRing.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/Rights.h"
#include "ui/kit/SubjectChanges.h"
#include "ui/kit/SystemAppearance.h"
#include "ui/kit/SystemLock.h"
#include "ui/kit/Theme.h"
#include "ui/kit/ToastItem.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Settings.h"

#include <memory>

class QApplication;

namespace castellan {

/// Where the person's own files are; a tour and tests have others.
struct ApplicationPaths {
    QString settings = SettingsStore::defaultPath();
    QString profiles = ProfileStore::defaultPath();
};

/// The composition root: makes every part once, in the order of their needs, and tells them of each
/// other. Nothing else knows all of them.
class Application : public QObject {
    Q_OBJECT

public:
    Application(QApplication &application, int schemaVersion, const ApplicationPaths &paths);
    ~Application() override;

    /// Shows the window. Nobody can sign in before offer().
    void show();
    /// Ready to sign in: the person's own connections, after those of a demo.
    void offer(const QList<DemoPerson> &demo);

    MainWindow &window() { return *m_window; }
    OperatorSession &session() { return m_session; }
    SettingsStore &settings() { return m_settings; }
    ActionCatalog &actions() { return m_actions; }
    Theme &look() { return m_theme; }
    Translations &translations() { return m_translations; }

private:
    void registerFeatures();
    void registerSettings();
    void takeRights();
    void followPhase(SignInPhase phase);

    SystemClock m_clock;
    SettingsStore m_settings;
    Translations m_translations;
    Theme m_theme;
    FocusRing m_focusRing;
    SystemAppearance m_system;
    SystemLock m_systemLock;
    ProfileStore m_profiles;
    KeychainVault m_vault;
    OperatorSession m_session;
    ConnectionProbe m_probe;
    AccountStore m_accounts;
    EnrolmentStore m_enrolments;
    Rights m_rights;
    PageRegistry m_pages;
    ActionCatalog m_actions;
    DetailSections m_sections;
    Connectivity m_connectivity;
    SubjectChanges m_changes;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace castellan
