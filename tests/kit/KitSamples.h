// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Clock.h"
#include "ui/kit/CommandPalette.h"
#include "ui/kit/DialogFrame.h"
#include "ui/kit/GallerySamples.h"
#include "ui/kit/Sidebar.h"
#include "ui/kit/ToastHost.h"
#include "ui/kit/WizardFrame.h"

#include <memory>
#include <utility>
#include <vector>

namespace castellan {

/// The frames as windows, in more states than the gallery shows.
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
