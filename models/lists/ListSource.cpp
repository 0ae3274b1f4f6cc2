// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/ListSource.h"

namespace castellan {

ListSource::~ListSource() = default;

QJsonObject ListSource::positionOf(const ListQuery &, const QVariant &) const
{
    return {};
}

} // namespace castellan
