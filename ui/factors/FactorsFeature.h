// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace castellan {

class ActionCatalog;
class Clock;
class Connectivity;
class EnrolmentStore;
class SubjectChanges;
struct Toast;

/// What the feature needs from the composition root.
struct FactorsParts {
    EnrolmentStore &store;
    const Clock &clock;
    Connectivity &connectivity;
    SubjectChanges &changes;
    /// Tells the person who works here, once they are signed in again if they are not.
    std::function<void(const Toast &)> tell;
};

/// Offers enrolment for accounts.
void registerFactors(ActionCatalog &actions, const FactorsParts &parts);

} // namespace castellan
