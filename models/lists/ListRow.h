// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVariantMap>

namespace castellan {

/// One row of any list, as plain data: no sentence, no colour.
struct ListRow {
    QString id; ///< unique in its list and stable (a uuid, a number as text)
    QJsonObject
        position; ///< opaque key of its place in the order; handed back to the server as it came
    qint64 version = 0; ///< what an action on this row is bound to
    QVariantMap values; ///< by field: QString, bool, qint64, double, QDateTime (UTC) or null
    bool ended = false; ///< gone or over; stays, dimmed. Set by the source or by PagedModel

    QVariant value(const QString &field) const { return values.value(field); }

    friend bool operator==(const ListRow &, const ListRow &) = default;
};

} // namespace castellan
