// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/CommandPalette.h"
#include "ui/kit/GalleryPage.h"
#include "ui/kit/GalleryParts.h"
#include "ui/kit/GallerySamples.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Sidebar.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/ToastHost.h"

#include <QHBoxLayout>

namespace castellan {

namespace {

void addSamplePages(PageRegistry &pages)
{
    pages.add(samplePage(QStringLiteral("overview"), GalleryPage::tr("Overview"),
                         QStringLiteral("view-list-details"), 1));
    pages.add(samplePage(QStringLiteral("accounts"), GalleryPage::tr("Accounts"),
                         QStringLiteral("system-users"), 2));
    pages.add(samplePage(QStringLiteral("sessions"), GalleryPage::tr("Sessions"),
                         QStringLiteral("network-connect"), 3));
    pages.add(samplePage(QStringLiteral("monitoring"), GalleryPage::tr("Monitoring"),
                         QStringLiteral("view-statistics"), 4));
    pages.add(samplePage(QStringLiteral("operators"), GalleryPage::tr("Operators"),
                         QStringLiteral("user-properties"), 5));
    pages.setBadge(QStringLiteral("sessions"), { QStringLiteral("1,284"), State::None, {} });
    pages.setBadge(QStringLiteral("monitoring"),
                   { QStringLiteral("2"), State::Critical, GalleryPage::tr("2 alerts firing") });
}

void addSampleActions(ActionCatalog &actions)
{
    ActionSpec enrol;
    enrol.id = QStringLiteral("factors.enrol");
    enrol.text = GalleryPage::tr("&Enrol…");
    enrol.icon = QStringLiteral("list-add");
    enrol.shortcut = QKeySequence(Qt::CTRL | Qt::Key_E);
    enrol.weight = ActionWeight::Primary;
    enrol.order = 1;
    enrol.run = [](const Subject &, QWidget *) {};
    actions.add(enrol);
    ActionSpec reset;
    reset.id = QStringLiteral("factors.reset");
    reset.text = GalleryPage::tr("&Reset…");
    reset.icon = QStringLiteral("edit-undo");
    reset.neededRight = QStringLiteral("otp_reset");
    reset.weight = ActionWeight::Destructive;
    reset.order = 2;
    reset.run = [](const Subject &, QWidget *) {};
    actions.add(reset);
}

/// The window as a part of the gallery, with its palette open.
class WindowPart : public SampleWindow {
public:
    WindowPart()
        : SampleWindow(true)
    {
        setMinimumHeight(theme().scaled(640));
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        SampleWindow::showEvent(event);
        // Queued: whatever shows after this would take the focus, and the palette closes then.
        QMetaObject::invokeMethod(
            this, [this] { palette->popUp({}); }, Qt::QueuedConnection);
    }
};

} // namespace

PageSpec samplePage(const QString &id, const QString &title, const QString &icon, int order)
{
    return { id, title, icon, {}, order, {}, {}, [](QWidget *parent) { return new Page(parent); } };
}

SampleWindow::SampleWindow(bool narrow)
    : pages(rights)
    , actions(rights)
    , sidebar(new Sidebar(pages))
{
    addSamplePages(pages);
    addSampleActions(actions);
    resize(narrow ? 860 : 1000, 640);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    sidebar->setNarrow(narrow);
    sidebar->setCurrent(QStringLiteral("accounts"));
    sidebar->addFootItem(GalleryPage::tr("Settings"), QStringLiteral("configure"));
    sidebar->addFootItem(GalleryPage::tr("Lock"), QStringLiteral("system-lock-screen"));
    sidebar->addToFoot(new StateChip(State::Good, QStringLiteral("db.example.org · TLS")));
    sidebar->addToFoot(new PlainLabel(GalleryPage::tr("helpdesk1 · locks in 14:20"),
                                      TextRole::Secondary, Tone::Muted));
    layout->addWidget(sidebar);
    layout->addStretch(1);
    toasts = new ToastHost(this);
    toasts->post({ State::Good, GalleryPage::tr("Chen Wei is enrolled."), {}, {} });
    toasts->post({ State::Critical,
                   GalleryPage::tr("The connection was lost. Nothing was changed."),
                   {},
                   {} });
    toasts->post({ State::Information,
                   GalleryPage::tr("3 sessions of Björn Þórsson ended."),
                   GalleryPage::tr("Show"),
                   {} });
    palette = new CommandPalette(pages, actions, navigator, this);
}

SampleWindow::~SampleWindow() = default;

QWidget *gallery::window()
{
    return new WindowPart;
}

} // namespace castellan
