// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Page.h"

class QVBoxLayout;

namespace castellan {

class Clock;

/// Every widget of the kit in every state, on one page: the tour takes its picture in light and
/// dark, long languages and right-to-left, and people who build pages look things up here.
class GalleryPage : public Page {
    Q_OBJECT

public:
    explicit GalleryPage(const Clock &clock, QWidget *parent = nullptr);

private:
    void addHeader(QVBoxLayout *layout);
};

} // namespace castellan
