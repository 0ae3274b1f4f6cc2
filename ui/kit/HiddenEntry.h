// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"

#include <QLineEdit>

#include <vector>

namespace castellan {

/// A line edit whose characters are kept in memory of its own that is overwritten, while Qt's part
/// holds placeholders only: QLineEdit leaves a copy behind for every change, in its undo list and
/// its layout. Single characters do pass through Qt; a whole one never does, save for what the
/// clipboard itself holds. No undo, no copy, no cut, no drag. Base of SecretField and CodeEntry.
class HiddenEntry : public QLineEdit {
    Q_OBJECT

public:
    /// placeholder stands for one character in Qt's text; capacity is the most it takes.
    HiddenEntry(QChar placeholder, int capacity, QWidget *parent = nullptr);
    ~HiddenEntry() override;

    int length() const { return int(m_content.size()); }
    bool isEmpty() const { return m_content.empty(); }
    /// A copy; the field keeps its content.
    Secret secret() const;
    /// Fills it (a remembered password, a demo's code).
    void fill(const Secret &secret);
    /// Overwrites and empties it.
    void wipe();

Q_SIGNALS:
    /// The content changed, by the person or by fill() and wipe().
    void edited();

protected:
    /// What of a typed or pasted text is taken, with room for so many characters. Called before
    /// anything is kept.
    virtual QString accepted(const QString &inserted, int room) = 0;
    /// Called after every change, before edited().
    virtual void contentChanged() { }

    QChar at(int index) const { return m_content[size_t(index)]; }

    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void absorb(const QString &text);
    void replace(size_t position, size_t removed, const QString &inserted);
    void erase(size_t position, size_t count);
    void showPlaceholders(int cursor);
    void paste(bool selection);

    QChar m_placeholder;
    size_t m_capacity;
    std::vector<QChar> m_content; ///< never grows past its reserved capacity, so it never moves
    bool m_own = false; ///< the change of Qt's text is ours
};

/// Entry of a password. Gives a Secret and wipes itself.
class SecretField : public HiddenEntry {
    Q_OBJECT

public:
    static constexpr int kCapacity = 1024;

    /// name is what screen readers say: "Password".
    explicit SecretField(const QString &name, QWidget *parent = nullptr);

    /// The content as a Secret; the field is empty afterwards.
    Secret take();

protected:
    QString accepted(const QString &inserted, int room) override;
};

} // namespace castellan
