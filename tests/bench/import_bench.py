# SPDX-License-Identifier: Apache-2.0
"""The import of a large file beside the sqlite3 shell, in one run: usage: import_bench.py PACELINE [ROWS [FOLDER]]

A file of calls (1,000,000 without an argument; the same on each machine) is imported by the program, and read into one
table without an index by the `.import` of the sqlite3 shell: before it and after it, so that both see the same machine.
Time is that of the processor, of the program and of what it starts. Level: at most 4 times the shell's. Then the
activities are exported again. Peak memory is what the system saw of the program. Then a server is started on them: how
soon it answers (level: half a second) and its memory at rest, before and after it was asked for pages (level: 100 MB).
A level that is missed is printed, and the bench ends with 1.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from paceline_server import Server, resident_mb, words

MOST_TIMES = 4.0
REPS = 20
CONTACTS = 1_000
SECONDS_BETWEEN = 30
STARTS = 5
MOST_SECONDS_TO_START, MOST_MB_AT_REST = 0.5, 100
FIRST_CALL = 1_735_718_400  # 2025-01-01 08:00 UTC

if len(sys.argv) < 2:
    sys.exit(__doc__)
program = os.path.abspath(sys.argv[1])
rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
if not shutil.which("sqlite3"):
    print("import_bench: not measured, there is no sqlite3 shell (Debian: sqlite3)")
    sys.exit(0)


def write(path, document):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)


def write_setup():
    reps = [f"rep{number}@bench.example" for number in range(REPS)]
    write("company.json", {
        "teams": [{"name": "North"}],
        "users": [{"email": email, "name": email.split("@")[0], "team": "North"} for email in reps],
        "contacts": [{"key": f"c{number}", "name": f"Contact {number}"} for number in range(CONTACTS)]})
    write("quota.json", {"quotas": [{
        "key": "calls", "name": "Calls", "period": "week", "amount": 100, "from": "2024-12-30",
        "rule": {"kinds": ["call"]}, "reps": reps}]})
    write("mapping.json", {
        "name": "bench", "about": "Calls of the bench", "into": "activities", "format": "csv", "zone": "Etc/UTC",
        "key": ["Id"],
        "fields": {"kind": {"constant": "call"}, "rep": {"column": "Rep"}, "contact": {"column": "Contact"},
                   "direction": {"column": "Way", "values": {"out": "outbound", "in": "inbound"}},
                   "occurred_at": {"column": "Began", "form": "yyyy-MM-dd HH:mm:ss"},
                   "duration_s": {"column": "Seconds"}, "outcome": {"column": "End"}}})


def write_calls():
    outcomes = ["answered", "no_answer", "busy", "listened"]
    with open("calls.csv", "w", encoding="utf-8") as file:
        file.write("Id,Rep,Contact,Way,Began,Seconds,End\n")
        for row in range(rows):
            mixed = row * 2_654_435_761 % 4_294_967_296  # by Knuth's multiplier: no order that an index could like
            began = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(FIRST_CALL + row * SECONDS_BETWEEN))
            file.write(f"{row:09},rep{mixed % REPS}@bench.example,c{mixed // 64 % CONTACTS},out,{began},"
                       f"{mixed // 1024 % 600},{outcomes[mixed // 4096 % 4]}\n")


def run(*command, quiet=True):
    """Seconds of the processor, and peak memory in kB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE if quiet else None)
    said = process.stdout.read() if quiet else b""
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"import_bench: {' '.join(command)} failed\n{said.decode()}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss, said


def shell():
    if os.path.exists("shell.db"):
        os.remove("shell.db")
    columns = "id, rep, contact, way, began, seconds, end"
    return run("sqlite3", "shell.db", "-cmd", f"CREATE TABLE calls ({columns})", "-cmd", ".mode csv",
               ".import --skip 1 calls.csv calls")[0]


def at_rest():
    token = words(program, "user", "token", "--user", "head@bench.example", "--scope", "admin", "--data", "data")["token"]
    starts, rests, pages = [], [], []
    for _ in range(STARTS):
        with Server(program, "data") as server:
            starts.append(server.ready_s)
            server.ask("/api/v1/health")
            rests.append(resident_mb(server.pid))
            for path in ("/api/v1/teams/North/pace?limit=500", "/api/v1/activities?limit=100", "/api/v1/quotas?limit=100",
                         "/api/v1/contacts?limit=100"):
                server.ask(path, token)
            pages.append(resident_mb(server.pid))
    start, rest, asked = statistics.median(starts), statistics.median(rests), statistics.median(pages)
    slow, large = start > MOST_SECONDS_TO_START, max(rest, asked) > MOST_MB_AT_REST
    print(f"start on {rows:,} activities: ready in {start:.2f} s, level {MOST_SECONDS_TO_START}{' MISSED' if slow else ''};"
          f" memory at rest {rest:.0f} MB, after pages {asked:.0f} MB, level {MOST_MB_AT_REST}"
          f"{' MISSED' if large else ''}", flush=True)
    return slow or large


def measure():
    write_setup()
    write_calls()
    run(program, "init", "--data", "data", "--org", "Bench", "--zone", "Etc/UTC", "--currency", "EUR", "--admin",
        "head@bench.example")
    for document in ("company.json", "quota.json"):
        run(program, "apply", document, "--data", "data")
    before = shell()
    began = time.monotonic()
    taken, memory, said = run(program, "import", "calls.csv", "--mapping", "mapping.json", "--data", "data", "--json")
    passed = time.monotonic() - began
    after = shell()
    added = json.loads(said)["added"]
    if added != rows:
        sys.exit(f"import_bench: {added} of {rows} rows were added")
    level = (before + after) / 2
    print(f"{rows:,} rows of {os.path.getsize('calls.csv') / 1e6:.0f} MB: the sqlite3 shell {before:.2f} s and"
          f" {after:.2f} s, the import {taken:.2f} s of the processor ({passed:.0f} s in all)")
    print(f"{rows / taken:,.0f} rows a second of the processor, {rows / passed:,.0f} in all; peak memory"
          f" {memory / 1024:.0f} MB")
    for form in ("csv", "jsonl"):
        left, memory, table = run(program, "export", "activities", "--data", "data", "--format", form)
        lines = table.count(b"\n") - (1 if form == "csv" else 0)
        if lines != rows:
            sys.exit(f"import_bench: {lines} of {rows} rows were exported")
        print(f"export as {form}: {left:.2f} s of the processor, {rows / left:,.0f} rows a second; peak memory"
              f" {memory / 1024:.0f} MB")
    missed = at_rest()
    missed = taken > MOST_TIMES * level or missed
    print(f"import beside .import: {taken / level:.1f} times, level {MOST_TIMES:.0f}{' MISSED' if missed else ''}")
    return missed


def main():
    folder = tempfile.mkdtemp(prefix="import_bench.", dir=sys.argv[3] if len(sys.argv) > 3 else None)
    os.chdir(folder)
    try:
        return 1 if measure() else 0
    finally:
        shutil.rmtree(folder)


sys.exit(main())
