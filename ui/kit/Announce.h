// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace castellan {

/// Has a screen reader say this now (an accessibility alert raised from the widget).
void announce(QWidget *source, const QString &text);

} // namespace castellan
