// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the steps of the tour reach widgets: by object name, as tests do.
#pragma once

#include "app/console/Application.h"

#include <QAbstractButton>

namespace castellan::tour {

template <typename Widget> Widget *find(Application &application, const char *name)
{
    return application.window().findChild<Widget *>(QLatin1String(name));
}

template <typename Widget> bool isVisible(Application &application, const char *name)
{
    const auto *widget = find<Widget>(application, name);
    return widget && widget->isVisible();
}

inline void click(Application &application, const char *name)
{
    if (auto *button = find<QAbstractButton>(application, name))
        button->click();
}

} // namespace castellan::tour
