// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ThemeColors.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace castellan {

namespace {

struct RoleRow {
    ColorRole role;
    const char *name;
    QRgb light;
    QRgb dark;
};

// One row a role, in the order of the enum (checked below).
constexpr std::array<RoleRow, kColorRoleCount> kRoles { {
    { ColorRole::Window, "window", 0xFFF5F6F8, 0xFF14181F },
    { ColorRole::Surface, "surface", 0xFFFFFFFF, 0xFF1C222B },
    { ColorRole::Text, "text", 0xFF1B2430, 0xFFE6EAF0 },
    { ColorRole::Muted, "muted", 0xFF5A6675, 0xFF9AA6B5 },
    { ColorRole::Hairline, "hairline", 0xFFDDE2E8, 0xFF303846 },
    { ColorRole::ControlEdge, "controlEdge", 0xFF7F8A99, 0xFF6B778A },
    { ColorRole::Accent, "accent", 0xFF2456C7, 0xFF7FA8FF },
    { ColorRole::OnAccent, "onAccent", 0xFFFFFFFF, 0xFF0E1420 },
    { ColorRole::Selected, "selected", 0xFFEAF0FD, 0xFF22304C },
    { ColorRole::GoodText, "goodText", 0xFF177245, 0xFF5FD08F },
    { ColorRole::GoodGround, "goodGround", 0xFFE3F5EA, 0xFF173526 },
    { ColorRole::WarningText, "warningText", 0xFF9A5B00, 0xFFF2B45A },
    { ColorRole::WarningGround, "warningGround", 0xFFFDF1DC, 0xFF3A2C12 },
    { ColorRole::CriticalText, "criticalText", 0xFFC0292F, 0xFFFF8A87 },
    { ColorRole::CriticalGround, "criticalGround", 0xFFFDE8E8, 0xFF44201F },
    { ColorRole::InformationText, "informationText", 0xFF2456C7, 0xFF7FA8FF },
    { ColorRole::InformationGround, "informationGround", 0xFFE6EDFC, 0xFF1C2C4D },
    { ColorRole::NoneText, "noneText", 0xFF5A6675, 0xFF9AA6B5 },
    { ColorRole::NoneGround, "noneGround", 0xFFF5F6F8, 0xFF14181F },
    { ColorRole::Hover, "hover", 0xFFEEF1F5, 0xFF262E3A },
    { ColorRole::Pressed, "pressed", 0xFFE2E7EE, 0xFF313B4A },
    { ColorRole::AccentHover, "accentHover", 0xFF1D48A8, 0xFF9ABBFF },
    { ColorRole::AccentPressed, "accentPressed", 0xFF173B8C, 0xFFB5CDFF },
    { ColorRole::CriticalHover, "criticalHover", 0xFFFDE8E8, 0xFF3A2226 },
    { ColorRole::CriticalPressed, "criticalPressed", 0xFFFBDFDF, 0xFF4A2527 },
    { ColorRole::DisabledText, "disabledText", 0xFF8B95A3, 0xFF667182 },
    { ColorRole::DisabledGround, "disabledGround", 0xFFEFF1F4, 0xFF20262F },
    { ColorRole::DisabledEdge, "disabledEdge", 0xFFCDD4DC, 0xFF39424F },
    { ColorRole::TooltipGround, "tooltipGround", 0xFF1B2430, 0xFF303846 },
    { ColorRole::TooltipText, "tooltipText", 0xFFFFFFFF, 0xFFE6EAF0 },
    { ColorRole::Skeleton, "skeleton", 0xFFE8ECF1, 0xFF29313C },
    { ColorRole::Shadow, "shadow", 0x2E0E1420, 0x80000000 },
    { ColorRole::Scrim, "scrim", 0xD9F5F6F8, 0xD914181F },
    { ColorRole::Chart1, "chart1", 0xFF2456C7, 0xFF7FA8FF },
    { ColorRole::Chart2, "chart2", 0xFFC2860C, 0xFFEB5910 },
    { ColorRole::Chart3, "chart3", 0xFF9C2A81, 0xFFFFCE43 },
    { ColorRole::Chart4, "chart4", 0xFF009DD1, 0xFF2F8A5B },
    { ColorRole::Chart5, "chart5", 0xFF005132, 0xFFFF96A4 },
    { ColorRole::Chart6, "chart6", 0xFFF44B82, 0xFF5EDAFF },
    { ColorRole::Chart7, "chart7", 0xFF625500, 0xFF975DA9 },
    { ColorRole::Chart8, "chart8", 0xFF1B2430, 0xFFE6EAF0 },
} };

constexpr bool rolesAreInOrder()
{
    for (size_t i = 0; i < kRoles.size(); ++i) {
        if (size_t(kRoles[i].role) != i)
            return false;
    }
    return true;
}
static_assert(rolesAreInOrder());

ColorRole strengthened(ColorRole role)
{
    switch (role) {
    case ColorRole::Muted:
    case ColorRole::NoneText:
        return ColorRole::Text;
    case ColorRole::Hairline:
    case ColorRole::DisabledEdge:
        return ColorRole::ControlEdge;
    case ColorRole::ControlEdge:
    case ColorRole::DisabledText:
        return ColorRole::Muted;
    default:
        return role;
    }
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

QColor themeColor(ColorScheme scheme, ColorRole role, bool highContrast)
{
    const RoleRow &row = kRoles[size_t(highContrast ? strengthened(role) : role)];
    return QColor::fromRgba(scheme == ColorScheme::Dark ? row.dark : row.light);
}

QLatin1String colorRoleName(ColorRole role)
{
    return QLatin1String(kRoles[size_t(role)].name);
}

ColorRole stateTextRole(State state)
{
    return ColorRole(int(ColorRole::GoodText) + 2 * int(state));
}

ColorRole stateGroundRole(State state)
{
    return ColorRole(int(ColorRole::GoodGround) + 2 * int(state));
}

ColorRole chartRole(int series)
{
    return ColorRole(int(ColorRole::Chart1) + std::clamp(series, 0, kChartColorCount - 1));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QList<ColorPair> colorPairs()
{
    using R = ColorRole;
    constexpr double kText = 4.5;
    constexpr double kEdge = 3.0;
    QList<ColorPair> pairs;
    const auto on = [&](R front, std::initializer_list<R> grounds, double least) {
        for (const R ground : grounds)
            pairs.append({ front, ground, least });
    };
    on(R::Text, { R::Window, R::Surface, R::Selected, R::Hover, R::Pressed }, kText);
    on(R::Muted, { R::Window, R::Surface, R::Selected, R::Hover }, kText);
    on(R::Accent, { R::Window, R::Surface, R::Selected, R::Hover }, kText);
    on(R::OnAccent, { R::Accent, R::AccentHover, R::AccentPressed }, kText);
    on(R::CriticalText, { R::Window, R::Surface, R::Selected, R::Hover }, kText);
    on(R::CriticalText, { R::CriticalHover, R::CriticalPressed }, kText);
    on(R::WarningText, { R::Window, R::Surface }, kText);
    on(R::GoodText, { R::Window, R::Surface }, kText);
    on(R::TooltipText, { R::TooltipGround }, kText);
    for (const State state :
         { State::Good, State::Warning, State::Critical, State::Information, State::None }) {
        on(stateTextRole(state), { stateGroundRole(state) }, kText);
        on(R::Text, { stateGroundRole(state) }, kText);
    }
    on(R::ControlEdge, { R::Window, R::Surface, R::Hover }, kEdge);
    on(R::Accent, { R::Window, R::Surface }, kEdge);
    for (int series = 0; series < kChartColorCount; ++series)
        on(chartRole(series), { R::Surface }, kEdge);
    return pairs;
}

} // namespace castellan
