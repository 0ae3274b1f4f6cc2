// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ThemeColors.h"

#include <QIcon>
#include <QPixmap>
#include <QStringList>

namespace castellan {

/// One of the icons of resources/icons/icons.txt in a colour of the theme: follows theme changes by
/// itself, is drawn for the screen's pixel ratio, greys out when disabled, and is mirrored in
/// right-to-left layouts where it points. An unknown name gives an empty icon and is logged.
QIcon icon(const QString &name, ColorRole role = ColorRole::Text);

/// The same as a pixmap of exactly this size (logical pixels).
QPixmap iconPixmap(const QString &name, int size, qreal pixelRatio,
                   ColorRole role = ColorRole::Text);

/// The application's own icon (shield and keep), in its colours at every size.
QIcon applicationIcon();
/// Its mark for headings: drawn in the accent colour.
QPixmap applicationMark(int size, qreal pixelRatio);

/// The embedded names.
QStringList iconNames();

} // namespace castellan
