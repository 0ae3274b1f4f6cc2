# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PostgreSQL of a workspace that nobody else runs, to be stopped and started at will."""

import os
import signal
import subprocess

import stage

HOW = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}


class Server:
    """Runs what the workspace set up, as the account that owns the data, until the test ends."""

    def __init__(self, workspace):
        self._workspace = workspace
        self._directory = os.path.join(workspace.directory, "postgres")
        self._data = os.path.join(self._directory, "data")
        with open(os.path.join(self._data, "postmaster.opts"), encoding="utf-8") as file:
            self._program = file.read().split()[0]
        self._process = None

    def start(self):
        owner = os.stat(self._data)
        privileges = []
        if os.geteuid() != owner.st_uid:
            privileges = ["--reuid=%d" % owner.st_uid, "--regid=%d" % owner.st_gid, "--init-groups"]
        with open(stage.path("server.log"), "ab") as log:
            self._process = subprocess.Popen(
                ["setpriv", *privileges, "--pdeathsig=INT", self._program, "-D", self._data]
                + ["--config-file=" + os.path.join(self._directory, "postgresql.conf")]
                + ["--unix_socket_directories="],  # the workspace takes its own away
                cwd="/",
                stdout=log,
                stderr=log,
            )
        stage.until(self._answers, 60, "the server's answer")

    def _answers(self):
        assert self._process.poll() is None, "the server ended"
        try:
            return self._workspace.as_superuser("select 1")
        except AssertionError:
            return None

    def stop(self, how):
        """`fast` ends every session in order; `immediate` is what a crash is."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(HOW[how])
            self._process.wait(60)
