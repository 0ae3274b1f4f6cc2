// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace castellan {

/// Content that is higher than its page scrolls up and down; it never goes sideways, and takes the
/// focus by what is in it alone. The content is taken over.
QScrollArea *scrolling(QWidget *content, QWidget *parent = nullptr);

} // namespace castellan
