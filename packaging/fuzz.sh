#!/bin/sh
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs every fuzzing entry point of a directory, each for so many seconds, from the corpus in
# tests/fuzz: fuzz.sh DIRECTORY SECONDS. An input that breaks something is kept in DIRECTORY.
set -eu
seconds=$2
cd "$(dirname "$0")/.."
corpus=$PWD/tests/fuzz/corpus
cd "$1"
status=0
for program in ./fuzz_*; do
    subject=${program#./fuzz_}
    mkdir -p "found/$subject"
    "$program" -max_total_time="$seconds" -timeout=10 -max_len=4096 -print_final_stats=1 "found/$subject" \
        "$corpus/$subject" >"$subject.log" 2>&1 || { status=1; tail -n 40 "$subject.log"; }
    printf '    %-16s %s inputs\n' "$subject" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$subject.log")"
done
exit "$status"
