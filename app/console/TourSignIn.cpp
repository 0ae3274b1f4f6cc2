// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/TourScript.h"

#include "app/console/Application.h"
#include "app/console/TourWidgets.h"
#include "models/lists/PagedModel.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/ListPage.h"
#include "ui/shell/Workbench.h"

#include <QListWidget>

namespace castellan {

using namespace tour;

namespace {

CodeField *codeField(Application &application)
{
    const auto *pane = find<QWidget>(application, "codePane");
    return pane && pane->isVisible() ? pane->findChild<CodeField *>() : nullptr;
}

void choose(Application &application, int row)
{
    find<QListWidget>(application, "profileList")->setCurrentRow(row);
}

/// A code that is not the right one: each digit is another.
void typeWrongCode(Application &application, const DemoPerson &person)
{
    const Secret right = person.currentCode();
    QByteArray digits;
    for (const char digit : right.view())
        digits += char('0' + (digit - '0' + 5) % 10);
    if (CodeField *field = codeField(application))
        field->fill(Secret::fromUtf8(std::move(digits)));
}

bool asksForCode(Application &application)
{
    return application.session().phase() == SignInPhase::AwaitingCode && codeField(application);
}

bool isRefused(Application &application)
{
    return asksForCode(application) && !codeField(application)->problem().isEmpty();
}

std::vector<TourStep> connectSteps(Application *app, const QString &picture, int row)
{
    return {
        { {},
          [app, row] { choose(*app, row); },
          [app] { return isVisible<QWidget>(*app, "passwordPane"); } },
        { picture, [app] { click(*app, "connectButton"); }, [app] { return asksForCode(*app); } },
    };
}

} // namespace

std::vector<TourStep> connectionsScript(Application &application)
{
    Application *app = &application;
    const auto last = [app] { return find<QListWidget>(*app, "profileList")->count() - 1; };
    const auto closeDialogs = [app] { app->window().closeDialogs(); };
    return {
        { QStringLiteral("sign-in"), [app] { choose(*app, 0); },
          [app] { return isVisible<QWidget>(*app, "passwordPane"); } },
        { QStringLiteral("profile"),
          [app, last] {
              choose(*app, last());
              click(*app, "editProfileButton");
          },
          [app] { return isVisible<QWidget>(*app, "profileDialog"); } },
        { {}, closeDialogs, [app] { return !isVisible<QWidget>(*app, "profileDialog"); } },
        { QStringLiteral("profile-remove"), [app] { click(*app, "removeProfileButton"); },
          [app] { return isVisible<QWidget>(*app, "removeProfileDialog"); } },
        { {}, closeDialogs, [app] { return !isVisible<QWidget>(*app, "removeProfileDialog"); } },
    };
}

std::vector<TourStep> lockOutScript(Application &application, const DemoPerson &person, int row)
{
    Application *app = &application;
    std::vector<TourStep> steps = connectSteps(app, {}, row);
    const auto lockedOut = [app] { return isVisible<QWidget>(*app, "codeWait"); };
    steps.push_back({ QStringLiteral("code-locked"), [app, person] { typeWrongCode(*app, person); },
                      [app, person, lockedOut] {
                          if (!isRefused(*app))
                              return false;
                          if (!lockedOut())
                              typeWrongCode(*app, person);
                          return lockedOut();
                      } });
    steps.push_back({ {},
                      [app] { click(*app, "codeBackButton"); },
                      [app] { return app->session().phase() == SignInPhase::SignedOut; } });
    return steps;
}

std::vector<TourStep> signInScript(Application &application, const DemoPerson &person, int row)
{
    Application *app = &application;
    std::vector<TourStep> steps = connectSteps(app, QStringLiteral("code"), row);
    steps.push_back({ QStringLiteral("code-refused"),
                      [app, person] { typeWrongCode(*app, person); },
                      [app] { return isRefused(*app); } });
    steps.push_back({ {},
                      [app] { click(*app, "demoCodeButton"); },
                      [app] {
                          // A code is good once: who was signed in just now waits for the next.
                          if (asksForCode(*app) && !isVisible<QWidget>(*app, "codeWait"))
                              click(*app, "demoCodeButton");
                          return app->session().isSignedIn();
                      } });
    return steps;
}

std::vector<TourStep> emptyScript(Application &application, const std::function<void()> &stopServer)
{
    Application *app = &application;
    const auto list = [app] { return find<ListPage>(*app, "accountList"); };
    return {
        { QStringLiteral("accounts-none"),
          [app] { app->window().workbench()->open(QStringLiteral("accounts")); },
          [list] { return list() && list()->model()->state() == ListState::Ready; } },
        { QStringLiteral("connection-lost"), stopServer,
          [app] { return isVisible<QWidget>(*app, "connectionBanner"); } },
        { QStringLiteral("accounts-failed"), [list] { list()->reload(); },
          [list] { return list()->model()->state() == ListState::Failed; } },
    };
}

} // namespace castellan
