// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"
#include "models/base/QrCode.h"
#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Button.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/CommandPalette.h"
#include "ui/kit/DialogFrame.h"
#include "ui/kit/FlowRow.h"
#include "ui/kit/Navigator.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/QrView.h"
#include "ui/kit/Rights.h"
#include "ui/kit/Sidebar.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/TimeLabels.h"
#include "ui/kit/ToastHost.h"
#include "ui/kit/WizardFrame.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <memory>
#include <utility>
#include <vector>

namespace castellan {

/// A navigator that only remembers.
class RecordingNavigator : public Navigator {
public:
    void open(const Subject &subject) override { subjects.append(subject); }
    bool open(const QString &page) override
    {
        pages.append(page);
        return true;
    }
    bool open(const QString &page, const Filter &) override { return open(page); }

    QList<Subject> subjects;
    QStringList pages;
};

inline PageSpec samplePage(const QString &id, const QString &title, const QString &icon, int order)
{
    return { id, title, icon, {}, order, {}, {}, [](QWidget *parent) { return new Page(parent); } };
}

inline void addSamplePages(PageRegistry &pages)
{
    pages.add(samplePage(QStringLiteral("overview"), QStringLiteral("Overview"),
                         QStringLiteral("view-list-details"), 1));
    pages.add(samplePage(QStringLiteral("accounts"), QStringLiteral("Accounts"),
                         QStringLiteral("system-users"), 2));
    pages.add(samplePage(QStringLiteral("sessions"), QStringLiteral("Sessions"),
                         QStringLiteral("network-connect"), 3));
    pages.add(samplePage(QStringLiteral("monitoring"), QStringLiteral("Monitoring"),
                         QStringLiteral("view-statistics"), 4));
    pages.add(samplePage(QStringLiteral("operators"), QStringLiteral("Operators"),
                         QStringLiteral("user-properties"), 5));
    pages.setBadge(QStringLiteral("sessions"), { QStringLiteral("1,284"), State::None, {} });
    pages.setBadge(QStringLiteral("monitoring"),
                   { QStringLiteral("2"), State::Critical, QStringLiteral("2 alerts firing") });
}

/// A window with sidebar, toasts and palette, as the shell makes it.
class SampleWindow : public QWidget {
public:
    explicit SampleWindow(bool narrow)
        : pages(rights)
        , actions(rights)
    {
        addSamplePages(pages);
        actions.add({ QStringLiteral("factors.enrol"),
                      QStringLiteral("&Enrol…"),
                      QStringLiteral("list-add"),
                      QKeySequence(Qt::CTRL | Qt::Key_E),
                      {},
                      {},
                      ActionWeight::Primary,
                      1,
                      {},
                      [](const Subject &, QWidget *) {} });
        actions.add({ QStringLiteral("factors.reset"),
                      QStringLiteral("&Reset…"),
                      QStringLiteral("edit-undo"),
                      {},
                      {},
                      QStringLiteral("otp_reset"),
                      ActionWeight::Destructive,
                      2,
                      {},
                      [](const Subject &, QWidget *) {} });
        resize(narrow ? 860 : 1000, 640);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        sidebar = new Sidebar(pages);
        sidebar->setNarrow(narrow);
        sidebar->setCurrent(QStringLiteral("accounts"));
        sidebar->addFootItem(QStringLiteral("Settings"), QStringLiteral("configure"));
        sidebar->addFootItem(QStringLiteral("Lock"), QStringLiteral("system-lock-screen"));
        sidebar->addToFoot(new StateChip(State::Good, QStringLiteral("db.example.org · TLS")));
        sidebar->addToFoot(new PlainLabel(QStringLiteral("helpdesk1 · locks in 14:20"),
                                          TextRole::Secondary, Tone::Muted));
        layout->addWidget(sidebar);
        layout->addStretch(1);
        toasts = new ToastHost(this);
        toasts->post({ State::Good, QStringLiteral("Chen Wei is enrolled."), {}, {} });
        toasts->post({ State::Critical,
                       QStringLiteral("The connection was lost. Nothing was changed."),
                       {},
                       {} });
        toasts->post({ State::Information,
                       QStringLiteral("3 sessions of Björn Þórsson ended."),
                       QStringLiteral("Show"),
                       {} });
        palette = new CommandPalette(pages, actions, navigator, this);
    }

    Rights rights;
    PageRegistry pages;
    ActionCatalog actions;
    RecordingNavigator navigator;
    Sidebar *sidebar;
    ToastHost *toasts;
    CommandPalette *palette;
};

inline std::unique_ptr<WizardFrame> sampleWizard(const Clock &clock)
{
    auto wizard = std::make_unique<WizardFrame>(QStringLiteral("Enrol second factor"), nullptr);
    wizard->setAttribute(Qt::WA_DeleteOnClose, false);
    wizard->addPage({ QStringLiteral("person"),
                      QStringLiteral("Person and reason"),
                      QStringLiteral("Who, and why"),
                      {},
                      QStringLiteral("Show the QR code"),
                      new QLineEdit });
    auto *scan = new QWidget;
    auto *row = new FlowRow(scan);
    row->setSpacing(24);
    auto *qr = new QrView;
    if (auto code = QrCode::encode("otpauth://totp/Castellan:chen.wei?secret=JBSWY3DPEHPK3PXPJBSW"))
        qr->setCode(std::move(code).value(), QStringLiteral("QR code for Chen Wei"));
    row->addWidget(qr);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(
        new PlainLabel(QStringLiteral("Can't scan? Type this key"), TextRole::BodyStrong));
    column->addWidget(new MonoText(QStringLiteral("JBSW Y3DP EHPK 3PXP\nJBSW Y3DP EHPK 3PXP")));
    column->addWidget(new PlainLabel(QStringLiteral("Time-based, SHA-1, 6 digits, 30 s"),
                                     TextRole::Secondary, Tone::Muted));
    auto *left = new CountdownChip(clock);
    left->start(clock.utcNow().addSecs(102),
                [](const QString &time) -> QString { return QStringLiteral("Hidden in ") + time; });
    column->addWidget(left);
    auto *fresh = new Button(QStringLiteral("New code"));
    fresh->setIconName(QStringLiteral("view-refresh"));
    column->addWidget(fresh, 0, Qt::AlignLeading);
    column->addStretch();
    row->addWidget(side);
    wizard->addPage({ QStringLiteral("scan"), QStringLiteral("Scan"),
                      QStringLiteral("Scan with the authenticator"),
                      QStringLiteral("Ask Chen Wei to open an authenticator app and scan this "
                                     "code. It is shown once, for 2 minutes, and hidden when "
                                     "this window loses focus."),
                      QStringLiteral("Scanned, continue"), scan });
    wizard->addPage({ QStringLiteral("confirm"),
                      QStringLiteral("Confirm"),
                      QStringLiteral("Confirm with a code"),
                      {},
                      QStringLiteral("Confirm"),
                      new CodeField });
    wizard->addPage({ QStringLiteral("codes"),
                      QStringLiteral("Recovery codes"),
                      QStringLiteral("Recovery codes"),
                      {},
                      QStringLiteral("Handed over"),
                      new QWidget });
    wizard->addPage({ QStringLiteral("done"),
                      QStringLiteral("Done"),
                      QStringLiteral("Done"),
                      {},
                      QStringLiteral("Close"),
                      new QWidget });
    wizard->goTo(QStringLiteral("scan"));
    return wizard;
}

inline std::unique_ptr<DialogFrame> sampleDialog()
{
    auto dialog = std::make_unique<DialogFrame>(
        QStringLiteral("Reset the second factor of Björn Þórsson"), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setWhy(QStringLiteral("1 factor and 10 recovery codes go, 2 sessions end, and he has "
                                  "to enrol again."));
    auto *reason = new QComboBox;
    reason->setAccessibleName(QStringLiteral("Reason"));
    reason->addItems({ QStringLiteral("Phone lost or broken"), QStringLiteral("New phone") });
    dialog->body()->addWidget(new PlainLabel(QStringLiteral("Reason"), TextRole::BodyStrong));
    dialog->body()->addWidget(reason);
    dialog->body()->addWidget(new PlainLabel(QStringLiteral("Ticket"), TextRole::BodyStrong));
    auto *ticket = new QLineEdit;
    ticket->setObjectName(QStringLiteral("ticket"));
    ticket->setAccessibleName(QStringLiteral("Ticket"));
    dialog->body()->addWidget(ticket);
    dialog->setPrimary(QStringLiteral("Reset"), true);
    return dialog;
}

/// Windows that are no part of a page.
inline std::vector<std::pair<QString, std::unique_ptr<QWidget>>> kitSamples(const Clock &clock)
{
    std::vector<std::pair<QString, std::unique_ptr<QWidget>>> samples;
    samples.emplace_back(QStringLiteral("wizard"), sampleWizard(clock));
    auto lost = sampleWizard(clock);
    lost->setConnectionLost(QStringLiteral("What you did is kept. It goes on when the server "
                                           "answers again."));
    samples.emplace_back(QStringLiteral("wizard-lost"), std::move(lost));
    auto leaving = sampleWizard(clock);
    leaving->setDirty(true,
                      QStringLiteral("The QR code was shown. If you leave, it is worthless."));
    leaving->show();
    leaving->reject();
    samples.emplace_back(QStringLiteral("wizard-leaving"), std::move(leaving));
    samples.emplace_back(QStringLiteral("dialog"), sampleDialog());
    auto asking = sampleDialog();
    asking->setDirty(true);
    asking->show();
    asking->reject();
    samples.emplace_back(QStringLiteral("dialog-asking"), std::move(asking));
    samples.emplace_back(QStringLiteral("window"), std::make_unique<SampleWindow>(false));
    auto narrow = std::make_unique<SampleWindow>(true);
    narrow->show();
    narrow->palette->popUp({});
    samples.emplace_back(QStringLiteral("window-palette"), std::move(narrow));
    auto history = std::make_unique<SampleWindow>(true);
    history->show();
    history->toasts->toggleHistory();
    samples.emplace_back(QStringLiteral("window-messages"), std::move(history));
    return samples;
}

} // namespace castellan
