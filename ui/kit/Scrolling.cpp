// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Scrolling.h"

#include <QScrollArea>

namespace castellan {

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and scrolls into view
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    // As high as it is at its width. The layout's least height would be that of texts wrapped at
    // another, and what fits would scroll by the difference.
    content->setMinimumHeight(1);
    area->setWidget(content);
    return area;
}

} // namespace castellan
