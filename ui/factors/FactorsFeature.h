// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace castellan {

class ActionCatalog;
class Clock;
class Connectivity;
class EnrolmentStore;

/// What the feature needs from the composition root.
struct FactorsParts {
    EnrolmentStore &store;
    const Clock &clock;
    Connectivity &connectivity;
};

/// Offers enrolment for accounts.
void registerFactors(ActionCatalog &actions, const FactorsParts &parts);

} // namespace castellan
