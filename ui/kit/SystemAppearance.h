// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/BusThread.h"
#include "ui/kit/Theme.h"

#include <QObject>

namespace castellan {

/// Asks the desktop portal whether it is dark, wants contrast or less motion, and how large its
/// text is; follows changes. Everything happens on a thread of its own, because the session bus may
/// hang; without a portal nothing is ever said.
class SystemAppearance : public QObject {
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    /// Starts asking; changed() follows if somebody answers.
    void start();
    SystemLook look() const { return m_look; }

Q_SIGNALS:
    void changed(const castellan::SystemLook &look);

private:
    BusThread m_thread;
    SystemLook m_look;
};

} // namespace castellan

Q_DECLARE_METATYPE(castellan::SystemLook)
