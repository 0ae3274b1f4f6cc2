// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace castellan {

/// Registers the embedded faces with the application; safe to call again.
/// "Castellan Sans" is Debian's Inter with tabular digits (resources/fonts).
void loadFonts();
/// From now on Qt does not warn of each font that it tries in vain for a script that ours does not
/// have: a name in Devanagari would be worth dozens of lines, and is shown all the same. All else
/// that is logged goes where it went.
void quietFontSearch();

/// The embedded family first, then the system's for other scripts.
QStringList sansFamilies();
QStringList monoFamilies();

} // namespace castellan
