# SPDX-License-Identifier: Apache-2.0
"""What the lists and figures of a pipeline cost: usage: pipeline_bench.py PACELINE [OPPORTUNITIES [FOLDER]]

So many opportunities (8,800 without an argument; the same on each machine) of 30 reps come in by the program's own
import, with an account for eight of them and twelve product lines. Two of five were won, so that they have a sale, and
three of ten are open. Then a server is asked for each figure, as now and as of a moment of the past, and lists are
exported: the wall time of the middle one of five answers (exports: of one), and the processor time of the server for
one. A folder that has the data already is asked again as it is. No level is set: what it said stands in
docs/benchmarks.md.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from paceline_server import Server, processor_seconds, resident_mb, words

REPS = 30
ROWS_OF_ACCOUNT = 8
SERIES, LINES_OF_SERIES = 3, 4
ANSWERS = 5
HEAD, REP = "head@bench.example", "rep3@bench.example"
PAST = "2026-06-30T00:00:00Z"
STAGES = ["new", "qualified", "won", "won", "won", "won", "lost", "lost", "lost", "qualified"]

if len(sys.argv) < 2:
    sys.exit(__doc__)
program = os.path.abspath(sys.argv[1])
rows = int(sys.argv[2]) if len(sys.argv) > 2 else 8_800

PATHS = [
    ("standing", "/standing?period=2026-Q3"),
    ("standing, past", f"/standing?period=2026-Q3&as_of={PAST}"),
    ("standing of a rep", f"/standing?period=2026-Q3&rep={REP}"),
    ("standing, rows", "/standing/rows?period=2026-Q3&limit=100"),
    ("days in stages", "/stage-days"),
    ("cross-sales of a rep", f"/cross-sells?rep={REP}&limit=20"),
    ("search", "/search?prefix=zzzz"),
    ("sales, first page", "/sales/rows?limit=100"),
    ("sales, past", f"/sales/rows?limit=100&as_of={PAST}"),
    ("sums of sales", "/sales?by=month"),
    ("opportunities, first page", "/opportunities?limit=100"),
    ("opportunities, past", f"/opportunities?limit=100&as_of={PAST}"),
    ("accounts, first page", "/accounts?limit=100"),
    ("estimates", "/estimates?limit=100"),
    ("appointments", f"/appointments?rep={REP}&limit=100"),
]
EXPORTS = ["sales", "opportunities", "accounts", "standing-rows", "cross-sells"]


def write(path, document):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)


def mapping(name, into, key, fields):
    write(f"{name}.json", {"name": f"bench-{name}", "about": f"{name} of the bench", "into": into, "key": [key],
                           "format": "csv", "zone": "Etc/UTC", "fields": fields})


def write_setup():
    write("company.json", {"teams": [{"name": "North"}], "users": [
        {"email": f"rep{number}@bench.example", "name": f"Rep {number}", "team": "North"} for number in range(REPS)]})
    day = {"form": "yyyy-MM-dd"}
    mapping("accounts", "accounts", "Name", {"name": column("Name"), "country": column("Country")})
    mapping("lines", "product_lines", "Name",
            {"name": column("Name"), "parent": column("Series"), "list_price": column("Price")})
    mapping("opportunities", "opportunities", "Id", {
        "key": column("Id"), "name": column("Name"), "rep": column("Rep"), "account": column("Account"),
        "product_line": column("Line"), "stage": column("Stage"), "began_stage": {"constant": "new"},
        "began_at": column("Began", **day), "moved_at": column("Moved", **day), "amount": column("Amount"),
        "reason": {"constant": "price"}})


def column(name, **more):
    return {"column": name, **more}


def line_name(number):
    return f"Line {number % SERIES}.{number // SERIES}"


def write_rows():
    accounts = max(1, rows // ROWS_OF_ACCOUNT)
    with open("accounts.csv", "w", encoding="utf-8") as file:
        file.write("Name,Country\n")
        file.writelines(f"Account {number},Bulgaria\n" for number in range(accounts))
    with open("lines.csv", "w", encoding="utf-8") as file:
        file.write("Name,Series,Price\n")
        file.writelines(f"{line_name(number)},Series {number % SERIES},{100 + number}\n"
                        for number in range(SERIES * LINES_OF_SERIES))
    first = 1_735_718_400  # 2025-01-01 08:00 UTC
    with open("opportunities.csv", "w", encoding="utf-8") as file:
        file.write("Id,Name,Rep,Account,Line,Stage,Began,Moved,Amount\n")
        for row in range(rows):
            mixed = row * 2_654_435_761 % 4_294_967_296  # by Knuth's multiplier: no order that an index could like
            began = first + row * 600 * 86_400 // rows
            moved = began + mixed // 512 % 80 * 86_400
            stage = STAGES[mixed // 64 % 10]
            days = [time.strftime("%Y-%m-%d", time.gmtime(moment)) for moment in (began, moved)]
            file.write(f"o{row:07},Offer {row},rep{mixed % REPS}@bench.example,Account {mixed // 8 % accounts},"
                       f"{line_name(mixed // 4096 % (SERIES * LINES_OF_SERIES))},{stage},{days[0]},"
                       f"{days[1] if stage != 'new' else ''},{100 + mixed // 16 % 9000}\n")


def run(*command):
    done = subprocess.run([program, *command], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"pipeline_bench: {' '.join(command)} failed\n{done.stdout}{done.stderr}")
    return done.stdout


def fill():
    write_setup()
    write_rows()
    run("init", "--data", "data", "--org", "Bench", "--zone", "Etc/UTC", "--currency", "EUR", "--admin", HEAD)
    run("apply", "company.json", "--data", "data")
    for name in ("accounts", "lines", "opportunities"):
        began = time.monotonic()
        said = json.loads(run("import", f"{name}.csv", "--mapping", f"{name}.json", "--data", "data", "--json"))
        print(f"import of {said['added']:,} {name}: {time.monotonic() - began:.1f} s", flush=True)
    if said["added"] != rows:
        sys.exit(f"pipeline_bench: {said['added']} of {rows} opportunities were added")


def measure():
    if not os.path.exists("data"):
        fill()
    token = words(program, "user", "token", "--user", HEAD, "--scope", "admin", "--data", "data")["token"]
    with Server(program, "data") as server:
        for name, path in PATHS:
            walls, used = [], processor_seconds(server.pid)
            for _ in range(ANSWERS):
                walls.append(server.ask("/api/v1" + path, token)[0])
            used = (processor_seconds(server.pid) - used) / ANSWERS
            print(f"{name}: {statistics.median(walls) * 1000:,.0f} ms, {used * 1000:,.0f} ms of the processor",
                  flush=True)
        for name in EXPORTS:
            used = processor_seconds(server.pid)
            wall, body = server.ask(f"/api/v1/export/{name}?format=csv", token)
            used = processor_seconds(server.pid) - used
            print(f"export of {name}: {body.count(10) - 1:,} rows in {wall:.2f} s, {used:.2f} s of the processor",
                  flush=True)
        print(f"memory, at most: {resident_mb(server.pid, 'VmHWM'):.0f} MB")


if len(sys.argv) > 3:
    os.makedirs(sys.argv[3], exist_ok=True)
    os.chdir(sys.argv[3])
    measure()
else:
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        measure()
