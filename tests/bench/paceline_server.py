# SPDX-License-Identifier: Apache-2.0
"""A server of Paceline for the benches: its address, its memory and its processor time."""
import json
import os
import subprocess
import time
import urllib.request

TICKS = os.sysconf("SC_CLK_TCK")


def words(program, *arguments):
    """What `paceline` answers to these words."""
    command = [program, *arguments, "--json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout)


def processor_seconds(pid):
    """Of all threads of a process, in steps of a hundredth of a second."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mb(pid, name="VmRSS"):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(name + ":"))


class Server:
    def __init__(self, program, data, environment=None):
        began = time.monotonic()
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--json", "--data", data, "--keep-backups", "0"],
            stdout=subprocess.PIPE, env={**os.environ, **(environment or {})})
        line = self.process.stdout.readline()
        self.ready_s = time.monotonic() - began
        if not line:
            raise SystemExit("the server did not start")
        self.url = json.loads(line)["url"]
        self.port = int(self.url.rpartition(":")[2])
        self.pid = self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def ask(self, path, token=None):
        """The seconds that the answer took, and its body."""
        asked = urllib.request.Request(self.url + path)
        if token:
            asked.add_header("Authorization", f"Bearer {token}")
        began = time.monotonic()
        with urllib.request.urlopen(asked, timeout=60) as answer:
            body = answer.read()
        return time.monotonic() - began, body
