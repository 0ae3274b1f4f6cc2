// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/database/ConnectionProfile.h"

#include <QCoreApplication>
#include <QStringList>

namespace castellan {

/// What `castellan schema …` was asked to do.
struct SchemaOptions {
    Q_DECLARE_TR_FUNCTIONS(castellan::SchemaOptions)

public:
    enum class Action {
        Help,
        Install,
        Upgrade,
        Status,
        OperatorAdd,
        OperatorReset,
        OperatorUnlock
    };

    Action action = Action::Help;
    ConnectionProfile profile;
    QString keyDirectory;
    QString admin; ///< install: a first admin to make afterwards
    QString role; ///< operator …: whom it is about
    QString kind; ///< operator add: admin, helpdesk or auditor
    QString account; ///< operator add: external ID of the person's own account; null: none

    /// The arguments behind "schema". InvalidArgument with the fact "argument", and "reason" where
    /// that says more: unknown, missing, password, value.
    static Result<SchemaOptions> parse(const QStringList &arguments);
    /// One sentence for such an error.
    static QString misunderstanding(const Error &error);
    static QString usage();
    static QString helpText();
};

} // namespace castellan
