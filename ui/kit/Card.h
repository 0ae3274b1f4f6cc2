// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace castellan {

class PlainLabel;

/// A surface with a hairline and 16 of padding; optional title (15) and a fact at its right.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFact(const QString &fact);
    /// Where the content goes, under the title.
    QVBoxLayout *body() const { return m_body; }
    /// The row of the title, for a control at its right.
    QHBoxLayout *header() const { return m_header; }

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_header;
    PlainLabel *m_title;
    PlainLabel *m_fact;
};

/// A heading inside a pane or a card (13, semibold), with space above it.
class SectionHeading : public QFrame {
    Q_OBJECT

public:
    explicit SectionHeading(const QString &text, QWidget *parent = nullptr);
    void setText(const QString &text);

private:
    PlainLabel *m_label;
};

/// A line of one pixel.
class Hairline : public QFrame {
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
};

} // namespace castellan
