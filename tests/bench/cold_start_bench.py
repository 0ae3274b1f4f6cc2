#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From starting a program to its visible window, and its memory then: Castellan's connect window
against a bare Qt Widgets program and, where it is installed, KeePassXC, in one run.

    xvfb-run -a tests/bench/cold_start_bench.py build/release/bin/castellan build/release/bin/bare_widgets

Programs take turns; the ratios are of the medians. Needs xdotool. Prints figures and judges nothing.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 11
PATIENCE = 20  # seconds


def start(command, environment):
    """Seconds until a window of the program is visible, and its resident megabytes then."""
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - begun < PATIENCE:
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                                   capture_output=True, text=True, check=False).stdout.split()
            if found:
                seconds = time.monotonic() - begun
                time.sleep(0.5)  # what is loaded right after the first picture counts as memory
                with open(f"/proc/{process.pid}/status", encoding="utf-8") as status:
                    resident = next(line for line in status if line.startswith("VmRSS"))
                return seconds, int(resident.split()[1]) / 1024
            if process.poll() is not None:
                break
        sys.exit(f"{command[0]} showed no window")
    finally:
        process.kill()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("castellan")
    parser.add_argument("bare")
    arguments = parser.parse_args()
    programs = {"bare": [arguments.bare], "castellan": [arguments.castellan]}
    if shutil.which("keepassxc"):
        programs["keepassxc"] = ["keepassxc"]
    figures = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_RUNTIME_DIR": home}
        for round_number in range(ROUNDS + 1):
            for name, command in programs.items():
                figure = start(command, environment)
                if round_number:  # the first warms the page cache
                    figures[name].append(figure)
    medians = {name: [statistics.median(column) for column in zip(*rows)]
               for name, rows in figures.items()}
    for name, (seconds, megabytes) in medians.items():
        print(f"{name}: {seconds * 1000:.0f} ms ({seconds / medians['bare'][0]:.2f} of bare), "
              f"{megabytes:.0f} MB")


if __name__ == "__main__":
    main()
