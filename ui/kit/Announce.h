// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace castellan {

/// Has a screen reader say this now: an accessibility alert raised from the widget, which is called
/// so for as long as that takes and then has its own name again, if it had one.
void announce(QWidget *source, const QString &text);

} // namespace castellan
