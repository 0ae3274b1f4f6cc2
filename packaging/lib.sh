#!/bin/sh
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shared by run.sh and test.sh: finding and installing what is missing. Sourced, not run; the
# scripts stand in the project's root by then.

say() {
    printf '%s\n' "castellan: $*"
}

fail() {
    say "$*" >&2
    exit 1
}

# Runs a command as root, by sudo where we are somebody else.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        return 127
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The lines of the named sections of dependencies.txt, without comments.
wanted_packages() {
    for section in "$@"; do
        sed -n "/^\[$section\]/,/^\[/p" packaging/dependencies.txt | sed -e '/^\[/d' -e 's/#.*//' -e '/^ *$/d'
    done
}

# Of each wanted line that nothing satisfies, its alternatives.
missing_packages() {
    wanted_packages "$@" | while IFS= read -r line; do
        satisfied=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            if is_installed "$name"; then
                satisfied=yes
                break
            fi
        done
        [ "$satisfied" ] || printf '%s\n' "$line"
    done
}

# Of each line, the first alternative that can be installed here.
available_packages() {
    while IFS= read -r line; do
        chosen=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            if apt-cache show "$name" >/dev/null 2>&1; then
                chosen=$name
                break
            fi
        done
        [ "$chosen" ] || { say "no package for: $line" >&2; return 1; }
        printf '%s\n' "$chosen"
    done
}

# We want PostgreSQL's programs, not a server of the system's that starts at every boot. Only while
# our installation runs; somebody's own wish for clusters stays as it is.
without_system_cluster() {
    settings=/etc/postgresql-common/createcluster.d/castellan.conf
    if is_installed postgresql-common || [ -e "$settings" ]; then
        "$@"
        return
    fi
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    printf '%s\n' 'create_main_cluster = false' | as_root tee "$settings" >/dev/null
    status=0
    "$@" || status=$?
    as_root rm -f "$settings"
    return "$status"
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@"
}

# install_missing SECTION…: silent when nothing is missing.
install_missing() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "this is no Debian; please see to the packages of packaging/dependencies.txt yourself ($*)"
        return 0
    fi
    missing=$(missing_packages "$@")
    [ "$missing" ] || return 0
    as_root true || fail "packages are missing, and there is no sudo to install them with:
$missing"
    apt_get update >/dev/null || say "the package lists could not be updated; trying with the present ones"
    names=$(printf '%s\n' "$missing" | available_packages) || exit 1
    # shellcheck disable=SC2086 # one word a package
    say installing $names
    mkdir -p build
    # shellcheck disable=SC2086
    without_system_cluster apt_get install -y --no-install-recommends $names >build/packages.log 2>&1 || {
        tail -n 30 build/packages.log >&2
        fail "the packages could not be installed (the whole log: build/packages.log)"
    }
}

# configure PRESET, once; CMake looks for itself whether it must run again.
configure() {
    [ ! -f "build/$1/build.ninja" ] || return 0
    mkdir -p build
    cmake --preset "$1" >"build/$1.log" 2>&1 || {
        cat "build/$1.log" >&2
        fail "cmake --preset $1 failed"
    }
}

# is_built PRESET TARGET: whether there is nothing to do.
is_built() {
    cmake --build "build/$1" --target "$2" -- -n 2>/dev/null | grep -q 'no work to do'
}

# build PRESET [TARGET…]; with progress where somebody watches.
build() {
    preset=$1
    shift
    quiet=--quiet
    [ ! -t 1 ] || quiet=
    # shellcheck disable=SC2086 # no word when empty
    cmake --build "build/$preset" ${1:+--target "$@"} -- $quiet || fail "the build of $preset failed"
}
