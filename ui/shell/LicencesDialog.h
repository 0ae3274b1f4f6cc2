// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/DialogFrame.h"

namespace castellan {

/// The licences of Castellan and of what it contains, from the texts embedded in it.
class LicencesDialog : public DialogFrame {
    Q_OBJECT

public:
    explicit LicencesDialog(QWidget *parent);
};

} // namespace castellan
