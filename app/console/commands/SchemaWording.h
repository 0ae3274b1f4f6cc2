// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "models/database/SchemaStatus.h"

#include <QCoreApplication>
#include <QString>

namespace castellan {

/// What the commands say: the facts of installer and break-glass functions as sentences.
class SchemaWording {
    Q_DECLARE_TR_FUNCTIONS(castellan::SchemaWording)

public:
    /// What happened and what to do. The last line says what has been changed: nothing, or what
    /// the installer's error says; `done` says it of earlier steps.
    static QString failure(const Error &error, const QString &done = {});
    static QString status(const SchemaStatus &status);
    /// The outcomes of operator_add, operator_reset and operator_unlock, for this role.
    static QString outcome(const QString &outcome, const QString &role);
    static QString nothingChanged();

private:
    static QString whatChanged(const Error &error, const QString &done);
    static QString lacking(const QString &what, const Error &error);
    static QString keyDirectory(const Error &error);
    static QString migration(const Error &error);
};

} // namespace castellan
