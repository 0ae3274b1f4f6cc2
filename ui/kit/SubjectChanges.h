// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Subject.h"

#include <QObject>

namespace castellan {

/// Tells whoever shows a thing that an action of this console has changed it, so that nobody waits
/// for the next poll. Features meet here without knowing each other; the composition root keeps it.
/// GUI thread.
class SubjectChanges : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const castellan::Subject &subject);
};

} // namespace castellan
