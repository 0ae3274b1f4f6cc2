// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Hardening.h"

#include <QtGlobal>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace castellan {

void hardenProcess()
{
    const rlimit none { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    // A plugin path of somebody else's choice would run their code with the operator's password.
    for (const char *name :
         { "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE" })
        qunsetenv(name);
}

} // namespace castellan
