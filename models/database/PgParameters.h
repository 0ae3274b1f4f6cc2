// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Secret.h"
#include "models/database/ConnectionProfile.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace castellan {

/// The keyword arrays that libpq connects by: every parameter that has a say is set, so that no
/// password file or file in the home directory has one; what is best left empty (hostaddr, service,
/// requirepeer …) could come from the environment alone, which PgEnvironment::scrub() takes away.
/// Valid as long as the object and the password are.
class PgParameters {
public:
    struct Settings {
        QString applicationName;
        QString hosts; ///< those of the profile's to try, e.g. without one that fell silent
        QString passwordFile; ///< empty: none
        int statementTimeoutMs = 0;
    };

    PgParameters(const ConnectionProfile &profile, const Secret &password,
                 const Settings &settings);

    const char *const *keywords() const { return m_keywords.data(); }
    const char *const *values() const { return m_values.data(); }

private:
    void add(const char *keyword, QByteArray value);
    void addTls(const ConnectionProfile &profile);

    QList<QByteArray> m_storage;
    std::vector<const char *> m_keywords;
    std::vector<const char *> m_values;
};

} // namespace castellan
