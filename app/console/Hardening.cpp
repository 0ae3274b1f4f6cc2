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
    // A plugin or an OpenSSL provider of somebody else's choice would run their code with the
    // operator's password; authorities of their choice would vouch for any server.
    for (const char *name :
         { "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE", "OPENSSL_CONF",
           "OPENSSL_MODULES", "OPENSSL_ENGINES", "SSL_CERT_FILE", "SSL_CERT_DIR" })
        qunsetenv(name);
}

} // namespace castellan
