#!/bin/sh
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds and tests: everything in one debug build, with the lints, the
# format and, over what changed, clang-tidy and clazy among the tests.
#
#     sh packaging/test.sh                the usual round
#     sh packaging/test.sh -R workspace   arguments for ctest
#     sh packaging/test.sh full           and: both analysers over everything, address and thread
#                                         sanitizers, coverage a room, fuzzing
set -eu
cd "$(dirname "$0")/.."
. packaging/lib.sh

full=
if [ "${1:-}" = full ]; then
    full=yes
    shift
fi
failed=

# run_tests PRESET [CTEST ARGUMENT…]: the whole output to build/PRESET/tests.log, failures shown.
run_tests() {
    preset=$1
    shift
    log=build/$preset/tests.log
    status=0
    ctest --preset "$preset" --output-on-failure "$@" >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        failed="$failed $preset"
        sed '/^[0-9]*% tests passed/,$d' "$log"
    fi
}

# The end of ctest's output, as it was.
summary() {
    sed -n '/^[0-9]*% tests passed/,$p' "build/$1/tests.log"
}

slowest() {
    say "the 10 slowest"
    sed -n 's/^ *[0-9]*\/[0-9]* Test *#[0-9]*: \([^ ]*\) .* \([0-9.]*\) sec *$/\2 s  \1/p' \
        "build/$1/tests.log" | sort -rn | head -n 10 | sed 's/^/    /'
}

install_missing build run test
configure dev
build dev
if [ "$full" ]; then
    export CASTELLAN_ANALYSE=all
fi
run_tests dev "$@"

if [ "$full" ]; then
    install_missing full
    say "address and undefined behaviour"
    configure asan
    build asan
    run_tests asan -LE lint -E console_memory # the sanitizer keeps what is freed
    summary asan
    say "threads"
    configure tsan
    build tsan tests_items tests_sql
    run_tests tsan -L 'items|sql'
    summary tsan
    say "fuzzing"
    configure fuzz
    build fuzz fuzz
    sh packaging/fuzz.sh "$PWD/build/fuzz/fuzz" 60 || failed="$failed fuzzing"
    say "coverage"
    configure coverage
    build coverage
    find build/coverage -name '*.gcda' -delete
    run_tests coverage -LE lint
    /usr/bin/python3 packaging/coverage.py build/coverage || failed="$failed coverage"
fi

slowest dev
[ -z "$failed" ] || say "FAILED:$failed"
summary dev
[ -z "$failed" ]
