#!/usr/bin/python3
# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""castellan.otp_verify against a plain one-row update, by 8 pgbench clients, in one run.

    otp_verify_bench.py CASTELLAN [--accounts 40000] [--seconds 12] [--flush-ms 3]

Serves a workspace, computes the present code of every active factor as the superuser, and has each
client verify the accounts of its own share, each once, so that every code is fresh. The baseline
updates one row an account in a table of the same size, by the same clients. Rounds alternate; the
ratio is of the medians. --flush-ms delays each flush of the log by so much, for a disk of that kind
(a preload that sleeps in fdatasync, compiled here); 0 takes the disk as it is. The workspace gives its
server a clean environment, so that the server is started here, from the workspace's data, as its owner.
Prints figures and judges nothing.
"""
import argparse
import json
import os
import pathlib
import re
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time

CLIENTS = 8
ROUNDS = 3

DELAY = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
int fdatasync(int fd)
{
    static int (*real)(int);
    if (!real)
        real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    usleep(FLUSH_US);
    return real(fd);
}
"""

SETUP = """
create unlogged table if not exists public.bench_code (n bigint primary key, account uuid, code text);
truncate public.bench_code;
insert into public.bench_code
select row_number() over (order by f.account) - 1, f.account,
       castellan_private.otp_code(castellan_private.factor_seed(f),
                                  castellan_private.otp_step(clock_timestamp(), f.period))
  from castellan_private.factor f join castellan_private.account a on a.id = f.account and a.active
 where not f.pending and f.disabled_at is null
   and coalesce(f.locked_until, '-infinity') < clock_timestamp();
-- a device is used again: without the replay guard of earlier rounds
update castellan_private.factor set last_step = 0 where account is not null;
create table if not exists public.bench_row (n bigint primary key, v bigint not null);
truncate public.bench_row;
insert into public.bench_row select n, 0 from public.bench_code;
grant select on public.bench_code to {role};
grant select, update on public.bench_row to {role};
vacuum analyze castellan_private.factor, public.bench_code, public.bench_row;
checkpoint;
select count(*) from public.bench_code;
"""

VERIFY = """\\set n :client_id * {share} + :i
\\set i :i + 1
select v.ok from public.bench_code b, castellan.otp_verify(b.account, b.code, '127.0.0.1') v where b.n = :n
"""

UPDATE = """\\set n :client_id * {share} + :i
\\set i :i + 1
update public.bench_row set v = v + 1 where n = :n
"""


class Workspace:
    """A demo's data, served by a PostgreSQL of our own with the preload."""

    def __init__(self, program, directory, accounts, preload):
        self.directory = pathlib.Path(directory)
        self.facts = self.fill(program, accounts)
        data = self.directory / "postgres" / "data"
        command = shlex.split((data / "postmaster.opts").read_text()) + ["-c", "unix_socket_directories="]
        owner = data.stat()
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                       **({"LD_PRELOAD": str(preload)} if preload else {})}
        self.server = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
            **({"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}))
        while subprocess.run(["pg_isready", "-q"], env=self.environment(self.facts["superuser"]),
                             check=False).returncode:
            if self.server.poll() is not None:
                sys.exit("the server did not start")
            time.sleep(0.2)

    def fill(self, program, accounts):
        demo = subprocess.Popen(
            [program, "--demo", "--headless", "--workspace", str(self.directory), "--accounts", str(accounts)],
            stdout=subprocess.DEVNULL)
        file = self.directory / "workspace.json"
        while not file.exists():
            if demo.poll() is not None:
                sys.exit("the workspace did not start")
            time.sleep(0.2)
        facts = json.loads(file.read_text())
        demo.send_signal(signal.SIGTERM)
        demo.wait()
        return facts

    def environment(self, who):
        postgres = self.facts["postgres"]
        return {**os.environ, "PGHOST": postgres["host"], "PGPORT": str(postgres["port"]),
                "PGDATABASE": postgres["dbname"], "PGSSLROOTCERT": postgres["sslrootcert"],
                "PGSSLMODE": "verify-full", "PGUSER": who["role"], "PGPASSWORD": who["password"]}

    def stop(self):
        self.server.send_signal(signal.SIGINT)
        self.server.wait()


def superuser(workspace, sql):
    done = subprocess.run(["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"], input=sql, text=True,
                          env=workspace.environment(workspace.facts["superuser"]),
                          capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout.split()


def pgbench(workspace, script, transactions, clients=CLIENTS, options=""):
    """Transactions a second, and the average latency in milliseconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql", delete=False) as file:
        file.write(script)
    done = subprocess.run(
        ["pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", str(min(clients, 2)), "-t", str(transactions),
         "-D", "i=0", "-f", file.name], text=True, capture_output=True, check=False,
        env={**workspace.environment(workspace.facts["application"]), "PGOPTIONS": options})
    os.unlink(file.name)
    rate = re.search(r"tps = ([0-9.]+)", done.stdout)
    latency = re.search(r"latency average = ([0-9.]+) ms", done.stdout)
    if not rate:
        sys.exit(done.stdout + done.stderr)
    return float(rate.group(1)), float(latency.group(1))


def flush_ms(directory, preload):
    program = next(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pg_test_fsync"), None)
    if not program:
        return float("nan")
    environment = {**os.environ, **({"LD_PRELOAD": str(preload)} if preload else {})}
    shown = subprocess.run([str(program), "-s", "1", "-f", f"{directory}/flush"], text=True,
                           capture_output=True, env=environment, check=False).stdout
    found = re.search(r"fdatasync\s+[0-9.]+ ops/sec\s+([0-9]+) usecs/op", shown)
    return int(found.group(1)) / 1000 if found else float("nan")


def delaying_preload(directory, milliseconds):
    if not milliseconds:
        return None
    source = pathlib.Path(directory) / "delay.c"
    source.write_text(DELAY)
    library = pathlib.Path(directory) / "delay.so"
    subprocess.run(["cc", "-shared", "-fPIC", f"-DFLUSH_US={int(milliseconds * 1000)}", "-o",
                    str(library), str(source), "-ldl"], check=True)
    os.chmod(library, 0o755)
    return library


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("castellan")
    parser.add_argument("--accounts", type=int, default=40000)
    parser.add_argument("--seconds", type=int, default=12)
    parser.add_argument("--flush-ms", type=float, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        os.chmod(directory, 0o711)
        preload = delaying_preload(directory, arguments.flush_ms)
        workspace = Workspace(arguments.castellan, f"{directory}/workspace", arguments.accounts, preload)
        try:
            measure(workspace, arguments, directory, preload)
        finally:
            workspace.stop()


def measure(workspace, arguments, directory, preload):
    role = workspace.facts["application"]["role"]
    print(f"flush: {flush_ms(directory, preload):.2f} ms")
    verify, update = [], []
    count = int(superuser(workspace, SETUP.format(role=role))[-1])
    share = count // CLIENTS
    pace, _ = pgbench(workspace, UPDATE.format(share=share), 200)
    # A code is good for three steps, and was good for one of them when it was computed: a round stays
    # well within one.
    transactions = min(share, int(arguments.seconds * pace / CLIENTS))
    for number in range(ROUNDS):
        superuser(workspace, SETUP.format(role=role))
        update.append(pgbench(workspace, UPDATE.format(share=share), transactions))
        count = int(superuser(workspace, SETUP.format(role=role))[-1])
        verify.append(pgbench(workspace, VERIFY.format(share=share), transactions))
        accepted = superuser(workspace, "select count(*) from castellan_private.factor "
                                        "where account is not null and last_step > 0")[-1]
        print(f"round {number + 1}: {count} accounts, {CLIENTS} x {transactions} calls, "
              f"update {update[-1][0]:.0f}/s, otp_verify {verify[-1][0]:.0f}/s, accepted {accepted}")
    rates = [statistics.median(rate for rate, _ in side) for side in (verify, update)]
    print(f"otp_verify / update at {CLIENTS} clients: {rates[0] / rates[1]:.3f} "
          f"({rates[0]:.0f}/s against {rates[1]:.0f}/s)")
    # What a call costs the server, without the flush: one client that does not wait for it.
    count = int(superuser(workspace, SETUP.format(role=role))[-1])
    alone = [pgbench(workspace, script.format(share=0), min(count, 4000), clients=1,
                     options="-c synchronous_commit=off")[1] for script in (VERIFY, UPDATE)]
    print(f"one client, flush not awaited: otp_verify {alone[0]:.3f} ms, update {alone[1]:.3f} ms, "
          f"difference {alone[0] - alone[1]:.3f} ms")


if __name__ == "__main__":
    main()
