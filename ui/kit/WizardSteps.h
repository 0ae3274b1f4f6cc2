// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace castellan {

/// One step: a circle with its number (or a tick when done) and its name, which wraps.
class WizardStepItem : public QWidget {
    Q_OBJECT

public:
    enum class Phase { Done, Current, Ahead };

    WizardStepItem(int number, const QString &text, QWidget *parent = nullptr);
    void setPhase(Phase phase, int total);
    Phase phase() const { return m_phase; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int m_number;
    QString m_text;
    Phase m_phase = Phase::Ahead;
};

/// The steps of a wizard at its leading edge. They show where one is; they are no navigation.
class WizardSteps : public QWidget {
    Q_OBJECT

public:
    explicit WizardSteps(QWidget *parent = nullptr);

    void addStep(const QString &text);
    void setCurrent(int index);

private:
    QVBoxLayout *m_layout;
    QList<WizardStepItem *> m_items;
};

} // namespace castellan
