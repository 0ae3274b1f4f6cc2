#!/bin/sh
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Castellan and starts it with a private workspace. Arguments are
# passed on: `sh packaging/run.sh --workspace ~/castellan`, `--tour pictures`, `--headless`,
# `--accounts 1000000`. Without a display it makes the tour: pictures of every page, in tour/.
set -eu
here=$PWD
cd "$(dirname "$0")/.."
. packaging/lib.sh

install_missing build run
configure release
is_built release castellan || say "building, which takes some minutes the first time"
build release castellan

mode=window
for argument in "$@"; do
    case $argument in
    --tour | --tour=*) mode=tour ;;
    --headless) mode=headless ;;
    esac
done
if [ "$mode" = window ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "no display here: the tour's pictures go to tour/"
    set -- --tour "$PWD/tour" "$@"
    mode=tour
fi
# The pictures are the same everywhere, and no window flickers while they are made.
[ "$mode" != tour ] || export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"

case $mode in
window) say "opening the console on a private workspace, which ends with its window" ;;
tour) say "making a picture of every screen" ;;
esac
program=$PWD/build/release/bin/castellan
cd "$here" # relative directories in the arguments are the caller's
exec "$program" --demo "$@"
