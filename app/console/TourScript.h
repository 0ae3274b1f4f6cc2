// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// An enrolment from the reason to the summary; once a workspace, since it is for real.
std::vector<TourStep> enrolScript(Application &application);

/// The console, locked.
std::vector<TourStep> lockScript(Application &application);

/// Signing in as the demo's person at this place of the list.
std::vector<TourStep> signInScript(Application &application, int person);

} // namespace castellan
