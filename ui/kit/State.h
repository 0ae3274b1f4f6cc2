// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace castellan {

/// The five states things are in. Always shown by shape, word and colour together.
enum class State {
    Good, ///< disc
    Warning, ///< triangle
    Critical, ///< square
    Information, ///< ring
    None, ///< muted ring
};

} // namespace castellan

Q_DECLARE_METATYPE(castellan::State)
