// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace castellan {

class Clock;

/// The parts of the gallery; each is a card or a group of cards.
namespace gallery {

QWidget *buttons();
QWidget *chips();
QWidget *fields();
QWidget *choices();
QWidget *texts(const Clock &clock);
QWidget *figures();
QWidget *details();
QWidget *banners();
QWidget *states();
QWidget *colors();
QWidget *codes(const Clock &clock);
QWidget *list();
QWidget *frames(const Clock &clock);
QWidget *window();

} // namespace gallery
} // namespace castellan
