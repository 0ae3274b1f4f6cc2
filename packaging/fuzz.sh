#!/bin/sh
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs every fuzzing entry point (an executable fuzz_* that takes the number of seconds) of a
# directory: fuzz.sh DIRECTORY SECONDS. None there is fine.
set -eu
status=0
for program in "$1"/fuzz_*; do
    [ -x "$program" ] || continue
    printf '    %s\n' "$(basename "$program")"
    QT_QPA_PLATFORM=offscreen "$program" "$2" || status=1
done
exit "$status"
