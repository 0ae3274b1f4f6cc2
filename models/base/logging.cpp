// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/logging.h"

namespace castellan {

Q_LOGGING_CATEGORY(lcDatabase, "castellan.database", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSchema, "castellan.schema", QtInfoMsg)
Q_LOGGING_CATEGORY(lcVault, "castellan.vault", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "castellan.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWorkspace, "castellan.workspace", QtInfoMsg)

} // namespace castellan
