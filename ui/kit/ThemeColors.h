// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/State.h"

#include <QColor>
#include <QLatin1String>
#include <QList>

namespace castellan {

/// Every colour of the console has one of these names; no other file writes a colour down.
enum class ColorRole {
    Window, ///< behind everything
    Surface, ///< cards, lists, fields, side panes
    Text,
    Muted, ///< secondary text and placeholders
    Hairline,
    ControlEdge, ///< edges of buttons and fields
    Accent, ///< also links and the focus ring
    OnAccent,
    Selected, ///< ground of the selected row
    GoodText,
    GoodGround,
    WarningText,
    WarningGround,
    CriticalText,
    CriticalGround,
    InformationText,
    InformationGround,
    NoneText,
    NoneGround,
    Hover, ///< ground of a control or row under the pointer
    Pressed,
    AccentHover,
    AccentPressed,
    CriticalHover,
    CriticalPressed,
    DisabledText,
    DisabledGround,
    DisabledEdge,
    TooltipGround,
    TooltipText,
    Skeleton, ///< placeholder bars while something loads
    Shadow, ///< translucent; under menus and toasts only
    Scrim, ///< translucent; over what can't be used now
    Chart1,
    Chart2,
    Chart3,
    Chart4,
    Chart5,
    Chart6,
    Chart7,
    Chart8,
};
inline constexpr int kColorRoleCount = int(ColorRole::Chart8) + 1;
inline constexpr int kChartColorCount = 8;

enum class ColorScheme { Light, Dark };

/// The tables of the two schemes. High contrast draws muted text and hairlines as strongly as text
/// and control edges.
QColor themeColor(ColorScheme scheme, ColorRole role, bool highContrast = false);

/// The name by which the style sheet asks for the role: "controlEdge".
QLatin1String colorRoleName(ColorRole role);

/// Text and ground of a state.
ColorRole stateTextRole(State state);
ColorRole stateGroundRole(State state);

/// The n-th series of a chart, n < kChartColorCount.
ColorRole chartRole(int series);

/// WCAG 2.1 contrast ratio, 1 to 21, of two opaque colours.
double contrastRatio(const QColor &a, const QColor &b);

/// Two roles that meet on the screen, with the least contrast they must have.
struct ColorPair {
    ColorRole front;
    ColorRole ground;
    double least;
};

/// Every pair the kit draws: text at 4.5, edges of controls, marks and chart lines at 3.
QList<ColorPair> colorPairs();

} // namespace castellan
