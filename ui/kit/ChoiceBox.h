// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace castellan {

/// A combo box whose choices are found by typing, closed or open: by how any word of theirs begins,
/// accents and case aside. The same letter again goes on to the next.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);
};

} // namespace castellan
