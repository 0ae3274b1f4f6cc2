// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"

#include <QWidget>

#include <vector>

class QCheckBox;

namespace castellan {

class Clock;
class SecretText;
class TimedReveal;

/// Shows the recovery codes once, and asks that they are handed over. They hide themselves after
/// two minutes and while the window is not in front.
class RecoveryStep : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryStep(const Clock &clock, QWidget *parent = nullptr);

    void setCodes(const std::vector<Secret> &codes);
    void clear();
    bool isHandedOver() const;

Q_SIGNALS:
    void edited();

private:
    SecretText *m_codes;
    TimedReveal *m_reveal;
    QCheckBox *m_handedOver;
};

} // namespace castellan
