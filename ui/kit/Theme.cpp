// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Theme.h"

#include "ui/kit/AccessibleRoles.h"
#include "ui/kit/Fonts.h"
#include "ui/kit/KitStyle.h"
#include "ui/kit/StyleSheet.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace castellan {

namespace {

// Set by the one Theme while it lives; see theme().
const Theme *s_theme = nullptr;

QPalette paletteOf(const Theme &theme)
{
    using R = ColorRole;
    const auto c = [&](R role) { return theme.color(role); };
    QPalette p;
    p.setColor(QPalette::Window, c(R::Window));
    p.setColor(QPalette::WindowText, c(R::Text));
    p.setColor(QPalette::Base, c(R::Surface));
    p.setColor(QPalette::AlternateBase, c(R::Surface));
    p.setColor(QPalette::Text, c(R::Text));
    p.setColor(QPalette::PlaceholderText, c(R::Muted));
    p.setColor(QPalette::Button, c(R::Surface));
    p.setColor(QPalette::ButtonText, c(R::Text));
    p.setColor(QPalette::BrightText, c(R::CriticalText));
    p.setColor(QPalette::Highlight, c(R::Accent));
    p.setColor(QPalette::HighlightedText, c(R::OnAccent));
    p.setColor(QPalette::Link, c(R::Accent));
    p.setColor(QPalette::LinkVisited, c(R::Accent));
    p.setColor(QPalette::ToolTipBase, c(R::TooltipGround));
    p.setColor(QPalette::ToolTipText, c(R::TooltipText));
    p.setColor(QPalette::Light, c(R::Surface));
    p.setColor(QPalette::Midlight, c(R::Hover));
    p.setColor(QPalette::Mid, c(R::Hairline));
    p.setColor(QPalette::Dark, c(R::ControlEdge));
    p.setColor(QPalette::Shadow, c(R::Shadow));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        p.setColor(QPalette::Disabled, role, c(R::DisabledText));
    p.setColor(QPalette::Disabled, QPalette::Base, c(R::DisabledGround));
    p.setColor(QPalette::Disabled, QPalette::Highlight, c(R::DisabledEdge));
    p.setColor(QPalette::Inactive, QPalette::Highlight, c(R::Accent));
    return p;
}

struct TypeStep {
    int pixels;
    QFont::Weight weight;
    bool mono = false;
};

TypeStep typeStep(TextRole role)
{
    switch (role) {
    case TextRole::PageTitle:
        return { 23, QFont::DemiBold };
    case TextRole::Figure:
        return { 26, QFont::Medium };
    case TextRole::DetailTitle:
        return { 19, QFont::DemiBold };
    case TextRole::CardTitle:
        return { 15, QFont::DemiBold };
    case TextRole::Body:
        return { 13, QFont::Normal };
    case TextRole::BodyStrong:
        return { 13, QFont::Medium };
    case TextRole::Secondary:
        return { 12, QFont::Normal };
    case TextRole::SecondaryStrong:
        return { 12, QFont::Medium };
    case TextRole::Mono:
        return { 13, QFont::Normal, true };
    case TextRole::Code:
        return { 20, QFont::Normal, true };
    }
    return { 13, QFont::Normal };
}

} // namespace

const Theme &theme()
{
    Q_ASSERT_X(s_theme, "theme()", "the composition root makes the Theme before any widget");
    return *s_theme;
}

Theme::Theme(QApplication &application)
    : m_application(application)
{
    Q_ASSERT(!s_theme);
    s_theme = this;
    loadFonts();
    installAccessibleRoles();
    QApplication::setStyle(new KitStyle);
    apply();
}

Theme::~Theme()
{
    m_application.setStyleSheet({});
    s_theme = nullptr;
}

void Theme::setChoice(const LookChoice &choice)
{
    LookChoice next = choice;
    next.textPercent = std::clamp(next.textPercent, 100, 200);
    if (next == m_choice)
        return;
    m_choice = next;
    apply();
}

void Theme::setSystem(const SystemLook &system)
{
    if (system == m_system)
        return;
    m_system = system;
    apply();
}

ColorScheme Theme::scheme() const
{
    switch (m_choice.scheme) {
    case SchemeChoice::Light:
        return ColorScheme::Light;
    case SchemeChoice::Dark:
        return ColorScheme::Dark;
    case SchemeChoice::System:
        break;
    }
    return m_system.scheme;
}

QColor Theme::color(ColorRole role) const
{
    return themeColor(scheme(), role, m_system.highContrast);
}

double Theme::textScale() const
{
    return std::clamp(m_system.textScale * m_choice.textPercent / 100.0, 1.0, 3.0);
}

QFont Theme::font(TextRole role) const
{
    const TypeStep step = typeStep(role);
    QFont font(step.mono ? monoFamilies() : sansFamilies());
    font.setStyleHint(step.mono ? QFont::Monospace : QFont::SansSerif);
    font.setWeight(step.weight);
    font.setPixelSize(int(std::lround(step.pixels * textScale())));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int Theme::scaled(int pixels) const
{
    return 2 * int(std::lround(pixels * textScale() / 2.0));
}

int Theme::iconSize() const
{
    const double scale = textScale();
    return scale < 1.25 ? 16 : scale < 1.75 ? 22 : 32;
}

int Theme::motionMs() const
{
    const bool reduced = m_choice.motion == MotionChoice::Reduced
        || (m_choice.motion == MotionChoice::System && m_system.reducedMotion);
    return reduced ? 0 : metric::kMotionMs;
}

QString Theme::styleSheet() const
{
    return fillStyleSheet(readStyleSheet(), *this);
}

void Theme::apply()
{
    const QPalette palette = paletteOf(*this);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(font(TextRole::Body));
    m_application.setStyleSheet(styleSheet());
    Q_EMIT changed();
}

} // namespace castellan
