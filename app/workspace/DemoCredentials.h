// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/base/Secret.h"

#include <QString>

#include <vector>

namespace castellan {

/// A console user of the workspace.
struct DemoOperator {
    QString role;
    QString kind; ///< admin, helpdesk or auditor
    Secret password;
    Secret totpSecret; ///< Base32
};

/// Who can sign in to a workspace. Kept in a file of the workspace's directory (0600), since the
/// database holds verifiers only.
struct DemoCredentials {
    std::vector<DemoOperator> operators; ///< two of each kind, admins first
    QString applicationRole;
    Secret applicationPassword;

    /// NotFound when there is no such file, Malformed when it is not one of these.
    static Result<DemoCredentials> load(const QString &path);
    /// FileUnwritable with the fact "path".
    Result<void> save(const QString &path) const;
};

} // namespace castellan
