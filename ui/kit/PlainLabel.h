// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Theme.h"

#include <QHash>
#include <QLabel>

#include <optional>

namespace castellan {

/// Colour of a text.
enum class Tone { Normal, Muted, Accent, Good, Warning, Critical };

/// A label that shows its text as it is, never as HTML. Wraps, within a word too where no line
/// holds it, or elides at the end with the whole text in its tooltip. Type follows the theme.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    enum class Overflow { Keep, Wrap, Elide };

    explicit PlainLabel(const QString &text = {}, TextRole role = TextRole::Body,
                        Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setTone(Tone tone);
    void setOverflow(Overflow overflow);
    /// Leading and trailing follow the direction of the layout, whatever script the text has.
    void setAlignment(Qt::Alignment alignment);
    /// Can be marked with mouse and keyboard, and copied.
    void setSelectable(bool selectable);
    /// With Overflow::Elide: whether something is hidden now.
    bool isElided() const;
    /// The least width at which no line wraps.
    int naturalWidth() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void restyle();
    void applyAlignment();
    QString wrapping(int width) const;

    /// Nested layouts ask for heights many times, and each answer lays the text out.
    struct Measured {
        QString text;
        int widestWord = 0;
        QHash<int, int> heights; ///< by width
    };
    Measured &measured() const;
    mutable std::optional<Measured> m_measured; ///< see measured()

    TextRole m_role;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
    Overflow m_overflow = Overflow::Keep;
    Tone m_tone;
};

/// A selectable monospaced text for addresses, ids and keys; reads left to right everywhere.
class MonoText : public PlainLabel {
    Q_OBJECT

public:
    explicit MonoText(const QString &text = {}, TextRole role = TextRole::Mono,
                      QWidget *parent = nullptr);
};

} // namespace castellan
