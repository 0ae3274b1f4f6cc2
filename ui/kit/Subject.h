// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QVariantMap>

namespace castellan {

/// A thing that pages show and actions work on: an account, an operator, a session…
/// Features know each other's things only by this.
struct Subject {
    QString kind; ///< "account", "operator", …
    QString id; ///< as the database names it
    QString label; ///< for people, from outside: shown as plain text only
    /// What was on the screen when it was picked ("version", "rank", "active"…), so that an action
    /// can tell why it is not offered and is bound to what the person saw.
    QVariantMap facts = {};

    bool isValid() const { return !kind.isEmpty() && !id.isEmpty(); }
    /// The same thing, whatever was on the screen.
    bool isSameAs(const Subject &other) const { return kind == other.kind && id == other.id; }
};

} // namespace castellan

Q_DECLARE_METATYPE(castellan::Subject)
