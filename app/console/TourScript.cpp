// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/TourScript.h"

#include "app/console/Application.h"
#include "app/console/TourWidgets.h"
#include "models/base/Base32.h"
#include "models/base/Totp.h"
#include "models/lists/PagedModel.h"
#include "ui/factors/SecretText.h"
#include "ui/kit/Button.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/ListPage.h"
#include "ui/kit/ListView.h"
#include "ui/kit/ListWithDetail.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/WizardFrame.h"
#include "ui/shell/Workbench.h"

#include <QCheckBox>
#include <QJsonArray>

#include <memory>

namespace castellan {

using namespace tour;

namespace {

ListPage *accounts(Application &application)
{
    return find<ListPage>(application, "accountList");
}

bool listShows(Application &application)
{
    ListPage *list = accounts(application);
    return list && list->model()->state() == ListState::Ready && list->model()->facts().count()
        && !list->model()->facts().facets().isEmpty();
}

void filter(Application &application, const QString &text, const QStringList &facets,
            const QStringList &ranks = {})
{
    find<ListWithDetail>(application, "accountsSplit")->closeDetail();
    Filter wanted;
    if (!ranks.isEmpty())
        wanted.fields.insert(QStringLiteral("ranks"), QJsonArray::fromStringList(ranks));
    wanted.text = text;
    for (const QString &facet : facets)
        wanted.setFacet(facet, true);
    accounts(application)->applyFilter(wanted);
}

bool hasRows(Application &application, bool some)
{
    return listShows(application) && (accounts(application)->model()->rowCount() > 0) == some;
}

void openFirst(Application &application)
{
    PagedModel *model = accounts(application)->model();
    if (const ListRow *row = model->rowAt(0)) {
        accounts(application)->showRow(row->id);
        Q_EMIT accounts(application)->activated(row->id);
    }
}

bool detailShows(Application &application)
{
    const auto *chip = find<StateChip>(application, "accountState");
    return chip && chip->isVisible() && !chip->word().isEmpty();
}

WizardFrame *wizard(Application &application)
{
    return find<WizardFrame>(application, "enrolWizard");
}

bool wizardAt(Application &application, const char *page)
{
    const WizardFrame *frame = wizard(application);
    return frame && frame->isVisible() && frame->current() == QLatin1String(page)
        && frame->primaryButton()->isVisible();
}

/// The tour plays the phone: it reads the key off the screen, as a person would.
QByteArray readKey(Application &application)
{
    return find<SecretText>(application, "keyText")->spoken().simplified().toLatin1();
}

void typeCode(Application &application, const QByteArray &key)
{
    const Result<Secret> seed = Base32::decode(key);
    if (auto *code = wizard(application)->findChild<CodeField *>(); code && seed)
        code->fill(Secret::fromUtf16(
            Totp::code(seed.value().view(), Totp::timeStep(QDateTime::currentDateTimeUtc()))));
}

} // namespace

std::vector<TourStep> tourScript(Application &application)
{
    Application *app = &application;
    const auto always = [] { return true; };
    return {
        { QStringLiteral("accounts"),
          [app] { app->window().workbench()->open(QStringLiteral("accounts")); },
          [app] { return listShows(*app); } },
        { QStringLiteral("accounts-detail"),
          [app] { filter(*app, {}, { QStringLiteral("locked") }); },
          [app] {
              if (!hasRows(*app, true))
                  return false;
              if (!detailShows(*app))
                  openFirst(*app);
              return detailShows(*app);
          } },
        { QStringLiteral("accounts-empty"), [app] { filter(*app, QStringLiteral("zzzz"), {}); },
          [app] { return hasRows(*app, false); } },
        { QStringLiteral("accounts-filtered"), [app] { filter(*app, QStringLiteral("an"), {}); },
          [app] { return hasRows(*app, true); } },
        { QStringLiteral("palette"), [app] { app->window().showPalette(); }, always },
        { {}, [app] { app->window().closeDialogs(); }, always },
        { QStringLiteral("settings"),
          [app] { app->window().workbench()->open(QStringLiteral("settings")); },
          [app] { return isVisible<QWidget>(*app, "settingsPage"); } },
        { QStringLiteral("licences"), [app] { click(*app, "licencesButton"); },
          [app] { return isVisible<QWidget>(*app, "licencesDialog"); } },
        { {},
          [app] { app->window().closeDialogs(); },
          [app] { return !isVisible<QWidget>(*app, "licencesDialog"); } },
    };
}

std::vector<TourStep> enrolScript(Application &application)
{
    Application *app = &application;
    const auto key = std::make_shared<QByteArray>();
    return {
        { {},
          [app] {
              app->window().workbench()->open(QStringLiteral("accounts"));
              filter(*app, {}, { QStringLiteral("no_factor") }, { QStringLiteral("user") });
          },
          [app] { return hasRows(*app, true); } },
        { QStringLiteral("enrol-reason"), [app] { openFirst(*app); },
          [app] {
              if (!wizard(*app) && detailShows(*app))
                  click(*app, "factors.enrol");
              // The screen is the picture's here, not the one that a test platform pretends.
              if (wizard(*app))
                  wizard(*app)->resize(WizardFrame::usualSize().boundedTo(app->window().size()));
              return wizardAt(*app, "reason");
          } },
        { QStringLiteral("enrol-scan"), [app] { wizard(*app)->primaryButton()->click(); },
          [app] { return wizardAt(*app, "scan"); } },
        { QStringLiteral("enrol-confirm"),
          [app, key] {
              *key = readKey(*app);
              wizard(*app)->primaryButton()->click();
          },
          [app] { return wizardAt(*app, "confirm"); } },
        { QStringLiteral("enrol-codes"), [app, key] { typeCode(*app, *key); },
          [app] { return wizardAt(*app, "codes"); } },
        { QStringLiteral("enrol-done"),
          [app] {
              find<QCheckBox>(*app, "handedOver")->setChecked(true);
              wizard(*app)->primaryButton()->click();
          },
          [app] { return wizardAt(*app, "done"); } },
        { {},
          [app] { wizard(*app)->primaryButton()->click(); },
          [app] { return !isVisible<QWidget>(*app, "enrolWizard"); } },
    };
}

std::vector<TourStep> lockScript(Application &application)
{
    Application *app = &application;
    return {
        { QStringLiteral("locked"), [app] { app->window().lock(); },
          [app] { return isVisible<QWidget>(*app, "passwordPane"); } },
    };
}

} // namespace castellan
