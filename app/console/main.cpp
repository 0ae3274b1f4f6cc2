// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Hardening.h"
#include "app/console/Run.h"

int main(int argc, char *argv[])
{
    castellan::hardenProcess();
    return castellan::run(argc, argv);
}
