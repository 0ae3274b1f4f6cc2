// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/HiddenEntry.h"

#include <QWidget>

namespace castellan {

class PlainLabel;

/// The line edit inside CodeField: digits 0 to 9 only, drawn from the hidden content.
class CodeEntry : public HiddenEntry {
    Q_OBJECT

public:
    enum class Problem { OtherScript, NotADigit, TooLong };
    Q_ENUM(Problem)

    explicit CodeEntry(int digits, QWidget *parent = nullptr);
    int digits() const { return m_digits; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void problemFound(castellan::CodeEntry::Problem problem);

protected:
    QString accepted(const QString &inserted, int room) override;
    void contentChanged() override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int cellWidth() const;
    void restyle();

    int m_digits;
};

/// Entry of a one-time code: one line edit named "Code". Pasting works, spaces and hyphens are left
/// out, other scripts' digits and letters are refused with a word, and it submits itself with the
/// last digit. The line for problems keeps its height, so nothing jumps.
class CodeField : public QWidget {
    Q_OBJECT

public:
    static constexpr int kDigits = 6;

    explicit CodeField(QWidget *parent = nullptr);

    CodeEntry *entry() const { return m_entry; }
    /// Fills and submits (a demo's code).
    void fill(const Secret &code);
    void clear();
    /// A sentence under the field, announced; empty takes it away.
    void setProblem(const QString &sentence);
    QString problem() const;
    /// While the server is asked: read-only, keeps the focus.
    void setBusy(bool busy);
    bool isComplete() const;

protected:
    bool event(QEvent *event) override;

Q_SIGNALS:
    /// All digits are there. The field keeps showing them until clear(). Connect directly: the
    /// Secret lives for the call only (clone it).
    void submitted(const castellan::Secret &code);
    void edited();

private:
    void onEdited();
    void restyle();

    CodeEntry *m_entry;
    PlainLabel *m_problem;
};

} // namespace castellan
