// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

namespace castellan {

/// What the person signed in may call, as `my_rights()` told. It only decides what is offered; the
/// database decides what happens. Unknown functions are not allowed.
class Rights : public QObject {
    Q_OBJECT

public:
    struct Right {
        bool allowed = false;
        QString reason; ///< word: "role", "policy", "schema_newer", or empty
    };

    using QObject::QObject;

    void set(const QHash<QString, Right> &rights);
    void clear() { set({}); }

    /// An empty name asks for nothing and is always allowed.
    bool allows(const QString &function) const;
    /// A sentence, empty when allowed.
    QString whyNot(const QString &function) const;

Q_SIGNALS:
    void changed();

private:
    QHash<QString, Right> m_rights;
};

} // namespace castellan
