// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Clock.h"
#include "models/base/QrCode.h"
#include "ui/kit/Button.h"
#include "ui/kit/ChoiceBox.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/DialogFrame.h"
#include "ui/kit/FlowRow.h"
#include "ui/kit/GalleryPage.h"
#include "ui/kit/GalleryParts.h"
#include "ui/kit/GallerySamples.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/QrView.h"
#include "ui/kit/TimeLabels.h"
#include "ui/kit/WizardFrame.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace castellan {

namespace {

QWidget *scanSide(const Clock &clock)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::kStep);
    column->addWidget(
        new PlainLabel(GalleryPage::tr("Can't scan? Type this key"), TextRole::BodyStrong));
    column->addWidget(new MonoText(QStringLiteral("JBSW Y3DP EHPK 3PXP\nJBSW Y3DP EHPK 3PXP")));
    column->addWidget(new PlainLabel(GalleryPage::tr("Time-based, SHA-1, 6 digits, 30 s"),
                                     TextRole::Secondary, Tone::Muted));
    auto *left = new CountdownChip(clock);
    left->start(clock.utcNow().addSecs(102),
                [](const QString &time) { return GalleryPage::tr("Hidden in %1").arg(time); });
    column->addWidget(left);
    auto *fresh = new Button(GalleryPage::tr("New code"));
    fresh->setIconName(QStringLiteral("view-refresh"));
    column->addWidget(fresh, 0, Qt::AlignLeading);
    column->addStretch();
    return side;
}

QWidget *scanPage(const Clock &clock)
{
    auto *scan = new QWidget;
    auto *row = new FlowRow(scan);
    row->setSpacing(metric::kPageMargin);
    auto *qr = new QrView;
    if (auto code = QrCode::encode("otpauth://totp/Castellan:chen.wei?secret=JBSWY3DPEHPK3PXPJBSW"))
        qr->setCode(std::move(code).value(), GalleryPage::tr("QR code for Chen Wei"));
    row->addWidget(qr);
    row->addWidget(scanSide(clock));
    return scan;
}

} // namespace

std::unique_ptr<WizardFrame> sampleWizard(const Clock &clock)
{
    auto wizard = std::make_unique<WizardFrame>(GalleryPage::tr("Enrol second factor"), nullptr);
    wizard->setAttribute(Qt::WA_DeleteOnClose, false);
    auto *reason = new QLineEdit;
    reason->setAccessibleName(GalleryPage::tr("Reason"));
    wizard->addPage({ QStringLiteral("person"),
                      GalleryPage::tr("Person and reason"),
                      GalleryPage::tr("Who, and why"),
                      {},
                      GalleryPage::tr("Show the QR code"),
                      reason });
    wizard->addPage({ QStringLiteral("scan"), GalleryPage::tr("Scan"),
                      GalleryPage::tr("Scan with the authenticator"),
                      GalleryPage::tr("Ask Chen Wei to open an authenticator app and scan this "
                                      "code. It is shown once, for 2 minutes, and hidden when "
                                      "this window loses focus."),
                      GalleryPage::tr("Scanned, continue"), scanPage(clock) });
    wizard->addPage({ QStringLiteral("confirm"),
                      GalleryPage::tr("Confirm"),
                      GalleryPage::tr("Confirm with a code"),
                      {},
                      GalleryPage::tr("Confirm"),
                      new CodeField });
    wizard->addPage({ QStringLiteral("codes"),
                      GalleryPage::tr("Recovery codes"),
                      GalleryPage::tr("Recovery codes"),
                      {},
                      GalleryPage::tr("Handed over"),
                      new QWidget });
    wizard->addPage({ QStringLiteral("done"),
                      GalleryPage::tr("Done"),
                      GalleryPage::tr("Done"),
                      {},
                      GalleryPage::tr("Close"),
                      new QWidget });
    wizard->goTo(QStringLiteral("scan"));
    return wizard;
}

std::unique_ptr<DialogFrame> sampleDialog()
{
    auto dialog = std::make_unique<DialogFrame>(
        GalleryPage::tr("Reset the second factor of Björn Þórsson"), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setWhy(GalleryPage::tr("1 factor and 10 recovery codes go, 2 sessions end, and he has "
                                   "to enrol again."));
    auto *reason = new ChoiceBox;
    reason->setAccessibleName(GalleryPage::tr("Reason"));
    reason->addItems({ GalleryPage::tr("Phone lost or broken"), GalleryPage::tr("New phone") });
    dialog->body()->addWidget(new PlainLabel(GalleryPage::tr("Reason"), TextRole::BodyStrong));
    dialog->body()->addWidget(reason);
    dialog->body()->addWidget(new PlainLabel(GalleryPage::tr("Ticket"), TextRole::BodyStrong));
    auto *ticket = new QLineEdit;
    ticket->setObjectName(QStringLiteral("ticket"));
    ticket->setAccessibleName(GalleryPage::tr("Ticket"));
    dialog->body()->addWidget(ticket);
    dialog->setPrimary(GalleryPage::tr("Reset"), true);
    return dialog;
}

/// The frames as parts of the page, in place of windows of their own.
QWidget *gallery::frames(const Clock &clock)
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kCardGap);
    WizardFrame *wizard = sampleWizard(clock).release();
    wizard->setParent(widget, Qt::Widget);
    wizard->setMinimumHeight(wizard->height());
    DialogFrame *dialog = sampleDialog().release();
    dialog->setParent(widget, Qt::Widget);
    for (QWidget *frame : { static_cast<QWidget *>(wizard), static_cast<QWidget *>(dialog) }) {
        frame->setMaximumWidth(theme().scaled(760));
        auto *row = new QHBoxLayout; // as wide as a window, at the leading edge
        row->addWidget(frame, 1000);
        row->addStretch(1);
        layout->addLayout(row);
    }
    return widget;
}

} // namespace castellan
