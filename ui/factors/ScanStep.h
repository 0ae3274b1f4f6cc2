// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QWidget>

namespace castellan {

class Clock;
class PlainLabel;
class QrView;
class SecretText;
class TimedReveal;

/// Shows the seed as a QR code and as a key to type. It hides itself after two minutes and while
/// the window is not in front, and forgets the seed when cleared.
class ScanStep : public QWidget {
    Q_OBJECT

public:
    explicit ScanStep(const Clock &clock, QWidget *parent = nullptr);

    /// Malformed when the URI can't be drawn or read; nothing is shown then.
    Result<void> setUri(const Secret &uri, const QString &person);
    void clear();

Q_SIGNALS:
    void renewRequested();

private:
    QWidget *buildSide(const Clock &clock);
    void setConcealed(bool concealed);

    QrView *m_qr;
    PlainLabel *m_parameters = nullptr;
    SecretText *m_key = nullptr;
    TimedReveal *m_reveal = nullptr;
};

} // namespace castellan
