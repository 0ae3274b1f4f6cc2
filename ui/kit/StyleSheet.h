// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace castellan {

class Theme;

/// The template of the one style sheet, from the resources.
QString readStyleSheet();

/// Fills in the placeholders:
///   ${controlEdge}   a colour role
///   ${scaled:32-2}   pixels that grow with the text, less a fixed number of pixels
/// One that is not known stays as it is and is logged; a test looks for them.
QString fillStyleSheet(const QString &text, const Theme &theme);

} // namespace castellan
