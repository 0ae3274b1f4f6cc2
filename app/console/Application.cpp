// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Application.h"

#include "models/accounts/AccountListSource.h"
#include "ui/accounts/AccountsFeature.h"
#include "ui/factors/FactorsFeature.h"
#include "ui/kit/ToastHost.h"
#include "ui/shell/SettingsPage.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace castellan {

namespace {

/// What this program knows to change nothing. A newer schema may have functions that are named
/// alike and do.
constexpr std::array kReaders {
    QLatin1StringView("account_changes"), QLatin1StringView("account_count"),
    QLatin1StringView("account_detail"),  QLatin1StringView("account_events"),
    QLatin1StringView("account_facets"),  QLatin1StringView("account_landmarks"),
    QLatin1StringView("account_list"),    QLatin1StringView("account_rows"),
    QLatin1StringView("my_rights"),       QLatin1StringView("my_session"),
};

} // namespace

Application::Application(QApplication &application, int schemaVersion,
                         const ApplicationPaths &paths)
    : m_settings(paths.settings)
    , m_theme(application)
    , m_profiles(paths.profiles)
    , m_session(schemaVersion, m_clock)
    , m_probe(schemaVersion)
    , m_accounts(m_session.interactive())
    , m_enrolments(m_session.interactive())
    , m_pages(m_rights)
    , m_actions(m_rights)
{
    m_translations.use(m_settings.settings().language);
    QApplication::setLayoutDirection(QLocale().textDirection());
    m_theme.setChoice(m_settings.settings().look);
    connect(&m_settings, &SettingsStore::changed, this,
            [this](const Settings &settings) { m_theme.setChoice(settings.look); });
    connect(&m_system, &SystemAppearance::changed, &m_theme, &Theme::setSystem);
    connect(&m_session, &OperatorSession::rightsChanged, this, &Application::takeRights);
    connect(&m_session, &OperatorSession::phaseChanged, this, &Application::followPhase);
    registerFeatures();
    m_window = std::make_unique<MainWindow>(MainWindow::Parts {
        m_session, m_probe, m_profiles, m_vault, m_clock, m_settings, m_pages, m_actions });
    connect(&m_systemLock, &SystemLock::locking, m_window.get(), &MainWindow::lockUnattended);
}

Application::~Application() = default;

void Application::show()
{
    m_system.start();
    m_systemLock.start();
    m_window->show();
}

void Application::offer(const QList<DemoPerson> &demo)
{
    m_window->start(demo);
}

void Application::registerFeatures()
{
    registerAccounts(m_pages,
                     { [this]() -> std::shared_ptr<ListSource> {
                          return std::make_shared<AccountListSource>(m_session.interactive(),
                                                                     m_session.background());
                      },
                       { m_accounts, m_actions, m_sections, m_clock },
                       { [this] { return m_settings.layout(QStringLiteral("accounts")); },
                         [this](const QByteArray &layout) {
                             m_settings.setLayout(QStringLiteral("accounts"), layout);
                         } },
                       m_connectivity,
                       m_changes });
    registerFactors(m_actions,
                    { m_enrolments, m_clock, m_connectivity, m_changes,
                      [this](const Toast &toast) { m_window->toasts().post(toast); } });
    registerSettings();
}

void Application::registerSettings()
{
    PageSpec spec;
    spec.id = QStringLiteral("settings");
    spec.title = SettingsPage::tr("Settings");
    spec.icon = QStringLiteral("configure");
    spec.group = QStringLiteral("foot");
    spec.order = 1000;
    spec.create = [this](QWidget *parent) {
        auto *page = new SettingsPage(m_settings, m_session, parent);
        // Queued: signing out takes the page away that asked for it.
        connect(page, &SettingsPage::signOutRequested, m_window.get(), &MainWindow::signOut,
                Qt::QueuedConnection);
        connect(page, &SettingsPage::diagnosticsCopied, m_window.get(), [this] {
            m_window->toasts().post(
                { State::Good, SettingsPage::tr("The diagnostics are on the clipboard.") });
        });
        return page;
    };
    m_pages.add(spec);
}

void Application::takeRights()
{
    QHash<QString, Rights::Right> rights;
    for (const Right &right : m_session.rights()) {
        // A newer schema is looked at and not touched.
        const bool reads = std::ranges::find(kReaders, right.function) != kReaders.end();
        const bool allowed = right.allowed && (reads || !m_session.isReadOnly());
        rights.insert(right.function,
                      { allowed, right.allowed ? QStringLiteral("schema_newer") : right.reason });
    }
    m_rights.set(rights);
}

void Application::followPhase(SignInPhase phase)
{
    m_connectivity.setLost(phase == SignInPhase::Lost);
    // A lost connection keeps them: it comes back to the same person, and nothing should flicker.
    if (phase == SignInPhase::SignedOut || phase == SignInPhase::SignInAgain)
        m_rights.clear();
}

} // namespace castellan
