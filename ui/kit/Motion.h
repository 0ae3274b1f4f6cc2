// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace castellan {

/// Fades a widget in, in at most 120 ms; at once with reduced motion.
void fadeIn(QWidget *widget);

} // namespace castellan
