// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace castellan {

/// Tells accessibility what the kit's own widgets are: banners and toasts are alerts (screen
/// readers say them when they appear), chips are texts, QR codes are pictures, steps are list
/// items.
void installAccessibleRoles();

} // namespace castellan
