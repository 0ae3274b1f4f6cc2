// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace castellan {

/// Registers the embedded faces with the application; safe to call again.
/// "Castellan Sans" is Debian's Inter with tabular digits (resources/fonts).
void loadFonts();

/// The embedded family first, then the system's for other scripts.
QStringList sansFamilies();
QStringList monoFamilies();

} // namespace castellan
