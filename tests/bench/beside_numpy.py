# SPDX-License-Identifier: Apache-2.0
"""The distribution of money beside NumPy, in one run: usage: beside_numpy.py MATHS_BENCH [ROUNDS]

The program and NumPy take turns, so that both see the same machine, and the medians of the rounds are compared. Time is
that of the processor, so neighbours matter little. NumPy's work is what somebody would write instead: 10,000 paths of
10,000 open opportunities, and of their 26 weeks. Ends with 1 when a level is missed, with 0 where there is no NumPy.
"""
import json
import statistics
import subprocess
import sys
import time

OPPORTUNITIES, PATHS, WEEKS = 10_000, 10_000, 26

try:
    import numpy as np
except ImportError:
    print("beside_numpy: not measured, this python3 has no NumPy (Debian: python3-numpy)")
    sys.exit(0)

rng = np.random.default_rng(1)
amount = rng.integers(100_000, 10_100_000, OPPORTUNITIES)
chance = rng.random(OPPORTUNITIES)
week = rng.integers(0, WEEKS, OPPORTUNITIES)


def paths_total():
    total = np.zeros(PATHS)
    for i in range(PATHS):
        total[i] = amount[rng.random(OPPORTUNITIES, dtype=np.float32) < chance].sum()
    return total


def paths_by_week():
    by_week = np.zeros((PATHS, WEEKS))
    for i in range(PATHS):
        won = np.nonzero(rng.random(OPPORTUNITIES, dtype=np.float32) < chance)[0]
        by_week[i] = np.bincount(week[won], weights=amount[won], minlength=WEEKS)
    return by_week


def milliseconds_of_numpy(work):
    begin = time.process_time()
    work()
    return 1000 * (time.process_time() - begin)


def milliseconds_of_program(bench, name):
    command = [bench, f"--benchmark_filter=^{name}$", "--benchmark_format=json", "--benchmark_min_time=0.1"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer["benchmarks"][0]["cpu_time"]


def main():
    bench, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rows = [
        ("one total of 10,000 opportunities", "distribution_of_money/10000", paths_total, 50),
        ("26 weeks of 10,000 opportunities", "distribution_by_week_26", paths_by_week, 10),
    ]
    missed = False
    for words, name, work, level in rows:
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(milliseconds_of_numpy(work))
            ours.append(milliseconds_of_program(bench, name))
        ratio = statistics.median(theirs) / statistics.median(ours)
        told = "" if ratio >= level else "  MISSED"
        missed = missed or ratio < level
        print(
            f"{words}: program {statistics.median(ours):.2f} ms, NumPy {statistics.median(theirs):.0f} ms, "
            f"{ratio:.1f} times faster (level {level}), {rounds} rounds{told}"
        )
    return 1 if missed else 0


sys.exit(main())
