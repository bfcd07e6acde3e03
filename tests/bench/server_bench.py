# SPDX-License-Identifier: Apache-2.0
"""The server beside others, by turns in one run: usage: server_bench.py BUILD_FOLDER [FOLDER [small | PART...]]

BUILD_FOLDER has the program and, in tests/, what the benches need. FOLDER is on the disk to be measured. What is
compared, each as medians of the rounds:
  * activities logged over HTTP by 64 clients, each acknowledged when on disk, where a flush takes 2 ms: beside rows of
    the same columns, one in a transaction, by the sqlite3 shell with the same flush. Level: 10 times as many.
  * the same on the bare disk, beside pgbench with 64 clients and one insert of the same columns. Level: as many.
  * the processor time of the server for a small reply, beside nginx's for the same bytes. Level: no more.
  * 10,000 live streams that nothing happens on. Level: under 200 MB.
A PART is sqlite3, pgbench, nginx or streams; without one all are measured.
`small` runs everything once with little, judges nothing, and leaves out whatever has no yardstick on this machine.
Ends with 1 when a level is missed.
"""
import contextlib
import glob
import json
import os
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from paceline_server import Server, processor_seconds, resident_mb, words

if len(sys.argv) < 2:
    sys.exit(__doc__)
build = os.path.abspath(sys.argv[1])
small = sys.argv[3:] == ["small"]
parts = [] if small else sys.argv[3:]
program, load, faults = f"{build}/paceline", f"{build}/tests/load", f"{build}/tests/libfaults.so"
cluster_script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../database/cluster.sh")

CLIENTS = 4 if small else 64
ROUNDS = 1 if small else int(os.environ.get("ROUNDS", "5"))
LOGGED, ROWS, REPLIES = (40, 20, 200) if small else (3_000, 400, 60_000)
PGBENCH_SECONDS = 1 if small else 4
STREAMS = 50 if small else 10_000
FLUSH_MS = 2
FIRST_DAY = 1_735_718_400  # 2025-01-01
missed = False


def told(what, ours, theirs, ratio, level, met):
    global missed
    missed = missed or not (met or small)
    verdict = "not judged" if small else "met" if met else "MISSED"
    print(f"{what}: {ours}, {theirs}, ratio {ratio:.2f} (level {level})  {verdict}", flush=True)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def company(data):
    """As many reps as clients, with one quota; the token of each."""
    reps = [f"rep{number}@bench.example" for number in range(CLIENTS)]
    words(program, "init", "--data", data, "--org", "Bench", "--zone", "Etc/UTC", "--currency", "EUR", "--admin",
          "head@bench.example")
    write("company.json", json.dumps({
        "teams": [{"name": "North"}],
        "users": [{"email": email, "name": email, "team": "North"} for email in reps],
        "quotas": [{"key": "calls", "name": "Calls", "period": "week", "amount": 250, "from": "2020-01-01",
                    "rule": {"kinds": ["call"]}, "teams": ["North"]}]}))
    words(program, "apply", "company.json", "--data", data)
    return [words(program, "user", "token", "--user", email, "--scope", "log", "--data", data)["token"]
            for email in reps]


def requests(path, *each):
    write(path, "\n%%\n".join(each))
    return path


def log_request(token, day):
    body = ('{"kind": "call", "direction": "outbound", "duration_s": 180, "outcome": "answered", "source": "bench",'
            f' "external_id": "NNNNNNNNNNNN", "occurred_at": "{day}T10:00:00Z"}}')
    return (f"POST /api/v1/activities HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
            f"Idempotency-Key: NNNNNNNNNNNN\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}")


def get_request(path, token=None):
    field = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{field}\r\n"


def loaded(port, file, times):
    done = subprocess.run([load, str(port), file, str(CLIENTS), str(times)], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def slow_flush():
    with open("faults", "wb") as file:
        file.write(struct.pack("<qii", 0, 0, FLUSH_MS))
    return {"LD_PRELOAD": faults, "PACELINE_FAULTS": os.path.abspath("faults")}


def values(columns):
    """A row as wide as ours: numbers as numbers, and the texts that a call has."""
    texts = {"kind": "'call'", "direction": "'outbound'", "outcome": "'answered'", "source": "'bench'",
             "external_id": "'123456789012'", "state": "'live'"}
    return ", ".join("1700000000000000" if kind == "BIGINT" else texts.get(name, "NULL") for name, kind in columns)


def columns_of_activity(data):
    import sqlite3
    with contextlib.closing(sqlite3.connect(f"file:{data}/paceline.db?mode=ro", uri=True)) as database:
        return [(row[1], row[2]) for row in database.execute("PRAGMA table_info(activity)")]


def rows_a_second(columns):
    """The shell's, each row a transaction of its own."""
    for old in glob.glob("shell.db*"):
        os.remove(old)
    names = ", ".join(f"{name} {kind}" for name, kind in columns)
    write("rows.sql", "PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\n"
          f"CREATE TABLE activity ({names});\n" + f"INSERT INTO activity VALUES ({values(columns)});\n" * ROWS)
    began = time.monotonic()
    with open("rows.sql", encoding="utf-8") as rows:
        subprocess.run(["sqlite3", "shell.db"], check=True, stdin=rows, stdout=subprocess.DEVNULL,
                       env={**os.environ, **slow_flush()})
    return ROWS / (time.monotonic() - began)


class Logged:
    """Rounds of logging: how many a second, how long 95 of 100 waited, what each took of the server's processor.

    Each round is a day of its own, so that a rep's day has as many calls as a rep makes."""

    days = 0

    def __init__(self, server, tokens):
        self.server, self.tokens = server, tokens
        self.rates, self.waits, self.used = [], [], []

    def round(self):
        day = time.strftime("%Y-%m-%d", time.gmtime(FIRST_DAY + 86_400 * Logged.days))
        Logged.days += 1
        file = requests("log.txt", *(log_request(token, day) for token in self.tokens))
        before = processor_seconds(self.server.pid)
        done = loaded(self.server.port, file, LOGGED)
        self.used.append((processor_seconds(self.server.pid) - before) / LOGGED * 1000)
        self.rates.append(done["requests"] / done["seconds"])
        self.waits.append(done["p95_ms"])

    def beside(self, what, whose, theirs, level):
        rate = statistics.median(self.rates)
        ratio = rate / statistics.median(theirs)
        told(what, f"{rate:,.0f} a second (95 of 100 within {statistics.median(self.waits):.0f} ms,"
             f" {statistics.median(self.used):.2f} ms of the processor each)",
             f"{whose} {statistics.median(theirs):,.0f} a second", ratio, level, ratio >= level)


def log_beside_shell(data, tokens):
    theirs = []
    columns = columns_of_activity(data)
    with Server(program, data, slow_flush()) as server:
        logged = Logged(server, tokens)
        for _ in range(ROUNDS):
            theirs.append(rows_a_second(columns))
            logged.round()
    logged.beside(f"log an activity, flush of {FLUSH_MS} ms, {CLIENTS} clients", "one row a transaction", theirs, 10)


@contextlib.contextmanager
def postgresql():
    folder = tempfile.mkdtemp(prefix="cluster.", dir=".")
    for above in (os.path.dirname(os.path.abspath(folder)), folder):
        os.chmod(above, 0o755)
    folder = os.path.abspath(folder) + "/cluster"
    try:
        subprocess.run([cluster_script, "start", folder], check=True, stdout=subprocess.DEVNULL)
        with open(folder + "/url", encoding="ascii") as file:
            yield file.read().strip()
    finally:
        subprocess.run([cluster_script, "stop", folder], check=True)


def transactions_a_second(url):
    said = subprocess.run(["pgbench", "-n", "-c", str(CLIENTS), "-j", "2", "-T", str(PGBENCH_SECONDS), "-f",
                           "insert.sql", url], check=True, capture_output=True, text=True).stdout
    return float(next(line.split()[2] for line in said.splitlines() if line.startswith("tps")))


def log_beside_pgbench(data, tokens):
    columns = columns_of_activity(data)
    names = ", ".join(f"{name} {kind}" for name, kind in columns)
    write("insert.sql", f"INSERT INTO activity VALUES ({values(columns)});\n")
    theirs = []
    with postgresql() as url, Server(program, data) as server:
        subprocess.run(["psql", "-q", url, "-c", f"CREATE TABLE activity ({names})"], check=True)
        logged = Logged(server, tokens)
        for _ in range(ROUNDS):
            theirs.append(transactions_a_second(url))
            logged.round()
    logged.beside(f"log an activity, bare disk, {CLIENTS} clients", "pgbench", theirs, 1)


def raw_reply(port, path):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(get_request(path).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").encode())
        everything = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = everything.partition(b"\r\n\r\n")
    return [line.split(": ", 1) for line in head.decode().split("\r\n")[1:]], body


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextlib.contextmanager
def nginx(name, fields, body):
    """One worker that serves the file from memory, with the fields that ours has, and writes no log."""
    folder, port = os.path.abspath("nginx"), free_port()
    os.makedirs(folder + "/www", exist_ok=True)
    with open(f"{folder}/www/{name}", "wb") as file:
        file.write(body)
    its_own = {"content-type", "content-length", "date", "server", "etag", "last-modified", "connection"}
    added = "".join(f'add_header {key} "{value}";\n' for key, value in fields if key.lower() not in its_own)
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n"
                        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""
    write(f"{folder}/nginx.conf", f"""
daemon off; {user} worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; {temporary} default_type image/svg+xml; sendfile on; tcp_nodelay on;
  open_file_cache max=10; open_file_cache_valid 1h; keepalive_requests 100000000;
  server {{ listen 127.0.0.1:{port}; root {folder}/www; {added} }}
}}
""")
    command = [shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin"), "-c", f"{folder}/nginx.conf", "-e",
               f"{folder}/error.log"]
    process = subprocess.Popen(command)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.02)
        with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
            yield port, int(file.read().split()[0])
    finally:
        process.terminate()
        process.wait()


def small_reply_beside_nginx(data):
    path = "/favicon.svg"
    file = requests("reply.txt", get_request(path))
    ours, theirs = [], []
    with Server(program, data) as server:
        fields, body = raw_reply(server.port, path)
        with nginx(path.strip("/"), fields, body) as (port, worker):
            for _ in range(ROUNDS):
                for pid, at, times in ((worker, port, theirs), (server.pid, server.port, ours)):
                    before = processor_seconds(pid)
                    loaded(at, file, REPLIES)
                    times.append((processor_seconds(pid) - before) / REPLIES * 1e6)
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    ratio = ours / theirs if theirs else 0
    told(f"processor time of a cached reply of {len(body)} bytes", f"{ours:.1f} us", f"nginx {theirs:.1f} us", ratio, 1,
         ratio <= 1)


def milliseconds_of_new_clients(server, path, token, times=50):
    waits = sorted(1000 * server.ask(path, token)[0] for _ in range(times))
    return f"half within {waits[times // 2]:.1f} ms, 95 of 100 within {waits[times * 95 // 100]:.1f} ms"


def idle_streams(data, tokens):
    file = requests("live.txt", *(get_request("/api/v1/live", token) for token in tokens))
    page = "/api/v1/activities?limit=20&rep=me"
    with Server(program, data) as server:
        server.ask(page, tokens[0])
        before = resident_mb(server.pid)
        print(f"a new client without streams: {milliseconds_of_new_clients(server, page, tokens[0])}")
        streams = subprocess.Popen([load, str(server.port), file, str(STREAMS)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        opened = json.loads(streams.stdout.readline())
        used = processor_seconds(server.pid)
        time.sleep(1 if small else 20)  # a heartbeat of each is within
        used = (processor_seconds(server.pid) - used) / (1 if small else 20)
        after = resident_mb(server.pid)
        print(f"a new client beside {opened['requests']:,} streams:"
              f" {milliseconds_of_new_clients(server, page, tokens[0])}; the streams take {100 * used:.1f} % of a"
              f" processor, and were opened in {opened['seconds']:.1f} s")
        streams.stdin.close()
        streams.wait()
    told(f"{STREAMS:,} idle live streams", f"{after:.0f} MB resident", f"{before:.0f} MB without them", after / 200,
         "200 MB", after < 200)


def can_run(*commands):
    return all(shutil.which(command, path=os.environ["PATH"] + ":/usr/sbin") for command in commands)


def main():
    folder = tempfile.mkdtemp(prefix="server_bench.", dir=sys.argv[2] if len(sys.argv) > 2 else None)
    os.chdir(folder)
    try:
        tokens = company("data")
        for name, needs, bench in (("sqlite3", ["sqlite3"], lambda: log_beside_shell("data", tokens)),
                                   ("pgbench", ["pgbench", "psql"], lambda: log_beside_pgbench("data", tokens)),
                                   ("nginx", ["nginx"], lambda: small_reply_beside_nginx("data")),
                                   ("streams", [], lambda: idle_streams("data", tokens))):
            if parts and name not in parts:
                continue
            if can_run(*needs):
                bench()
            else:
                print(f"server_bench: not measured, there is no {name} (Debian packages: scripts/packages, set bench)")
        if not words(program, "verify", "--data", "data")["ok"]:
            sys.exit("server_bench: verify found differences")
    finally:
        os.chdir("/")
        shutil.rmtree(folder)
    return 1 if missed else 0


sys.exit(main())
