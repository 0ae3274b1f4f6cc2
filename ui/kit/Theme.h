// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ThemeColors.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace castellan {

/// The sizes of type, in pixels at 100 %.
enum class TextRole {
    PageTitle, ///< 23 semibold
    Figure, ///< 26 medium: the number on a card
    DetailTitle, ///< 19 semibold
    CardTitle, ///< 15 semibold
    Body, ///< 13
    BodyStrong, ///< 13 medium
    Secondary, ///< 12
    SecondaryStrong, ///< 12 medium
    Mono, ///< 13 monospace
    Code, ///< 20 monospace: codes that are read aloud or typed off
};

/// Pixels at 100 % text size, on a grid of 8 with half-steps of 4.
namespace metric {
inline constexpr int kHalfStep = 4;
inline constexpr int kStep = 8;
inline constexpr int kPageMargin = 24;
inline constexpr int kCardPadding = 16;
inline constexpr int kCardGap = 16;
inline constexpr int kControlGap = 8;
inline constexpr int kControlHeight = 32;
inline constexpr int kRowHeight = 44; ///< with a second line
inline constexpr int kRowHeightSingle = 32;
inline constexpr int kChipHeight = 24;
inline constexpr int kControlRadius = 6;
inline constexpr int kCardRadius = 8;
inline constexpr int kSelectionBar = 3;
inline constexpr int kFocusRing = 2;
inline constexpr int kSidebarWide = 216;
inline constexpr int kSidebarNarrow = 56;
inline constexpr int kSidebarBreak = 1360; ///< window width from which the sidebar is wide
inline constexpr int kDetailWidth = 372;
inline constexpr int kListLeast = 680; ///< the detail stands beside the list only above this
inline constexpr int kColumnLeast = 208; ///< cards flow in columns of at least this
inline constexpr int kMotionMs = 120;
} // namespace metric

enum class SchemeChoice { System, Light, Dark };
enum class MotionChoice { System, Reduced, Full };
enum class ZoneChoice { Local, Utc };

/// What the person chose in the settings about how things look.
struct LookChoice {
    SchemeChoice scheme = SchemeChoice::System;
    int textPercent = 100; ///< 100 to 200
    MotionChoice motion = MotionChoice::System;
    ZoneChoice zone = ZoneChoice::Local;

    bool operator==(const LookChoice &) const = default;
};

/// What the system asks for, as far as it said so.
struct SystemLook {
    ColorScheme scheme = ColorScheme::Light;
    bool highContrast = false;
    bool reducedMotion = false;
    double textScale = 1.0;

    bool operator==(const SystemLook &) const = default;
};

/// How everything looks: colours, type, measures, and the one style sheet made of them. One object
/// lives as long as the application; changing it repaints every window at once. GUI thread.
class Theme : public QObject {
    Q_OBJECT

public:
    /// Puts style, font, palette and style sheet on the application.
    explicit Theme(QApplication &application);
    ~Theme() override;

    void setChoice(const LookChoice &choice);
    const LookChoice &choice() const { return m_choice; }
    void setSystem(const SystemLook &system);

    ColorScheme scheme() const;
    QColor color(ColorRole role) const;
    QFont font(TextRole role) const;
    double textScale() const; ///< system's times the person's, 1.0 to 3.0
    /// A height or width that holds text: grows with it, to whole even pixels.
    int scaled(int pixels) const;
    /// 16, 22 or 32: the sizes at which the icons are drawn sharply.
    int iconSize() const;
    bool highContrast() const { return m_system.highContrast; }
    /// 0 with reduced motion, else at most 120.
    int motionMs() const;
    bool utc() const { return m_choice.zone == ZoneChoice::Utc; }

    /// The style sheet with every role filled in.
    QString styleSheet() const;

Q_SIGNALS:
    /// After the application was restyled. Widgets that paint themselves get StyleChange anyway.
    void changed();

private:
    void apply();

    QApplication &m_application;
    LookChoice m_choice;
    SystemLook m_system;
};

/// The application's theme. Like QApplication's palette and font there is exactly one, made by the
/// composition root; widgets ask for it when they paint.
const Theme &theme();

} // namespace castellan
