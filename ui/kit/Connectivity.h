// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace castellan {

/// Whether the server can be reached just now, for dialogs and wizards that stay open meanwhile.
/// The composition root keeps it; GUI thread.
class Connectivity : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool isLost() const { return m_lost; }
    void setLost(bool lost)
    {
        if (m_lost == lost)
            return;
        m_lost = lost;
        Q_EMIT changed(lost);
    }

Q_SIGNALS:
    void changed(bool lost);

private:
    bool m_lost = false;
};

} // namespace castellan
