// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/DemoPerson.h"

#include <QString>

#include <functional>
#include <vector>

namespace castellan {

class Application;

/// One step of the tour: do something, wait until it shows, and keep a picture of it.
struct TourStep {
    QString picture; ///< file name without ending; empty: no picture
    std::function<void()> act;
    std::function<bool()> shows; ///< asked again and again; empty: at once
};

/// What the tour visits while signed in with everything a role may do, in this order. The steps
/// find widgets by object name, as tests do.
std::vector<TourStep> tourScript(Application &application);

/// An enrolment from the reason to the summary, for real; whoever comes next in the list.
std::vector<TourStep> enrolScript(Application &application);

/// The console, locked.
std::vector<TourStep> lockScript(Application &application);

/// Before anybody signs in: the list of connections, one of them changed, and removed. The last one
/// has to be the person's own.
std::vector<TourStep> connectionsScript(Application &application);

/// Wrong codes until this person, who stands in that row of the connections, has to wait.
std::vector<TourStep> lockOutScript(Application &application, const DemoPerson &person, int row);

/// Signing in as this person, with a wrong code first.
std::vector<TourStep> signInScript(Application &application, const DemoPerson &person, int row);

/// Signed in where nobody is yet: how to begin, and what shows once that server is gone.
std::vector<TourStep> emptyScript(Application &application,
                                  const std::function<void()> &stopServer);

} // namespace castellan
